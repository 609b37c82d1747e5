#include "layout/text/typesetter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/utf8.hpp"
#include "layout/codes.hpp"
#include "layout/text/line_maker.hpp"
#include "layout/text/paragraph_cache.hpp"

namespace svodka::layout {

namespace {

// About 20 characters on either side.
std::string excerpt(std::string_view text, std::size_t at) {
  constexpr std::size_t reach = 20;
  auto begin = at;
  for (std::size_t count = 0; begin > 0 && count < reach; ++count) {
    do --begin;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80);
  }
  auto end = at;
  for (std::size_t count = 0; end < text.size() && count < reach; ++count) base::next_code_point(text, end);
  return fmt::format("«{}{}{}»", begin > 0 ? "…" : "", text.substr(begin, end - begin),
                     end < text.size() ? "…" : "");
}

std::string name_of_character(char32_t character) {
  auto name = fmt::format("U+{:04X}", static_cast<std::uint32_t>(character));
  if (character <= U' ') return name;
  name += " '";
  base::append_utf8(name, character);
  return name + "'";
}

// The word around a byte, from space to space.
std::string word_around(std::string_view text, std::size_t at) {
  const auto space_before = text.substr(0, at).find_last_of(" \t\n");
  const auto begin = space_before == std::string_view::npos ? 0 : space_before + 1;
  const auto end = std::min(text.find_first_of(" \t\n", at), text.size());
  return std::string(text.substr(begin, end - begin));
}

// Glyphs of a line, without what hangs at its end.
std::size_t glyphs_between(std::string_view text, const Opportunity& begin, const Opportunity& end) {
  auto line = text.substr(begin.offset, end.offset - begin.offset);
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
  return base::count_code_points(line) + (end.kind == BreakKind::hyphen ? 1 : 0);
}

SetText moved_right(SetText set, Points by) {
  for (auto& line : set.lines) {
    for (auto& text : line.texts) text.x += by;
  }
  return set;
}

void recolour(SetText& set, Colour colour) {
  for (auto& line : set.lines) {
    for (auto& text : line.texts) text.colour = colour;
  }
}

// Most cells are: then nobody asks where its words may be hyphenated, and in many documents the patterns need
// not be loaded at all.
bool is_one_line(const std::vector<Opportunity>& opportunities, Points width) {
  const auto is_forced = [](const Opportunity& place) { return place.kind == BreakKind::forced; };
  return opportunities.back().end <= width && std::ranges::count_if(opportunities, is_forced) == 1;
}

Lines lines_of(document::Align align) {
  if (align == document::Align::justify) return Lines::justified;
  return align == document::Align::centre ? Lines::balanced : Lines::ragged;
}

}  // namespace

std::vector<Span> spans_of(const document::Runs& runs) {
  std::vector<Span> spans;
  spans.reserve(runs.size());
  for (const auto& run : runs) spans.push_back({run.text, run.bold, run.italic, run.href});
  return spans;
}

TextLook Typesetter::look_of(const document::ParagraphStyle& style) {
  TextLook look;
  look.face = {style.family, style.bold, style.italic};
  look.size = style.size;
  look.colour = style.colour;
  look.align = style.align;
  look.hyphenate = style.hyphenate;
  const auto metrics = tools_.shaper.metrics(look.face);
  look.line_height = metrics.height * style.line_spacing * style.size;
  const auto leading = look.line_height - (metrics.ascent + metrics.descent) * style.size;
  look.baseline = leading / 2 + metrics.ascent * style.size;
  return look;
}

void Typesetter::prepare(std::span<const Span> spans, const TextLook& look) {
  inline_.prepare(spans, look.face, look.size);
  if (!inline_.missing().empty()) report_missing();
}

// Of one face and no link: what other documents may have too.
bool Typesetter::may_be_known(std::span<const Span> spans) const {
  return tools_.paragraphs != nullptr && spans.size() == 1 && spans.front().href.empty();
}

SetText Typesetter::set(std::span<const Span> spans, const TextLook& look, const Measure& measure) {
  if (!may_be_known(spans)) return moved_right(set_anew(spans, look, measure), measure.left);
  ParagraphKey key(spans.front(), look);
  key.first_width = measure.right - measure.first_left;
  key.width = measure.right - measure.left;
  if (const auto* known = tools_.paragraphs->find(key)) {
    auto set = moved_right(*known, measure.left);
    recolour(set, look.colour);
    return set;
  }
  auto set = set_anew(spans, look, measure);
  const bool complete = inline_.missing().empty();  // what is missing is told of in each document
  if (complete) tools_.paragraphs->add(set);
  return moved_right(std::move(set), measure.left);
}

