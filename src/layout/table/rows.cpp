#include "layout/table/rows.hpp"

#include <algorithm>
#include <utility>

#include "document/colours.hpp"
#include "layout/table/cell_list.hpp"

namespace svodka::layout {

namespace {

using document::Borders;
using document::RowKind;
using document::VerticalAlign;

void apply(const document::CellState& state, TextLook& look) {
  look.face.bold = look.face.bold || state.bold;
  look.face.italic = look.face.italic || state.italic;
  look.colour = state.text;
}

}  // namespace

TableRowsLayout::TableRowsLayout(const document::Table& table, NodeId table_node, const TableLooks& looks,
                                 Context& context)
    : table_(table),
      looks_(looks),
      context_(context),
      borders_(borders_of(table, context.theme)),
      reported_(table.columns.size()) {
  if (table.rows.rows() > 0) body_ = context_.structure.add(Role::table_body, table_node);
}

void TableRowsLayout::lay(const Panel& panel, std::shared_ptr<const Strip> head, Points space_after,
                          bool keep_with_next) {
  edges_ = edges_of(panel, context_.paginator.left());
  body_rows_ = 0;
  groups_.clear();
  const auto room = context_.paginator.content_height() - head->height;
  const auto count = table_.rows.rows();
  auto closing = horizontal_rule(edges_.front(), edges_.back(), 0, context_.theme.table);
  if (borders_ == Borders::none) closing.width = 0;
  for (std::size_t i = 0; i < count; ++i) {
    auto row = set_row(i, panel);
    const auto padding = context_.theme.table.padding_y;
    if (table_.rows.kind(i) == RowKind::body) {
      row.height = std::max(row.height, std::min(table_.row_height, room) - 2 * padding);
    }
    const auto one_line = row.line_height + padding;
    const bool tall = row.height + 2 * padding > room;
    if (tall) row.gap = 0;  // its lines stand beside each other
    const bool is_short = row.height < room / 4;
    const auto& look = look_of(i);
    auto strips = slices_of(strip_of(std::move(row), tall), tall ? one_line : room, look, closing);
    const bool last = i + 1 == count;
    const bool signed_below = keep_with_next && i + 2 == count;  // the last two rows go with a signature
    keep_together(strips, false, last ? keep_with_next : signed_below || stays_with_next(i, is_short));
    if (last) strips.back().space_after = space_after;
    const auto resumed = resumed_at(i);
    for (auto& strip : strips) {
      strip.head = head;
      strip.resumed = resumed;
    }
    if (table_.rows.kind(i) == RowKind::group) open_group(i);
    context_.paginator.add(std::move(strips));
  }
}

// A group's name goes with what follows; totals go with what they sum up; a short row is not the only one
// under a header, nor the only one of a table on its last page.
bool TableRowsLayout::stays_with_next(std::size_t row, bool is_short) const {
  if (table_.rows.kind(row) == RowKind::group) return true;
  const auto count = table_.rows.rows();
  if (is_short && (row == 0 || row + 2 == count)) return true;
  if (is_short && row + 3 == count && table_.rows.kind(row + 1) == RowKind::group) return true;
  const auto next = table_.rows.kind(row + 1);
  return next == RowKind::subtotal || next == RowKind::total;
}

const TextLook& TableRowsLayout::look_of(std::size_t row) const {
  const auto kind = table_.rows.kind(row);
  return kind == RowKind::group ? looks_.group : kind == RowKind::body ? looks_.body : looks_.total;
}

NodeId TableRowsLayout::row_node(std::size_t row, const Panel& panel) {
  if (!panel.first) return row_nodes_[row];
  row_nodes_.push_back(context_.structure.add(Role::row, body_));
  return row_nodes_.back();
}

TableRowsLayout::Row TableRowsLayout::set_row(std::size_t row, const Panel& panel) {
  const auto kind = table_.rows.kind(row);
  const auto& theme = context_.theme.table;
  const auto& look = look_of(row);
  Row result;
  result.line_height = look.line_height;
  result.gap = theme.paragraph_gap;
  const auto node = row_node(row, panel);
  if (kind == RowKind::group) {
    result.fill = theme.group_fill;
    auto cell = kArtifact;
    if (panel.first) {
      cell = context_.structure.add(Role::cell, node);
      context_.structure.node(cell).column_span = static_cast<std::uint16_t>(table_.columns.size());
    }
    result.cells.push_back(set_group(row, cell));
  } else {
    if (kind == RowKind::body && body_rows_++ % 2 == 1) result.fill = theme.zebra;
    result.cells.reserve(panel.columns.size());
    for (std::size_t i = 0; i < panel.columns.size(); ++i) {
      const auto column = panel.columns[i];
      const bool repeated = !panel.first && table_.columns[column].repeat;
      const Measure measure{edges_[i] + theme.padding_x, edges_[i] + theme.padding_x,
                            edges_[i + 1] - theme.padding_x};
      auto cell = set_cell(row, column, repeated ? kArtifact : node, look, measure);
      cell.first = cell.last = i;
      result.cells.push_back(std::move(cell));
    }
  }
  result.height = result.line_height;
  for (const auto& cell : result.cells) {
    result.height = std::max(result.height, cell.text.height(result.line_height, result.gap));
  }
  return result;
}

TableRowsLayout::Cell TableRowsLayout::set_cell(std::size_t row, std::size_t column, NodeId row_node,
                                                const TextLook& row_look, Measure measure) {
  const auto& format = table_.columns[column];
  const auto view = table_.rows.cell(row, column);
  auto look = row_look;
  look.align = format.align;
  look.hyphenate = look.hyphenate || format.hyphenate;
  Cell result;
  result.vertical = format.vertical;
  if (const auto heat = document::heat_of(table_, row, column)) {
    result.fill = document::heat_colour(context_.theme.heat, *heat);
  }
  if (!view.state.empty()) {
    const auto state = context_.theme.states.find(std::string(view.state));
    if (state != context_.theme.states.end()) {
      apply(state->second, look);
      result.fill = state->second.fill;
    }
  }
  const auto node = row_node == kArtifact ? kArtifact : context_.structure.add(Role::cell, row_node);
  if (view.runs != nullptr) {
    result.text = set_paragraphs(spans_of(*view.runs), look, measure, column, node);
  } else {
    const bool stored = view.type == text::ValueType::text && table_.rows.kind(row) == RowKind::body;
    const auto computed = stored ? std::string() : cell_text(table_, row, column);
    const Span span{stored ? view.text : computed, false, false, {}};
    if (!span.text.empty()) result.text = set_paragraphs({&span, 1}, look, measure, column, node);
  }
  return result;
}

// The name of a group spans the panel; nested groups stand further in.
TableRowsLayout::Cell TableRowsLayout::set_group(std::size_t row, NodeId node, const char* addition) {
  const auto padding = context_.theme.table.padding_x;
  const auto left = edges_.front() + padding + table_.rows.level(row) * looks_.group.size;
  const auto view = table_.rows.cell(row, 0);
  const auto text = document::display({}, view) + addition;
  auto spans = view.runs != nullptr ? spans_of(*view.runs) : std::vector<Span>{{text, false, false, {}}};
  if (view.runs != nullptr && *addition != 0) spans.push_back({addition, false, false, {}});
  Cell result;
  result.first = 0;
  result.last = edges_.size() - 2;
  result.text = set_paragraphs(spans, looks_.group, {left, left, edges_.back() - padding}, 0, node);
  return result;
}

// The titles of the groups that a row continues: a group's own row does not continue it, a subtotal is the
// last of its group, and the total is of none.
std::shared_ptr<const Strip> TableRowsLayout::resumed_at(std::size_t row) {
  const auto kind = table_.rows.kind(row);
  const auto level = table_.rows.level(row);
  if (kind == RowKind::total) groups_.clear();
  while (kind == RowKind::group && !groups_.empty() && groups_.back().level >= level) groups_.pop_back();
  while (kind == RowKind::subtotal && !groups_.empty() && groups_.back().level > level) groups_.pop_back();
  return groups_.empty() ? nullptr : groups_.back().titles;
}

void TableRowsLayout::open_group(std::size_t row) {
  Row title;
  title.line_height = looks_.group.line_height;
  title.gap = context_.theme.table.paragraph_gap;
  title.fill = context_.theme.table.group_fill;
  title.cells.push_back(set_group(row, kArtifact, " (продолжение)"));
  title.height = title.cells.front().text.height(title.line_height, title.gap);
  auto strip = artifact_of(strip_of(std::move(title), false));
  if (!groups_.empty()) strip = stacked(*groups_.back().titles, std::move(strip));
  groups_.push_back({table_.rows.level(row), std::make_shared<const Strip>(std::move(strip))});
}

std::vector<Line> TableRowsLayout::set_paragraph(std::span<const Span> spans, const TextLook& look,
                                                 const Measure& measure, std::size_t column) {
  auto set = context_.typesetter.set(spans, look, measure);
  if (!set.broken_word.empty() && !reported_[column]) {
    reported_[column] = true;
    report_broken_word(table_, column, set, context_);
  }
  if (set.lines.empty()) set.lines.emplace_back();
  return std::move(set.lines);
}

// Of several paragraphs each is a node of its own; list items that follow each other are one list.
CellText TableRowsLayout::set_paragraphs(std::span<const Span> spans, const TextLook& look,
                                         const Measure& measure, std::size_t column, NodeId node) {
  if (is_one_paragraph(spans)) {  // as most cells are
    CellText text{set_paragraph(spans, look, measure, column), {}};
    if (node != kArtifact) context_.structure.own(text.lines, node);
    return text;
  }
  auto paragraphs = cell_paragraphs(spans);
  CellList list(paragraphs, look, measure, node, context_);
  CellText text;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    std::vector<Line> lines;
    if (list.is_item(i)) {
      lines = set_paragraph(paragraphs[i], look, list.measure(), column);
      list.label(i, lines);
    } else {
      lines = set_paragraph(paragraphs[i], look, measure, column);
      if (node != kArtifact) {
        const bool alone = paragraphs.size() == 1;
        context_.structure.own(lines, alone ? node : context_.structure.add(Role::paragraph, node));
      }
    }
    if (i > 0) text.openings.push_back(text.lines.size());
    std::move(lines.begin(), lines.end(), std::back_inserter(text.lines));
  }
  return text;
}

