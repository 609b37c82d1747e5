#include "layout/table/content.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace svodka::layout {

namespace {

using document::RowKind;
using document::Table;
using Kind = document::Width::Kind;

struct Lengths {
  std::size_t word = 0;  // code points of the longest word
  std::size_t line = 0;  // of the whole
};

Lengths lengths_of(std::string_view text) {
  Lengths lengths;
  std::size_t word = 0;
  for (const auto byte : text) {
    if ((static_cast<unsigned char>(byte) & 0xC0) == 0x80) continue;
    ++lengths.line;
    word = byte == ' ' ? 0 : word + 1;
    lengths.word = std::max(lengths.word, word);
  }
  return lengths;
}

// The few texts longest by count, which are then measured.
class Longest {
 public:
  void consider(std::string_view text, std::size_t length) {
    constexpr std::size_t most = 4;
    if (length == 0 || (texts_.size() == most && length <= texts_.back().length)) return;
    for (const auto& known : texts_) {
      if (known.text == text) return;
    }
    if (texts_.size() == most) texts_.pop_back();
    const auto shorter = [&](const Text& known) { return known.length < length; };
    const auto place = std::find_if(texts_.begin(), texts_.end(), shorter);
    texts_.insert(place, {std::string(text), length});
  }
  struct Text {
    std::string text;
    std::size_t length;
  };
  const std::vector<Text>& texts() const { return texts_; }

 private:
  std::vector<Text> texts_;
};

class ColumnScan {
 public:
  void add(std::string_view text, bool bold) {
    while (!text.empty()) {
      const auto end = std::min(text.find('\n'), text.size());
      const auto paragraph = text.substr(0, end);
      const auto lengths = lengths_of(paragraph);
      auto& face = faces_[bold ? 1 : 0];
      face.by_word.consider(paragraph, lengths.word);
      face.by_line.consider(paragraph, lengths.line);
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  Extent extent(TextLook look, Typesetter& typesetter) const {
    const bool always_bold = look.face.bold;
    Extent widest;
    for (std::size_t bold = 0; bold < faces_.size(); ++bold) {
      look.face.bold = always_bold || bold != 0;
      for (const auto* longest : {&faces_[bold].by_word, &faces_[bold].by_line}) {
        for (const auto& text : longest->texts()) {
          const Span span{text.text, false, false, {}};
          const auto extent = typesetter.extent({&span, 1}, look);
          widest.widest_word = std::max(widest.widest_word, extent.widest_word);
          widest.widest_line = std::max(widest.widest_line, extent.widest_line);
        }
      }
    }
    return widest;
  }

 private:
  struct Face {
    Longest by_word, by_line;
  };
  std::array<Face, 2> faces_;  // regular and bold: letters of one are no measure of the other's
};

bool needs_content(const std::vector<document::Column>& columns, std::size_t column) {
  const auto kind = columns[column].width.kind;
  return kind == Kind::automatic || kind == Kind::share;
}

ColumnScan scan(const Table& table, std::size_t column) {
  ColumnScan result;
  for (std::size_t row = 0; row < table.rows.rows(); ++row) {
    const auto kind = table.rows.kind(row);
    if (kind == RowKind::group) continue;
    const auto cell = table.rows.cell(row, column);
    const bool bold = kind != RowKind::body || cell.runs != nullptr || !cell.state.empty();
    if (kind == RowKind::body && cell.type == text::ValueType::text) {
      result.add(cell.text, bold);
    } else {
      result.add(cell_text(table, row, column), bold);
    }
  }
  return result;
}

}  // namespace

TableLooks table_looks(const document::Theme& theme, Typesetter& typesetter) {
  TableLooks looks;
  looks.head = typesetter.look_of(theme.style(document::StyleName::cell_header));
  looks.body = typesetter.look_of(theme.style(document::StyleName::cell));
  looks.total = typesetter.look_of(theme.style(document::StyleName::cell_total));
  looks.group = looks.total;
  looks.group.align = document::Align::left;
  return looks;
}

std::string cell_text(const Table& table, std::size_t row, std::size_t column) {
  const auto& format = table.columns[column];
  const bool computed =
      table.rows.kind(row) != RowKind::body && format.total.kind != document::Total::Kind::none;
  if (!computed) return document::display(format, table.rows.cell(row, column));
  return text::display(document::total_value(table, column, table.summed_by(row)), format.format);
}

bool is_one_paragraph(std::span<const Span> spans) {
  return std::none_of(spans.begin(), spans.end(), [](const Span& span) {
    return span.text.find('\n') != std::string_view::npos || span.text.find('\t') != std::string_view::npos;
  });
}

std::vector<std::vector<Span>> cell_paragraphs(std::span<const Span> spans) {
  std::vector<std::vector<Span>> paragraphs(1);
  for (auto span : spans) {
    for (auto end = span.text.find('\n'); end != std::string_view::npos; end = span.text.find('\n')) {
      auto part = span;
      part.text = span.text.substr(0, end);
      if (!part.text.empty()) paragraphs.back().push_back(part);
      paragraphs.emplace_back();
      span.text.remove_prefix(end + 1);
    }
    if (!span.text.empty()) paragraphs.back().push_back(span);
  }
  return paragraphs;
}

std::vector<ColumnNeed> column_needs(const Table& table, const TableLooks& looks, Points padding,
                                     Typesetter& typesetter) {
  std::vector<ColumnNeed> needs;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const auto& column = table.columns[i];
    constexpr double widest_letter = 0.75;  // em
    const auto narrowest = widest_letter * looks.body.size + padding;
    ColumnNeed need{column.width, column.repeat, {}, narrowest};
    if (needs_content(table.columns, i)) {
      auto look = looks.body;
      look.hyphenate = false;
      need.content = scan(table, i).extent(look, typesetter);
      if (!column.wrap) need.content.widest_word = need.content.widest_line;
      const Span title{column.title, false, false, {}};
      const auto title_word = typesetter.extent({&title, 1}, looks.head).widest_word;
      need.content.widest_word =
          std::max({need.content.widest_word + padding, title_word + padding, narrowest});
      need.content.widest_line = std::max(need.content.widest_line + padding, need.content.widest_word);
    }
    needs.push_back(need);
  }
  return needs;
}

}  // namespace svodka::layout