// Places are from measure.left.
SetText Typesetter::set_anew(std::span<const Span> spans, const TextLook& look, const Measure& measure) {
  SetText result;
  LineWidths widths{measure.right - measure.first_left, measure.right - measure.left, 2 * look.size};
  prepare(spans, look);
  if (inline_.text().empty()) return result;
  if (look.hyphenate && !is_one_line(inline_.opportunities(), widths.first)) inline_.hyphenate();
  inline_.add_last_resorts(std::min(widths.first, widths.rest));
  const auto lines = lines_of(look.align);
  fitter_.fit(inline_.opportunities(), widths, lines, ends_);

  LineMaker maker(inline_, spans, look);
  result.lines.reserve(ends_.size());
  Opportunity begin;
  for (const auto index : ends_) {
    const auto& end = inline_.opportunities()[index];
    const bool first = result.lines.empty();
    const double left = first ? measure.first_left - measure.left : 0;
    const double spare = (first ? widths.first : widths.rest) - (end.end - begin.next + end.hyphen);
    LineFilling filling;
    if (lines == Lines::justified && (spare < 0 || end.kind != BreakKind::forced)) {
      const double spaces = end.end_spaces - begin.next_spaces;
      filling = fill_line(spare, spaces, glyphs_between(inline_.text(), begin, end), look.size);
    }
    const double shift = look.align == document::Align::right    ? spare
                         : look.align == document::Align::centre ? spare / 2
                                                                 : 0;
    result.lines.push_back(maker.make(begin, end, left + std::max(shift, 0.0), filling));
    if (end.kind == BreakKind::inside && result.broken_word.empty()) {
      result.broken_word = word_around(inline_.text(), end.offset);
    }
    begin = end;
  }
  return result;
}

Line Typesetter::set_line(std::string_view text, const TextLook& look, Points x) {
  const Span span{text, false, false, {}};
  prepare({&span, 1}, look);
  return LineMaker(inline_, {&span, 1}, look).make({}, inline_.opportunities().back(), x, {});
}

Extent Typesetter::extent(std::span<const Span> spans, const TextLook& look) {
  if (!may_be_known(spans)) return extent_anew(spans, look);
  if (const auto* known = tools_.paragraphs->find_extent({spans.front(), look})) return *known;
  const auto extent = extent_anew(spans, look);
  if (inline_.missing().empty()) tools_.paragraphs->add(extent);
  return extent;
}

Extent Typesetter::extent_anew(std::span<const Span> spans, const TextLook& look) {
  prepare(spans, look);
  if (look.hyphenate) inline_.hyphenate();
  Extent extent;
  double word_start = 0;
  double line_start = 0;
  for (const auto& opportunity : inline_.opportunities()) {
    extent.widest_word = std::max(extent.widest_word, opportunity.end + opportunity.hyphen - word_start);
    word_start = opportunity.next;
    if (opportunity.kind != BreakKind::forced) continue;
    extent.widest_line = std::max(extent.widest_line, opportunity.end - line_start);
    line_start = opportunity.next;
  }
  return extent;
}

Points Typesetter::width(std::string_view text, const TextLook& look) {
  const Span span{text, false, false, {}};
  return extent({&span, 1}, look).widest_line;
}

void Typesetter::report_missing() {
  for (const auto& [character, offset] : inline_.missing()) {
    if (!reported_.insert(character).second) continue;
    auto message = fmt::format("no font has the character {} of {}", name_of_character(character),
                               excerpt(inline_.text(), offset));
    constexpr std::size_t most_searches = 20;  // each reads all rows again
    const bool search = tools_.origin && reported_.size() <= most_searches;
    if (const auto origin = search ? tools_.origin(character) : std::string(); !origin.empty()) {
      message += ", from " + origin;
    }
    diagnostics_.warning_in(missing_character, context_, std::move(message),
                            "it prints as an empty box; replace it or install a font that has it");
  }
}

Naming::Naming(Typesetter& typesetter, const std::string& kind, const std::string& id)
    : typesetter_(typesetter), outer_(typesetter.context()) {
  if (id.empty()) return;
  const auto name = kind + " " + id;
  typesetter_.set_context(outer_.empty() ? name : outer_ + ", " + name);
}

}  // namespace svodka::layout
