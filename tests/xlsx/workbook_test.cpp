#include <fmt/format.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>

#include <cmath>
#include <limits>

#include "base/error.hpp"
#include "support.hpp"

namespace svodka::xlsx::test {

using document::Paragraph;

namespace {

constexpr Limits kStreamed{.sheet_rows = 1048576, .streamed_cells = 0};

document::Document one_cell(const Value& value) {
  auto table = table_of("t", {"Имя"});
  add_row(table, RowKind::body, {value});
  return document_of<document::Table>({table});
}

// About 20 MB of XML in one part, quick to measure.
document::Document large() {
  auto table = table_of("large", {"а", "б"});
  for (auto& column : table.columns) column.width.amount = 1500;
  const std::string text(240, 'x');
  for (int i = 0; i < 35000; ++i) add_row(table, RowKind::body, {text, text});
  return document_of<document::Table>({table});
}

class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) {
    const char* before = getenv(name);
    if (before != nullptr) before_ = before;
    setenv(name, value, 1);
  }
  ~Variable() { before_.empty() ? unsetenv(name_) : setenv(name_, before_.c_str(), 1); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  const char* name_;
  std::string before_;
};

// Files of this process may not grow beyond `bytes`, as on a full disk.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) {
    getrlimit(RLIMIT_FSIZE, &before_);
    handler_ = signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FullDisk() {
    setrlimit(RLIMIT_FSIZE, &before_);
    signal(SIGXFSZ, handler_);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;

 private:
  rlimit before_{};
  sighandler_t handler_;
};

std::string messages_of(const document::Document& document) {
  base::Diagnostics diagnostics;
  write_quietly(document, diagnostics);
  return base::render(diagnostics);
}

std::string failure_of(const document::Document& document, Limits limits = {}) {
  base::Diagnostics diagnostics;
  try {
    write_quietly(document, diagnostics, limits);
  } catch (const base::Error& error) {
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("a section is a sheet, the first is active") {
  auto document = empty_document();
  document.sections.resize(2);
  document.sections[1].title = "лист";
  document.sections[1].orientation = document::Orientation::landscape;
  const auto result = written(document);
  CHECK(result.has("sheets ['Лист', 'лист (2)'] active Лист"));
  CHECK(result.has("paper 9 landscape fit=None scale=97"));
}

TEST_CASE("a document without sections is a workbook with an empty sheet") {
  auto document = empty_document();
  document.sections.clear();
  CHECK(written(document).has("sheets ['Протокол']"));
}

TEST_CASE("properties are the document's, dated by its day") {
  auto document = empty_document();
  document.subject = "Совещание\x01 & Ко";
  document.properties = {{"as_of", "2026-08-28"}, {"empty", ""}};
  const auto result = written(document);
  CHECK(
      result.has("properties title=Протокол author=Управление образования subject=Совещание & Ко "
                 "created=2026-08-28T12:00:00Z"));
  CHECK(result.has("custom as_of = 2026-08-28"));
  CHECK(result.has("font Times New Roman 12"));
}

TEST_CASE("a long property is cut with a warning") {
  auto document = empty_document();
  document.properties = {{"meeting", std::string(300, 'x')}};
  const auto result = written(document);
  CHECK(result.has("custom meeting = " + std::string(255, 'x') + "\n"));
  CHECK(result.messages == "document property 'meeting': warning[E108]: cut after 255 characters\n");
}

TEST_CASE("the same document gives the same bytes, whatever locale and time zone") {
  const auto document = one_cell(1234.5);
  const auto bytes = written(document).bytes;
  const support::TemporaryFolder folder;
  const auto made = svodka::test::run_process(
      {"localedef", "--no-archive", "-i", "ru_RU", "-f", "UTF-8", (folder.path() / "ru_RU.UTF-8").string()});
  INFO(made.output);
  const Variable zone("TZ", "Asia/Vladivostok");
  tzset();
  const Variable path("LOCPATH", folder.path().c_str());
  REQUIRE(setlocale(LC_ALL, "ru_RU.UTF-8") != nullptr);
  REQUIRE(std::string(localeconv()->decimal_point) == ",");
  const auto again = written(document);
  setlocale(LC_ALL, "C");
  CHECK(again.bytes == bytes);
  CHECK(again.has("cell A2 n 1234.5"));
}

TEST_CASE("parts are kept in memory") {
  base::Diagnostics diagnostics;
  CHECK(write_quietly(one_cell("x"), diagnostics).parts >= 8);
}

TEST_CASE("every entry of the archive is compressed in one piece") {
  base::Diagnostics diagnostics;
  const auto made = write_quietly(one_cell("x"), diagnostics);
  CHECK(made.compressed == made.parts);
  CHECK(made.streamed == 0);
}

TEST_CASE("entries too large to be compressed in one piece are read back the same") {
  base::Diagnostics diagnostics;
  auto table = table_of("t", {"Имя"});
  for (int i = 0; i < 2000; ++i) add_row(table, RowKind::body, {fmt::format("строка {}", i)});
  const auto document = document_of<document::Table>({table});
  const Limits some{.entry_in_one_piece = 20000}, none{.entry_in_one_piece = 0};
  const auto made = write_quietly(document, diagnostics, some);
  CHECK(made.streamed == 2);  // the sheet and the texts
  CHECK(made.compressed == made.parts - 2);
  CHECK(write_quietly(document, diagnostics, none).streamed == made.parts);
  const auto lines = written(document).lines;
  CHECK(written(document, some).lines == lines);
  CHECK(written(document, none).lines == lines);
}

TEST_CASE("a workbook is written where no temporary folder is") {
  const Variable folder("TMPDIR", "/nonexistent");
  CHECK(failure_of(one_cell("x")).empty());
}

TEST_CASE("a part too large for memory needs the temporary folder, and says so") {
  const Variable folder("TMPDIR", "/nonexistent");
  CHECK(failure_of(large(), kStreamed) ==
        "cannot write a part of the workbook to /nonexistent: No such file or directory");
}

TEST_CASE("a full disk under a part is an error, not a truncated workbook") {
  const FullDisk disk(1 << 20);
  CHECK(failure_of(large(), kStreamed).find("File too large") != std::string::npos);
}

TEST_CASE("a workbook that cannot be written whole is an error") {
  const FullDisk disk(1000);
  CHECK(failure_of(one_cell("x")).starts_with("cannot write the parts of the workbook: "));
  const Limits streamed{.entry_in_one_piece = 0};
  CHECK(failure_of(one_cell("x"), streamed).starts_with("cannot write the parts of the workbook: "));
}

TEST_CASE("a text longer than a cell holds is an error that names the cell") {
  CHECK(messages_of(one_cell(std::string(32768, 'x'))) ==
        "table t, row 1, column «Имя»: error[E101]: the text has 32768 characters; a cell holds 32767\n"
        "  hint: split the text over rows or paragraphs\n");
}

TEST_CASE("lengths are counted in UTF-16, escapes included") {
  std::string emoji;
  for (int i = 0; i < 16384; ++i) emoji += "😀";
  CHECK(messages_of(one_cell(emoji)).find("error[E101]: the text has 32768 characters") != std::string::npos);
  std::string full(32767, 'x');
  CHECK(messages_of(one_cell(full)).empty());
  full.replace(0, 7, "_x0041_");
  CHECK(messages_of(one_cell(full)).find("error[E101]: the text has 32773 characters") != std::string::npos);
}

TEST_CASE("broken text is repaired with a warning") {
  const auto result = written(one_cell("а\xFF"));
  CHECK(result.has("cell A2 s 'а�'"));
  CHECK(
      result.messages ==
      "table t, row 1, column «Имя»: warning[E102]: the text is not valid UTF-8; broken bytes are printed as "
      "U+FFFD\n  hint: import the text again from a file in UTF-8\n");
}

TEST_CASE("control characters are left out with a warning") {
  const auto result =
      written(document_of<Paragraph>({paragraph("а\x02"
                                                "б\xEF\xBF\xBE")}));
  CHECK(result.has("cell A1 s 'аб'"));
  CHECK(result.messages ==
        "sheet «Лист», row 1: warning[E103]: control characters of the text were left out\n");
}

TEST_CASE("a literal escape stays as it was written") {
  CHECK(written(one_cell("_x0041_")).has("cell A2 s '_x0041_'"));
}

TEST_CASE("what is not a number is an error and an empty cell") {
  const auto result = written(one_cell(std::nan("")));
  CHECK(result.has("cell A2 blank"));
  CHECK(result.messages ==
        "table t, row 1, column «Имя»: error[E104]: nan cannot stand in a cell\n"
        "  hint: leave the value empty where there is none\n");
  CHECK(written(one_cell(std::numeric_limits<double>::infinity())).has("cell A2 blank"));
}

TEST_CASE("an integer of more than 15 digits is kept as text") {
  const auto result = written(one_cell(whole(1234567890123456789)));
  CHECK(result.has("cell A2 s '1234567890123456789'"));
  CHECK(result.messages ==
        "table t, row 1, column «Имя»: warning[E110]: 1234567890123456789 has more than 15 digits and is "
        "kept as "
        "text\n");
  CHECK(written(one_cell(whole(999'999'999'999'999))).has("cell A2 n 999999999999999 "));
  CHECK(written(one_cell(whole(std::numeric_limits<std::int64_t>::min())))
            .has("cell A2 s '-9223372036854775808'"));
}

TEST_CASE("a link that is no web address is text, with a warning") {
  Paragraph link;
  link.runs = {{"приказ", false, false, "file:///etc/passwd"}};
  const auto result = written(document_of<Paragraph>({link}));
  CHECK(result.line("cell A1").find("link=") == std::string::npos);
  CHECK(result.messages ==
        "sheet «Лист», row 1: warning[E107]: 'file:///etc/passwd' is not a web address\n"
        "  hint: links begin with https://, http://, ftp:// or mailto:\n");
}

TEST_CASE("an address longer than Excel takes is left out") {
  Paragraph link;
  link.runs = {{"приказ", false, false, "https://example.org/" + std::string(700, '^')}};
  CHECK(written(document_of<Paragraph>({link})).messages ==
        "sheet «Лист», row 1: warning[E107]: the address is longer than 2079 characters\n");
}

TEST_CASE("more links than Excel takes are text") {
  document::Table table = table_of("links", {"Имя"});
  for (int i = 0; i < 65531; ++i) {
    table.rows.begin_row(RowKind::body);
    table.rows.add_runs({{"x", false, false, "https://example.org/"}});
  }
  base::Diagnostics diagnostics;
  write_quietly(document_of<document::Table>({table}), diagnostics, kStreamed);
  CHECK(base::render(diagnostics) ==
        "sheet «Лист», row 65532: warning[E107]: the sheet has more than 65530 links\n");
}

TEST_CASE("too much emphasis for a cell leaves its text") {
  auto table = table_of("t", {"Имя"});
  document::Runs runs;
  for (int i = 0; i < 300; ++i) runs.push_back({"x", i % 2 == 0, false, {}});
  table.rows.begin_row(RowKind::body);
  table.rows.add_runs(runs);
  const auto result = written(document_of<document::Table>({table}));
  CHECK(result.has("cell A2 s '" + std::string(300, 'x') + "'"));
  CHECK(result.messages ==
        "sheet «Лист», row 2: warning[E111]: too much bold and italic text for one cell\n");
}

TEST_CASE("a table of more columns than a sheet has is an error") {
  auto table = table_of("wide", std::vector<std::string>(16385, "x"));
  add_row(table, RowKind::body, std::vector<Value>(16385));
  CHECK(messages_of(document_of<document::Table>({table})) ==
        "section «Лист»: error[E109]: 16385 columns; a sheet holds 16384\n"
        "  hint: make rows of what are columns now\n");
}

}  // namespace svodka::xlsx::test
