#include "base/diagnostic.hpp"

#include "support/catch.hpp"

using namespace svodka::base;

namespace {

constexpr Code unknown_field{"T103", "unknown field"};

SourceSpan span_of(const SourcePtr& source, std::string_view part) {
  const auto begin = source->text.find(part);
  return {source, begin, begin + part.size()};
}

}  // namespace

TEST_CASE("a diagnostic shows file, line, column, the line and a caret under what is wrong") {
  const auto source = make_source("protocol.xml", "<report>\n  <p>Итого: {totl}</p>\n</report>\n");
  Diagnostics diagnostics;
  diagnostics.error(unknown_field, span_of(source, "totl"), "unknown field 'totl'", "did you mean 'total'?");
  CHECK(render(diagnostics) ==
        "protocol.xml:2:14: error[T103]: unknown field 'totl'\n"
        "    2 |   <p>Итого: {totl}</p>\n"
        "      |              ^~~~\n"
        "  hint: did you mean 'total'?\n");
}

TEST_CASE("a diagnostic without a place names its record") {
  Diagnostics diagnostics;
  diagnostics.warning_in(unknown_field, "item forum-1.17", "no addressee");
  CHECK(render(diagnostics) == "item forum-1.17: warning[T103]: no addressee\n");
  CHECK_FALSE(diagnostics.has_errors());
}

TEST_CASE("the caret line keeps tabs, so that the caret stands under its place") {
  const auto source = make_source("a.xml", "\t<p>x</p>");
  CHECK(render(Diagnostic{"T103", Severity::error, span_of(source, "x"), {}, "wrong", {}}) ==
        "a.xml:1:5: error[T103]: wrong\n    1 | \t<p>x</p>\n      | \t   ^\n");
}

TEST_CASE("a span over several lines marks its first line only") {
  const auto source = make_source("a.xml", "<p>\nab\n</p>");
  CHECK(render(Diagnostic{"T103", Severity::error, {source, 0, source->text.size()}, {}, "wrong", {}}) ==
        "a.xml:1:1: error[T103]: wrong\n    1 | <p>\n      | ^~~\n");
}

TEST_CASE("an over-long line is not shown, its place is") {
  const auto source = make_source("a.xml", std::string(300, 'x'));
  CHECK(render(Diagnostic{"T103", Severity::error, {source, 200, 201}, {}, "wrong", {}}) ==
        "a.xml:1:201: error[T103]: wrong\n");
}

TEST_CASE("colours appear only when asked") {
  const Diagnostic diagnostic{"T103", Severity::error, {}, "item 1", "wrong", {}};
  CHECK(render(diagnostic).find('\x1b') == std::string::npos);
  CHECK(render(diagnostic, true) == "\x1b[1mitem 1:\x1b[0m \x1b[1;31merror[T103]:\x1b[0m wrong\n");
}

TEST_CASE("positions count lines and code points from one") {
  const auto source = make_source("a", "раз\nдва три");
  const auto position = position_of(*source, source->text.find("три"));
  CHECK(position.line == 2);
  CHECK(position.column == 5);
  CHECK(line_at(*source, source->text.find("три")) == "два три");
  CHECK(text_of(span_of(source, "два")) == "два");
}

TEST_CASE("appended diagnostics keep their count of errors") {
  Diagnostics first, second;
  second.error_in(unknown_field, "a", "b");
  second.warning_in(unknown_field, "a", "c");
  first.append(second);
  CHECK(first.error_count() == 1);
  CHECK(first.all().size() == 2);
}
