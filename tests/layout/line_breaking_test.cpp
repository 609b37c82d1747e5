#include "layout/text/line_breaking.hpp"

#include "support/catch.hpp"

using svodka::layout::BreakKind;
using svodka::layout::LineFitter;
using svodka::layout::Lines;
using svodka::layout::LineWidths;
using svodka::layout::Opportunity;

namespace {

// Words of these widths with spaces of 10 between them; a line may end after each.
std::vector<Opportunity> words(const std::vector<double>& widths) {
  std::vector<Opportunity> result;
  double at = 0, spaces = 0;
  for (const auto width : widths) {
    Opportunity opportunity;
    opportunity.end = at + width;
    opportunity.end_spaces = spaces;
    at += width + 10;
    spaces += 10;
    opportunity.next = at;
    opportunity.next_spaces = spaces;
    result.push_back(opportunity);
  }
  result.back().kind = BreakKind::forced;
  return result;
}

std::vector<std::uint32_t> fit(const std::vector<Opportunity>& opportunities, LineWidths widths,
                               Lines lines) {
  LineFitter fitter;
  std::vector<std::uint32_t> ends;
  fitter.fit(opportunities, widths, lines, ends);
  return ends;
}

using Ends = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("a ragged line takes as many words as fit") {
  // 30 + 10 + 30 + 10 + 30 = 110 > 100
  CHECK(fit(words({30, 30, 30, 30}), {100, 100}, Lines::ragged) == Ends{1, 3});
  CHECK(fit(words({30, 30, 30, 30}), {110, 100}, Lines::ragged) == Ends{2, 3});
}

TEST_CASE("balanced lines are as many as ragged ones, and no wider than they must be") {
  // 30 × 4 and three spaces are 150: two lines of 70 instead of 110 and 30
  CHECK(fit(words({30, 30, 30, 30}), {110, 110}, Lines::balanced) == Ends{1, 3});
  CHECK(fit(words({30, 30, 30, 30}), {150, 150}, Lines::balanced) == Ends{3});
  // 20 + 10 + 70 = 100 and 70: the long word cannot stand alone without a third line
  CHECK(fit(words({20, 70, 70}), {100, 100}, Lines::balanced) == Ends{1, 2});
}

TEST_CASE("each stretch between forced breaks is balanced by itself") {
  auto opportunities = words({30, 30, 30, 30, 30});
  opportunities[0].kind = BreakKind::forced;
  CHECK(fit(opportunities, {110, 110}, Lines::balanced) == Ends{0, 2, 4});
}

TEST_CASE("a balanced line does not end within a word for the sake of its width") {
  auto opportunities = words({30, 30, 30, 30});
  opportunities[1].kind = BreakKind::hyphen;
  CHECK(fit(opportunities, {110, 110}, Lines::balanced) == Ends{2, 3});
}

TEST_CASE("spaces at a line's end hang beyond it") {
  CHECK(fit(words({45, 45, 45}), {100, 100}, Lines::ragged) == Ends{1, 2});  // 45 + 10 + 45 = 100
}

TEST_CASE("a word wider than the line stands alone on it") {
  CHECK(fit(words({30, 150, 30}), {100, 100}, Lines::ragged) == Ends{0, 1, 2});
  CHECK(fit(words({30, 150, 30}), {100, 100}, Lines::justified) == Ends{0, 1, 2});
}

TEST_CASE("a forced break ends a line and the next begins afresh") {
  auto opportunities = words({30, 30, 30});
  opportunities[0].kind = BreakKind::forced;
  CHECK(fit(opportunities, {100, 100}, Lines::ragged) == Ends{0, 2});
  CHECK(fit(opportunities, {100, 100}, Lines::justified) == Ends{0, 2});
}

TEST_CASE("total fit loosens the first line a little to spare the second a wide gap") {
  const std::vector<double> widths{20, 20, 20, 10, 60, 70, 10};
  // Greedy: 20+20+20+10 and three spaces = 100 | 60, and 70 more do not fit: 40 short | 70 + 10 + 10 = 90.
  CHECK(fit(words(widths), {100, 100}, Lines::ragged) == Ends{3, 4, 6});
  // Total fit: 20+20+20 and two spaces = 80 | 10 + 10 + 60 = 80 | 90: loose, but none that cannot stretch.
  CHECK(fit(words(widths), {100, 100}, Lines::justified) == Ends{2, 4, 6});
}

TEST_CASE("total fit leaves even lines as they are") {
  // 20+20+20+10 and three spaces = 100 | 44 + 10 + 40 = 94 | 30
  CHECK(fit(words({20, 20, 20, 10, 44, 40, 30}), {100, 100}, Lines::justified) == Ends{3, 5, 6});
}

TEST_CASE("total fit shrinks spaces by three tenths at most") {
  // 30 + 10 + 30 + 10 + 25 = 105; with spaces of 7.5 it is 100.
  CHECK(fit(words({30, 30, 25, 90, 10}), {100, 100}, Lines::justified) == Ends{2, 3, 4});
  // 30 + 10 + 30 + 10 + 27 = 107; spaces would have to be 6.5.
  CHECK(fit(words({30, 30, 27, 55, 90, 10}), {100, 100}, Lines::justified) == Ends{1, 3, 4, 5});
}

TEST_CASE("a ragged line is hyphenated only when it would stay short") {
  auto opportunities = words({60, 50});
  Opportunity hyphen;
  hyphen.kind = BreakKind::hyphen;
  hyphen.hyphen = 5;
  hyphen.end = hyphen.next = 70 + 20;  // after 20 of the second word: 60 + 10 + 20 + 5 = 95
  hyphen.end_spaces = hyphen.next_spaces = 10;
  opportunities.insert(opportunities.begin() + 1, hyphen);
  CHECK(fit(opportunities, {100, 100}, Lines::ragged) ==
        Ends{1, 2});  // 60 of 100 is less than three quarters
  CHECK(fit(opportunities, {97, 100}, Lines::ragged) == Ends{1, 2});
  CHECK(fit(opportunities, {94, 100}, Lines::ragged) == Ends{0, 2});  // the hyphen does not fit
  auto fuller = opportunities;
  fuller[0].end = 80;
  CHECK(fit(fuller, {100, 100}, Lines::ragged) == Ends{0, 2});  // 80 of 100 are enough
}

TEST_CASE("breaks of last resort are used only when nothing else fits") {
  auto opportunities = words({60, 20});
  Opportunity apart;
  apart.kind = BreakKind::apart;
  apart.end = 25;
  apart.next = 35;
  Opportunity inside = apart;
  inside.kind = BreakKind::inside;
  inside.end = inside.next = 40;
  opportunities.insert(opportunities.begin(), {apart, inside});
  CHECK(fit(opportunities, {100, 100}, Lines::ragged) == Ends{3});
  CHECK(fit(opportunities, {60, 60}, Lines::ragged) == Ends{2, 3});
  CHECK(fit(opportunities, {50, 50}, Lines::ragged) ==
        Ends{0, 2, 3});  // 25 | 60 - 35 = 25, with 20 more 55 > 50 | 20
  CHECK(fit(opportunities, {20, 20}, Lines::ragged).front() == 0);  // not even that fits
}
