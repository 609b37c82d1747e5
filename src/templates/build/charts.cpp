#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "templates/build/builder.hpp"
#include "templates/codes.hpp"

namespace svodka::templates {

namespace {

class ChartBuilder {
 public:
  ChartBuilder(const CheckedElement& element, const Scope& scope, Build& build)
      : element_(element), inside_(scope.inside(element)), build_(build) {}

  ChartElement build() {
    read_attributes();
    const auto parts = take_part(element_.node(), "empty", false, build_);
    for (const auto& child : check_children(parts.content, inside_, build_)) add_series(child);
    if (parts.part) {
      const auto part = check_element(*parts.part, inside_.here, inside_.parent, build_.check);
      if (part) chart_.empty = build_words(*part, inside_, build_);
    }
    check_series();
    return std::move(chart_);
  }

 private:
  base::Diagnostics& diagnostics() { return build_.diagnostics(); }

  void disagree(const base::SourceSpan& span, std::string message, std::string hint) {
    diagnostics().error(codes::attributes_disagree, span, std::move(message), std::move(hint));
  }

  void read_attributes() {
    chart_.span = element_.span();
    chart_.id = read_id(element_, build_);
    chart_.query = element_.word("each");
    chart_.match = element_.word("match");
    chart_.title = element_.text("title");
    chart_.category = element_.text("category");
    chart_.category_title = element_.text("category-title");
    chart_.value_title = element_.text("value-title");
    chart_.alternative = element_.text("alt");
    if (element_.has("height")) chart_.millimetres = element_.length("height").amount;
    read_kind();
  }

  void read_kind() {
    using Kind = ChartElement::Kind;
    const auto type = element_.word("type");
    const auto direction = element_.word("direction");
    chart_.kind = type == "stacked"  ? Kind::stacked
                  : type == "lines"  ? Kind::lines
                  : type == "bullet" ? Kind::bullet
                                     : Kind::bars;
    chart_.horizontal = direction == "horizontal" || chart_.kind == Kind::bullet;
    if (chart_.kind == Kind::lines && direction == "horizontal") {
      disagree(element_.value_span("direction"), "lines run from left to right", "remove 'direction'");
    }
    if (chart_.kind == Kind::bullet && direction == "vertical") {
      disagree(element_.value_span("direction"), "the bars of a bullet chart are horizontal",
               "remove 'direction'");
    }
  }

  void add_series(const CheckedElement& element) {
    check_children(children_of(element.node()), inside_.inside(element), build_);
    SeriesElement series;
    series.span = element.span();
    series.value_span = element.value_span("value");
    series.by = element.word("by");
    series.title = element.text("title");
    const auto value = element.text("value");
    const auto* expression = value.size() == 1 ? std::get_if<Expression>(&value.front()) : nullptr;
    if (expression) series.value = *expression;
    if (element.has("value") && !expression) {
      diagnostics().error(codes::bad_value, series.value_span, "a value is one expression and nothing else",
                          "write value=\"{field}\" or value=\"{field | percent: 1}\"");
    }
    chart_.series.push_back(std::move(series));
  }

  void check_series() {
    const auto& all = chart_.series;
    if (all.empty()) {
      diagnostics().error(codes::missing_content, element_.span(), "<chart> has no <series>",
                          "say what it shows: <series title=\"…\" value=\"{…}\"/>");
    }
    const bool several = all.size() > 1;
    const bool bullet = chart_.kind == ChartElement::Kind::bullet;
    for (const auto& series : all) {
      if (!series.by.empty() && several) {
        disagree(series.span, "a series with 'by' stands alone in its chart",
                 "keep it alone, or write each series without 'by'");
      } else if (series.title.empty() && (several || !series.by.empty())) {
        disagree(series.span, "series that stand together need a 'title' each", "the legend shows it");
      }
    }
    if (bullet && !all.empty() && (all.size() != 2 || !all.front().by.empty())) {
      disagree(element_.span(), "a bullet chart has two series: first the fact, then the plan",
               "write two <series> without 'by'");
    }
  }

  const CheckedElement& element_;
  Scope inside_;
  Build& build_;
  ChartElement chart_;
};

}  // namespace

ChartElement build_chart(const CheckedElement& element, const Scope& scope, Build& build) {
  return ChartBuilder(element, scope, build).build();
}

}  // namespace svodka::templates
