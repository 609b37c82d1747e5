#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "layout/blocks/blocks.hpp"
#include "layout/chart/body.hpp"
#include "layout/chart/frame.hpp"
#include "layout/codes.hpp"

namespace svodka::layout {

namespace {

using document::Align;
using document::Chart;
using document::StyleName;

ChartLooks looks_of(const document::Theme& theme, Typesetter& typesetter) {
  auto style = theme.style(StyleName::chart);
  style.align = Align::left;
  ChartLooks looks;
  looks.label = typesetter.look_of(style);
  style.bold = true;
  style.align = Align::centre;
  style.size *= document::kChartTitleSize;
  looks.title = typesetter.look_of(style);
  return looks;
}

class ChartLayout {
 public:
  ChartLayout(const Chart& chart, Context& context)
      : chart_(chart),
        context_(context),
        looks_(looks_of(context.theme, context.typesetter)),
        left_(context.paginator.left()),
        right_(context.paginator.right()),
        title_(chart.title, looks_, left_, right_, context.typesetter),
        legend_(chart, context.theme, looks_, left_, right_, context.typesetter) {
    if (title_.height() + legend_.height() <= context.paginator.content_height() / 2) return;
    legend_.leave_out();
    context.diagnostics.warning_in(
        legend_left_out, context.typesetter.context(),
        fmt::format("the names of {} series take more than half of the page and are left out",
                    chart.series.size()),
        "show fewer series, shorten their titles, or make a table");
  }

  Strip lay(NodeId node) {
    if (chart_.series.size() > context_.theme.palette.size()) report_colours();
    const ChartPart part{chart_, context_.theme, looks_, context_.typesetter};
    Canvas canvas(context_.typesetter, node);
    title_.draw(canvas);
    if (!chart_.horizontal && chart_.kind != Chart::Kind::bullet) {
      UprightBody body(part, left_, right_);
      if (body.has_room_for_labels()) {
        height_ = height_of(body);
        body.draw(canvas, title_.height(), height_ - legend_.height());
        return finish(canvas);
      }
    }
    RowsBody body(part, left_, right_);
    height_ = height_of(body);
    body.draw(canvas, title_.height(), height_ - legend_.height());
    if (body.every() > 1) report_labels(body.every());
    return finish(canvas);
  }

 private:
  // As the template says, or by the content; never higher than a page, never so low that nothing is seen.
  template <class Body>
  Points height_of(const Body& body) {
    const auto frame = title_.height() + legend_.height();
    const auto least = frame + body.least_height();
    const auto wanted = chart_.height > 0 ? chart_.height : frame + body.natural_height();
    if (chart_.height > 0 && chart_.height < least) report_low(least);
    const auto most = context_.paginator.content_height();
    if (chart_.height > most) report_high(most);
    return std::min(std::max(wanted, least), most);
  }

  void report_low(Points least) {
    context_.diagnostics.warning_in(
        chart_too_low, context_.typesetter.context(),
        fmt::format("the chart needs {:.0f} mm of height and has {:.0f} mm; it is made higher",
                    base::to_millimetres(least), base::to_millimetres(chart_.height)),
        "leave 'height' out, or give more");
  }

  void report_high(Points most) {
    context_.diagnostics.warning_in(
        chart_too_high, context_.typesetter.context(),
        fmt::format("the chart should be {:.0f} mm high and a page has {:.0f} mm; it is made lower",
                    base::to_millimetres(chart_.height), base::to_millimetres(most)),
        "leave 'height' out, or give less");
  }

  Strip finish(Canvas& canvas) {
    legend_.draw(canvas, height_ - legend_.height());
    Strip strip;
    strip.height = height_;
    strip.space_before = strip.space_after = 0.75 * context_.theme.style(StyleName::body).size;
    strip.drawings = canvas.take();
    return strip;
  }

  void report_labels(std::size_t every) {
    context_.diagnostics.warning_in(
        labels_left_out, context_.typesetter.context(),
        fmt::format("{} categories stand closer than their labels allow: of every {} labels one is printed",
                    chart_.categories.size(), every),
        "give the chart more height, show fewer categories, or part them into several charts");
  }

  void report_colours() {
    context_.diagnostics.warning_in(
        colours_repeat, context_.typesetter.context(),
        fmt::format("the chart has {} series and the theme {} colours, which repeat", chart_.series.size(),
                    context_.theme.palette.size()),
        "show fewer series, or give the theme a longer palette");
  }

  const Chart& chart_;
  Context& context_;
  ChartLooks looks_;
  Points left_, right_;
  ChartTitle title_;
  Legend legend_;
  Points height_ = 0;
};

}  // namespace

void lay_chart(const Chart& chart, NodeId section, bool keep_with_next, Context& context) {
  if (!chart.has_values()) return lay_empty(chart.title, chart.empty_text, section, keep_with_next, context);
  const Naming naming(context.typesetter, "chart", chart.id);
  context.structure.close_lists();
  const auto node = context.structure.add(Role::figure, section);
  context.structure.node(node).name = chart.alternative;
  auto strip = ChartLayout(chart, context).lay(node);
  strip.keep_with_next = keep_with_next;
  context.paginator.add(std::move(strip));
}

}  // namespace svodka::layout
