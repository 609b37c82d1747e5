#include "templates/xml/tree.hpp"

#include "support/catch.hpp"

namespace svodka::templates {

namespace {

XmlNode read(const std::string& text) {
  base::Diagnostics diagnostics;
  auto root = read_xml(base::make_source("t.xml", text), diagnostics);
  INFO(base::render(diagnostics));
  REQUIRE(root);
  return std::move(*root);
}

}  // namespace

TEST_CASE("spans of elements are their names, spans of attributes their values") {
  const auto root = read("<?xml version=\"1.0\"?>\n<!-- <x> --><a  b = 'one'\n\tc=\"two > 1\"><d/></a>");
  CHECK(base::text_of(root.span) == "a");
  REQUIRE(root.attributes.size() == 2);
  CHECK(base::text_of(root.attributes[0].name_span) == "b");
  CHECK(base::text_of(root.attributes[0].value.span()) == "one");
  CHECK(root.attributes[1].value.text() == "two > 1");
  REQUIRE(root.children.size() == 1);
  CHECK(base::text_of(root.children[0].span) == "d");
}

TEST_CASE("references are resolved and every byte knows its place") {
  const auto root = read("<a b='&lt;&#1046;&#x416;&quot;Ж'>x &amp; y</a>");
  const auto& value = root.attributes[0].value;
  CHECK(value.text() == "<ЖЖ\"Ж");
  CHECK(base::text_of(value.span(0, 1)) == "&lt;");
  CHECK(base::text_of(value.span(1, 3)) == "&#1046;");
  CHECK(base::text_of(value.span(3, 5)) == "&#x416;");
  CHECK(base::text_of(value.span(5, 6)) == "&quot;");
  CHECK(base::text_of(value.span(6, 8)) == "Ж");
  CHECK(base::text_of(value.span(8, 8)).empty());
  REQUIRE(root.children.size() == 1);  // one run, though expat gives three pieces
  CHECK(root.children[0].text.text() == "x & y");
  CHECK(base::text_of(root.children[0].text.span(2, 3)) == "&amp;");
}

TEST_CASE("line ends are one character in text and a space in attributes") {
  const auto root = read("<a b='1\r\n2\t3'>1\r\n2\r3</a>");
  CHECK(root.attributes[0].value.text() == "1 2 3");
  CHECK(root.children[0].text.text() == "1\n2\n3");
}

TEST_CASE("a referred line end in an attribute stays") {
  CHECK(read("<a b='1&#10;2'/>").attributes[0].value.text() == "1\n2");
}

TEST_CASE("CDATA sections are their own verbatim runs, and comments part text") {
  const auto root = read("<a>x<![CDATA[&lt; <y>]]><![CDATA[]]>z<!-- c -->w<?p i?></a>");
  REQUIRE(root.children.size() == 5);
  CHECK(root.children[0].text.text() == "x");
  CHECK(root.children[1].cdata);
  CHECK(root.children[1].text.text() == "&lt; <y>");
  CHECK(base::text_of(root.children[1].span) == "&lt; <y>");
  CHECK(root.children[2].cdata);
  CHECK(root.children[2].text.text().empty());
  CHECK(root.children[3].text.text() == "z");
  CHECK_FALSE(root.children[3].cdata);
  CHECK(root.children[4].text.text() == "w");
}

TEST_CASE("a byte order mark is accepted") {
  const auto root = read("\xEF\xBB\xBF<a b='1'/>");
  CHECK(base::text_of(root.span) == "a");
  CHECK(root.attributes[0].value.text() == "1");
}

TEST_CASE("sixty-four levels are read, one more is not") {
  const auto nested = [](int levels) {
    std::string text;
    for (int i = 0; i < levels; ++i) text += "<a>";
    for (int i = 0; i < levels; ++i) text += "</a>";
    return text;
  };
  CHECK(read(nested(64)).name == "a");
  base::Diagnostics diagnostics;
  CHECK_FALSE(read_xml(base::make_source("t.xml", nested(65)), diagnostics));
  CHECK(diagnostics.error_count() == 1);
}

}  // namespace svodka::templates
