#pragma once
// libxlsxwriter, for this room's .cpp files only.

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wpedantic"
#include <xlsxwriter.h>
#pragma GCC diagnostic pop

#include <string>
#include <string_view>

#include "document/theme.hpp"

namespace svodka::xlsx {

// Throws base::Error when the library refused or failed; `action` completes «cannot …».
void check(lxw_error error, std::string_view action);

lxw_color_t library_colour(document::Colour colour);

// The font of the Normal style: column widths are counted in its digits.
void set_default_font(lxw_workbook* workbook, const char* name, double size);

// Merges cells that were written already. worksheet_merge_range would write them again, row by row, which
// constant-memory mode refuses for rows that have gone out. Rows and columns zero-based, both ends included.
void merge_written(lxw_worksheet* sheet, lxw_row_t first_row, lxw_col_t first_column, lxw_row_t last_row,
                   lxw_col_t last_column);

// A picture whose upper left corner is `x`, `y` from that of a cell; pixels of a screen. Decoration when the
// alternative is empty.
struct PicturePlace {
  lxw_row_t row = 0;
  lxw_col_t column = 0;
  double x = 0, y = 0, width = 0, height = 0;
};
void insert_picture(lxw_worksheet* sheet, std::string_view file, const PicturePlace& place,
                    std::string alternative);

}  // namespace svodka::xlsx
