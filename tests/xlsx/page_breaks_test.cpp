#include "xlsx/sheet/page_breaks.hpp"

#include "support/catch.hpp"

using svodka::xlsx::page_breaks;
using svodka::xlsx::PrintedRow;
using svodka::xlsx::RepeatedRows;
using Breaks = std::vector<std::uint32_t>;

namespace {

constexpr RepeatedRows header{1, 2};

// A title, a header of two rows, then rows of these heights.
std::vector<PrintedRow> sheet(const std::vector<float>& heights) {
  std::vector<PrintedRow> rows{{30, false}, {10, false}, {10, false}};
  for (const auto height : heights) rows.push_back({height, false});
  return rows;
}

}  // namespace

TEST_CASE("a page begins before the row that would overflow, the header counts on every page") {
  // 30 + 10 + 10 + 25 + 25 = 100; then 20 header + 3 × 25 = 95
  CHECK(page_breaks(sheet({25, 25, 25, 25, 25, 25}), header, 100) == Breaks{5, 8});
  CHECK(page_breaks(sheet({25, 25}), header, 100).empty());
}

TEST_CASE("the title of a group goes to the page of its rows") {
  auto rows = sheet({25, 15, 25, 25});
  rows[4].keep_with_next = true;                       // 50 + 25 + 15 = 90, its row would not fit
  CHECK(page_breaks(rows, header, 100) == Breaks{4});  // 20 + 15 + 25 + 25 = 85
}

TEST_CASE("a header does not end a page, unless it begins it with what is above") {
  auto rows = sheet({60, 20});
  rows[1].keep_with_next = rows[2].keep_with_next = true;
  CHECK(page_breaks(rows, header, 100) == Breaks{1});  // 10 + 10 + 60 + 20 = 100
  rows[0].keep_with_next = true;
  CHECK(page_breaks(rows, header, 100) == Breaks{3});
}

TEST_CASE("a row taller than a page has a page of its own") {
  CHECK(page_breaks(sheet({300, 25, 300, 25}), header, 100) == Breaks{3, 4, 5, 6});
}

TEST_CASE("titles alone do not make an endless search") {
  auto rows = sheet({60, 60, 60});
  for (std::size_t i = 3; i < rows.size(); ++i) rows[i].keep_with_next = true;
  CHECK(page_breaks(rows, header, 100) == Breaks{1, 4, 5});
}

TEST_CASE("a sheet has no more breaks than a workbook holds") {
  CHECK(page_breaks(sheet(std::vector<float>(5000, 90.0F)), header, 100).size() == 1022);
}

TEST_CASE("rows that are kept together go to the next page, and break where they must") {
  std::vector<PrintedRow> rows(6, {30, false});
  rows[2].keep_with_next = rows[3].keep_with_next = true;
  CHECK(page_breaks(rows, std::nullopt, 100) == Breaks{2, 5});  // not 3; then 90 and 30
  for (auto& row : rows) row.keep_with_next = true;
  CHECK(page_breaks(rows, std::nullopt, 100) == Breaks{3});
}

TEST_CASE("pages begin where it is asked for") {
  std::vector<PrintedRow> rows(6, {30, true});
  rows[2].begins_page = true;
  CHECK(page_breaks(rows, std::nullopt, 100) == Breaks{2, 5});  // 60; then 90, 30
}
