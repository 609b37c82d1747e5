#include "xlsx/page_breaks.hpp"

namespace svodka::xlsx {

namespace {

constexpr std::size_t kMostBreaks = 1022;  // of one sheet in Excel, less one for the library's end mark

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
      breaks.push_back(begin);
      used = begin >= free ? header : 0;
      for (auto moved = begin; moved < row; ++moved) used += rows[moved].height;
    }
    used += rows[row].height;
  }
  return breaks;
}

}  // namespace svodka::xlsx
