#include "base/markup.hpp"

#include "support/catch.hpp"

using svodka::base::escape_markup;

TEST_CASE("a text in markup cannot begin an element, a reference or end an attribute") {
  CHECK(escape_markup("<a href=\"x\">&amp; 'б'") == "&lt;a href=&quot;x&quot;&gt;&amp;amp; &#39;б&#39;");
}

TEST_CASE("all else in a text in markup stays as it is") {
  CHECK(escape_markup("«Ёлочка» № 5\t\n\x01") == "«Ёлочка» № 5\t\n\x01");
  CHECK(escape_markup("").empty());
}
