#include <bit>
#include <type_traits>

#include "base/digest.hpp"
#include "document/document.hpp"

namespace svodka::document {

namespace {

// Feeds every field in its order. Structured bindings name all of them: a new field does not compile until it
// stands here.
class Digester {
 public:
  std::string finish() {
    digest_.update(pending_);
    return digest_.finish();
  }

  void put(std::string_view text) {
    put(text.size());
    add(text);
  }
  void put(const std::string& text) { put(std::string_view(text)); }
  void put(double number) { put(std::bit_cast<std::uint64_t>(number)); }
  void put(text::Date date) { put(date.days()); }
  template <typename Whole>
  requires std::is_integral_v<Whole> || std::is_enum_v<Whole>
  void put(Whole value) {
    const auto bits = static_cast<std::uint64_t>(value);
    char bytes[8];
    for (int i = 0; i < 8; ++i) bytes[i] = static_cast<char>(bits >> 8 * i & 0xFF);
    add({bytes, sizeof bytes});
  }
  template <typename Item>
  void put(const std::vector<Item>& items) {
    put(items.size());
    for (const auto& item : items) put(item);
  }
  template <typename Item>
  void put(const std::optional<Item>& item) {
    put(item.has_value());
    if (item) put(*item);
  }
  void put(const images::PicturePtr& picture) { put(picture ? std::string_view(picture->bytes) : ""); }

  void put(const Run& run) {
    const auto& [text, bold, italic, href, field] = run;
    put_all(text, bold, italic, href, field);
  }
  void put(const Width& width) {
    const auto& [kind, amount] = width;
    put_all(kind, amount);
  }
  void put(const Total& total) {
    const auto& [kind, numerator, denominator] = total;
    put_all(kind, numerator, denominator);
  }
  void put(const text::Format& format) {
    const auto& [kind, decimals, grouping] = format;
    put_all(kind, decimals, grouping);
  }
  void put(const Column& column) {
    const auto& [title, group, width, align, vertical, format, wrap, hyphenate, repeat, total, heat] = column;
    put_all(title, group, width, align, vertical, format, wrap, hyphenate, repeat, total, heat);
  }
  void put(const CellView& cell) {
    const auto& [type, integer, decimal, date, text, state, decimals, runs] = cell;
    put_all(type, integer, decimal, date, text, state, decimals, runs != nullptr);
    if (runs) put(*runs);
  }
  void put(const TableRows& rows) {
    put_all(rows.columns(), rows.rows());
    for (std::size_t row = 0; row < rows.rows(); ++row) {
      put_all(rows.kind(row), rows.level(row));
      for (std::size_t column = 0; column < rows.cells(row); ++column) put(rows.cell(row, column));
    }
  }
  void put(const Table& table) {
    const auto& [id, caption, columns, borders, low, high, row_height, number_row, rows, empty_text, filter] =
        table;
    put_all(id, caption, columns, borders, low, high, row_height, number_row, rows, empty_text, filter);
  }
  void put(const Series& series) {
    const auto& [title, values] = series;
    put_all(title, values);
  }
  void put(const Chart& chart) {
    const auto& [id, kind, horizontal, title, category_title, value_title, categories, series, format, height,
                 alternative, empty_text] = chart;
    put_all(id, kind, horizontal, title, category_title, value_title, categories, series, format, height,
            alternative, empty_text);
  }
  void put(const Paragraph& paragraph) {
    const auto& [role, style, align, level, label, runs, keep_with_next] = paragraph;
    put_all(role, style, align, level, label, runs, keep_with_next);
  }
  void put(const SignatureLine& line) {
    const auto& [position, name] = line;
    put_all(position, name);
  }
  void put(const Signature& signature) {
    const auto& [lines] = signature;
    put(lines);
  }
  void put(const Approval& approval) {
    const auto& [word, position, name, date] = approval;
    put_all(word, position, name, date);
  }
  void put(const Image& image) {
    const auto& [picture, width, height, align, alternative] = image;
    put_all(picture, width, height, align, alternative);
  }
  void put(const Space& space) {
    const auto& [height] = space;
    put(height);
  }
  void put(const LetterheadMark&) {}
  void put(const Rule&) {}
  void put(const PageBreak&) {}
  void put(const Block& block) {
    const auto& [content, only, keep_with_next, group] = block;
    put_all(content.index(), only, keep_with_next, group);
    std::visit([this](const auto& kind) { put(kind); }, content);
  }
  void put(const RunningText& running) {
    const auto& [edge, pages, align, runs] = running;
    put_all(edge, pages, align, runs);
  }
  void put(const Section& section) {
    const auto& [title, orientation, continues, appendix, label, running, blocks] = section;
    put_all(title, orientation, continues, appendix, label, running, blocks);
  }
  void put(const Property& property) {
    const auto& [name, value] = property;
    put_all(name, value);
  }
  void put(const Document& document) {
    const auto& [report, title, language, author, subject, created, properties, empty, sections] = document;
    put_all(report, title, language, author, subject, created, properties, empty, sections);
  }

 private:
  template <typename... Fields>
  void put_all(const Fields&... fields) {
    (put(fields), ...);
  }

  // Most fields have a few bytes: libcrypto gets them together.
  void add(std::string_view bytes) {
    constexpr std::size_t enough = 4096;
    pending_ += bytes;
    if (pending_.size() < enough) return;
    digest_.update(pending_);
    pending_.clear();
  }

  base::Sha256 digest_;
  std::string pending_;
};

}  // namespace

std::string digest_of(const Document& document) {
  Digester digester;
  digester.put(document);
  return digester.finish();
}

}  // namespace svodka::document
