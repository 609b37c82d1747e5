#include "base/suggest.hpp"

#include "support/catch.hpp"

using namespace svodka::base;

TEST_CASE("the nearest name is suggested") {
  CHECK(did_you_mean("totl", {"name", "total", "toil"}) == "did you mean 'total'?");
  CHECK(closest("organisation", {"organization", "person"}) == "organization");
}

TEST_CASE("nothing is suggested when no name is near") {
  CHECK(did_you_mean("xyz", {"organization", "person"}).empty());
  CHECK(did_you_mean("ab", {"cd"}).empty());
  CHECK(did_you_mean("name", {}).empty());
}
