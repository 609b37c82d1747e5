#include "support.hpp"

namespace svodka::xlsx::test {

using document::Chart;
using document::Heat;
using Kind = Chart::Kind;

namespace {

Chart chart_of(Kind kind, std::vector<std::string> categories,
               std::vector<std::pair<std::string, std::vector<std::optional<double>>>> series) {
  Chart chart;
  chart.id = "trend";
  chart.kind = kind;
  chart.horizontal = kind == Kind::bullet;
  chart.title = "Ход дел";
  chart.categories = std::move(categories);
  for (auto& [title, values] : series) chart.series.push_back({title, std::move(values)});
  chart.alternative = "Показывает ход дел";
  return chart;
}

Result with(Chart chart) { return written(document_of<Chart>({std::move(chart)})); }

document::Theme coloured_theme() {
  auto theme = small_theme();
  theme.heat = {{0x10, 0, 0}, {0x20, 0, 0}, {0x30, 0, 0}};
  return theme;
}

}  // namespace

TEST_CASE("a chart is native, drawn from cells beside the print area, with cached figures") {
  auto chart = chart_of(Kind::bars, {"май", "июнь"}, {{"План", {10, 20}}, {"Факт", {5.5, {}}}});
  chart.category_title = "Месяц";
  chart.value_title = "Штук";
  const auto result = with(chart);
  CHECK(result.messages.empty());
  CHECK(
      result.has("chart barChart barDir=col grouping=clustered title Ход дел legend\n"
                 "series fill=1F4E79 line=404040  labels\n"
                 "  tx 'Лист'!$D$2 ['0:План']\n"
                 "  cat 'Лист'!$C$3:$C$4 ['0:май', '1:июнь']\n"
                 "  val 'Лист'!$D$3:$D$4 ['0:10', '1:20']\n"
                 "series fill=F2A93B line=404040  labels\n"
                 "  tx 'Лист'!$E$2 ['0:Факт']\n"
                 "  cat 'Лист'!$C$3:$C$4 ['0:май', '1:июнь']\n"
                 "  val 'Лист'!$E$3:$E$4 ['0:5.5'"));
  CHECK(result.has("axis catAx Месяц"));
  CHECK(result.has("axis valAx Штук"));
  CHECK(result.line("axis valAx").find(" min=0") != std::string::npos);
  CHECK(result.has("cell C1 s 'Данные диаграммы «Ход дел»' | bold"));
  CHECK(result.has("cell C2 s 'Месяц' | bold"));
  CHECK(result.has("cell C4 s 'июнь' |"));
  CHECK(result.has("cell D4 n 20 |"));
  CHECK(result.has("cell E3 n 5.5 |"));
  CHECK(result.has("cell E4 blank |"));
  // 240 points are 16 rows of 15.75, and half a row parts it from what follows.
  CHECK(result.has("area $A$1:$A$17 "));
  CHECK(result.has("name table_trend 'Лист'!$C$2:$E$4"));
}

TEST_CASE("of more series than Excel shows in a chart the rest is left out with a warning") {
  auto chart = chart_of(Kind::bars, {"май"}, {});
  for (int i = 1; i <= 255; ++i) chart.series.push_back({"С" + std::to_string(i), {1.0 * i}});
  CHECK(with(chart).messages.empty());
  chart.series.push_back({"С256", {256.0}});
  const auto result = with(chart);
  CHECK(
      result.messages ==
      "sheet «Лист», chart trend: warning[E116]: the chart has 256 series, a workbook shows 255; the rest is "
      "left out\n"
      "  hint: show fewer series, part them into several charts, or make a table\n");
  // The figures begin in column C; C is the third, so the 255th after it is IX, where the name ends too.
  CHECK(result.has("cell IX2 s 'С255'"));
  CHECK_FALSE(result.has("cell IY2"));
  CHECK(result.has("name table_trend 'Лист'!$C$2:$IX$3"));
  std::size_t shown = 0;
  for (auto at = result.lines.find("\nseries "); at != std::string::npos;
       at = result.lines.find("\nseries ", at + 1)) {
    ++shown;
  }
  CHECK(shown == 255);
}

TEST_CASE("a literal escape beside a chart stays as it was written") {
  auto chart = chart_of(Kind::bars, {"_x0041_"}, {{"План_x0042_", {10}}, {"Факт", {20}}});
  chart.title = "_x0043_";
  chart.category_title = "_x0044_";
  const auto result = with(chart);
  CHECK(result.has("cell C1 s 'Данные диаграммы «_x0043_»'"));
  CHECK(result.has("cell C2 s '_x0044_'"));
  CHECK(result.has("cell C3 s '_x0041_'"));
  CHECK(result.has("cell D2 s 'План_x0042_'"));
}

TEST_CASE("a title that begins like a formula stays text") {
  auto chart = chart_of(Kind::bars, {"май"}, {{"План", {10}}});
  chart.title = "=1+1";
  chart.value_title = "=A1";
  const auto result = with(chart);
  CHECK(result.lines.find("title \u200B=1+1") != std::string::npos);
  CHECK(result.has("axis valAx \u200B=A1"));
}

TEST_CASE("a chart fills the columns of the page and the rows kept for it, and says what it shows") {
  const auto result = written(document_of<document::Content>(
      {paragraph("До"), chart_of(Kind::bars, {"а"}, {{"", {1}}}), paragraph("После")}));
  // From the first column to its end, from row 2 to the end of row 17.
  CHECK(result.has("anchor 0:0:1:0 1:0:17:0 says Показывает ход дел"));
  for (int row = 2; row <= 17; ++row) CHECK(result.has("row " + std::to_string(row) + " height=15.75 "));
  CHECK(result.has("cell A19 s 'После'"));
  CHECK(result.has("chart barChart barDir=col grouping=clustered title Ход дел alone"));
}

TEST_CASE("each kind is its native chart") {
  const auto head = [](Kind kind, bool horizontal) {
    auto chart = chart_of(kind, {"а", "б"}, {{"План", {1, 2}}, {"Факт", {2, 1}}});
    chart.horizontal = horizontal;
    return with(chart).line("chart ");
  };
  CHECK(head(Kind::bars, true) == "chart barChart barDir=bar grouping=clustered title Ход дел legend");
  CHECK(head(Kind::stacked, false) ==
        "chart barChart barDir=col grouping=stacked overlap=100 title Ход дел legend");
  CHECK(head(Kind::stacked, true) ==
        "chart barChart barDir=bar grouping=stacked overlap=100 title Ход дел legend");
  CHECK(head(Kind::lines, false) == "chart lineChart grouping=standard title Ход дел legend");
  CHECK(head(Kind::bullet, true) ==
        "chart barChart barDir=bar grouping=clustered overlap=100 title Ход дел legend");
}

TEST_CASE("horizontal bars begin with the first category on top") {
  auto chart = chart_of(Kind::bars, {"а", "б"}, {{"", {1, 2}}});
  chart.horizontal = true;
  CHECK(with(chart).line("axis catAx").find("orientation=maxMin") != std::string::npos);
}

TEST_CASE("lines have dashes and markers besides colours, and a gap where a value is missing") {
  const auto result =
      with(chart_of(Kind::lines, {"а", "б", "в"}, {{"Раз", {1, {}, -3}}, {"Два", {2, 1, 0}}}));
  CHECK(result.has("series line=1F4E79 marker=circle \n"));
  CHECK(result.has("series line=C2872F dash=dash marker=square \n"));
  CHECK(result.line("axis valAx").find("min=") == std::string::npos);
}

TEST_CASE("a bullet has the plan as a frame over the bar of the fact") {
  const auto result = with(chart_of(Kind::bullet, {"а"}, {{"Факт", {80}}, {"План", {90}}}));
  CHECK(result.has("series fill=1F4E79 line=404040  \n  tx 'Лист'!$D$2 ['0:Факт']"));
  CHECK(result.has("series unfilled line=000000  \n  tx 'Лист'!$E$2 ['0:План']"));
}

TEST_CASE("percentages end with 100 and are shown as such on the axis") {
  auto chart = chart_of(Kind::bars, {"а"}, {{"", {97}}});
  chart.format = {text::Format::Kind::percent, 1, true};
  const auto result = with(chart);
  CHECK(result.line("axis valAx") == "axis valAx - orientation=minMax max=100 min=0 format=0.0\" %\"");
  CHECK(result.has("cell D3 n 97 | format=0.0\" %\""));
  chart.series[0].values[0] = 104;
  CHECK(with(chart).line("axis valAx").find("max=") == std::string::npos);
}

TEST_CASE(
    "figures longer than their chart run on beside what follows; the next chart's stand further right") {
  std::vector<std::string> categories;
  std::vector<std::optional<double>> values;
  for (int i = 0; i < 30; ++i) {
    categories.push_back("к" + std::to_string(i));
    values.emplace_back(i);
  }
  auto second = chart_of(Kind::bars, {"а"}, {{"", {1}}});
  second.id = "second";
  const auto result = written(document_of<Chart>({chart_of(Kind::bars, categories, {{"", values}}), second}));
  CHECK(result.has("cell C32 s 'к29'"));
  CHECK(result.has("name table_trend 'Лист'!$C$2:$D$32"));
  CHECK(result.has("name table_second 'Лист'!$F$19:$G$20"));
  CHECK(result.has("area $A$1:$A$34 "));
}

TEST_CASE("a streamed workbook has the same chart in the same place") {
  auto table = table_of("one", {"а"});
  add_row(table, RowKind::body, {"б"});
  std::vector<std::string> categories(30, "к");
  std::vector<std::optional<double>> values(30, 7);
  const auto document =
      document_of<document::Content>({table, chart_of(Kind::bars, categories, {{"", values}}), table});
  const auto streamed = written(document, {.streamed_cells = 0});
  CHECK(streamed.messages.empty());
  CHECK(streamed.line("anchor ") == written(document).line("anchor "));
  CHECK(streamed.has("cell D34 s 'к'"));
  CHECK(streamed.has("cell E34 n 7 "));
  CHECK(streamed.has("  val 'Лист'!$E$5:$E$34"));
}

TEST_CASE("a chart without values is its title and words") {
  auto chart = chart_of(Kind::bars, {"а"}, {{"", {std::nullopt}}});
  chart.empty_text = {{"Нет данных.", false, false, {}}};
  const auto result = with(chart);
  CHECK(result.has("cell A1 s 'Ход дел'"));
  CHECK(result.has("cell A2 s 'Нет данных.'"));
  CHECK(result.lines.find("\nchart ") == std::string::npos);
}

TEST_CASE("a chart is not cut by a printed page") {
  std::vector<document::Content> blocks;
  for (int i = 0; i < 5; ++i) blocks.emplace_back(chart_of(Kind::bars, {"а"}, {{"", {1}}}));
  // Charts take 16.5 rows, 260 points; the page has 742 less what is kept for safety, at 98 %.
  CHECK(written(document_of<document::Content>(std::move(blocks))).has("breaks [34, 68]"));
}

TEST_CASE("a very long description ends after a word") {
  auto chart = chart_of(Kind::bars, {"а"}, {{"", {1}}});
  chart.alternative.clear();
  for (int i = 0; i < 300; ++i) chart.alternative += "«слово» & \"кавычки\" ";
  const auto line = with(chart).line("anchor ");
  CHECK(line.size() > 1400);
  CHECK(line.size() < 2080);
  CHECK(line.substr(line.size() - 3) == "…");
}

TEST_CASE("heat columns are colour scales over body rows, with the theme's colours at the same numbers") {
  auto table = table_of("heat", {"Школа", "а", "б", "в", "г"});
  table.columns[1].heat = table.columns[2].heat = Heat::more_is_better;
  table.columns[4].heat = Heat::less_is_better;
  table.heat_low = 20;
  table.heat_high = 80;
  add_row(table, RowKind::group, {"Город"});
  add_row(table, RowKind::body, {"№ 1", whole(10), whole(5), whole(5), 50.0}, 1);
  add_row(table, RowKind::body, {"№ 2", whole(10), whole(5), whole(5), 50.0}, 1);
  add_row(table, RowKind::subtotal, {"Итого", {}, {}, {}, {}});
  add_row(table, RowKind::body, {"№ 3", whole(10), whole(5), whole(5), 50.0}, 1);
  const auto result = written(document_of<document::Table>({table}), {}, coloured_theme());
  CHECK(result.has("rule B3:C4 B6:C6 colorScale 100000@20.0 200000@50.0 300000@80.0\n"));
  CHECK(result.has("rule E3:E4 E6 colorScale 300000@20.0 200000@50.0 100000@80.0\n"));
}

TEST_CASE("equal figures have the middle colour") {
  auto table = table_of("heat", {"а"});
  table.columns[0].heat = Heat::more_is_better;
  table.heat_low = table.heat_high = 7;
  add_row(table, RowKind::body, {whole(7)});
  const auto result = written(document_of<document::Table>({table}), {}, coloured_theme());
  CHECK(result.has("rule A2 colorScale 100000@6.0 200000@7.0 300000@8.0\n"));
}

}  // namespace svodka::xlsx::test
