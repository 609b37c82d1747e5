#pragma once
// Documents with round numbers. Every letter is half an em wide: at 12 points 6, and the Normal style's digit
// is 8 pixels. A line of 12 points is 15.75 high. The page is 400 points between its margins.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/files.hpp"
#include "base/utf8.hpp"
#include "support/catch.hpp"
#include "support/process.hpp"
#include "support/temporary.hpp"
#include "xlsx/workbook.hpp"

namespace svodka::xlsx::test {

using document::RowKind;
using document::StyleName;
using text::Value;

class FakeShaper : public fonts::Shaper {
 public:
  const fonts::ShapedText& shape(std::string_view text, fonts::Style) override {
    auto& shaped = cache_[std::string(text)];
    shaped.width = 0.5 * static_cast<double>(base::count_code_points(text));
    return shaped;
  }
  fonts::LineMetrics metrics(fonts::Style) override { return {0.9, 0.25, 1.15}; }

 private:
  std::map<std::string, fonts::ShapedText> cache_;
};

inline document::Theme small_theme() {
  document::Theme theme;
  theme.families = {"Times New Roman, Fake"};
  theme.page_width = 500;
  theme.margin_left = theme.margin_right = 50;
  theme.outline_indent = 18;
  theme.author = "Управление образования";
  for (auto& style : theme.styles) {
    style.size = 12;
    style.align = document::Align::left;
  }
  theme.style(StyleName::body).align = document::Align::justify;
  theme.style(StyleName::cell_total).bold = true;
  theme.style(StyleName::cell_header).bold = true;
  theme.states["overdue"] = {document::Colour{0xF4, 0xC7, 0xC3}, true, false, {}};
  return theme;
}

inline document::Document empty_document() {
  document::Document document;
  document.title = "Протокол";
  document.created = *text::Date::from_parts(2026, 8, 28);
  document.sections.resize(1);
  document.sections[0].title = "Лист";
  return document;
}

template <typename Content>
document::Document document_of(std::vector<Content> contents) {
  auto document = empty_document();
  for (auto& content : contents) document.sections[0].blocks.emplace_back().content = std::move(content);
  return document;
}

inline document::Paragraph paragraph(std::string text) {
  document::Paragraph out;
  out.runs = {{std::move(text), false, false, {}}};
  return out;
}

// A table of columns 60 points wide with these titles.
inline document::Table table_of(std::string id, const std::vector<std::string>& titles) {
  document::Table table;
  table.id = std::move(id);
  for (const auto& title : titles) {
    table.columns.emplace_back();
    table.columns.back().title = title;
    table.columns.back().width = {document::Width::Kind::points, 60};
  }
  table.rows.set_columns(titles.size());
  return table;
}

inline void add_row(document::Table& table, RowKind kind, const std::vector<Value>& values, int level = 0) {
  table.rows.begin_row(kind, static_cast<std::uint8_t>(level));
  for (const auto& value : values) table.rows.add(value);
}

inline Value whole(std::int64_t number) { return number; }

struct Result {
  std::string bytes;
  std::string lines;  // as dump_workbook.py prints them, from a line break to a line break
  std::string messages;

  // A line that begins so.
  bool has(const std::string& line) const { return lines.find("\n" + line) != std::string::npos; }
  std::string line(const std::string& beginning) const {
    const auto at = lines.find("\n" + beginning);
    return at == std::string::npos ? std::string() : lines.substr(at + 1, lines.find('\n', at + 1) - at - 1);
  }
};

inline Written write_quietly(const document::Document& document, base::Diagnostics& diagnostics,
                             Limits limits = {}, const document::Theme& theme = small_theme()) {
  FakeShaper shaper;
  text::LineBreaker breaker;
  return write_within(document, theme, {shaper, breaker}, limits, diagnostics);
}

// Writes and lets openpyxl read it back.
inline Result written(const document::Document& document, Limits limits = {},
                      const document::Theme& theme = small_theme()) {
  base::Diagnostics diagnostics;
  auto bytes = write_quietly(document, diagnostics, limits, theme).bytes;
  const support::TemporaryFolder folder;
  const auto file = folder.path() / "book.xlsx";
  base::write_file(file, bytes);
  const auto read =
      svodka::test::run_process({"/usr/bin/python3", "tests/xlsx/dump_workbook.py", file.string()});
  INFO(read.output);
  REQUIRE(read.exit_code == 0);
  return {std::move(bytes), "\n" + read.output, base::render(diagnostics)};
}

}  // namespace svodka::xlsx::test
