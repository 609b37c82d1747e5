#include <algorithm>
#include <string>
#include <utility>

#include "layout/blocks/blocks.hpp"

namespace svodka::layout {

namespace {

using document::Paragraph;
using document::ParagraphRole;

// A paragraph and where its parts stand.
struct Plan {
  TextLook look;
  Measure measure;
  std::string label;  // as printed, its space with it; empty when it is part of the text
  Points label_x = 0;
  std::vector<Span> spans;
};

bool starts_at_left(const TextLook& look) {
  return look.align == document::Align::left || look.align == document::Align::justify;
}

Plan plan_of(const Paragraph& paragraph, Context& context) {
  const auto& style = context.theme.style(paragraph.style);
  Plan plan{context.typesetter.look_of(style), {}, paragraph.label, 0, {}};
  if (paragraph.align) plan.look.align = *paragraph.align;
  auto left = context.paginator.left() + style.left_indent;
  if (paragraph.role == ParagraphRole::item) left += paragraph.level * context.theme.outline_indent;
  plan.label_x = left + style.first_indent;
  plan.measure = {plan.label_x, left, context.paginator.right()};
  if (!plan.label.empty() && !starts_at_left(plan.look) && paragraph.role != ParagraphRole::item) {
    plan.label.clear();
    plan.spans.push_back({paragraph.label, false, false, {}});
    plan.spans.push_back({" ", false, false, {}});
  }
  if (style.hanging > 0) plan.measure.first_left = plan.measure.left = left + style.hanging;
  if (!plan.label.empty()) {
    const auto text_x = plan.label_x + context.typesetter.width(plan.label + "\u00A0", plan.look);
    plan.measure.first_left = style.hanging > 0 ? std::max(plan.measure.first_left, text_x) : text_x;
    plan.label += " ";
  }
  const auto runs = spans_of(paragraph.runs);
  plan.spans.insert(plan.spans.end(), runs.begin(), runs.end());
  return plan;
}

struct Owners {
  NodeId label;
  NodeId text;
};

Owners add_nodes(const Paragraph& paragraph, bool with_label, NodeId section, Structure& structure) {
  if (paragraph.role == ParagraphRole::item) {
    const auto item = structure.add_item(section, paragraph.level, with_label);
    return {item.label, item.body};
  }
  structure.close_lists();
  const bool heading = paragraph.role == ParagraphRole::heading;
  const auto node = structure.add(heading ? Role::heading : Role::paragraph, section);
  if (heading) structure.node(node).level = std::clamp<std::uint8_t>(paragraph.level, 1, 6);
  return {node, node};
}

// What ends with a colon leads in what follows.
bool leads_in(const Paragraph& paragraph) {
  return !paragraph.runs.empty() && paragraph.runs.back().text.ends_with(':');
}

OutlineMark outline_of(const Paragraph& paragraph) {
  auto title = paragraph.label;
  if (!title.empty()) title += " ";
  title += document::plain_text(paragraph.runs);
  std::replace(title.begin(), title.end(), '\n', ' ');
  return {std::move(title), std::max<std::uint8_t>(paragraph.level, 1)};
}

}  // namespace

void lay_paragraph(const Paragraph& paragraph, NodeId section, bool keep_with_next, Context& context) {
  const auto& style = context.theme.style(paragraph.style);
  const bool heading = paragraph.role == ParagraphRole::heading;
  auto plan = plan_of(paragraph, context);
  const auto owners = add_nodes(paragraph, !plan.label.empty(), section, context.structure);
  auto lines = context.typesetter.set(plan.spans, plan.look, plan.measure).lines;
  if (lines.empty()) lines.emplace_back();
  context.structure.own(lines, owners.text);
  if (!plan.label.empty()) {
    auto label = context.typesetter.set_line(plan.label, plan.look, plan.label_x);
    Structure::own(label, owners.label);
    auto& texts = lines.front().texts;
    texts.insert(texts.begin(), std::make_move_iterator(label.texts.begin()),
                 std::make_move_iterator(label.texts.end()));
  }
  auto strips = strips_of(std::move(lines), plan.look.line_height);
  strips.front().space_before = style.space_before;
  strips.back().space_after = style.space_after;
  if (heading) strips.front().outline = outline_of(paragraph);
  keep_together(
      strips, heading,
      keep_with_next || heading || paragraph.keep_with_next || style.keep_with_next || leads_in(paragraph));
  context.paginator.add(std::move(strips));
}

void lay_empty(const std::string& title, const document::Runs& words, NodeId section, bool keep_with_next,
               Context& context) {
  Paragraph paragraph;
  if (!title.empty()) {
    paragraph.style = document::StyleName::caption;
    paragraph.runs = {{title, false, false, {}}};
    lay_paragraph(paragraph, section, true, context);
  }
  paragraph.style = document::StyleName::body;
  paragraph.runs = words;
  lay_paragraph(paragraph, section, keep_with_next, context);
}

}  // namespace svodka::layout
