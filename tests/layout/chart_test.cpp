// A page of 300 × 300 with margins of 10, letters 5 wide and lines 10 high: see support.hpp. The title of a
// chart is 1.15 times as large.

#include <algorithm>
#include <cmath>

#include "document/colours.hpp"
#include "support.hpp"
#include "support/catch.hpp"

namespace svodka::layout::test {

using document::Chart;
using Kind = Chart::Kind;
using Values = std::vector<std::optional<double>>;

namespace {

document::Theme wide_theme() {
  auto theme = small_theme();
  theme.page_width = theme.page_height = 300;
  return theme;
}

Chart chart_of(Kind kind, std::vector<std::string> categories, std::vector<Values> series) {
  Chart chart;
  chart.id = "c";
  chart.kind = kind;
  chart.horizontal = kind == Kind::bullet;
  chart.categories = std::move(categories);
  char title = 'a';
  for (auto& values : series) chart.series.push_back({std::string(1, title++), std::move(values)});
  chart.alternative = "О чём";
  return chart;
}

document::Block block(Chart chart) { return {std::move(chart), document::Only::both, false}; }

Laid lay_one(Chart chart, const document::Theme& theme = wide_theme()) {
  return lay(document_of({block(std::move(chart))}), theme);
}

template <class Placed>
std::vector<Placed> all(const Laid& laid, std::size_t page = 0) {
  std::vector<Placed> found;
  for (const auto& item : laid.pages.pages.at(page).items) {
    if (const auto* placed = std::get_if<Placed>(&item)) found.push_back(*placed);
  }
  return found;
}

struct Area {
  Points left, top, right, bottom;
  Colour fill;
};

// Closed shapes of four corners with this fill: bars and swatches.
std::vector<Area> bars(const Laid& laid, Colour fill) {
  std::vector<Area> found;
  for (const auto& path : all<PlacedPath>(laid)) {
    if (!path.closed || path.points.size() != 4 || path.fill != fill) continue;
    found.push_back({path.points[0].x, path.points[0].y, path.points[2].x, path.points[2].y, *path.fill});
  }
  return found;
}

Area area_of(const Item& item) {
  Area area{1e9, 1e9, -1e9, -1e9, {}};
  const auto take = [&](Points x, Points y) {
    area.left = std::min(area.left, x), area.right = std::max(area.right, x);
    area.top = std::min(area.top, y), area.bottom = std::max(area.bottom, y);
  };
  if (const auto* text = std::get_if<PlacedText>(&item)) {
    take(text->x, text->y - 0.7 * text->shown->size),
        take(text->x + text->shown->width, text->y + 0.05 * text->shown->size);  // ink
  } else if (const auto* box = std::get_if<PlacedBox>(&item)) {
    take(box->x, box->y), take(box->x + box->width, box->y + box->height);
  } else if (const auto* path = std::get_if<PlacedPath>(&item)) {
    for (const auto& point : path->points) take(point.x, point.y);
  }
  return area;
}

bool overlap(const Area& a, const Area& b) {
  constexpr Points touch = 0.01;
  return a.left < b.right - touch && b.left < a.right - touch && a.top < b.bottom - touch &&
         b.top < a.bottom - touch;
}

// No text lies on another, and nothing leaves the margins.
void check_tidy(const Laid& laid, const document::Theme& theme) {
  for (const auto& page : laid.pages.pages) {
    std::vector<Area> texts;
    for (const auto& item : page.items) {
      const auto area = area_of(item);
      const auto* drawn = std::get_if<PlacedText>(&item);
      INFO((drawn != nullptr ? drawn->shown->text : "a shape"));
      CHECK(area.left >= theme.margin_left - 0.01);
      CHECK(area.right <= page.width - theme.margin_right + 0.01);
      CHECK(area.top >= theme.margin_top - 0.01);
      CHECK(area.bottom <= page.height - theme.margin_bottom + 0.01);
      if (drawn == nullptr) continue;
      for (const auto& other : texts) CHECK_FALSE(overlap(area, other));
      texts.push_back(area);
    }
  }
}

std::string label(std::size_t length, std::size_t number) {
  return std::string(length, 'x') + std::to_string(number);
}

}  // namespace

TEST_CASE("a legend that would take the page is left out, in charts of every kind") {
  for (const auto kind : {Kind::bars, Kind::stacked, Kind::lines}) {
    for (const bool horizontal : {false, true}) {
      auto chart = chart_of(kind, {"а", "б", "в", "г"}, std::vector<Values>(100, Values{1, 2, 3, 4}));
      chart.horizontal = horizontal && kind != Kind::lines;
      for (auto& series : chart.series) series.title = "длинное название организации района " + series.title;
      const auto laid = lay_one(std::move(chart));
      CHECK(laid.pages.pages.size() == 1);
      CHECK(base::render(laid.diagnostics)
                .find("chart c: warning[L113]: the names of 100 series take more than half of the page and "
                      "are left "
                      "out\n  hint: show fewer series, shorten their titles, or make a table\n") !=
            std::string::npos);
      for (const auto& text : laid.texts(0)) {
        CHECK(text.y > 10);
        CHECK(text.y < 290);
      }
    }
  }
}

TEST_CASE("a chart is one figure with its text, and everything drawn is part of it") {
  auto chart = chart_of(Kind::bars, {"к1", "к2"}, {{1, 2}, {3, 4}});
  chart.title = "Заголовок";
  const auto laid = lay_one(chart);
  const auto figures = laid.nodes(Role::figure);
  REQUIRE(figures.size() == 1);
  CHECK(laid.pages.nodes[figures[0]].name == "О чём");
  for (const auto& item : laid.pages.pages[0].items) {
    const auto node = std::visit([](const auto& placed) { return placed.node; }, item);
    CHECK(node == figures[0]);
  }
  CHECK(laid.text_of(figures[0]).find("Заголовок") != std::string::npos);
}

TEST_CASE("bars are as long as their values, on both sides of zero") {
  const auto laid = lay_one(chart_of(Kind::bars, {"а", "б", "в"}, {{10, -5, {}}}));
  const auto fill = wide_theme().palette[0];
  const auto drawn = bars(laid, fill);
  REQUIRE(drawn.size() == 2);                      // a missing value is not drawn
  CHECK(drawn[0].bottom == Approx(drawn[1].top));  // both stand on zero
  CHECK(drawn[0].bottom - drawn[0].top == Approx(2 * (drawn[1].bottom - drawn[1].top)));
  const auto lines = all<PlacedPath>(laid);
  const auto zero = std::find_if(lines.begin(), lines.end(), [&](const PlacedPath& path) {
    return !path.closed && path.stroke_width == 0.8 && std::abs(path.points[0].y - drawn[0].bottom) < 0.01;
  });
  CHECK(zero != lines.end());
  CHECK(laid.words(0) == "|−5|0|5|10|10|−5|а|б|в");
}

TEST_CASE("several series stand side by side with a legend, one has none") {
  const auto laid = lay_one(chart_of(Kind::bars, {"к"}, {{10}, {20}, {std::nullopt}}));
  const auto theme = wide_theme();
  const auto first = bars(laid, theme.palette[0]);
  const auto second = bars(laid, theme.palette[1]);
  REQUIRE(first.size() == 2);  // the bar, and its swatch in the legend
  REQUIRE(second.size() == 2);
  CHECK(first[0].right == Approx(second[0].left));
  CHECK(first[1].top == Approx(second[1].top));
  CHECK(lay_one(chart_of(Kind::bars, {"к"}, {{10}})).words(0).find("|a") == std::string::npos);
}

TEST_CASE("stacked bars stand upon each other, their figures where they fit") {
  const auto laid = lay_one(chart_of(Kind::stacked, {"к"}, {{40}, {1}, {20}}));
  const auto theme = wide_theme();
  const auto lowest = bars(laid, theme.palette[0])[0];
  const auto thin = bars(laid, theme.palette[1])[0];
  const auto top = bars(laid, theme.palette[2])[0];
  CHECK(lowest.top == Approx(thin.bottom));
  CHECK(thin.top == Approx(top.bottom));
  const auto texts = laid.texts(0);
  const auto has = [&](const std::string& text, Colour colour) {
    return std::any_of(texts.begin(), texts.end(), [&](const PlacedText& placed) {
      return placed.shown->text == text && placed.colour == colour && placed.x > lowest.left;
    });
  };
  CHECK(has("40", {0xFF, 0xFF, 0xFF}));  // white on dark blue
  CHECK_FALSE(has("1", {}));             // too thin for a figure
}

TEST_CASE("a missing value parts a line; alone between two it is a marker only") {
  const auto laid = lay_one(chart_of(Kind::lines, {"1", "2", "3", "4", "5", "6"}, {{1, 2, {}, 4, {}, 6}}));
  const auto colour = document::series_line(wide_theme(), 0);
  std::size_t lines = 0, markers = 0;
  for (const auto& path : all<PlacedPath>(laid)) {
    if (path.stroke != colour) continue;
    path.closed ? ++markers : ++lines;
    if (!path.closed) CHECK(path.points.size() == 2);  // 1–2 only
  }
  CHECK(lines == 1);
  CHECK(markers == 4);
}

TEST_CASE("lines are told apart without colour: no two of eight share dash and marker") {
  std::vector<Values> series(8, Values{1, 2});
  const auto laid = lay_one(chart_of(Kind::lines, {"1", "2"}, series));
  std::vector<std::pair<std::vector<Points>, std::size_t>> looks;
  const auto paths = all<PlacedPath>(laid);
  for (std::size_t i = 0; i + 2 < paths.size(); ++i) {
    // A line of 1.5 followed by its two markers, which have 16, 4 or 3 corners, filled or hollow.
    if (paths[i].closed || paths[i].stroke_width != 1.5 || !paths[i + 2].closed) continue;
    const auto& marker = paths[i + 1];
    const bool hollow = marker.fill == Colour{0xFF, 0xFF, 0xFF};
    const auto shape =
        marker.points.size() * 4 + (marker.points[0].x == marker.points[2].x ? 2U : 0U) + (hollow ? 1U : 0U);
    looks.emplace_back(paths[i].dash, shape);
  }
  REQUIRE(looks.size() == 8);
  std::sort(looks.begin(), looks.end());
  CHECK(std::adjacent_find(looks.begin(), looks.end()) == looks.end());
}

TEST_CASE("long labels wrap, longer ones turn bars, and lines leave some out") {
  // Ten categories on 280 points: some 26 each, five letters.
  std::vector<std::string> pairs, words;
  Values values;
  for (std::size_t i = 0; i < 10; ++i) {
    pairs.push_back("абв\u00ADг" + std::to_string(i) + " жзи");
    words.push_back(label(10, i));
    values.emplace_back(static_cast<double>(i + 1));
  }
  const auto fill = wide_theme().palette[0];
  const auto upright = lay_one(chart_of(Kind::bars, {"аб вг", "де жз"}, {{1, 2}}));
  CHECK(bars(upright, fill)[0].bottom == Approx(bars(upright, fill)[1].bottom));
  const auto turned = lay_one(chart_of(Kind::bars, words, {values}));
  CHECK(bars(turned, fill)[0].left == Approx(bars(turned, fill)[1].left));
  for (const auto& word : words) CHECK(turned.words(0).find(word) != std::string::npos);
  const auto lines = lay_one(chart_of(Kind::lines, words, {values}));
  CHECK(lines.words(0).find(words[0]) != std::string::npos);
  CHECK(lines.words(0).find(words[1]) == std::string::npos);
  CHECK(lines.diagnostics.all().empty());
}

TEST_CASE("a bullet has a bar for the fact, a mark for the plan, and both figures") {
  const auto laid = lay_one(chart_of(Kind::bullet, {"к1", "к2"}, {{80, {}}, {100, 50}}));
  const auto fact = bars(laid, wide_theme().palette[0]);
  REQUIRE(fact.size() == 2);  // one, and the legend's
  const auto paths = all<PlacedPath>(laid);
  std::vector<PlacedPath> marks;
  std::copy_if(paths.begin(), paths.end(), std::back_inserter(marks),
               [](const PlacedPath& path) { return !path.closed && path.stroke_width == 2; });
  REQUIRE(marks.size() == 3);  // two, and the legend's
  const auto zero = fact[0].left;
  CHECK((marks[0].points[0].x - zero) / (fact[0].right - zero) == Approx(1.25));  // 100 / 80
  CHECK(marks[0].points[1].y - marks[0].points[0].y > fact[0].bottom - fact[0].top);
  CHECK(laid.words(0).find("|a|80|–|b|100|50") != std::string::npos);
}

TEST_CASE("a chart without values is its words") {
  auto chart = chart_of(Kind::bars, {"к"}, {{std::nullopt}});
  chart.title = "Имя";
  chart.empty_text = {{"Пусто.", false, false, {}}};
  const auto laid = lay_one(chart);
  CHECK(laid.words(0) == "|Имя|Пусто.");
  CHECK(laid.nodes(Role::figure).empty());
}

TEST_CASE("a chart goes whole to the next page") {
  auto chart = chart_of(Kind::bars, {"к"}, {{1}});
  chart.height = 150;
  const auto laid = lay(document_of({paragraph(lines(16)), block(chart)}), wide_theme());
  REQUIRE(laid.pages.pages.size() == 1);
  std::string long_text;
  for (int i = 0; i < 60; ++i) long_text += "очень-длинное-слово-на-строку-целиком-и-ещё-немного-букв ";
  const auto broken = lay(document_of({paragraph(long_text.substr(0, 60 * 40)), block(chart)}), wide_theme());
  REQUIRE(broken.pages.pages.size() == 2);
  CHECK(all<PlacedPath>(broken, 0).empty());
  CHECK_FALSE(all<PlacedPath>(broken, 1).empty());
}

TEST_CASE("too many rows for a page: closer, smaller, then every second label, and it is said") {
  std::vector<std::string> categories;
  Values values;
  for (std::size_t i = 0; i < 40; ++i) {
    categories.push_back("к" + std::to_string(i));
    values.emplace_back(1);
  }
  auto chart = chart_of(Kind::bars, categories, {values});
  chart.horizontal = true;
  const auto laid = lay_one(chart);
  CHECK(laid.pages.pages.size() == 1);
  check_tidy(laid, wide_theme());
  // 280 less 2 above and 13 below leave 265 for 40 rows, 6.6 each; labels of 8.3 points need 8.3.
  CHECK(
      base::render(laid.diagnostics) ==
      "chart c: warning[L110]: 40 categories stand closer than their labels allow: of every 2 labels one is "
      "printed\n  hint: give the chart more height, show fewer categories, or part them into several "
      "charts\n");
  CHECK(laid.words(0).find("|к0|к2|к4") != std::string::npos);
}

TEST_CASE("a chart without a height of its own is as high as it needs, and nobody is told") {
  for (const std::size_t count : {1U, 2U, 3U}) {
    auto chart = chart_of(Kind::bullet, std::vector<std::string>(count, "один"),
                          {Values(count, 50.0), Values(count, 100.0)});
    chart.title = "Выполнение";
    chart.value_title = "Процент";
    CHECK(base::render(lay_one(chart).diagnostics) == "");
  }
}

TEST_CASE("a chart too low to be read is made higher, and it is said") {
  auto chart = chart_of(Kind::bars, {"к"}, {{1}});
  chart.height = base::millimetres(10);
  const auto laid = lay_one(chart);
  // 5 + 6 above, 3 + 10 below, 5 lines between: 74 points.
  CHECK(base::render(laid.diagnostics) ==
        "chart c: warning[L111]: the chart needs 26 mm of height and has 10 mm; it is made higher\n"
        "  hint: leave 'height' out, or give more\n");
  check_tidy(laid, wide_theme());
}

TEST_CASE("a chart higher than a page is made as high as one, and it is said") {
  auto chart = chart_of(Kind::bars, {"к"}, {{1}});
  chart.height = 280;
  CHECK(lay_one(chart).diagnostics.all().empty());
  chart.height = base::millimetres(120);
  const auto laid = lay_one(chart);
  // 300 - 2 × 10 points.
  CHECK(base::render(laid.diagnostics) ==
        "chart c: warning[L114]: the chart should be 120 mm high and a page has 99 mm; it is made lower\n"
        "  hint: leave 'height' out, or give less\n");
  REQUIRE(laid.pages.pages.size() == 1);
  check_tidy(laid, wide_theme());
}

TEST_CASE("more series than colours are told of") {
  const auto laid = lay_one(chart_of(Kind::bars, {"к"}, std::vector<Values>(7, Values{1})));
  CHECK(base::render(laid.diagnostics) ==
        "chart c: warning[L112]: the chart has 7 series and the theme 6 colours, which repeat\n"
        "  hint: show fewer series, or give the theme a longer palette\n");
}

TEST_CASE("random charts of every kind stay within the margins, no text on another") {
  const auto theme = wide_theme();
  unsigned state = 11;
  const auto random = [&state](unsigned below) {
    state = state * 1664525 + 1013904223;
    return (state >> 10) % below;
  };
  for (int round = 0; round < 200; ++round) {
    const auto kind = static_cast<Kind>(random(4));
    std::vector<std::string> categories;
    const auto length = 1 + random(14);
    for (std::size_t i = 0, count = 1 + random(24); i < count; ++i) {
      categories.push_back(label(1 + random(length), i) + (random(3) == 0 ? " слово слово" : ""));
    }
    std::vector<Values> series(kind == Kind::bullet ? 2 : 1 + random(5));
    for (auto& values : series) {
      for (std::size_t i = 0; i < categories.size(); ++i) {
        const double value = random(2000) / 10.0 - (kind == Kind::stacked || round % 3 ? 0 : 100);
        values.push_back(random(6) == 0 ? std::nullopt : std::optional<double>(value));
      }
    }
    auto chart = chart_of(kind, categories, series);
    chart.horizontal = kind != Kind::lines && (kind == Kind::bullet || random(2) == 0);
    if (random(2) == 0) chart.title = "Длинное название диаграммы, которое не помещается на одной строке";
    if (random(2) == 0) chart.value_title = "Единица";
    if (random(2) == 0) chart.category_title = "Ось";
    chart.series[0].values[0] = 1;
    INFO("round " << round << " kind " << static_cast<int>(kind) << " horizontal " << chart.horizontal);
    const auto laid = lay_one(chart, theme);
    CHECK(laid.pages.pages.size() == 1);
    check_tidy(laid, theme);
  }
}

}  // namespace svodka::layout::test
