#include "templates/expressions/expressions.hpp"

#include "parse.hpp"
#include "support/catch.hpp"

namespace svodka::templates {

namespace {

// The paragraph's words as the dump shows them.
std::string words(const std::string& content) {
  const auto text = test::dump_of("<p>" + content + "</p>");
  const std::string before = "    paragraph style=body: ";
  INFO(text);
  REQUIRE(text.rfind(before, 0) == 0);
  return text.substr(before.size(), text.size() - before.size() - 1);
}

std::string test_of(const std::string& expression) {
  const auto shown = words("<if test=\"" + expression + "\">x</if>");
  const auto begin = shown.find('"') + 1;
  return shown.substr(begin, shown.rfind('"') - begin);
}

Test parsed_test(const std::string& expression) {
  base::Diagnostics diagnostics;
  const auto report = parse_template(
      base::make_source("t.xml", test::report_with("<if test=\"" + expression + "\"><p>x</p></if>")), {},
      diagnostics);
  REQUIRE_FALSE(diagnostics.has_errors());
  return std::get<IfElement>(report.sections[0].content[1].node).test;
}

}  // namespace

TEST_CASE("paths, lists and filters are read") {
  CHECK(words("{ full_name }") == "{full_name}");
  CHECK(words("{meeting.chair|upper}") == "{meeting.chair | upper}");
  CHECK(words("{a , b | join : ', ' | default: 'нет'}") == "{a, b | join: ', ' | default: 'нет'}");
  CHECK(words("{a, b | date: short | join: ' – '}") == "{a, b | date: short | join: ' – '}");
  CHECK(words("{n | plural: 'день','дня','дней'}") == "{n | plural: 'день', 'дня', 'дней'}");
  CHECK(words("{x | number: 2} {x | percent} {d | date} {d | date: day_month}") ==
        "{x | number: 2} {x | percent} {d | date} {d | date: day_month}");
}

TEST_CASE("doubled braces are braces, also next to expressions") {
  CHECK(words("{{a}} {{{b}}}") == "{{a}} {{{b}}}");
  base::Diagnostics diagnostics;
  const auto report =
      parse_template(base::make_source("t.xml", test::report_with("<p>{{{{x}}}}</p>")), {}, diagnostics);
  const auto& paragraph = std::get<ParagraphElement>(report.sections[0].content[1].node);
  REQUIRE(paragraph.content.size() == 1);
  CHECK(std::get<Literal>(paragraph.content[0].node).text == "{{x}}");
}

TEST_CASE("quotes hold braces, bars and doubled quotes") {
  CHECK(words("{a | suffix: '} | '' {'}") == "{a | suffix: '} | '' {'}");
  CHECK(words("{a | default: '&#160;&lt;'}") == "{a | default: '\u00A0<'}");
}

TEST_CASE("not binds before and, and before or") {
  CHECK(test_of("a or b and not c") == "(a or (b and not c))");
  CHECK(test_of("(a or b) and c") == "((a or b) and c)");
  CHECK(test_of("not (a or b)") == "not (a or b)");
  CHECK(test_of("not not a") == "not not a");
  CHECK(test_of("not a eq 1 and b") == "(not a eq 1 and b)");
}

TEST_CASE("comparisons take fields, texts, numbers and dates") {
  CHECK(test_of("a eq b.c") == "a eq b.c");
  CHECK(test_of("a ne 'да'") == "a ne 'да'");
  CHECK(test_of("a lt -1.5") == "a lt -1.5");
  CHECK(test_of("a ge date '2026-08-28'") == "a ge date '2026-08-28'");
  CHECK(test_of("date le date") == "date le date");  // a field may be called date
  CHECK(test_of("a gt 0 or eq_count") == "(a gt 0 or eq_count)");
}

TEST_CASE("values of operands are kept with their kinds") {
  const auto number = parsed_test("a eq 12.25");
  CHECK(number.comparison == Comparison::eq);
  CHECK(number.operand.kind == Operand::Kind::number);
  CHECK(number.operand.number == 12.25);
  CHECK(base::text_of(number.operand.span) == "12.25");
  CHECK(base::text_of(number.span) == "a eq 12.25");
  const auto date = parsed_test("a lt date '2024-02-29'");
  CHECK(date.operand.kind == Operand::Kind::date);
  CHECK(date.operand.text == "2024-02-29");
  CHECK(parsed_test("meeting.number").comparison == Comparison::present);
}

TEST_CASE("spans of expressions stay right after references and in attributes") {
  base::Diagnostics diagnostics;
  const auto report = parse_template(
      base::make_source(
          "t.xml",
          test::report_with("<p label=\"&lt;{ number | suffix: '&gt;' }\">&amp; {meeting.chair}</p>")),
      {}, diagnostics);
  const auto& paragraph = std::get<ParagraphElement>(report.sections[0].content[1].node);
  const auto& label = std::get<Expression>(paragraph.label.at(1));
  CHECK(base::text_of(label.span) == "number | suffix: '&gt;'");
  CHECK(base::text_of(label.filters[0].span) == "suffix: '&gt;'");
  CHECK(label.filters[0].arguments == std::vector<std::string>{">"});
  CHECK(base::text_of(std::get<Expression>(paragraph.content.at(1).node).paths[0].span) == "meeting.chair");
}

TEST_CASE("an expression split over lines is one expression") {
  CHECK(words("{a,\n   b\n | join: ' '}") == "{a, b | join: ' '}");
}

TEST_CASE("a test that nests too deep is a mistake, not a crash") {
  const std::string deep = std::string(5000, '(') + "a" + std::string(5000, ')');
  CHECK(test::messages(test::report_with("<if test=\"" + deep + "\"><p>x</p></if>")).find("nests too deep") !=
        std::string::npos);
  std::string denied;
  for (int i = 0; i < 5000; ++i) denied += "not ";
  CHECK(test::messages(test::report_with("<if test=\"" + denied + "a\"><p>x</p></if>"))
            .find("nests too deep") != std::string::npos);
}

}  // namespace svodka::templates
