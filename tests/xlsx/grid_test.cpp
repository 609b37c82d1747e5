#include "xlsx/sheet/grid.hpp"

#include "support/catch.hpp"

namespace svodka::xlsx {

using Spans = std::vector<Span>;

TEST_CASE("the columns of a single table are the grid's") {
  const auto grid = make_grid({{{{30, 100, 270}, false}}, 400, true, false});
  CHECK(grid.edges == std::vector<Points>{0, 30, 130, 400});
  CHECK(grid.tables == std::vector<Spans>{{{0, 1}, {1, 2}, {2, 3}}});
}

TEST_CASE("text beside a narrow table stands over one column more") {
  const auto grid = make_grid({{{{100, 100}, false}}, 400, true, false});
  CHECK(grid.edges == std::vector<Points>{0, 100, 200, 400});
}

TEST_CASE("several tables share the refinement of their edges, near edges are one") {
  // 3 mm are 8.5 points: 205 is 200, and 130 is an edge of its own.
  const auto grid = make_grid({{{{100, 100, 200}, false}, {{130, 75, 195}, false}}, 400, true, false});
  CHECK(grid.edges == std::vector<Points>{0, 100, 130, 200, 400});
  CHECK(grid.tables[0] == Spans{{0, 1}, {1, 3}, {3, 4}});
  CHECK(grid.tables[1] == Spans{{0, 2}, {2, 3}, {3, 4}});
}

TEST_CASE("a table with a filter is not cut by the edges of another") {
  const auto grid = make_grid({{{{150, 250}, false}, {{200, 100, 100}, true}}, 400, true, false});
  CHECK(grid.edges == std::vector<Points>{0, 200, 300, 400});
  CHECK(grid.tables[0] == Spans{{0, 1}, {1, 3}});
  CHECK(grid.tables[1] == Spans{{0, 1}, {1, 2}, {2, 3}});
}

TEST_CASE("tables with filters lie over each other, column by column") {
  const auto grid = make_grid({{{{50, 100}, true}, {{80, 60, 90}, true}}, 0, false, false});
  CHECK(grid.edges == std::vector<Points>{0, 80, 180, 270});
}

TEST_CASE("a table whose edges leave no room for a signature or an approval is refined") {
  // Edges at 30 and 170 of 400; wanted are 192 and 280, or 200 and 290.
  const auto signed_grid = make_grid({{{{30, 140, 230}, false}}, 400, true, true});
  CHECK(signed_grid.edges == std::vector<Points>{0, 30, 170, 192, 280, 400});
  CHECK(signed_grid.position == Span{0, 3});
  CHECK(signed_grid.tables[0] == Spans{{0, 1}, {1, 2}, {2, 5}});
  const auto approved = make_grid({{{{30, 140, 230}, false}}, 400, true, false, 200});
  CHECK(approved.edges == std::vector<Points>{0, 30, 170, 200, 290, 400});
  CHECK(approved.approval == Span{3, 5});
  CHECK(approved.approval_line == Span{3, 4});
  CHECK(approved.approval_name == Span{4, 5});
}

TEST_CASE("wished edges part the text's columns, but no table that must stay whole") {
  CHECK(make_grid({{}, 400, true, false, 0, {100, 300}}).edges == std::vector<Points>{0, 100, 300, 400});
  CHECK(make_grid({{{{400}, true}}, 400, true, false, 0, {100, 300}}).edges == std::vector<Points>{0, 400});
}

TEST_CASE("the grid grows when a table has more columns than there are edges") {
  const auto grid = make_grid({{{{200, 200}, true}, {{10, 10, 10, 10}, false}}, 400, false, false});
  CHECK(grid.columns() == 4);
  CHECK(grid.tables[1] == Spans{{0, 1}, {1, 2}, {2, 3}, {3, 4}});
}

TEST_CASE("a sheet of text alone has columns for position, line and name of a signature") {
  const auto grid = make_grid({{}, 400, true, true});
  CHECK(grid.edges == std::vector<Points>{0, 192, 280, 400});
  CHECK(grid.position == Span{0, 1});
  CHECK(grid.line == Span{1, 2});
  CHECK(grid.name == Span{2, 3});
}

TEST_CASE("a signature stands on the columns of the table above it") {
  const auto grid = make_grid({{{{40, 160, 100, 100}, true}}, 400, true, true});
  CHECK(grid.position == Span{0, 2});
  CHECK(grid.line == Span{2, 3});
  CHECK(grid.name == Span{3, 4});
}

TEST_CASE("a filtered table of one column leaves no room for parts of a signature") {
  const auto grid = make_grid({{{{400}, true}}, 400, true, true});
  CHECK(grid.position == Span{0, 1});
  CHECK(grid.line.count() == 0);
  CHECK(grid.name.count() == 0);
}

}  // namespace svodka::xlsx
