#include "layout/text/line_breaking.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>

namespace svodka::layout {

namespace {

constexpr double kStretch = 0.5;      // a space may grow by this much of its width at ratio 1,
constexpr double kShrink = 0.3;       // and shrink by this much at ratio -1
constexpr double kGoodTolerance = 2;  // first pass: spaces at most twice as wide
constexpr double kAnyTolerance = std::numeric_limits<double>::infinity();
constexpr double kHopelessStretch = 8;         // beyond this a line is bad whatever its spaces,
constexpr double kHopelessBadness = 300'000;   // worse than any other,
constexpr double kEmptyBadness = 300'000;      // and by this much more when next to nothing stands on it
constexpr double kNeighbourDemerits = 10'000;  // a tight line beside a loose one, two hyphens in a row
constexpr double kTornDemerits = 20'000;
constexpr double kRounding = 1e-3;    // points
constexpr double kFullEnough = 0.75;  // a ragged line this full needs no hyphen

double penalty_of(BreakKind kind) {
  switch (kind) {
    case BreakKind::hyphen:
      return 60;
    case BreakKind::apart:
      return 30'000;
    case BreakKind::inside:
      return 1'000'000;
    case BreakKind::normal:
    case BreakKind::forced:
      break;
  }
  return 0;
}

// Knuth and Plass: 0 tight, 1 decent, 2 loose, 3 very loose.
int fitness_of(double ratio) { return ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3; }

}  // namespace

void LineFitter::fit(const std::vector<Opportunity>& opportunities, const LineWidths& widths, Lines lines,
                     std::vector<std::uint32_t>& ends) {
  assert(!opportunities.empty() && opportunities.back().kind == BreakKind::forced);
  opportunities_ = &opportunities;
  widths_ = widths;
  ends.clear();
  for (std::size_t from = 0; from < opportunities.size();) {
    auto to = from;
    while (opportunities[to].kind != BreakKind::forced) ++to;
    const bool done = lines == Lines::justified && (fit_totally(from, to, kGoodTolerance, ends) ||
                                                    fit_totally(from, to, kAnyTolerance, ends));
    if (lines == Lines::balanced) {
      balance(from, to, ends);
    } else if (!done) {
      fit_greedily(from, to, ends);
    }
    from = to + 1;
  }
}

// Lines that have to end within a word, or at a space that should not break, stay as they are.
void LineFitter::balance(std::size_t from, std::size_t to, std::vector<std::uint32_t>& ends) {
  constexpr int halvings = 10;
  chosen_.clear();
  fit_greedily(from, to, chosen_);
  const auto full = widths_;
  double least = 0.5, most = 1;  // of the widths; half of them would not do
  for (int i = 0; i < halvings && chosen_.size() > 1 && ends_words(chosen_); ++i) {
    const double share = (least + most) / 2;
    widths_ = {share * full.first, share * full.rest, full.shortest_last};
    tried_.clear();
    fit_greedily(from, to, tried_);
    const bool as_good = tried_.size() == chosen_.size() && ends_words(tried_);
    (as_good ? most : least) = share;
    if (as_good) std::swap(chosen_, tried_);
  }
  widths_ = full;
  ends.insert(ends.end(), chosen_.begin(), chosen_.end());
}

bool LineFitter::ends_words(const std::vector<std::uint32_t>& ends) const {
  return std::ranges::all_of(ends, [this](std::uint32_t end) {
    const auto kind = (*opportunities_)[end].kind;
    return kind == BreakKind::normal || kind == BreakKind::forced;
  });
}

LineFitter::Measured LineFitter::line_between(std::int64_t after, std::size_t end) const {
  const auto& last = (*opportunities_)[end];
  if (after < 0) return {widths_.first, last.end, last.end_spaces};
  const auto& before = (*opportunities_)[static_cast<std::size_t>(after)];
  return {widths_.rest, last.end - before.next, last.end_spaces - before.next_spaces};
}

void LineFitter::fit_greedily(std::size_t from, std::size_t to, std::vector<std::uint32_t>& ends) const {
  auto after = static_cast<std::int64_t>(from) - 1;
  while (after < static_cast<std::int64_t>(to)) {
    const auto end = fill_line(after, to);
    ends.push_back(static_cast<std::uint32_t>(end));
    after = static_cast<std::int64_t>(end);
  }
}

// The furthest opportunity that fits, the better kinds first; at least one step further.
std::size_t LineFitter::fill_line(std::int64_t after, std::size_t to) const {
  constexpr auto none = std::numeric_limits<std::size_t>::max();
  const auto first = static_cast<std::size_t>(after + 1);
  auto normal = none, hyphen = none, apart = none, inside = none;
  double normal_width = 0;
  for (auto at = first; at <= to; ++at) {
    const auto line = line_between(after, at);
    if (line.natural > line.room + kRounding) break;
    const auto& opportunity = (*opportunities_)[at];
    if (line.natural + opportunity.hyphen > line.room + kRounding) continue;
    switch (opportunity.kind) {
      case BreakKind::normal:
      case BreakKind::forced:
        normal = at;
        normal_width = line.natural;
        break;
      case BreakKind::hyphen:
        hyphen = at;
        break;
      case BreakKind::apart:
        apart = at;
        break;
      case BreakKind::inside:
        inside = at;
        break;
    }
  }
  const bool hyphen_helps = hyphen != none && (normal == none || hyphen > normal);
  if (hyphen_helps && normal_width < kFullEnough * room_after(after)) return hyphen;
  for (const auto found : {normal, apart, inside}) {
    if (found != none) return found;
  }
  return first;
}

bool LineFitter::fit_totally(std::size_t from, std::size_t to, double tolerance,
                             std::vector<std::uint32_t>& ends) {
  nodes_.assign(1, {static_cast<std::int64_t>(from) - 1, 0, 0, 1, false});
  active_.assign(1, 0);
  for (auto at = from; at <= to; ++at) {
    extend_lines_to(at, tolerance);
    if (active_.empty()) return false;
  }
  auto best = nodes_.size();
  for (const auto node : active_) {
    if (nodes_[node].at != static_cast<std::int64_t>(to)) continue;
    if (best == nodes_.size() || nodes_[node].demerits < nodes_[best].demerits) best = node;
  }
  if (best == nodes_.size()) return false;
  const auto start = static_cast<std::ptrdiff_t>(ends.size());
  for (auto node = best; node != 0; node = nodes_[node].previous) {
    ends.push_back(static_cast<std::uint32_t>(nodes_[node].at));
  }
  std::reverse(ends.begin() + start, ends.end());
  return true;
}

void LineFitter::extend_lines_to(std::size_t end, double tolerance) {
  const auto& opportunity = (*opportunities_)[end];
  const bool last = opportunity.kind == BreakKind::forced;
  std::array<Node, 4> best;
  best.fill({static_cast<std::int64_t>(end), 0, kAnyTolerance, 0, opportunity.kind == BreakKind::hyphen});
  std::size_t kept = 0;
  for (const auto index : active_) {
    auto line = line_between(nodes_[index].at, end);
    if (line.natural - kShrink * line.spaces > line.room + kRounding) continue;  // and any longer line too
    active_[kept++] = index;
    line.natural += opportunity.hyphen;
    const double spare = line.room - line.natural;
    double ratio = 0;
    if (spare > kRounding && !last) ratio = spare / std::max(kStretch * line.spaces, 1e-3 * line.room);
    if (spare < -kRounding) ratio = spare / std::max(kShrink * line.spaces, 1e-9);
    if (ratio < -1 - 1e-6 || ratio > tolerance) continue;
    const int fitness = fitness_of(ratio);
    const double total = demerits(nodes_[index], line, end, ratio, fitness);
    auto& chosen = best[static_cast<std::size_t>(fitness)];
    if (total < chosen.demerits) {
      chosen.previous = index;
      chosen.demerits = total;
      chosen.fitness = fitness;
    }
  }
  active_.resize(kept);
  for (const auto& node : best) {
    if (node.demerits == kAnyTolerance) continue;
    active_.push_back(nodes_.size());
    nodes_.push_back(node);
  }
}

double LineFitter::demerits(const Node& before, const Measured& line, std::size_t end, double ratio,
                            int fitness) const {
  const auto& opportunity = (*opportunities_)[end];
  const bool hopeless = 1 + kStretch * ratio > kHopelessStretch;
  const double badness = hopeless ? kHopelessBadness + kEmptyBadness * (1 - line.natural / line.room)
                                  : 100 * std::abs(ratio) * ratio * ratio;
  const double weight = 1 + badness + penalty_of(opportunity.kind);
  double total = before.demerits + weight * weight;
  if (before.hyphen && opportunity.kind == BreakKind::hyphen) total += kNeighbourDemerits;
  if (std::abs(fitness - before.fitness) > 1) total += kNeighbourDemerits;
  const bool torn = opportunity.kind == BreakKind::forced && &before != &nodes_.front() &&
                    line.natural < widths_.shortest_last;
  return torn ? total + kTornDemerits : total;
}

}  // namespace svodka::layout
