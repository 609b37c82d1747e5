#pragma once
// What stands in the cells of a table, as text, and how much room it needs.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/table.hpp"
#include "layout/table/columns.hpp"
#include "layout/text/typesetter.hpp"

namespace svodka::layout {

// The looks of a table's parts, resolved once.
struct TableLooks {
  TextLook head, body, group, total;
};
TableLooks table_looks(const document::Theme& theme, Typesetter& typesetter);

// A column of a body, subtotal or total row as it is printed; figures of totals are computed here.
std::string cell_text(const document::Table& table, std::size_t row, std::size_t column);

// The paragraphs of a cell: it is parted at U+000A. The views are into the runs.
std::vector<std::vector<Span>> cell_paragraphs(std::span<const Span> spans);

// Whether it has one paragraph and that is no list item.
bool is_one_paragraph(std::span<const Span> spans);

// Rows are scanned once, without shaping: only the longest texts of each column that looks at its content
// are.
std::vector<ColumnNeed> column_needs(const document::Table& table, const TableLooks& looks, Points padding,
                                     Typesetter& typesetter);

}  // namespace svodka::layout
