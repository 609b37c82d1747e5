// Broken files: whatever the bytes, mistakes are told and the program goes on.

#include <random>

#include "base/files.hpp"
#include "import/read/import_set.hpp"
#include "import/read/reader.hpp"
#include "sample.hpp"
#include "support.hpp"

using namespace svodka;
using namespace import::test;

namespace {

// Every place that a mistake names lies within its file.
void check_places(const base::Diagnostics& diagnostics) {
  for (const auto& diagnostic : diagnostics.all()) {
    if (!diagnostic.span.source) continue;
    if (diagnostic.span.begin > diagnostic.span.end ||
        diagnostic.span.end > diagnostic.span.source->text.size()) {
      FAIL(diagnostic.message);
    }
  }
}

bool reads(const std::string& text) {
  base::Diagnostics diagnostics;
  import::Mistakes mistakes(diagnostics);
  import::ImportSet set;
  import::read_import_file(base::make_source("f.json", text), set, mistakes);
  check_places(diagnostics);
  return !mistakes.any();
}

}  // namespace

TEST_CASE("a file cut off anywhere is not JSON") {
  const auto whole = resolution;
  for (std::size_t length = 0; length < whole.size(); ++length) {
    if (reads(whole.substr(0, length))) FAIL("cut at " << length);
  }
  CHECK(reads(whole));
}

TEST_CASE("a file with changed bytes is read or refused, never more") {
  std::mt19937 random(20260901);
  const std::string bytes = "{}[]\",:\\0eE+-.n\n\xD0\xFF\x01 ";
  int refused = 0;
  for (int round = 0; round < 3000; ++round) {
    auto text = history;
    for (int change = 0; change < 1 + round % 3; ++change) {
      text[random() % text.size()] = bytes[random() % bytes.size()];
    }
    refused += !reads(text);
  }
  CHECK(refused > 1000);
}

TEST_CASE("a sound file with exchanged values is imported or refused, and refused leaves nothing") {
  std::mt19937 random(7);
  const std::vector<std::string> values = {
      "null",           "true",         "1",  "-1", "1.5",  "\"x\"",    "\"r-1\"",
      "\"2026-10-31\"", "\"school-1\"", "[]", "{}", "\"\"", "\"done\"", "\"lyceum\""};
  ImportFolder folder;
  folder.import({district, resolution});
  const auto before = folder.bytes();
  int refused = 0;
  for (int round = 0; round < 200; ++round) {
    auto text = history;
    const auto colon = text.find(": ", random() % (text.size() - 200));
    const auto end = text.find_first_of(",}", colon);
    text.replace(colon + 2, end - colon - 2, values[random() % values.size()]);
    if (folder.mistakes(text) != "") {
      ++refused;
      if (folder.bytes() != before) FAIL(text);
    } else {
      folder.restore(before);
    }
  }
  CHECK(refused > 50);
  CHECK(refused < 200);
}
