#include "base/digest.hpp"

#include "support/catch.hpp"

using namespace svodka;

TEST_CASE("a digest is SHA-256 in hexadecimal, in one piece or in several") {
  // FIPS 180-2, B.1
  CHECK(base::sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  base::Sha256 pieces;
  pieces.update("a");
  pieces.update("bc");
  CHECK(pieces.finish() == base::sha256("abc"));
}

TEST_CASE("fields do not run together") {
  base::Sha256 first;
  first.add_field("ab");
  first.add_field("c");
  base::Sha256 second;
  second.add_field("a");
  second.add_field("bc");
  CHECK(first.finish() != second.finish());
}