// `tall`: it will be cut between lines, which must stand beside each other.
Strip TableRowsLayout::strip_of(Row row, bool tall) const {
  const auto& theme = context_.theme.table;
  Strip strip;
  strip.height = row.height + 2 * theme.padding_y;
  if (row.fill) {
    strip.fills.push_back({edges_.front(), 0, edges_.back() - edges_.front(), strip.height, *row.fill});
  }
  std::size_t texts = 0;
  for (const auto& cell : row.cells) {
    for (const auto& line : cell.text.lines) texts += line.texts.size();
  }
  strip.texts.reserve(texts);
  strip.rules.reserve(row.cells.size() + 2);
  for (auto& cell : row.cells) {
    const auto left = edges_[cell.first];
    const auto right = edges_[cell.last + 1];
    if (cell.fill) strip.fills.push_back({left, 0, right - left, strip.height, *cell.fill});
    if (borders_ == Borders::grid) strip.rules.push_back(vertical_rule(left, 0, strip.height, theme));
    const auto spare = tall ? 0 : row.height - cell.text.height(row.line_height, row.gap);
    const auto down = cell.vertical == VerticalAlign::middle   ? spare / 2
                      : cell.vertical == VerticalAlign::bottom ? spare
                                                               : 0;
    place_text(strip, std::move(cell.text), theme.padding_y + down, row.line_height, row.gap);
  }
  if (borders_ == Borders::grid) strip.rules.push_back(vertical_rule(edges_.back(), 0, strip.height, theme));
  if (borders_ != Borders::none) {
    strip.rules.push_back(horizontal_rule(edges_.front(), edges_.back(), strip.height, theme));
  }
  return strip;
}

}  // namespace svodka::layout
