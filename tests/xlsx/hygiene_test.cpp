#include "xlsx/text/hygiene.hpp"

#include "support/catch.hpp"
#include "xlsx/text/styled_text.hpp"

namespace svodka::xlsx {

namespace {

struct Cleaned {
  std::string text;
  Findings findings;
};

Cleaned clean(std::string_view text) {
  Cleaned out;
  std::string buffer;
  out.text = cell_text(text, buffer, out.findings);
  return out;
}

}  // namespace

TEST_CASE("Russian text passes unchanged and without a copy") {
  const std::string text = "«Ёлка» – № 7, строка\nещё 😀 ＿x";
  std::string buffer;
  Findings findings;
  CHECK(cell_text(text, buffer, findings).data() == text.data());
  CHECK_FALSE(findings.any());
}

TEST_CASE("control characters and noncharacters are left out") {
  const auto result = clean(std::string_view("a\0b\x1F\x7F\xEF\xBF\xBE\xEF\xBF\xBF", 11));
  CHECK(result.text == "ab\x7F");
  CHECK(result.findings.forbidden);
  CHECK_FALSE(result.findings.invalid_utf8);
}

TEST_CASE("malformed bytes become the replacement character") {
  for (const auto* bytes : {"\xFF", "\xC0\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xD0"}) {
    const auto result = clean(bytes);
    CHECK(result.findings.invalid_utf8);
    CHECK(result.text.starts_with("\xEF\xBF\xBD"));
  }
}

TEST_CASE("a tab becomes a space: no cell shows it well") {
  CHECK(clean("1.\tслушали").text == "1. слушали");
}

TEST_CASE("line ends of other systems become line feeds") { CHECK(clean("a\r\nb\rc\r").text == "a\nb\nc\n"); }

TEST_CASE("what looks like an escape is escaped") {
  CHECK(clean("_x0041_").text == "_x005F_x0041_");
  CHECK(clean("a_xABCd_b_x00").text == "a_x005F_xABCd_b_x00");
  CHECK(clean("_x004G_").text == "_x004G_");
}

TEST_CASE("lengths are counted in UTF-16 units and never cut a character") {
  CHECK(utf16_units("яa😀") == 4);
  CHECK(first_units("яa😀", 3) == "яa");
  CHECK(first_units("яa😀", 4) == "яa😀");
}

TEST_CASE("one line of white space is one space") { CHECK(one_line(" a \r\n\t b\x01 ") == "a b"); }

TEST_CASE("a slice keeps the looks inside it and drops blanks at its ends") {
  Findings findings;
  const auto text = styled("1.", {{"раз ", true, false, {}}, {"два", false, true, "https://a"}}, findings);
  CHECK(text.text == "1. раз два");
  const auto part = slice(text, 2, text.text.size());
  CHECK(part.text == "раз два");
  REQUIRE(part.stretches.size() == 2);
  CHECK(part.stretches[0].bold);
  CHECK(part.stretches[0].end == 7);
  CHECK(part.href == "https://a");
  CHECK(slice(text, 0, 9).href.empty());
}

}  // namespace svodka::xlsx
