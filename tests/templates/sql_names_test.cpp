#include "templates/language/sql_names.hpp"

#include "support/catch.hpp"

namespace svodka::templates {

namespace {

std::string found(std::string_view sql) {
  std::string out;
  for (const auto& parameter : sql_names(sql).parameters) {
    CHECK(sql.substr(parameter.begin, parameter.text.size()) == parameter.text);
    out += parameter.text + " ";
  }
  return out;
}

}  // namespace

TEST_CASE("parameters are found in order, repeated ones too") {
  CHECK(found("SELECT :a, x.:b FROM t WHERE c=:a AND d<:term_start") == ":a :b :a :term_start ");
}

TEST_CASE("strings, quoted names and comments hold no parameters") {
  CHECK(found("SELECT ':a', 'it''s :b', \":c\", `:d`, [:e] -- :f\n/* :g */ FROM :h") == ":h ");
}

TEST_CASE("unfinished strings and comments end with the text") {
  CHECK(found(":a ':b").substr(0) == ":a ");
  CHECK(found(":a /* :b") == ":a ");
  CHECK(found(":a -- :b") == ":a ");
  CHECK(found(":a [:b") == ":a ");
}

TEST_CASE("every form that SQLite knows is found") {
  CHECK(found("? ?2 $x @y :1 :ё") == "? ?2 $x @y :1 :ё ");
}

TEST_CASE("signs inside names and bare colons are no parameters") {
  CHECK(found("SELECT a$b, 1e5, x FROM t WHERE : = 1").empty());
}

}  // namespace svodka::templates
