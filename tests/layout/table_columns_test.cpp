#include "layout/table/columns.hpp"

#include "support/catch.hpp"

using namespace svodka;
using layout::ColumnNeed;
using layout::plan_columns;
using Kind = document::Width::Kind;

namespace {

ColumnNeed points(double width) { return {{Kind::points, width}, false, {}, 0}; }
ColumnNeed percent(double amount) { return {{Kind::percent, amount}, false, {}, 0}; }
ColumnNeed share(double amount, double word = 0, double line = 0) {
  return {{Kind::share, amount}, false, {word, line}, 0};
}
ColumnNeed automatic(double word, double line) { return {{Kind::automatic, 0}, false, {word, line}, 0}; }

void check_widths(const std::vector<ColumnNeed>& needs, double available,
                  const std::vector<double>& expected) {
  const auto plan = plan_columns(needs, available);
  REQUIRE(plan.panels.size() == 1);
  REQUIRE(plan.panels[0].widths.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) CHECK(plan.panels[0].widths[i] == Approx(expected[i]));
}

}  // namespace

TEST_CASE("points and percent are taken as they are") {
  check_widths({points(30), percent(25)}, 200, {30, 50});  // 25 % of 200
}

TEST_CASE("shares take what is left, in proportion") {
  check_widths({points(20), share(1), share(3)}, 100, {20, 20, 60});  // 80 / 4 × 1 and × 3
}

TEST_CASE("a share is not narrower than its widest word") {
  check_widths({share(1, 40), share(1, 10), share(2, 10)}, 100, {40, 20, 40});  // 60 / 3 × 1 and × 2
}

TEST_CASE("automatic columns that fit on one line grow to fill the width") {
  check_widths({automatic(10, 20), automatic(10, 30)}, 100, {40, 60});  // 100 / 50 × each
}

TEST_CASE("a short automatic column keeps its line and the long ones share the rest by what they lack") {
  check_widths({automatic(10, 20), automatic(20, 120), automatic(30, 230)}, 160,
               {20, 50, 90});  // 140 - 50 = 90 over 100 and 200 lacking: 20 + 30, 30 + 60
}

TEST_CASE("automatic columns beside shares take their lines up to an even part") {
  check_widths({automatic(10, 20), share(1, 10)}, 100, {20, 80});
  check_widths({automatic(10, 500), share(1, 10)}, 100, {50, 50});  // at most a half of 100
}

TEST_CASE("columns that need more than the page are narrowed in proportion") {
  const std::vector<ColumnNeed> needs{points(100), automatic(100, 300)};
  check_widths(needs, 100, {50, 50});
  CHECK(plan_columns(needs, 100).wanted == Approx(200));
}

TEST_CASE("narrowed columns keep room for one letter") {
  auto small = points(4);
  small.narrowest = 10;
  auto large = points(190);
  large.narrowest = 10;
  check_widths({small, large}, 100, {10, 90});  // 10 + 190 = 200; only the second has something to give
}

TEST_CASE("a table too wide for the page is split into panels with the repeated column first") {
  std::vector<ColumnNeed> needs{points(20), points(30), points(30), points(30), points(30)};
  needs[0].repeat = true;
  const auto plan = plan_columns(needs, 100);  // 20 + 4 × 30 = 140; two beside the first: 20 + 60
  REQUIRE(plan.panels.size() == 2);
  CHECK(plan.panels[0].columns == std::vector<std::size_t>{0, 1, 2});
  CHECK(plan.panels[1].columns == std::vector<std::size_t>{0, 3, 4});
  CHECK(plan.panels[0].first);
  CHECK_FALSE(plan.panels[1].first);
  CHECK(plan.panels[0].widths == std::vector<double>{20, 40, 40});  // 80 / 60 × 30
  CHECK(plan.panels[1].widths == plan.panels[0].widths);
}

TEST_CASE("automatic columns of panels are equal when their contents are alike") {
  std::vector<ColumnNeed> needs{points(20), automatic(20, 20), automatic(30, 30), automatic(25, 25),
                                automatic(20, 20)};
  needs[0].repeat = true;
  const auto plan = plan_columns(needs, 80);  // two of 30 beside the first
  REQUIRE(plan.panels.size() == 2);
  for (const auto& panel : plan.panels) CHECK(panel.widths == std::vector<double>{20, 30, 30});
}

TEST_CASE("panels are about equally wide") {
  std::vector<ColumnNeed> needs{points(10)};
  for (int i = 0; i < 10; ++i) needs.push_back(points(10));
  needs[0].repeat = true;
  const auto plan = plan_columns(needs, 100);  // 9 and 1 would fit too
  REQUIRE(plan.panels.size() == 2);
  CHECK(plan.panels[0].columns.size() == 6);
  CHECK(plan.panels[1].columns.size() == 6);
}

TEST_CASE("columns that do not divide evenly leave no panel much narrower than the others") {
  std::vector<ColumnNeed> needs{points(10)};
  for (int i = 0; i < 7; ++i) needs.push_back(points(30));
  needs[0].repeat = true;
  const auto plan = plan_columns(needs, 100);  // three beside the first
  std::vector<std::size_t> sizes;
  for (const auto& panel : plan.panels) sizes.push_back(panel.columns.size() - 1);
  CHECK(sizes == std::vector<std::size_t>{2, 3, 2});
}

TEST_CASE("a wide column among narrow ones takes no further panel") {
  std::vector<ColumnNeed> needs{points(10), points(20), points(20), points(80), points(20), points(60)};
  needs[0].repeat = true;
  const auto plan = plan_columns(needs, 100);  // 20 + 20, 80, 20 + 60
  REQUIRE(plan.panels.size() == 3);
  CHECK(plan.panels[0].columns == std::vector<std::size_t>{0, 1, 2});
  CHECK(plan.panels[1].columns == std::vector<std::size_t>{0, 3});
  CHECK(plan.panels[2].columns == std::vector<std::size_t>{0, 4, 5});
}

TEST_CASE("no panels when repeated columns would take most of the page") {
  std::vector<ColumnNeed> needs{points(60), points(60)};
  needs[0].repeat = true;
  CHECK(plan_columns(needs, 100).panels.size() == 1);
}
