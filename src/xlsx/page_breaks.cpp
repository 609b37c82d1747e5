#include "xlsx/page_breaks.hpp"

namespace svodka::xlsx {

namespace {

constexpr std::size_t kMostBreaks = 1022;  // of one sheet in Excel, less one for the library's end mark

}  // namespace

std::vector<std::uint32_t> page_breaks(const std::vector<PrintedRow>& rows, RepeatedRows repeated,
                                       Points page) {
  Points header = 0;
  for (auto row = repeated.first; row <= repeated.last; ++row) header += rows[row].height;
  std::vector<std::uint32_t> breaks;
  Points used = 0;
  for (std::uint32_t row = 0; row < rows.size(); ++row) {
    const auto page_begins = breaks.empty() ? 0 : breaks.back();
    if (used + rows[row].height > page && row > repeated.last && row > page_begins) {
      if (breaks.size() == kMostBreaks) return breaks;
      auto begin = row;
      used = header;
      while (begin - 1 > page_begins && begin - 1 > repeated.last && rows[begin - 1].keep_with_next) {
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
