#include <algorithm>
#include <cmath>

#include "xlsx/blocks/paragraphs.hpp"

namespace svodka::xlsx {

namespace {

constexpr Points kAroundPicture = 6;
constexpr Points kRuleHeight = 6;  // of the row that it ends

}  // namespace

// It lies over rows that are as high together. Where rows go out as they are written the library knows only
// their usual height.
void write_image(Book& book, Sheets& sheets, const document::Image& image) {
  auto* sheet = &sheets.current();
  const auto size = document::size_of(image, sheet->width(), sheet->page_height());
  const auto height = size.height + 2 * kAroundPicture;
  const auto tallest = sheet->is_streamed() ? sheet->usual_height() : kTallestRow;
  const auto rows = static_cast<std::uint32_t>(std::ceil(height / tallest));
  sheets.make_room(rows);
  sheet = &sheets.current();
  const auto left = document::left_of(image.align, std::max(sheet->width() - size.width, 0.0));
  Findings findings;
  const auto alternative = plain_styled(image.alternative, findings).text;
  book.report(findings, place_of(*sheet));
  sheet->picture(*image.picture, left, kAroundPicture, size, alternative);
  const auto row_height = sheet->is_streamed() ? tallest : height / rows;
  for (std::uint32_t row = 0; row < rows; ++row) sheet->end_row(row_height, 0, row + 1 < rows);
}

void write_rule(Book& book, Sheets& sheets) {
  CellLook look;
  look.border = Border::bottom;
  sheets.make_room(2);
  auto& sheet = sheets.current();
  sheet.blank(sheet.grid().all(), book.formats.cell(look));
  sheet.end_row(kRuleHeight, 0, true);
  sheet.end_row(kRuleHeight);
}

}  // namespace svodka::xlsx
