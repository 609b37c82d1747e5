#include "xlsx/package/library.hpp"

#include <fmt/format.h>

#include <cassert>
#include <cmath>
#include <cstddef>
#include <cstdint>
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

void insert_picture(lxw_worksheet* sheet, std::string_view file, const PicturePlace& place,
                    std::string alternative) {
  lxw_image_options options{};
  options.x_offset = static_cast<std::int32_t>(std::lround(place.x));
  options.y_offset = static_cast<std::int32_t>(std::lround(place.y));
  options.description = alternative.data();
  options.decorative = alternative.empty() ? LXW_TRUE : LXW_FALSE;
  check(worksheet_insert_image_buffer_opt(sheet, place.row, place.column,
                                          reinterpret_cast<const unsigned char*>(file.data()), file.size(),
                                          &options),
        "insert a picture");
  // The scale refers to the size and resolution that the library has read.
  auto* image = STAILQ_FIRST(sheet->image_props);
  while (STAILQ_NEXT(image, list_pointers) != nullptr) image = STAILQ_NEXT(image, list_pointers);
  constexpr double dots_per_inch = 96;
  image->x_scale = place.width / (image->width * dots_per_inch / image->x_dpi);
  image->y_scale = place.height / (image->height * dots_per_inch / image->y_dpi);
}

}  // namespace svodka::xlsx
