// Damaged templates give messages, never a crash; the sanitizer run makes this test sharp.

#include "base/files.hpp"
#include "parse.hpp"
#include "support/catch.hpp"

namespace svodka::templates {

namespace {

// Parses, dumps and renders; true when there were messages.
bool complains(const std::string& text) {
  base::Diagnostics diagnostics;
  const auto report = parse_template(base::make_source("t.xml", text), {}, diagnostics);
  const auto shown = dump(report);
  const auto rendered = base::render(diagnostics);
  return !rendered.empty() && !shown.empty();
}

}  // namespace

TEST_CASE("every truncation of a template is a mistake") {
  for (const auto& file : test::files_in("tests/templates/samples", ".xml")) {
    const auto text = base::read_file(file);
    const auto last = text.rfind('>');
    for (std::size_t length = 0; length <= last; ++length) {
      INFO(file.string() << " cut to " << length);
      REQUIRE(complains(text.substr(0, length)));
    }
  }
}

TEST_CASE("single bytes changed, removed or doubled never crash") {
  constexpr std::string_view bytes("<>{}'\"&| \0\xD0x:/", 14);
  for (const auto& file : test::files_in("tests/templates/samples", ".xml")) {
    const auto text = base::read_file(file);
    std::size_t complaints = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      auto changed = text;
      changed[at] = bytes[at % bytes.size()];
      auto removed = text;
      removed.erase(at, 1);
      auto doubled = text;
      doubled.insert(at, 1, text[at]);
      for (const auto& damaged : {changed, removed, doubled}) complaints += complains(damaged);
    }
    CHECK(complaints > text.size());
  }
}

}  // namespace svodka::templates
