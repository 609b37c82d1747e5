#include "layout/table/head.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace svodka::layout {

namespace {

// The borders at the left of a cell and under it; the latter continues that of its neighbour.
void frame(std::vector<PlacedBox>& rules, Points left, Points right, Points top, Points bottom,
           document::Borders borders, const document::TableLook& look) {
  constexpr Points rounding = 0.01;
  if (borders == document::Borders::none) return;
  if (borders == document::Borders::grid) rules.push_back(vertical_rule(left, top, bottom, look));
  const auto under = horizontal_rule(left, right, bottom, look);
  const auto joins = [&](const PlacedBox& box) {
    return std::abs(box.height - under.height) < rounding && std::abs(box.y - under.y) < rounding &&
           std::abs(box.x + box.width - look.rule - under.x) < rounding;
  };
  const auto neighbour = std::find_if(rules.begin(), rules.end(), joins);
  if (neighbour == rules.end()) {
    rules.push_back(under);
  } else {
    neighbour->width = under.x + under.width - neighbour->x;
  }
}

}  // namespace

TableHead::TableHead(const document::Table& table, NodeId table_node, const TableLooks& looks,
                     Context& context)
    : table_(table), looks_(looks), context_(context) {
  for (const auto& column : table.columns) {
    if (!column.group.empty()) has_groups_ = 1;
    if (!column.title.empty()) has_titles_ = 1;
  }
  if (has_groups_ == 1) has_titles_ = 1;
  for (std::size_t i = 1; i <= table.columns.size(); ++i) numbers_.push_back(std::to_string(i));
  if (row_count() > 0) add_nodes(table_node);
}

void TableHead::add_nodes(NodeId table_node) {
  auto& structure = context_.structure;
  const auto head = structure.add(Role::table_head, table_node);
  const auto& columns = table_.columns;
  first_node_ = head;
  group_nodes_.assign(columns.size(), kArtifact);
  title_nodes_.assign(columns.size(), kArtifact);
  if (has_groups_ == 1) {
    const auto row = structure.add(Role::row, head);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i].group.empty()) {
        title_nodes_[i] = add_cell(row, 1, 2);
      } else if (i > 0 && columns[i].group == columns[i - 1].group) {
        group_nodes_[i] = group_nodes_[i - 1];
        ++structure.node(group_nodes_[i]).column_span;
      } else {
        group_nodes_[i] = add_cell(row, 1, 1);
      }
    }
  }
  if (has_titles_ == 1) {
    const auto row = structure.add(Role::row, head);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (title_nodes_[i] == kArtifact) title_nodes_[i] = add_cell(row, 1, 1);
    }
  }
  if (table_.number_row) {
    const auto row = structure.add(Role::row, head);
    for (std::size_t i = 0; i < columns.size(); ++i) number_nodes_.push_back(add_cell(row, 1, 1));
  }
}

NodeId TableHead::add_cell(NodeId row, std::uint16_t column_span, std::uint16_t row_span) {
  const auto id = context_.structure.add(Role::header_cell, row);
  auto& node = context_.structure.node(id);
  node.column_span = column_span;
  node.row_span = row_span;
  node.column_header = true;
  return id;
}

NodeId TableHead::claim(NodeId node) {
  const auto index = node - first_node_;
  if (index >= claimed_.size()) claimed_.resize(index + 1);
  if (claimed_[index]) return kArtifact;
  claimed_[index] = true;
  return node;
}

std::vector<TableHead::Cell> TableHead::cells_of(const Panel& panel) {
  std::vector<Cell> cells;
  for (std::size_t i = 0; i < panel.columns.size(); ++i) {
    const auto column = panel.columns[i];
    const auto& group = table_.columns[column].group;
    if (!group.empty()) {
      const bool continues = i > 0 && group_nodes_[column] == group_nodes_[panel.columns[i - 1]];
      if (continues) {
        const auto open =
            std::find_if(cells.rbegin(), cells.rend(), [](const Cell& c) { return c.row == 0; });
        open->last = i;
      } else {
        cells.push_back({&group, i, i, 0, 1, claim(group_nodes_[column]), {}});
      }
    }
    const bool under_group = has_groups_ == 1 && !group.empty();
    if (has_titles_ == 1) {
      cells.push_back({&table_.columns[column].title,
                       i,
                       i,
                       under_group ? 1U : 0U,
                       has_groups_ == 1 && !under_group ? 2U : 1U,
                       claim(title_nodes_[column]),
                       {}});
    }
    if (table_.number_row) {
      cells.push_back({&numbers_[column], i, i, row_count() - 1, 1, claim(number_nodes_[column]), {}});
    }
  }
  return cells;
}

std::vector<Points> TableHead::set_cells(std::vector<Cell>& cells, const Panel& panel,
                                         const std::vector<Points>& edges) {
  const auto padding_x = context_.theme.table.padding_x;
  const auto padding_y = context_.theme.table.padding_y;
  std::vector<Points> heights(row_count(), looks_.head.line_height + 2 * padding_y);
  for (auto& cell : cells) {
    const auto left = edges[cell.first] + padding_x;
    const Span span{*cell.text, false, false, {}};
    auto look = looks_.head;
    const Measure measure{left, left, edges[cell.last + 1] - padding_x};
    const bool may_hyphenate = look.hyphenate || table_.columns[panel.columns[cell.first]].hyphenate;
    look.hyphenate = false;  // only a title with a word wider than its column is hyphenated
    look.hyphenate = may_hyphenate &&
                     context_.typesetter.extent({&span, 1}, look).widest_word > measure.right - measure.left;
    auto set = context_.typesetter.set({&span, 1}, look, measure);
    report_broken_word(table_, panel.columns[cell.first], set, context_);
    cell.lines = std::move(set.lines);
    if (cell.node != kArtifact) context_.structure.own(cell.lines, cell.node);
    const auto needed = static_cast<double>(cell.lines.size()) * look.line_height + 2 * padding_y;
    const auto above = cell.row_span == 2 ? heights[cell.row] : 0;
    auto& height = heights[cell.row + cell.row_span - 1];
    height = std::max(height, needed - above);
  }
  return heights;
}

Strip TableHead::strip(const Panel& panel) {
  const auto& look = context_.theme.table;
  const auto edges = edges_of(panel, context_.paginator.left());
  Strip strip;
  const auto borders = borders_of(table_, context_.theme);
  if (borders != document::Borders::none) {
    strip.rules.push_back(horizontal_rule(edges.front(), edges.back(), 0, look));
  }
  if (row_count() == 0) return strip;

  auto cells = cells_of(panel);
  std::vector<Points> tops{0};
  for (const auto height : set_cells(cells, panel, edges)) tops.push_back(tops.back() + height);
  for (auto& cell : cells) {
    const auto top = tops[cell.row];
    const auto bottom = tops[cell.row + cell.row_span];
    const auto height = static_cast<double>(cell.lines.size()) * looks_.head.line_height;
    place_text(strip, {std::move(cell.lines), {}}, (top + bottom - height) / 2, looks_.head.line_height, 0);
    frame(strip.rules, edges[cell.first], edges[cell.last + 1], top, bottom, borders, look);
  }
  strip.height = tops.back();
  if (borders == document::Borders::grid) {
    strip.rules.push_back(vertical_rule(edges.back(), 0, strip.height, look));
  }
  strip.fills.push_back({edges.front(), 0, edges.back() - edges.front(), strip.height, look.header_fill});
  return strip;
}

}  // namespace svodka::layout
