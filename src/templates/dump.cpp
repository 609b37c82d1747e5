#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <sstream>
#include <string>
#include <string_view>

#include "templates/expressions/dump.hpp"
#include "templates/template.hpp"

namespace svodka::templates {

namespace {

constexpr std::array<std::string_view, 5> parameter_types{"key", "text", "integer", "date", "period"};
constexpr std::array<std::string_view, 3> row_counts{"many", "one", "optional"};
constexpr std::array<std::string_view, 3> formats{"both", "pdf", "xlsx"};
constexpr std::array<std::string_view, 5> aligns{"inherit", "left", "center", "right", "justify"};

template <class Names, class Enum>
std::string_view word(const Names& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

// One line of the dump: an element's name and those of its attributes that are not as by default.
class Line {
 public:
  explicit Line(std::string_view name) : text_(name) {}

  Line& add(std::string_view attribute, std::string_view value) {
    if (!value.empty()) text_ += fmt::format(" {}={}", attribute, value);
    return *this;
  }
  Line& add(std::string_view attribute, const TextTemplate& value) {
    if (!value.empty()) text_ += fmt::format(" {}=\"{}\"", attribute, shown(value));
    return *this;
  }
  Line& add(std::string_view attribute, bool value) {
    if (value) text_ += fmt::format(" {}", attribute);
    return *this;
  }
  Line& add(Align align, Align usual) { return align == usual ? *this : add("align", word(aligns, align)); }
  Line& words(const Inlines& words) {
    text_ += ": " + shown(words);
    return *this;
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

std::string width(const Length& length) {
  switch (length.kind) {
    case Length::Kind::automatic:
      return {};
    case Length::Kind::millimetres:
      return fmt::format("{}mm", length.amount);
    case Length::Kind::percent:
      return fmt::format("{}%", length.amount);
    case Length::Kind::share:
      return fmt::format("{}fr", length.amount);
  }
  return {};
}

std::string millimetres(double length) { return length > 0 ? fmt::format("{}mm", length) : std::string(); }

std::string total(const TotalRule& rule) {
  switch (rule.kind) {
    case TotalRule::Kind::none:
      return {};
    case TotalRule::Kind::sum:
      return "sum";
    case TotalRule::Kind::count:
      return "count";
    case TotalRule::Kind::ratio:
      return fmt::format("ratio({}, {})", rule.numerator, rule.denominator);
  }
  return {};
}

// Without indentation and empty lines.
std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    const auto begin = line.find_first_not_of(" \t\r");
    if (begin == std::string::npos) continue;
    lines.push_back(line.substr(begin, line.find_last_not_of(" \t\r") + 1 - begin));
  }
  return lines;
}

class Dumper {
 public:
  std::string dump(const Template& report) {
    line(Line("report").add("name", report.name).add("title", report.title));
    ++depth_;
    if (!report.description.empty()) line(Line("description: " + report.description));
    if (report.draft) line(Line("draft: " + shown(*report.draft)));
    for (const auto& parameter : report.parameters) show(parameter);
    for (const auto& query : report.queries) show(query);
    for (const auto& running : report.running) show(running);
    for (const auto& section : report.sections) show(section);
    return std::move(out_);
  }

 private:
  void line(const Line& line) { out_ += std::string(depth_ * 2, ' ') + line.text() + "\n"; }

  void nested(const Elements& elements) {
    ++depth_;
    for (const auto& element : elements) show(element);
    --depth_;
  }
  void part(std::string_view name, const Elements& elements) {
    if (elements.empty()) return;
    line(Line(name));
    nested(elements);
  }

  void show(const Parameter& parameter) {
    line(Line("parameter " + parameter.name)
             .add("type", word(parameter_types, parameter.type))
             .add("of", parameter.of)
             .add("label", fmt::format("\"{}\"", parameter.label))
             .add("values", fmt::format("{}", fmt::join(parameter.values, " ")))
             .add("default", parameter.default_value ? fmt::format("\"{}\"", *parameter.default_value) : ""));
  }

  void show(const QueryText& query) {
    line(Line("query " + query.name).add("rows", word(row_counts, query.rows)));
    ++depth_;
    for (const auto& field : query.fields) {
      line(Line("field " + field.name).add("type", field.type).add("shared", field.shared));
    }
    for (const auto& text : lines_of(query.sql.text())) line(Line("| " + text));
    --depth_;
  }

  void show(const SectionElement& section) {
    line(Line("section")
             .add("title", section.title)
             .add("landscape", section.landscape)
             .add("continues", section.continues)
             .add("appendix", section.appendix)
             .add("label", section.label)
             .add("if", section.test ? shown(*section.test) : std::string()));
    ++depth_;
    for (const auto& running : section.running) show(running);
    --depth_;
    nested(section.content);
  }

  void show(const RunningElement& running) {
    constexpr std::array<std::string_view, 3> pages{"", "first", "further"};
    line(Line(running.footer ? "footer" : "header")
             .add("pages", word(pages, running.pages))
             .add(running.align, Align::centre)
             .words(running.content));
  }

  void show(const Element& element) {
    only_ = element.only;
    std::visit([this](const auto& node) { show(node); }, element.node);
  }

  // A line of a block element, with the format it is for.
  Line block(std::string_view name) {
    Line result(name);
    if (only_ != Only::both) result.add("only", word(formats, only_));
    return result;
  }

  void show(const ParagraphElement& paragraph) {
    const auto name =
        paragraph.heading > 0 ? fmt::format("h{}", paragraph.heading) : std::string("paragraph");
    line(block(name)
             .add("style", paragraph.style)
             .add(paragraph.align, Align::inherit)
             .add("keep-with-next", paragraph.keep_with_next)
             .add("label", paragraph.label)
             .words(paragraph.content));
  }

  void show(const TableElement& table) {
    line(block("table " + table.id)
             .add("each", table.query)
             .add("match", table.match)
             .add("row", table.row)
             .add("caption", table.caption)
             .add("total", table.total_label)
             .add("filter", table.filter)
             .add("number-row", table.number_row)
             .add("row-height", millimetres(table.row_height))
             .add("borders", table.borders));
    ++depth_;
    for (const auto& group : table.groups) {
      line(Line("group").add("by", group.by).add("title", group.title).add("subtotal", group.subtotal));
    }
    for (const auto& column : table.columns) show(column);
    if (table.matrix) show(*table.matrix);
    if (!table.empty.empty()) line(Line("empty").words(table.empty));
    --depth_;
  }

  void show(const ColumnElement& column) {
    line(Line("column")
             .add("name", column.name)
             .add("title", column.title)
             .add("group", column.group.empty() ? "" : fmt::format("\"{}\"", column.group))
             .add("width", width(column.width))
             .add(column.align, Align::inherit)
             .add("valign", column.valign)
             .add("hyphenate", column.hyphenate)
             .add("repeat", column.repeat)
             .add("total", total(column.total))
             .add("state", column.state)
             .add("heat", heat(column.heat))
             .words(column.content));
  }

  void show(const MatrixColumns& columns) {
    line(Line("columns")
             .add("by", columns.by)
             .add("order", columns.order)
             .add("title", columns.title)
             .add("width", width(columns.width))
             .add(columns.align, Align::centre)
             .add("panels", columns.panels)
             .add("state", columns.state)
             .add("heat", heat(columns.heat))
             .words(columns.cell));
  }

  static std::string heat(const HeatRule& rule) {
    if (rule.kind == HeatRule::Kind::none) return {};
    std::string text = rule.kind == HeatRule::Kind::more ? "more" : "less";
    if (rule.low) text += fmt::format(" from {}", *rule.low);
    if (rule.high) text += fmt::format(" to {}", *rule.high);
    return text;
  }

  void show(const ChartElement& chart) {
    static constexpr std::array<std::string_view, 4> kinds{"bars", "stacked", "lines", "bullet"};
    line(block("chart " + chart.id)
             .add("each", chart.query)
             .add("match", chart.match)
             .add("type", word(kinds, chart.kind))
             .add("horizontal", chart.horizontal)
             .add("title", chart.title)
             .add("category", chart.category)
             .add("category-title", chart.category_title)
             .add("value-title", chart.value_title)
             .add("height", millimetres(chart.millimetres))
             .add("alt", chart.alternative));
    ++depth_;
    for (const auto& series : chart.series) {
      line(Line("series")
               .add("by", series.by)
               .add("title", series.title)
               .add("value", TextTemplate{series.value}));
    }
    if (!chart.empty.empty()) line(Line("empty").words(chart.empty));
    --depth_;
  }

  void show(const OutlineElement& outline) {
    line(block("outline")
             .add("each", outline.query)
             .add("level", outline.level)
             .add("kind", outline.kind)
             .add("match", outline.match)
             .add("under", outline.under));
    ++depth_;
    for (const auto& outline_case : outline.cases) {
      std::string kinds;
      for (const auto& kind : outline_case.kinds) kinds += " " + kind;
      line(Line("case" + kinds));
      nested(outline_case.content);
    }
    part("empty", outline.empty);
    --depth_;
  }

  void show(const SignatureElement& signature) {
    line(block("signature"));
    ++depth_;
    for (const auto& row : signature.rows)
      line(Line("row")
               .add("each", row.query)
               .add("match", row.match)
               .add("position", row.position)
               .add("name", row.name));
    --depth_;
  }

  void show(const IfElement& condition) {
    line(block("if").add("test", shown(condition.test)));
    nested(condition.then);
    part("else", condition.otherwise);
  }

  void show(const EachElement& each) {
    line(block("each").add("in", each.query).add("match", each.match).add("by", each.by));
    nested(each.content);
    part("empty", each.empty);
  }

  void show(const PageBreakElement&) { line(block("page-break")); }
  void show(const SpaceElement& space) {
    line(block("space").add("height", fmt::format("{}mm", space.millimetres)));
  }
  void show(const ApprovalElement& approval) {
    line(block("approval")
             .add("word", approval.word)
             .add("position", approval.position)
             .add("name", approval.name)
             .add("date", approval.date));
  }
  void show(const LetterheadElement&) { line(block("letterhead")); }
  void show(const ImageElement& image) {
    line(block("image")
             .add("src", image.src)
             .add("picture", image.picture)
             .add("width", millimetres(image.width))
             .add("height", millimetres(image.height))
             .add(image.align, Align::centre)
             .add("alt", image.alternative));
  }
  void show(const RuleElement&) { line(block("hr")); }
  void show(const KeepElement& keep) {
    line(block("keep"));
    nested(keep.content);
  }
  void show(const EmptyReport&) { line(block("nothing-to-report")); }
  void show(const ItemElement& item) {
    line(block("item").add("label", item.label).add("marker", item.marker).words(item.content));
  }
  void show(const OutlineHeading& heading) {
    line(block("heading").add("label", heading.label).words(heading.content));
  }

  std::string out_;
  std::size_t depth_ = 0;
  Only only_ = Only::both;  // of the element being shown
};

}  // namespace

std::string dump(const Template& report) { return Dumper().dump(report); }

}  // namespace svodka::templates
