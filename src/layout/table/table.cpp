#include <fmt/format.h>

#include <memory>
#include <utility>

#include "layout/blocks/blocks.hpp"
#include "layout/codes.hpp"
#include "layout/table/columns.hpp"
#include "layout/table/content.hpp"
#include "layout/table/head.hpp"
#include "layout/table/rows.hpp"

namespace svodka::layout {

namespace {

using document::StyleName;
using document::Table;

// Returns whether there is one.
bool lay_caption(const Table& table, NodeId table_node, Context& context) {
  if (table.caption.empty()) return false;
  const auto& style = context.theme.style(StyleName::caption);
  const auto look = context.typesetter.look_of(style);
  const auto left = context.paginator.left() + style.left_indent;
  const Span span{table.caption, false, false, {}};
  auto lines =
      context.typesetter.set({&span, 1}, look, {left + style.first_indent, left, context.paginator.right()})
          .lines;
  context.structure.own(lines, context.structure.add(Role::caption, table_node));
  auto strips = strips_of(std::move(lines), look.line_height);
  strips.front().space_before = style.space_before;
  strips.back().space_after = style.space_after;
  keep_together(strips, true, true);
  context.paginator.add(std::move(strips));
  return true;
}

void report_too_wide(Points wanted, Points available, Context& context) {
  constexpr Points rounding = 0.01;
  if (wanted <= available + rounding) return;
  context.diagnostics.warning_in(
      table_wider_than_page, context.typesetter.context(),
      fmt::format("the columns need {:.0f} mm, but the page has {:.0f} mm; they are narrowed",
                  base::to_millimetres(wanted), base::to_millimetres(available)),
      "turn the section to landscape, make columns narrower or let some repeat in panels");
}

// What stands at the top of further pages: not a header that takes most of the page.
std::shared_ptr<const Strip> repeated(const Strip& head, Points content_height) {
  auto copy = artifact_of(head);
  if (copy.height > content_height / 2) {
    copy.height = 0;
    copy.texts.clear();
    copy.fills.clear();
    if (copy.rules.size() > 1) copy.rules.resize(1);  // the upper border
  }
  return std::make_shared<const Strip>(std::move(copy));
}

}  // namespace

void lay_table(const Table& table, NodeId section, bool keep_with_next, Context& context) {
  const Naming naming(context.typesetter, "table", table.id);
  const bool empty = table.rows.rows() == 0;
  if (empty && !table.empty_text.empty())
    return lay_empty(table.caption, table.empty_text, section, keep_with_next, context);

  context.structure.close_lists();
  const auto node = context.structure.add(Role::table, section);
  context.structure.node(node).name = table.id;
  const auto& theme = context.theme;
  const Points gap = theme.style(StyleName::body).size / 2;
  const Points available = context.paginator.right() - context.paginator.left();
  const auto looks = table_looks(theme, context.typesetter);
  const auto needs = column_needs(table, looks, 2 * theme.table.padding_x, context.typesetter);
  const auto plan = plan_columns(needs, available);
  report_too_wide(plan.wanted, available, context);

  const bool captioned = lay_caption(table, node, context);
  TableHead head(table, node, looks, context);
  TableRowsLayout rows(table, node, looks, context);
  for (const auto& panel : plan.panels) {
    const bool last = &panel == &plan.panels.back();
    auto strip = head.strip(panel);
    strip.space_before = !panel.first ? 2 * gap : captioned ? 0 : gap;
    auto again = repeated(strip, context.paginator.content_height());
    if (empty) strip.space_after = gap;
    const auto before = strip.space_before;
    const auto after = strip.space_after;
    PlacedBox closing;  // of a header that is higher than a page
    if (!strip.rules.empty()) closing = strip.rules.front();
    auto slices = slices_of(std::move(strip), context.paginator.content_height(), looks.head, closing);
    slices.front().space_before = before;
    slices.back().space_after = after;
    slices.back().keep_with_next = !empty || (keep_with_next && last);
    context.paginator.add(std::move(slices));
    rows.lay(panel, std::move(again), gap, keep_with_next && last);
  }
}

}  // namespace svodka::layout
