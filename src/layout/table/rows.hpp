#pragma once
// The rows of a table under its header.

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "layout/blocks/blocks.hpp"
#include "layout/table/columns.hpp"
#include "layout/table/content.hpp"
#include "layout/table/frame.hpp"

namespace svodka::layout {

class TableRowsLayout {
 public:
  TableRowsLayout(const document::Table& table, NodeId table_node, const TableLooks& looks, Context& context);

  // Lays all rows of a panel under `head`, which stands again at the top of each further page.
  void lay(const Panel& panel, std::shared_ptr<const Strip> head, Points space_after, bool keep_with_next);

 private:
  struct Cell {
    std::size_t first, last;  // columns of the panel
    CellText text;
    std::optional<Colour> fill;
    document::VerticalAlign vertical = document::VerticalAlign::top;
  };
  struct Row {
    std::vector<Cell> cells;
    Points line_height = 0;
    Points gap = 0;     // between the paragraphs of a cell
    Points height = 0;  // of its tallest cell's text
    std::optional<Colour> fill;
  };

  // A group that the rows are in, with its title and those of the groups around it as the next page has them.
  struct OpenGroup {
    std::uint8_t level;
    std::shared_ptr<const Strip> titles;
  };

  Row set_row(std::size_t row, const Panel& panel);
  Cell set_cell(std::size_t row, std::size_t column, NodeId row_node, const TextLook& look, Measure measure);
  Cell set_group(std::size_t row, NodeId node, const char* addition = "");
  std::shared_ptr<const Strip> resumed_at(std::size_t row);
  void open_group(std::size_t row);
  CellText set_paragraphs(std::span<const Span> spans, const TextLook& look, const Measure& measure,
                          std::size_t column, NodeId node);
  std::vector<Line> set_paragraph(std::span<const Span> spans, const TextLook& look, const Measure& measure,
                                  std::size_t column);
  NodeId row_node(std::size_t row, const Panel& panel);
  bool stays_with_next(std::size_t row, bool is_short) const;
  const TextLook& look_of(std::size_t row) const;
  Strip strip_of(Row row, bool tall) const;

  const document::Table& table_;
  const TableLooks& looks_;
  Context& context_;
  document::Borders borders_;
  std::vector<Points> edges_;
  NodeId body_ = 0;
  std::vector<NodeId> row_nodes_;  // for the panels after the first
  std::size_t body_rows_ = 0;      // so far in this panel, for stripes
  std::vector<OpenGroup> groups_;  // of the row, outermost first
  std::vector<bool> reported_;     // columns with a word too wide
};

}  // namespace svodka::layout
