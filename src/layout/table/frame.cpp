#include "layout/table/frame.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "layout/codes.hpp"

namespace svodka::layout {

std::vector<Points> edges_of(const Panel& panel, Points left) {
  std::vector<Points> edges{left};
  for (const auto width : panel.widths) edges.push_back(edges.back() + width);
  return edges;
}

PlacedBox horizontal_rule(Points left, Points right, Points y, const document::TableLook& look) {
  return {left - look.rule / 2, y - look.rule / 2, right - left + look.rule, look.rule, look.rule_colour};
}

PlacedBox vertical_rule(Points x, Points top, Points bottom, const document::TableLook& look) {
  return {x - look.rule / 2, top, look.rule, bottom - top, look.rule_colour};
}

Strip artifact_of(const Strip& strip) {
  auto copy = strip;
  for (auto& text : copy.texts) text.node = kArtifact;
  copy.space_before = copy.space_after = 0;
  return copy;
}

Strip stacked(Strip upper, Strip lower) {
  for (auto& text : lower.texts) {
    text.y += upper.height;
    upper.texts.push_back(std::move(text));
  }
  for (auto [from, to] : {std::pair{&lower.fills, &upper.fills}, std::pair{&lower.rules, &upper.rules}}) {
    for (auto& box : *from) {
      box.y += upper.height;
      to->push_back(box);
    }
  }
  upper.height += lower.height;
  return upper;
}

void place_text(Strip& strip, CellText text, Points y, Points line_height, Points gap) {
  auto opening = text.openings.begin();
  for (std::size_t i = 0; i < text.lines.size(); ++i) {
    if (opening != text.openings.end() && *opening == i) {
      y += gap;
      ++opening;
    }
    for (auto& placed : text.lines[i].texts) {
      placed.y += y;
      strip.texts.push_back(std::move(placed));
    }
    y += line_height;
  }
}

document::Borders borders_of(const document::Table& table, const document::Theme& theme) {
  return table.borders.value_or(theme.table.borders);
}

namespace {

constexpr Points kRounding = 0.01;

// The part of a box between two heights; nothing when it lies outside.
void add_part(const PlacedBox& box, Points top, Points bottom, bool last, std::vector<PlacedBox>& out) {
  auto part = box;
  const bool thin = box.height <= box.width && box.height < kRounding + (bottom - top) / 2;
  if (thin) {
    const auto middle = box.y + box.height / 2;
    if (middle < top - kRounding || (last ? middle > bottom + kRounding : middle > bottom - kRounding))
      return;
  } else {
    part.y = std::max(box.y, top);
    part.height = std::min(box.y + box.height, bottom) - part.y;
    if (part.height <= 0) return;
  }
  part.y -= top;
  out.push_back(part);
}

}  // namespace

std::vector<Strip> slices_of(Strip strip, Points most, const TextLook& look, const PlacedBox& closing) {
  std::vector<Strip> slices;
  if (strip.height <= most + kRounding) {
    slices.push_back(std::move(strip));
    return slices;
  }
  auto rest = std::exchange(strip.texts, {});
  for (Points top = 0; slices.empty() || !rest.empty();) {
    auto& slice = slices.emplace_back();
    std::vector<PlacedText> later;
    Points bottom = top, next = strip.height;
    for (auto& text : rest) {
      const auto line_top = text.y - look.baseline;
      if (line_top + look.line_height > top + most + kRounding && line_top > top + kRounding) {
        next = std::min(next, line_top);
        later.push_back(std::move(text));
      } else {
        bottom = std::max(bottom, line_top + look.line_height);
        text.y -= top;
        slice.texts.push_back(std::move(text));
      }
    }
    const bool last = later.empty();
    if (last) bottom = strip.height;
    slice.height = bottom - top;
    for (const auto& box : strip.fills) add_part(box, top, bottom, last, slice.fills);
    for (const auto& box : strip.rules) add_part(box, top, bottom, last, slice.rules);
    if (!last && closing.width > 0) {
      slice.foot.push_back(closing);
      slice.foot.back().y += slice.height;
    }
    top = next;
    rest = std::move(later);
  }
  return slices;
}

void report_broken_word(const document::Table& table, std::size_t column, const SetText& text,
                        Context& context) {
  if (text.broken_word.empty()) return;
  const auto& title = table.columns[column].title;
  const auto name =
      title.empty() ? fmt::format("column {}", column + 1) : fmt::format("column {} '{}'", column + 1, title);
  context.diagnostics.warning_in(
      word_wider_than_column, context.typesetter.context(),
      fmt::format("{} is too narrow for '{}', which is broken between letters", name, text.broken_word),
      "make the column wider or its text smaller");
}

}  // namespace svodka::layout
