#include <fmt/format.h>

#include "document/document.hpp"

namespace svodka::document {

namespace {

constexpr std::string_view kAligns[] = {"left", "centre", "right", "justify"};
constexpr std::string_view kRowKinds[] = {"row", "group", "subtotal", "total"};

// One line a paragraph or cell: line breaks and backslashes are escaped, runs carry their style.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '\\') {
      out += "\\\\";
    } else {
      out += c;
    }
  }
  return out;
}

std::string runs_text(const Runs& runs) {
  std::string out;
  for (const auto& run : runs) {
    auto text = escaped(run.text);
    if (run.field == PageField::number) text = "{page-number}";
    if (run.field == PageField::count) text = "{page-count}";
    if (!run.href.empty()) text = fmt::format("[{}]({})", text, run.href);
    if (run.italic) text = "_" + text + "_";
    if (run.bold) text = "*" + text + "*";
    out += text;
  }
  return out;
}

std::string width_text(const Width& width) {
  switch (width.kind) {
    case Width::Kind::points:
      return fmt::format("{:.2f}pt", width.amount);
    case Width::Kind::share:
      return fmt::format("{}fr", width.amount);
    case Width::Kind::percent:
      return fmt::format("{}%", width.amount);
    case Width::Kind::automatic:
      break;
  }
  return "auto";
}

std::string total_text(const Total& total) {
  switch (total.kind) {
    case Total::Kind::none:
      return {};
    case Total::Kind::sum:
      return " sum";
    case Total::Kind::count:
      return " count";
    case Total::Kind::ratio:
      return fmt::format(" ratio({},{})", total.numerator, total.denominator);
  }
  return {};
}

std::string heat_text(const Table& table, const Column& column) {
  if (column.heat == Heat::none) return {};
  return fmt::format(" heat {} {} to {}", column.heat == Heat::more_is_better ? "more" : "less",
                     table.heat_low, table.heat_high);
}

std::string typed(const Column& column, const CellView& cell) {
  static constexpr std::string_view marks[] = {"", "i:", "d:", "date:", ""};
  const auto mark = marks[static_cast<std::size_t>(cell.type)];
  return fmt::format("{}{}", mark, escaped(display(column, cell)));
}

class Dumper {
 public:
  std::string take() { return std::move(out_); }

  void operator()(const Paragraph& p) {
    static constexpr std::string_view roles[] = {"p", "h", "item"};
    out_ += fmt::format("  {}", roles[static_cast<std::size_t>(p.role)]);
    if (p.role != ParagraphRole::paragraph) out_ += fmt::format("{}", p.level);
    out_ += fmt::format(" {}", name_of(p.style));
    if (p.align) out_ += fmt::format(" {}", kAligns[static_cast<std::size_t>(*p.align)]);
    if (!p.label.empty()) out_ += fmt::format(" [{}]", p.label);
    out_ += ": " + runs_text(p.runs) + "\n";
  }

  void operator()(const Table& t) {
    static constexpr std::string_view borders[] = {" grid", " rows", " no borders"};
    out_ +=
        fmt::format("  table {}{}{}{}{}\n", t.id, t.number_row ? " numbered" : "", t.filter ? " filter" : "",
                    t.borders ? borders[static_cast<std::size_t>(*t.borders)] : "",
                    t.row_height > 0 ? fmt::format(" rows of {:.2f}", t.row_height) : "");
    if (!t.caption.empty()) out_ += fmt::format("    caption: {}\n", t.caption);
    for (const auto& c : t.columns) {
      out_ += fmt::format("    column {} {}{}{}{}{}: {}\n", width_text(c.width),
                          kAligns[static_cast<std::size_t>(c.align)], c.repeat ? " repeat" : "",
                          c.hyphenate ? " hyphenate" : "", total_text(c.total) + heat_text(t, c),
                          c.group.empty() ? "" : " under " + escaped(c.group), escaped(c.title));
    }
    for (std::size_t row = 0; row < t.rows.rows(); ++row) add_row(t, row);
    if (t.rows.rows() == 0) out_ += "    empty: " + runs_text(t.empty_text) + "\n";
  }

