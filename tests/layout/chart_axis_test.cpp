#include "layout/chart/axis.hpp"

#include <cmath>
#include <utility>

#include "layout/chart/labels.hpp"
#include "support/catch.hpp"

using namespace svodka::layout;
using svodka::document::Chart;
using Values = std::vector<std::optional<double>>;

namespace {

Chart chart(Chart::Kind kind, std::vector<Values> series) {
  Chart chart;
  chart.kind = kind;
  for (auto& values : series) chart.series.push_back({"", std::move(values)});
  for (std::size_t i = 0; i < chart.series.front().values.size(); ++i) chart.categories.emplace_back("к");
  return chart;
}

std::string shown(const Axis& axis) {
  std::string text;
  for (const auto tick : axis.ticks()) text += " " + tick_text(tick, axis, {});
  return text;
}

}  // namespace

TEST_CASE("ticks are multiples of 1, 2 or 5 times a power of ten, and hold both ends") {
  CHECK(shown(nice_axis(0, 40, 8)) == " 0 5 10 15 20 25 30 35 40");
  CHECK(shown(nice_axis(0, 41, 8)) == " 0 10 20 30 40 50");
  CHECK(shown(nice_axis(0, 0.7, 8)) == " 0,0 0,1 0,2 0,3 0,4 0,5 0,6 0,7");
  CHECK(shown(nice_axis(0, 0.07, 3)) == " 0,00 0,05 0,10");
  CHECK(shown(nice_axis(-12, 58, 8)) == " −20 −10 0 10 20 30 40 50 60");
  CHECK(shown(nice_axis(101, 116, 8)) == " 100 102 104 106 108 110 112 114 116");
  CHECK(shown(nice_axis(0, 1234567, 4)) == " 0 500\u00A0000 1\u00A0000\u00A0000 1\u00A0500\u00A0000");
}

TEST_CASE("an axis is never without a step") {
  CHECK(shown(nice_axis(0, 0, 8)) == " 0 1");
  CHECK(shown(nice_axis(50, 50, 8)) == " 50 100");
  CHECK(nice_axis(-1, 1, 1).ticks().size() >= 2);
  CHECK(nice_axis(-1e-300, 1e300, 5).ticks().size() >= 2);
}

TEST_CASE("random ranges are held by an axis with no more steps than allowed") {
  unsigned state = 7;
  const auto random = [&state] {
    state = state * 1664525 + 1013904223;
    return static_cast<double>(state >> 8) / (1 << 24);
  };
  for (int i = 0; i < 3000; ++i) {
    const auto scale = std::pow(10, 12 * random() - 6);
    const auto a = (random() - 0.5) * scale, b = (random() - 0.5) * scale;
    const auto most = static_cast<std::size_t>(2 + 8 * random());
    const auto axis = nice_axis(std::min(a, b), std::max(a, b), most);
    INFO(a << " " << b << " " << most);
    const auto ticks = axis.ticks();
    CHECK(ticks.size() >= 2);
    CHECK(ticks.size() <= most + 1);
    CHECK(axis.part(std::min(a, b)) >= -1e-6);
    CHECK(axis.part(std::max(a, b)) <= 1 + 1e-6);
    CHECK(ticks.back() == Approx(axis.high).margin(scale * 1e-9));
  }
}

TEST_CASE("bars stand on zero, lines only when they come near it") {
  using Kind = Chart::Kind;
  const auto ends = [](const Chart& chart) {
    const auto extremes = extremes_of(chart);
    return std::pair(extremes.least, extremes.greatest);
  };
  CHECK(ends(chart(Kind::bars, {{90, 95}})) == std::pair(0.0, 95.0));
  CHECK(ends(chart(Kind::bars, {{-3, {}}, {4, -5}})) == std::pair(-5.0, 4.0));
  CHECK(ends(chart(Kind::lines, {{90, 95}})) == std::pair(90.0, 95.0));  // 5 < 0.3 × 95
  CHECK(ends(chart(Kind::lines, {{60, 95}})) == std::pair(0.0, 95.0));   // 35 > 28.5
  CHECK(ends(chart(Kind::lines, {{50, 50}})) == std::pair(0.0, 50.0));   // no span to show
  CHECK(ends(chart(Kind::lines, {{-95, -90}})) == std::pair(-95.0, -90.0));
  CHECK(ends(chart(Kind::stacked, {{1, 2}, {3, {}}, {5, 1}})) == std::pair(0.0, 9.0));
  CHECK(ends(chart(Kind::bars, {{{}, {}}})) == std::pair(0.0, 0.0));
}

TEST_CASE("ticks are shown as the values are, with the decimals that their step needs") {
  using Format = svodka::text::Format;
  const Format percent{Format::Kind::percent, 1, true};
  CHECK(tick_text(20, {0, 100, 20}, percent) == "20\u00A0%");
  CHECK(tick_text(2.5, {0, 10, 0.5}, percent) == "2,5\u00A0%");
  CHECK(tick_text(-1e-17, {-1, 1, 0.5}, percent) == "0,0\u00A0%");
  CHECK(tick_text(-20, {-20, 20, 20}, {Format::Kind::number, 2, true}) == "−20");
}

TEST_CASE("labels that would touch are left out evenly") {
  const std::vector<Points> centres{10, 30, 50, 70, 90};
  // 18 wide at a distance of 20: 2 between them.
  CHECK(label_step(std::vector<Points>(5, 18), centres, 0, 100, 2) == 1);
  CHECK(label_step(std::vector<Points>(5, 19), centres, 0, 100, 2) == 2);
  // The first is moved in to 0–38; the third would be at 31–69.
  CHECK(label_step(std::vector<Points>(5, 38), centres, 0, 100, 2) == 3);
  CHECK(label_step(std::vector<Points>(5, 99), centres, 0, 100, 2) == 5);
  CHECK(label_left(38, 10, 0, 100) == 0);
  CHECK(label_left(38, 90, 0, 100) == 62);
  CHECK(label_left(38, 50, 0, 100) == 31);
}

TEST_CASE("rows are as high as they want, then closer, then without some labels") {
  CHECK(plan_rows(5, 20, 10, 200).pitch == 20);
  CHECK(plan_rows(10, 20, 10, 120).pitch == 12);
  CHECK(plan_rows(10, 20, 10, 120).every == 1);
  CHECK(plan_rows(10, 20, 10, 60).pitch == 6);
  CHECK(plan_rows(10, 20, 10, 60).every == 2);  // 10 / 6
  CHECK(plan_rows(10, 20, 10, 20).every == 5);
}
