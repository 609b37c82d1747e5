#include <algorithm>
#include <string>
#include <utility>

#include "layout/blocks/blocks.hpp"

namespace svodka::layout {

namespace {

constexpr double kRuleShare = 0.2;  // of the text's width: room to sign
constexpr double kWidestName = 0.4;

// Position at the left, a ruled gap, the name at the right.
struct Columns {
  TextLook look;
  Measure position;
  Measure name;
  Points rule_left = 0;
  Points rule_right = 0;
};

Columns columns_of(const document::Signature& signature, Context& context) {
  Columns columns;
  columns.look = context.typesetter.look_of(context.theme.style(document::StyleName::signature));
  columns.look.align = document::Align::left;
  const auto left = context.paginator.left();
  const auto right = context.paginator.right();
  Points widest = 0;
  for (const auto& line : signature.lines) {
    widest = std::max(widest, context.typesetter.width(line.name, columns.look));
  }
  const auto gap = columns.look.size;
  const auto name_left = right - std::min(widest, kWidestName * (right - left));
  columns.name = {name_left, name_left, right};
  columns.rule_right = widest > 0 ? name_left - gap : right;
  columns.rule_left = columns.rule_right - kRuleShare * (right - left);
  columns.position = {left, left, columns.rule_left - gap};
  return columns;
}

std::vector<Line> set_part(std::string_view text, const Columns& columns, const Measure& measure, NodeId node,
                           Context& context) {
  const Span span{text, false, false, {}};
  auto lines = context.typesetter.set({&span, 1}, columns.look, measure).lines;
  context.structure.own(lines, node);
  return lines;
}

// Both parts end on the last line, where the rule is.
std::vector<Strip> strips_for(const document::SignatureLine& line, const Columns& columns, NodeId section,
                              Context& context) {
  const auto node = context.structure.add(Role::paragraph, section);
  auto position = set_part(line.position + " ", columns, columns.position, node, context);
  auto name = set_part(line.name, columns, columns.name, node, context);
  const auto count = std::max(position.size(), name.size());
  std::vector<Line> lines(count);
  for (auto* part : {&position, &name}) {
    auto at = count - part->size();
    for (auto& placed : *part) {
      auto& texts = lines[at++].texts;
      texts.insert(texts.end(), std::make_move_iterator(placed.texts.begin()),
                   std::make_move_iterator(placed.texts.end()));
    }
  }
  auto strips = strips_of(std::move(lines), columns.look.line_height);
  const auto thickness = context.theme.table.rule;
  strips.back().rules.push_back({columns.rule_left, columns.look.baseline + 2 * thickness,
                                 columns.rule_right - columns.rule_left, thickness, columns.look.colour});
  return strips;
}

}  // namespace

void lay_signature(const document::Signature& signature, NodeId section, bool keep_with_next,
                   Context& context) {
  context.structure.close_lists();
  const auto& style = context.theme.style(document::StyleName::signature);
  const auto columns = columns_of(signature, context);
  std::vector<Strip> all;
  for (const auto& line : signature.lines) {
    auto strips = strips_for(line, columns, section, context);
    strips.front().space_before = style.space_before;
    strips.back().space_after = style.space_after;
    std::move(strips.begin(), strips.end(), std::back_inserter(all));
  }
  keep_together(all, true, keep_with_next);
  context.paginator.add(std::move(all));
}

}  // namespace svodka::layout