  void operator()(const Signature& s) {
    for (const auto& line : s.lines) out_ += fmt::format("  signature {} | {}\n", line.position, line.name);
  }
  void operator()(const Approval& a) {
    out_ += fmt::format("  approval {} | {} | {} | {}\n", a.word, a.position, a.name, a.date);
  }
  void operator()(const LetterheadMark&) { out_ += "  letterhead\n"; }
  void operator()(const Image& i) {
    out_ += fmt::format("  image {} x {} px, {:.2f} x {:.2f} {}: {}\n", i.picture->width, i.picture->height,
                        i.width, i.height, kAligns[static_cast<std::size_t>(i.align)], i.alternative);
  }
  void operator()(const Chart& c) {
    static constexpr std::string_view kinds[] = {"bars", "stacked", "lines", "bullet"};
    out_ += fmt::format("  chart {} {}{} {:.2f}: {}\n", c.id, kinds[static_cast<std::size_t>(c.kind)],
                        c.horizontal ? " horizontal" : "", c.height, c.title);
    for (const auto& series : c.series) {
      out_ += fmt::format("    series {}:", escaped(series.title));
      for (std::size_t i = 0; i < series.values.size(); ++i) {
        const auto value = series.values[i] ? text::display(text::Value(*series.values[i]), c.format) : "–";
        out_ += fmt::format(" {} {};", escaped(c.categories[i]), value);
      }
      out_ += "\n";
    }
    if (!c.category_title.empty()) out_ += fmt::format("    categories: {}\n", c.category_title);
    if (!c.value_title.empty()) out_ += fmt::format("    values: {}\n", c.value_title);
    out_ += c.has_values() ? fmt::format("    alternative: {}\n", escaped(c.alternative))
                           : "    empty: " + runs_text(c.empty_text) + "\n";
  }
  void operator()(const Rule&) { out_ += "  rule\n"; }
  void operator()(const PageBreak&) { out_ += "  page-break\n"; }
  void operator()(const Space& s) { out_ += fmt::format("  space {:.2f}\n", s.height); }

  void add_block(const Block& block) {
    if (block.only == Only::pdf) out_ += "  (pdf only)\n";
    if (block.only == Only::xlsx) out_ += "  (xlsx only)\n";
    if (block.group != 0) out_ += fmt::format("  (group {})\n", block.group);
    std::visit(*this, block.content);
  }

  void add_running(const RunningText& running) {
    static constexpr std::string_view pages[] = {"all", "first", "further"};
    out_ += fmt::format("  {} {} {}: {}\n", running.edge == RunningText::Edge::top ? "header" : "footer",
                        pages[static_cast<std::size_t>(running.pages)],
                        kAligns[static_cast<std::size_t>(running.align)], runs_text(running.runs));
  }

  void line(const std::string& text) { out_ += text + "\n"; }

 private:
  void add_row(const Table& t, std::size_t row) {
    out_ += fmt::format("    {}", kRowKinds[static_cast<std::size_t>(t.rows.kind(row))]);
    const bool totals = t.rows.kind(row) == RowKind::subtotal || t.rows.kind(row) == RowKind::total;
    for (std::size_t column = 0; column < t.rows.cells(row); ++column) {
      const auto cell = t.rows.cell(row, column);
      out_ += " | ";
      if (totals && t.columns[column].total.kind != Total::Kind::none) {
        out_ += text::display(total_value(t, column, t.summed_by(row)), t.columns[column].format);
      } else {
        out_ += cell.runs ? runs_text(*cell.runs) : typed(t.columns[column], cell);
      }
      if (!cell.state.empty()) out_ += fmt::format(" <{}>", cell.state);
    }
    out_ += "\n";
  }

  std::string out_;
};

}  // namespace

std::string plain_text(const Runs& runs) {
  std::string out;
  for (const auto& run : runs) out += run.text;
  return out;
}

std::string dump(const Document& document) {
  Dumper dumper;
  dumper.line(fmt::format("document {}{}", document.report, document.empty ? " (empty)" : ""));
  dumper.line(fmt::format("title: {}\ncreated: {}", document.title, document.created.iso()));
  for (const auto& property : document.properties) {
    dumper.line(fmt::format("property {}: {}", property.name, property.value));
  }
  for (const auto& section : document.sections) {
    dumper.line(fmt::format(
        "section {}{}{}: {}", section.orientation == Orientation::landscape ? "landscape" : "portrait",
        section.continues ? " continues" : "",
        section.appendix ? " appendix [" + escaped(section.label) + "]" : "", section.title));
    for (const auto& running : section.running) dumper.add_running(running);
    for (const auto& block : section.blocks) dumper.add_block(block);
  }
  return dumper.take();
}

}  // namespace svodka::document
