#include "layout/flow/running_matter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "layout/codes.hpp"

namespace svodka::layout {

namespace {

using document::Align;
using document::PageField;
using document::RunningText;
using document::Section;

constexpr Points kAir = base::millimetres(2);  // between running matter and the text
constexpr Points kRounding = 0.01;

// What a document has no more pages than, nearly always: room is kept for it before pages are counted.
constexpr const char* kWidestNumber = "0000";

constexpr std::array<Align, 3> kAligns = {Align::left, Align::centre, Align::right};

// «Страница 2 из 25» is one text, which other documents have too.
void append(document::Runs& side, document::Run run) {
  auto* last = side.empty() ? nullptr : &side.back();
  const bool continues =
      last != nullptr && last->bold == run.bold && last->italic == run.italic && last->href == run.href;
  if (!continues) return side.push_back(std::move(run));
  last->text += run.text;
}

}  // namespace

RunningMatter::RunningMatter(const document::Theme& theme, Typesetter& typesetter,
                             base::Diagnostics& diagnostics)
    : theme_(theme),
      typesetter_(typesetter),
      diagnostics_(diagnostics),
      look_(typesetter.look_of(theme.style(document::StyleName::running))) {}

bool RunningMatter::applies(const RunningText& running, const PageFacts& facts) {
  return running.pages == RunningText::Pages::all ||
         (running.pages == RunningText::Pages::first) == facts.first;
}

// The section prints one itself, or something else where the theme's would stand.
bool RunningMatter::has_number(const Section& section, const PageFacts& facts) {
  return std::any_of(section.running.begin(), section.running.end(), [&](const RunningText& running) {
    if (!applies(running, facts) || running.runs.empty()) return false;
    const bool top_centre = running.edge == Edge::top && document::side_of(running.align) == 1;
    return top_centre || std::any_of(running.runs.begin(), running.runs.end(),
                                     [](const document::Run& run) { return run.field == PageField::number; });
  });
}

RunningMatter::Sides RunningMatter::sides(const Section& section, Edge edge, const PageFacts& facts) const {
  Sides sides;
  for (const auto& running : section.running) {
    if (running.edge != edge || !applies(running, facts)) continue;
    auto& side = sides[document::side_of(running.align)];
    if (!side.empty()) append(side, {"\n", false, false, {}});
    for (auto run : running.runs) {
      if (run.field == PageField::number) run.text = facts.number;
      if (run.field == PageField::count) run.text = facts.count;
      append(side, std::move(run));
    }
  }
  if (edge == Edge::top && facts.theme_number && !has_number(section, facts)) {
    append(sides[1], {facts.number, false, false, {}});
  }
  return sides;
}

// Every side gets what it needs while that fits; else the middle gets at least a third, or the outer two at
// least a half each.
std::array<Points, 3> RunningMatter::shares(const Sides& sides, Points width) {
  std::array<Points, 3> needs{};
  for (std::size_t i = 0; i < sides.size(); ++i) {
    if (!sides[i].empty()) needs[i] = typesetter_.extent(spans_of(sides[i]), look_).widest_line + kRounding;
  }
  const auto gap = look_.size;
  auto& [left, centre, right] = needs;
  if (centre == 0) {
    if (left == 0 || right == 0) return {std::min(left, width), 0, std::min(right, width)};
    const auto room = width - gap;
    if (left + right <= room) return needs;
    if (left < right) return {std::min(left, room / 2), 0, room - std::min(left, room / 2)};
    return {room - std::min(right, room / 2), 0, std::min(right, room / 2)};
  }
  const auto outer = std::max(left, right);
  if (outer == 0) return {0, std::min(centre, width), 0};
  const auto beside = width - 2 * (outer + gap);  // what the outer two leave
  centre = std::min(centre, std::max(width / 3, beside));
  const auto most = (width - centre) / 2 - gap;
  return {std::min(left, most), centre, std::min(right, most)};
}

std::vector<Line> RunningMatter::set(const Sides& sides, const PageFacts& facts) {
  const auto left = theme_.margin_left;
  const auto right = facts.width - theme_.margin_right;
  const auto widths = shares(sides, right - left);
  const std::array<Points, 3> starts = {left, (left + right - widths[1]) / 2, right - widths[2]};
  std::vector<Line> lines;
  for (std::size_t i = 0; i < sides.size(); ++i) {
    if (sides[i].empty()) continue;
    auto look = look_;
    look.align = kAligns[i];
    auto set = typesetter_.set(spans_of(sides[i]), look, {starts[i], starts[i], starts[i] + widths[i]}).lines;
    lines.resize(std::max(lines.size(), set.size()));
    for (std::size_t line = 0; line < set.size(); ++line) {
      auto& texts = lines[line].texts;
      std::move(set[line].texts.begin(), set[line].texts.end(), std::back_inserter(texts));
    }
  }
  for (auto& line : lines) {
    for (auto& text : line.texts) text.y = 0;
  }
  return lines;
}

std::size_t RunningMatter::most_lines(const PageFacts& facts) const {
  const auto room = facts.height / 3 - theme_.page_number_top;
  return static_cast<std::size_t>(std::max(1.0, std::floor(room / look_.line_height)));
}

void RunningMatter::tell_of_cut(std::size_t lines, const PageFacts& facts) {
  if (std::exchange(told_, true)) return;
  diagnostics_.warning_in(
      running_matter_cut, typesetter_.context(),
      fmt::format("a header or footer has {} lines, a third of the page holds {}", lines, most_lines(facts)),
      "the rest is left out; shorten it in the template");
}

PageMargins RunningMatter::margins(const Section& section, bool first) {
  PageMargins margins{theme_.margin_top, theme_.margin_bottom};
  const bool landscape = section.orientation == document::Orientation::landscape;
  const PageFacts facts{first,
                        theme_.page_number,
                        kWidestNumber,
                        kWidestNumber,
                        landscape ? theme_.page_height : theme_.page_width,
                        landscape ? theme_.page_width : theme_.page_height};
  for (const auto edge : {Edge::top, Edge::bottom}) {
    const bool any = std::any_of(section.running.begin(), section.running.end(), [&](const auto& running) {
      return running.edge == edge && applies(running, facts);
    });
    if (!any) continue;
    const auto wanted = set(sides(section, edge, facts), facts).size();
    if (wanted > most_lines(facts)) tell_of_cut(wanted, facts);
    const auto lines = static_cast<double>(std::min(wanted, most_lines(facts)));
    const bool top = edge == Edge::top;
    const auto beyond = top ? look_.line_height - look_.baseline : look_.baseline;
    auto& margin = top ? margins.top : margins.bottom;
    margin = std::max(margin, theme_.page_number_top + (lines - 1) * look_.line_height + beyond + kAir);
  }
  return margins;
}

void RunningMatter::put(const Section& section, bool first, std::size_t index, Pages& pages) {
  auto& page = pages.pages[index];
  const PageFacts facts{first,      theme_.page_number && index > 0,
                        page.label, std::to_string(pages.pages.size()),
                        page.width, page.height};
  std::vector<Item> above;
  for (const auto edge : {Edge::top, Edge::bottom}) {
    auto lines = set(sides(section, edge, facts), facts);
    lines.resize(std::min(lines.size(), most_lines(facts)));
    const auto up = static_cast<double>(lines.size()) - 1;
    auto y = edge == Edge::top ? theme_.page_number_top
                               : page.height - theme_.page_number_top - up * look_.line_height;
    for (auto& line : lines) {
      for (auto& text : line.texts) {
        text.y = y;
        (edge == Edge::top ? above : page.items).emplace_back(std::move(text));
      }
      y += look_.line_height;
    }
  }
  page.items.insert(page.items.begin(), std::make_move_iterator(above.begin()),
                    std::make_move_iterator(above.end()));
}

}  // namespace svodka::layout
