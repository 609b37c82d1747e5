#include "xlsx/sheet/page_breaks.hpp"

namespace svodka::xlsx {

namespace {

constexpr std::size_t kMostBreaks = 1022;  // of one sheet in Excel, less one for the library's end mark

// Where a page begins when `row` does not fit below the header, so that the header does not end a page:
// before the header and what is kept with it, unless that is the whole page so far or they do not fit on one
// with `row`.
std::uint32_t before_header(const std::vector<PrintedRow>& rows, RepeatedRows header, std::uint32_t top,
                            std::uint32_t row, Points page) {
  if (top >= header.first) return row;
  auto begin = header.first;
  while (begin > top && rows[begin - 1].keep_with_next) --begin;
  Points height = 0;
  for (auto kept = begin; kept <= row; ++kept) height += rows[kept].height;
  return begin > top && height <= page ? begin : header.last + 1;
}

}  // namespace

std::vector<std::uint32_t> page_breaks(const std::vector<PrintedRow>& rows,
                                       std::optional<RepeatedRows> repeated, Points page) {
  Points header = 0;
  std::uint32_t free = 0;  // the first row that may begin a page by itself
  if (repeated) {
    for (auto row = repeated->first; row <= repeated->last; ++row) header += rows[row].height;
    free = repeated->last + 1;
  }
  std::vector<std::uint32_t> breaks;
  Points used = 0;
  for (std::uint32_t row = 0; row < rows.size(); ++row) {
    const auto top = breaks.empty() ? 0 : breaks.back();  // of the page
    const bool full = used + rows[row].height > page && row >= free;
    if (row > top && (full || rows[row].begins_page)) {
      if (breaks.size() == kMostBreaks) return breaks;
      auto begin = row;
      while (!rows[row].begins_page && begin - 1 > top && begin - 1 >= free &&
             rows[begin - 1].keep_with_next) {
        --begin;
      }
      // What would have to stay together from the top of the page on is higher than one.
      if (begin - 1 == top && rows[top].keep_with_next) begin = row;
      if (repeated && begin == free) begin = before_header(rows, *repeated, top, row, page);
      breaks.push_back(begin);
      used = begin >= free ? header : 0;
      for (auto kept = begin; kept < row; ++kept) used += rows[kept].height;
    }
    used += rows[row].height;
  }
  return breaks;
}

}  // namespace svodka::xlsx
