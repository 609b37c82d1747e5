#include <fmt/format.h>

#include <cmath>
#include <map>
#include <optional>

#include "bind/codes.hpp"
#include "bind/make/blocks.hpp"

namespace svodka::bind {

using namespace templates;

namespace {

std::optional<double> number_of(const text::Value& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  if (const auto* decimal = std::get_if<double>(&value)) return *decimal;
  return std::nullopt;
}

document::Chart::Kind kind_of(ChartElement::Kind kind) {
  switch (kind) {
    case ChartElement::Kind::bars:
      return document::Chart::Kind::bars;
    case ChartElement::Kind::stacked:
      return document::Chart::Kind::stacked;
    case ChartElement::Kind::lines:
      return document::Chart::Kind::lines;
    case ChartElement::Kind::bullet:
      return document::Chart::Kind::bullet;
  }
  return document::Chart::Kind::bars;
}

class ChartMaker {
 public:
  ChartMaker(const Program& program, Evaluator& evaluator, RowStore& rows, base::Diagnostics& diagnostics,
             const ChartElement& element)
      : evaluator_(evaluator),
        rows_(rows),
        diagnostics_(diagnostics),
        element_(element),
        query_(program.query(element.query)),
        plan_(program.queries[query_]) {}

  document::Chart make() {
    chart_.id = element_.id.empty() ? element_.query : element_.id;
    chart_.kind = kind_of(element_.kind);
    chart_.horizontal = element_.horizontal;
    chart_.title = evaluator_.text(element_.title);
    chart_.category_title = evaluator_.text(element_.category_title);
    chart_.value_title = evaluator_.text(element_.value_title);
    chart_.format = format_of(element_.series.front().value.filters);
    chart_.height = base::millimetres(element_.millimetres);
    const bool by = !element_.series.front().by.empty();
    by ? add_points() : add_rows();
    check_parts();
    set_words();
    return std::move(chart_);
  }

 private:
  // One row a category.
  void add_rows() {
    for (const auto& series : element_.series) chart_.series.push_back({evaluator_.text(series.title), {}});
    for (const auto* row : evaluator_.rows(element_.query, element_.match)) {
      const Standing standing(rows_, query_, row);
      chart_.categories.push_back(evaluator_.text(element_.category));
      for (std::size_t i = 0; i < element_.series.size(); ++i) {
        chart_.series[i].values.push_back(value_of(element_.series[i]));
      }
    }
  }

  // One row a point: series and categories in order of first appearance.
  void add_points() {
    const auto& element = element_.series.front();
    const auto by = plan_.column(element.by);
    std::map<std::string, std::size_t> series, categories;
    std::map<std::pair<std::size_t, std::size_t>, std::optional<double>> points;
    for (const auto* row : evaluator_.rows(element_.query, element_.match)) {
      const Standing standing(rows_, query_, row);
      const auto [which, fresh] = series.try_emplace(match_key((*row)[by]), chart_.series.size());
      if (fresh) chart_.series.push_back({evaluator_.text(element.title), {}});
      auto category = evaluator_.text(element_.category);
      const auto [place, first] = categories.try_emplace(category, chart_.categories.size());
      if (first) chart_.categories.push_back(category);
      const auto value = value_of(element);
      if (!points.try_emplace({which->second, place->second}, value).second) {
        report_point(element, chart_.series[which->second].title, category);
      }
    }
    for (auto& one : chart_.series) one.values.resize(chart_.categories.size());
    for (const auto& [place, value] : points) chart_.series[place.first].values[place.second] = value;
  }

  std::optional<double> value_of(const SeriesElement& element) {
    constexpr double most = 1e15;  // more has no exact digits, and no axis
    const auto value = number_of(evaluator_.value(element.value));
    if (!value || std::abs(*value) <= most) return value;
    diagnostics_.error(codes::value_beyond_chart, element.span,
                       fmt::format("the value {:g} is beyond what a chart shows", *value),
                       "a chart takes numbers up to 10^15: use a larger unit");
    return std::nullopt;
  }

  void report_point(const SeriesElement& element, const std::string& series, const std::string& category) {
    diagnostics_.error(codes::duplicate_point, element.span,
                       fmt::format("two values for {} '{}' and category '{}'", element.by, series, category),
                       "a chart takes one row of the query for each point: group in SQL");
  }

  void check_parts() {
    if (chart_.kind != document::Chart::Kind::stacked) return;
    for (const auto& series : chart_.series) {
      for (std::size_t i = 0; i < series.values.size(); ++i) {
        const auto value = series.values[i].value_or(0);
        if (value >= 0) continue;
        diagnostics_.error(
            codes::negative_part, element_.span,
            fmt::format("'{}' of '{}' is {}, and parts of a whole are not negative", series.title,
                        chart_.categories[i], text::display(text::Value(value), chart_.format)),
            "use type=\"bars\"");
      }
    }
  }

  void set_words() {
    chart_.empty_text = evaluator_.runs(element_.empty);
    if (chart_.empty_text.empty()) chart_.empty_text = {{"Нет данных.", false, false, {}}};
    if (!chart_.has_values()) return;
    chart_.alternative = evaluator_.text(element_.alternative);
    if (chart_.alternative.empty()) chart_.alternative = document::describe(chart_);
  }

  Evaluator& evaluator_;
  RowStore& rows_;
  base::Diagnostics& diagnostics_;
  const ChartElement& element_;
  std::uint16_t query_;
  const QueryPlan& plan_;
  document::Chart chart_;
};

}  // namespace

document::Chart build_chart(const Program& program, Evaluator& evaluator, RowStore& rows,
                            base::Diagnostics& diagnostics, const ChartElement& element) {
  return ChartMaker(program, evaluator, rows, diagnostics, element).make();
}

}  // namespace svodka::bind
