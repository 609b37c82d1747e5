// Every mistake in tests/templates/mistakes/: a template, a line of dashes, and the whole message it must
// give.

#include <cstdlib>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "parse.hpp"
#include "support/catch.hpp"
#include "templates/xml/tree.hpp"

namespace svodka::templates {

using test::messages;

namespace {

constexpr std::string_view divider = "-----\n";

// Codes such as T101 that stand between two marks, in order.
std::vector<std::string> codes_between(std::string_view open, const std::string& text,
                                       std::string_view close) {
  std::vector<std::string> found;
  for (std::size_t at = 0; (at = text.find(open, at)) != std::string::npos; ++at) {
    const auto code = text.substr(at + open.size(), 4);
    const bool closed = text.compare(at + open.size() + code.size(), close.size(), close) == 0;
    if (closed && (code[0] == 'X' || code[0] == 'T')) found.push_back(code);
  }
  return found;
}

std::set<std::string> codes_of_the_room() {
  const auto codes = codes_between("{\"", base::read_file("src/templates/codes.hpp"), "\", ");
  return {codes.begin(), codes.end()};
}

}  // namespace

TEST_CASE("each mistake gives its whole message") {
  for (const auto& file : test::files_in("tests/templates/mistakes", ".txt")) {
    INFO(file.string());
    const auto text = base::read_file(file);
    const auto middle = text.find(divider);
    REQUIRE(middle != std::string::npos);
    const auto given = messages(text.substr(0, middle));
    if (std::getenv("SVODKA_REWRITE") != nullptr) {
      std::ofstream(file, std::ios::binary) << text.substr(0, middle) << divider << given;
      continue;
    }
    CHECK(given == text.substr(middle + divider.size()));
  }
}

TEST_CASE("a file that is too large is refused before it is read") {
  const std::string blanks(max_template_bytes + 1, ' ');
  CHECK(messages(blanks) ==
        "t.xml:1:1: error[X108]: the file has 4194305 bytes, a template at most 4194304\n");
}

TEST_CASE("a byte that is not UTF-8 is pointed at") {
  const std::string expected =
      "t.xml:2:5: error[X101]: this byte is not UTF-8\n"
      "    2 | <p>Д\xFF</p></report>\n"
      "      |     ^\n"
      "  hint: save the file as UTF-8\n";
  CHECK(messages("<report>\n<p>Д\xFF</p></report>") == expected);
}

TEST_CASE("every code of the room has a mistake that asserts its message") {
  std::set<std::string> tested{"X108"};
  for (const auto& file : test::files_in("tests/templates/mistakes", ".txt")) {
    const auto text = base::read_file(file);
    const auto found = codes_between("[", text.substr(text.find(divider)), "]");
    tested.insert(found.begin(), found.end());
  }
  CHECK(tested.size() > 30);
  CHECK(tested == codes_of_the_room());
}

TEST_CASE("every code of the room is explained in docs/errors/templates.md") {
  const auto explained = codes_between("| ", base::read_file("docs/errors/templates.md"), " |");
  CHECK(std::set<std::string>(explained.begin(), explained.end()) == codes_of_the_room());
}

TEST_CASE("mistakes come in the order of the file and all at once") {
  const auto text = messages(
      "<report name=\"r\" title=\"T\" xmlns=\"urn:svodka:report:1\">\n"
      "<query name=\"q\"><![CDATA[SELECT :x]]></query>\n"
      "<section title=\"{q.a\"><p algin=\"left\">{a | b}</p>\n"
      "<table each=\"w\"/></section></report>");
  CHECK(codes_between("[", text, "]") ==
        std::vector<std::string>{"T402", "T301", "T202", "T103", "T203", "T111", "T108"});
}

}  // namespace svodka::templates
