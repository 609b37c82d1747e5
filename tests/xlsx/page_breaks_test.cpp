#include "xlsx/page_breaks.hpp"

#include "support/catch.hpp"

using svodka::xlsx::page_breaks;
using svodka::xlsx::PrintedRow;
using svodka::xlsx::RepeatedRows;
using Breaks = std::vector<std::uint32_t>;

namespace {

// A title, a header of two rows, then rows of these heights.
std::vector<PrintedRow> sheet(const std::vector<float>& heights) {
  std::vector<PrintedRow> rows{{30, false}, {10, false}, {10, false}};
  for (const auto height : heights) rows.push_back({height, false});
  return rows;
}

}  // namespace

TEST_CASE("a page begins before the row that would overflow, the header counts on every page") {
  // 30 + 10 + 10 + 25 + 25 = 100; then 20 header + 3 × 25 = 95
  CHECK(page_breaks(sheet({25, 25, 25, 25, 25, 25}), RepeatedRows{1, 2}, {}, 100) == Breaks{5, 8});
  CHECK(page_breaks(sheet({25, 25}), RepeatedRows{1, 2}, {}, 100).empty());
}

TEST_CASE("the title of a group goes to the page of its rows") {
  auto rows = sheet({25, 15, 25, 25});
  rows[4].keep_with_next = true;  // 50 + 25 + 15 = 90, its row would not fit
  CHECK(page_breaks(rows, RepeatedRows{1, 2}, {}, 100) == Breaks{4});  // 20 + 15 + 25 + 25 = 85
}

TEST_CASE("a row taller than a page has a page of its own") {
  CHECK(page_breaks(sheet({300, 25, 300, 25}), RepeatedRows{1, 2}, {}, 100) == Breaks{3, 4, 5, 6});
}

TEST_CASE("titles alone do not make an endless search") {
  auto rows = sheet({60, 60, 60});
  for (std::size_t i = 3; i < rows.size(); ++i) rows[i].keep_with_next = true;
  CHECK(page_breaks(rows, RepeatedRows{1, 2}, {}, 100) == Breaks{3, 4, 5});
}

TEST_CASE("a sheet has no more breaks than a workbook holds") {
  CHECK(page_breaks(sheet(std::vector<float>(5000, 90.0F)), RepeatedRows{1, 2}, {}, 100).size() == 1022);
}

TEST_CASE("without repeated rows pages begin where rows do not fit, and where they are wanted") {
  const auto rows = sheet({40, 40, 40, 40, 40});
  CHECK(page_breaks(rows, {}, {}, 100) == Breaks{4, 6});      // 50 + 40, then 2 × 40
  CHECK(page_breaks(rows, {}, {2}, 100) == Breaks{2, 5, 7});  // 30 + 10, then 10 + 2 × 40
  auto kept = rows;
  kept[3].keep_with_next = true;
  CHECK(page_breaks(kept, {}, {}, 100) == Breaks{3, 5, 7});
}
