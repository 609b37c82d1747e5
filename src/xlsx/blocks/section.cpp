#include "xlsx/blocks/section.hpp"

#include <fmt/format.h>

#include <vector>

#include "xlsx/blocks/chart_writer.hpp"
#include "xlsx/blocks/paragraphs.hpp"
#include "xlsx/codes.hpp"
#include "xlsx/sheet/column_widths.hpp"
#include "xlsx/table/writer.hpp"

namespace svodka::xlsx {

namespace {

using document::Paragraph;
using document::StyleName;
using document::Table;

constexpr std::size_t kMaxColumns = 16384;

bool is_printed(const document::Block& block) { return block.only != document::Only::pdf; }

// A table without rows may be a sentence instead.
bool is_sentence(const Table& table) { return table.rows.rows() == 0 && !table.empty_text.empty(); }

class SectionWriter {
 public:
  SectionWriter(Book& book, const document::Section& section) : book_(book), section_(section) {}

  void write() {
    survey();
    auto grid = make_grid(needs_);
    if (grid.columns() > kMaxColumns) {
      book_.diagnostics.error_in(too_many_columns, fmt::format("section «{}»", section_.title),
                                 fmt::format("{} columns; a sheet holds {}", grid.columns(), kMaxColumns),
                                 "make rows of what are columns now");
      return;
    }
    spans_ = grid.tables;
    Sheets sheets(book_, grid, section_, data_like_);
    if (section_.appendix && !section_.label.empty()) write_appendix_label(sheets);
    std::uint32_t group = 0;
    for (const auto& block : section_.blocks) {
      if (!is_printed(block)) continue;
      if (block.group != group) {
        if (group != 0) sheets.current().end_group();
        if (block.group != 0) sheets.current().begin_group();
        group = block.group;
      }
      std::visit([&](const auto& content) { put(sheets, content); }, block.content);
    }
    if (group != 0) sheets.current().end_group();
    sheets.finish();
  }

 private:
  void survey() {
    needs_.text_width = document::text_width(book_.theme, section_.orientation);
    needs_.prose = section_.appendix && !section_.label.empty();
    for (const auto& block : section_.blocks) {
      if (is_printed(block)) std::visit([&](const auto& content) { take(content); }, block.content);
    }
  }

  void take(const Paragraph&) {
    needs_.prose = true;
    text_below_table_ = text_below_table_ || !needs_.tables.empty();
  }
  void take(const document::Signature&) { needs_.signatures = true; }
  void take(const document::Approval&) { needs_.approval_width = document::approval_width(book_.theme); }
  void take(const document::LetterheadMark&) {
    for (const auto& block : document::letterhead_blocks(book_.theme)) {
      std::visit([&](const auto& content) { take(content); }, block.content);
    }
  }
  // Its place is exact where its sides are edges of columns.
  void take(const document::Image& image) {
    needs_.prose = true;
    const auto width = document::size_of(image, needs_.text_width, book_.theme.page_height).width;
    const auto left = document::left_of(image.align, needs_.text_width - width);
    needs_.wishes.insert(needs_.wishes.end(), {left, left + width});
  }
  void take(const document::Rule&) { needs_.prose = true; }
  void take(const document::Chart&) {
    needs_.prose = true;  // a chart is as wide as the text
    text_below_table_ = text_below_table_ || !needs_.tables.empty();
  }
  void take(const document::PageBreak&) {}
  void take(const document::Space&) {}
  void take(const Table& table) {
    needs_.prose = needs_.prose || !table.caption.empty() || is_sentence(table);
    if (is_sentence(table) || table.columns.empty()) return;
    needs_.tables.push_back(
        {column_widths(table, book_.theme, needs_.text_width, book_.measure), table.filter});
    data_like_ = data_like_ || table.filter;
  }

  void write_appendix_label(Sheets& sheets) {
    Paragraph label;
    label.style = StyleName::appendix;
    label.runs = {{section_.label, false, false, {}}};
    write_paragraph(book_, sheets, label);
  }

  void put(Sheets& sheets, const Paragraph& paragraph) {
    write_paragraph(book_, sheets, paragraph);
    const bool heading = paragraph.role == document::ParagraphRole::heading;
    if (heading || paragraph.keep_with_next || book_.style(paragraph.style).keep_with_next) {
      sheets.current().keep_last_rows();
    }
  }
  // Never alone on a page; there may be an empty row before it.
  void put(Sheets& sheets, const document::Signature& signature) {
    sheets.current().keep_last_rows(2);
    write_signature(book_, sheets, signature);
  }
  void put(Sheets& sheets, const document::Chart& chart) {
    if (chart.has_values()) return ChartWriter(book_, sheets, chart).write();
    put_sentence(sheets, chart.title, chart.empty_text);
  }
  void put(Sheets& sheets, const document::Approval& approval) { write_approval(book_, sheets, approval); }
  void put(Sheets& sheets, const document::LetterheadMark&) {
    for (const auto& block : document::letterhead_blocks(book_.theme)) {
      std::visit([&](const auto& content) { put(sheets, content); }, block.content);
    }
  }
  void put(Sheets& sheets, const document::Image& image) { write_image(book_, sheets, image); }
  void put(Sheets& sheets, const document::Rule&) { write_rule(book_, sheets); }
  void put(Sheets& sheets, const document::PageBreak&) { sheets.current().break_page(); }
  void put(Sheets& sheets, const document::Space& space) { write_space(sheets, space.height); }
  void put(Sheets& sheets, const Table& table) {
    if (is_sentence(table)) {
      put_sentence(sheets, table.caption, table.empty_text);
      return;
    }
    if (!table.caption.empty()) put_caption(sheets, table.caption);
    if (!table.columns.empty()) {
      // What stands below a table that is filtered is a note on it.
      const bool alone = spans_.size() == 1 && (table.filter || !text_below_table_);
      TableWriter(book_, sheets, table, spans_[next_table_++], alone).write();
    }
  }

  void put_caption(Sheets& sheets, const std::string& text) {
    Paragraph caption;
    caption.style = StyleName::caption;
    caption.runs = {{text, false, false, {}}};
    write_paragraph(book_, sheets, caption);
    sheets.current().keep_last_rows();
  }
  // What stands instead of a table or chart with nothing in it.
  void put_sentence(Sheets& sheets, const std::string& caption, const document::Runs& words) {
    if (!caption.empty()) put_caption(sheets, caption);
    Paragraph sentence;
    sentence.runs = words;
    write_paragraph(book_, sheets, sentence);
  }

  Book& book_;
  const document::Section& section_;
  GridNeeds needs_;
  std::vector<std::vector<Span>> spans_;  // of the tables, in order
  std::size_t next_table_ = 0;
  bool data_like_ = false;
  bool text_below_table_ = false;
};

}  // namespace

void write_section(Book& book, const document::Section& section) { SectionWriter(book, section).write(); }

}  // namespace svodka::xlsx
