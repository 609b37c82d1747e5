#pragma once
// The header of a table: groups, titles, numbers.

#include <string>
#include <vector>

#include "layout/blocks/blocks.hpp"
#include "layout/table/columns.hpp"
#include "layout/table/content.hpp"
#include "layout/table/frame.hpp"

namespace svodka::layout {

class TableHead {
 public:
  // Adds the nodes of the whole header, so that panels share one logical table.
  TableHead(const document::Table& table, NodeId table_node, const TableLooks& looks, Context& context);

  // The header over a panel, its upper border included; that border alone when nothing has a title. What an
  // earlier panel has shown is an artifact.
  Strip strip(const Panel& panel);

 private:
  struct Cell {
    const std::string* text;
    std::size_t first, last;  // columns of the panel
    std::size_t row, row_span;
    NodeId node;
    std::vector<Line> lines;
  };
  void add_nodes(NodeId table_node);
  NodeId add_cell(NodeId row, std::uint16_t column_span, std::uint16_t row_span);
  NodeId claim(NodeId node);
  std::vector<Cell> cells_of(const Panel& panel);
  // Gives the heights of the rows.
  std::vector<Points> set_cells(std::vector<Cell>& cells, const Panel& panel,
                                const std::vector<Points>& edges);
  std::size_t row_count() const { return has_groups_ + has_titles_ + (table_.number_row ? 1U : 0U); }

  const document::Table& table_;
  const TableLooks& looks_;
  Context& context_;
  std::size_t has_groups_ = 0, has_titles_ = 0;  // 0 or 1
  std::vector<std::string> numbers_;
  std::vector<NodeId> group_nodes_, title_nodes_, number_nodes_;  // one a column; a group's columns share one
  std::vector<bool> claimed_;
  NodeId first_node_ = 0;
};

}  // namespace svodka::layout
