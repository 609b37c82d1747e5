#include "layout/chart/frame.hpp"

#include <algorithm>
#include <utility>

#include "document/colours.hpp"

namespace svodka::layout {

namespace {

using document::Chart;

constexpr Points kTitleGap = 5, kLegendGap = 6;
constexpr Points kTextGap = 4;    // between a swatch and its text
constexpr Points kEntryGap = 16;  // between entries of a row
constexpr Points kMarkWidth = 2;

}  // namespace

ChartTitle::ChartTitle(const std::string& title, const ChartLooks& looks, Points left, Points right,
                       Typesetter& typesetter)
    : look_(looks.title) {
  if (title.empty()) return;
  const Span span{title, false, false, {}};
  lines_ = typesetter.set({&span, 1}, look_, {left, left, right}).lines;
}

Points ChartTitle::height() const {
  return lines_.empty() ? 0 : static_cast<double>(lines_.size()) * look_.line_height + kTitleGap;
}

void ChartTitle::draw(Canvas& canvas) const { canvas.lines(lines_, look_, 0); }

Legend::Legend(const Chart& chart, const document::Theme& theme, const ChartLooks& looks, Points left,
               Points right, Typesetter& typesetter)
    : chart_(chart),
      theme_(theme),
      look_(looks.label),
      left_(left),
      right_(right),
      swatch_(chart.kind == Chart::Kind::lines ? 3 * looks.label.size : looks.label.size) {
  if (chart.series.size() < 2) return;
  for (std::size_t i = 0; i < chart.series.size(); ++i) add(i, typesetter);
  arrange(typesetter);
}

void Legend::add(std::size_t series, Typesetter& typesetter) {
  const auto most = right_ - left_ - swatch_ - kTextGap;
  const auto width = typesetter.width(chart_.series[series].title, look_);
  entries_.push_back({series, 0, swatch_ + kTextGap + std::min(width, most), 0, {}});
}

// Where the rows begin when none is wider than `most`.
std::vector<std::size_t> Legend::row_starts(Points most) const {
  std::vector<std::size_t> starts;
  Points width = most + 1;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    width += kEntryGap + entries_[i].width;
    if (width <= most) continue;
    starts.push_back(i);
    width = entries_[i].width;
  }
  return starts;
}

// As few rows as can be, and of those the narrowest, so that no entry is left alone in the last.
void Legend::arrange(Typesetter& typesetter) {
  auto starts = row_starts(right_ - left_);
  constexpr int tries = 20;
  for (int i = 1; i < tries; ++i) {
    auto narrower = row_starts((right_ - left_) * (tries - i) / tries);
    if (narrower.size() > starts.size()) break;
    starts = std::move(narrower);
  }
  for (std::size_t row = 0; row < starts.size(); ++row) {
    set_row(starts[row], row + 1 < starts.size() ? starts[row + 1] : entries_.size(), typesetter);
  }
}

void Legend::set_row(std::size_t first, std::size_t last, Typesetter& typesetter) {
  Points width = -kEntryGap;
  for (auto i = first; i < last; ++i) width += kEntryGap + entries_[i].width;
  auto x = left_ + std::max(right_ - left_ - width, 0.0) / 2;
  std::size_t lines = 1;
  for (auto i = first; i < last; ++i) {
    auto& entry = entries_[i];
    entry.x = x;
    entry.row = rows_;
    const auto text_x = x + swatch_ + kTextGap;
    const Span span{chart_.series[entry.series].title, false, false, {}};
    // A little wider than measured, so that rounding breaks no line.
    entry.lines = typesetter.set({&span, 1}, look_, {text_x, text_x, x + entry.width + 0.1}).lines;
    lines = std::max(lines, entry.lines.size());
    x += entry.width + kEntryGap;
  }
  rows_ += lines;
}

Points Legend::height() const {
  return rows_ == 0 ? 0 : static_cast<double>(rows_) * look_.line_height + kLegendGap;
}

void Legend::draw(Canvas& canvas, Points top) const {
  for (const auto& entry : entries_) {
    const auto y = top + kLegendGap + static_cast<double>(entry.row) * look_.line_height;
    draw_swatch(canvas, entry, y + look_.line_height / 2);
    canvas.lines(entry.lines, look_, y);
  }
}

void Legend::draw_swatch(Canvas& canvas, const Entry& entry, Points middle) const {
  const auto half = look_.size * 0.38;
  if (chart_.kind == Chart::Kind::lines) {
    const auto look = line_look(theme_, entry.series);
    canvas.line({{entry.x, middle}, {entry.x + swatch_, middle}}, 1.5, look.colour, look.dash);
    canvas.marker({entry.x + swatch_ / 2, middle}, look);
  } else if (chart_.kind == Chart::Kind::bullet && entry.series == 1) {
    const auto x = entry.x + swatch_ / 2;
    canvas.line({{x, middle - 1.3 * half}, {x, middle + 1.3 * half}}, kMarkWidth, Colour{});
  } else {
    canvas.bar({entry.x, middle - half, entry.x + swatch_, middle + half},
               document::series_fill(theme_, entry.series));
  }
}

}  // namespace svodka::layout
