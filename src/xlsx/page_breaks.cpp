#include "xlsx/page_breaks.hpp"

namespace svodka::xlsx {

namespace {

constexpr std::size_t kMostBreaks = 1022;  // of one sheet in Excel, less one for the library's end mark

}  // namespace

std::vector<std::uint32_t> page_breaks(const std::vector<PrintedRow>& rows,
                                       std::optional<RepeatedRows> repeated,
                                       const std::vector<std::uint32_t>& wanted, Points page) {
  Points header = 0;
  const std::uint32_t free = repeated ? repeated->last + 1 : 1;  // the first row that can begin a page
  for (auto row = repeated ? repeated->first : free; row < free; ++row) header += rows[row].height;
  std::vector<std::uint32_t> breaks;
  auto next_wanted = wanted.begin();
  Points used = 0;
  for (std::uint32_t row = 0; row < rows.size(); ++row) {
    const auto page_begins = breaks.empty() ? 0 : breaks.back();
    const bool is_wanted = next_wanted != wanted.end() && *next_wanted == row;
    if (is_wanted) ++next_wanted;
    if (is_wanted || (used + rows[row].height > page && row >= free && row > page_begins)) {
      if (breaks.size() == kMostBreaks) return breaks;
      auto begin = row;
      used = row >= free ? header : 0;
      while (!is_wanted && begin - 1 > page_begins && begin - 1 >= free && rows[begin - 1].keep_with_next) {
        --begin;
        used += rows[begin].height;
      }
      breaks.push_back(begin);
    }
    used += rows[row].height;
  }
  return breaks;
}

}  // namespace svodka::xlsx
