#include "xlsx/library.hpp"

#include <fmt/format.h>

#include <cassert>
#include <cstdlib>

#include "base/error.hpp"

namespace svodka::xlsx {

void check(lxw_error error, std::string_view action) {
  if (error == LXW_NO_ERROR) return;
  throw base::Error(fmt::format("cannot {} of the workbook: {}", action, lxw_strerror(error)));
}

lxw_color_t library_colour(document::Colour colour) {
  const auto rgb = static_cast<lxw_color_t>(colour.red << 16 | colour.green << 8 | colour.blue);
  return rgb == 0 ? static_cast<lxw_color_t>(LXW_COLOR_BLACK) : rgb;  // 0 is «unset» to the library
}

void set_default_font(lxw_workbook* workbook, const char* name, double size) {
  lxw_format* normal = STAILQ_FIRST(workbook->formats);
  format_set_font_name(normal, name);
  format_set_font_size(normal, size);
}

void merge_written(lxw_worksheet* sheet, lxw_row_t first_row, lxw_col_t first_column, lxw_row_t last_row,
                   lxw_col_t last_column) {
  assert(first_row < last_row || first_column < last_column);
  // The worksheet frees it with free().
  auto* range = static_cast<lxw_merged_range*>(std::calloc(1, sizeof(lxw_merged_range)));
  if (range == nullptr) check(LXW_ERROR_MEMORY_MALLOC_FAILED, "merge cells");
  range->first_row = first_row;
  range->last_row = last_row;
  range->first_col = first_column;
  range->last_col = last_column;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wold-style-cast"
  STAILQ_INSERT_TAIL(sheet->merged_ranges, range, list_pointers);
#pragma GCC diagnostic pop
  sheet->merged_range_count++;
}

}  // namespace svodka::xlsx
