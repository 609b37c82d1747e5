#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "bind/codes.hpp"
#include "bind/make/blocks.hpp"

namespace svodka::bind {

using namespace templates;

namespace {

// The distinct values of a field in order of appearance, with the first row of each.
class Axis {
 public:
  explicit Axis(std::uint16_t field) : field_(field) {}

  std::size_t place(const Row& row) {
    const auto [found, fresh] = index_.try_emplace(match_key(row[field_]), first_.size());
    if (fresh) first_.push_back(&row);
    return found->second;
  }
  const RowList& first_rows() const { return first_; }

 private:
  std::uint16_t field_;
  std::unordered_map<std::string, std::size_t> index_;
  RowList first_;
};

struct Grid {
  RowList row_heads;               // first row of each matrix row
  RowList column_heads;            // first row of each column
  std::vector<std::size_t> order;  // columns as they stand
  std::vector<const Row*> cells;   // row_heads × column_heads, null where there is no row
};

std::vector<std::size_t> ordered(const RowList& heads, std::optional<std::uint16_t> field) {
  std::vector<std::size_t> order(heads.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  if (!field) return order;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return compare_values((*heads[a])[*field], (*heads[b])[*field]) < 0;
  });
  return order;
}

class GridReader {
 public:
  GridReader(const Program& program, const TableElement& element, base::Diagnostics& diagnostics)
      : plan_(program.queries[program.query(element.query)]), element_(element), diagnostics_(diagnostics) {}

  Grid read(const RowList& rows) {
    Axis row_axis(plan_.column(element_.row));
    Axis column_axis(plan_.column(element_.matrix->by));
    std::vector<std::pair<std::size_t, std::size_t>> places;
    for (const auto* row : rows) places.emplace_back(row_axis.place(*row), column_axis.place(*row));
    const auto width = column_axis.first_rows().size();
    Grid grid{row_axis.first_rows(), column_axis.first_rows(), {}, {}};
    grid.cells.resize(grid.row_heads.size() * width);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      auto& cell = grid.cells[places[i].first * width + places[i].second];
      if (cell) report_pair(*rows[i]);
      cell = rows[i];
    }
    const auto& order = element_.matrix->order;
    grid.order = ordered(grid.column_heads,
                         order.empty() ? std::nullopt : std::optional<std::uint16_t>(plan_.column(order)));
    return grid;
  }

 private:
  void report_pair(const Row& row) {
    diagnostics_.error(codes::duplicate_pair, element_.matrix->span,
                       fmt::format("two values for {} '{}' and {} '{}'", element_.row,
                                   text::display(row[plan_.column(element_.row)]), element_.matrix->by,
                                   text::display(row[plan_.column(element_.matrix->by)])),
                       "a matrix takes one row of the query for each cell: group in SQL");
  }

  const QueryPlan& plan_;
  const TableElement& element_;
  base::Diagnostics& diagnostics_;
};

document::Column data_column(const MatrixColumns& matrix, Evaluator& evaluator) {
  document::Column column;
  column.title = evaluator.text(matrix.title);
  column.width = width_of(matrix.width);
  column.align = align_of(matrix.align, document::Align::centre);
  if (const auto* expression = sole_expression(matrix.cell)) column.format = format_of(expression->filters);
  column.heat = heat_of(matrix.heat);
  return column;
}

}  // namespace

void fill_matrix(const Program& program, Evaluator& evaluator, RowStore& rows, base::Diagnostics& diagnostics,
                 const TableElement& element, document::Table& table) {
  const auto query = program.query(element.query);
  const auto grid =
      GridReader(program, element, diagnostics).read(evaluator.rows(element.query, element.match));
  for (const auto column : grid.order) {
    const Standing standing(rows, query, grid.column_heads[column]);
    table.columns.push_back(data_column(*element.matrix, evaluator));
  }
  if (element.matrix->panels && !table.columns.empty()) table.columns.front().repeat = true;
  table.rows.set_columns(table.columns.size());
  for (std::size_t row = 0; row < grid.row_heads.size(); ++row) {
    table.rows.begin_row(document::RowKind::body);
    {
      const Standing standing(rows, query, grid.row_heads[row]);
      for (const auto& column : element.columns)
        add_cell(table.rows, evaluator, column.content, column.state);
    }
    for (const auto column : grid.order) {
      const auto* cell = grid.cells[row * grid.column_heads.size() + column];
      if (!cell) {
        table.rows.add(text::Value{});
        continue;
      }
      const Standing standing(rows, query, cell);
      add_cell(table.rows, evaluator, element.matrix->cell, element.matrix->state);
    }
  }
}

}  // namespace svodka::bind
