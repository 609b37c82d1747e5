#include "layout/table/columns.hpp"

#include <algorithm>
#include <numeric>

namespace svodka::layout {

namespace {

using Kind = document::Width::Kind;

constexpr double kWidestRepeated = 0.4;  // of the page, for repeated columns that look at their content
constexpr double kAlike = 2;             // columns of a matrix that differ by less are made equal
constexpr double kMostWidened = 2;       // columns of panels grow to fill the page up to this factor

bool is_fixed(const ColumnNeed& need) {
  return need.width.kind == Kind::points || need.width.kind == Kind::percent;
}

Points fixed_width(const ColumnNeed& need, Points available) {
  const auto asked =
      need.width.kind == Kind::points ? need.width.amount : available * need.width.amount / 100;
  return std::max(asked, need.narrowest);
}

Points least_width(const ColumnNeed& need, Points available) {
  return is_fixed(need) ? fixed_width(need, available) : std::max(need.content.widest_word, need.narrowest);
}

double sum(const std::vector<Points>& widths) { return std::accumulate(widths.begin(), widths.end(), 0.0); }

// Columns that fit into an even part of the room on one line get that line; the others grow from their widest
// word in proportion to what they lack.
void share_by_content(std::span<const ColumnNeed> needs, std::vector<std::size_t> columns, Points room,
                      std::vector<Points>& widths) {
  for (bool settled = false; !settled && !columns.empty();) {
    settled = true;
    const auto even = room / static_cast<double>(columns.size());
    Points least = 0;
    for (const auto column : columns) least += needs[column].content.widest_word;
    for (auto column = columns.begin(); column != columns.end(); ++column) {
      const auto& content = needs[*column].content;
      const bool others_fit = room - content.widest_line >= least - content.widest_word;
      if (content.widest_line > even || !others_fit) continue;
      widths[*column] = content.widest_line;
      room -= content.widest_line;
      columns.erase(column);
      settled = false;
      break;
    }
  }
  Points least = 0, lacking = 0;
  for (const auto column : columns) {
    least += needs[column].content.widest_word;
    lacking += needs[column].content.widest_line - needs[column].content.widest_word;
  }
  for (const auto column : columns) {
    const auto& content = needs[column].content;
    const auto part = lacking > 0 ? (content.widest_line - content.widest_word) / lacking
                                  : 1 / static_cast<double>(columns.size());
    widths[column] = content.widest_word + (room - least) * part;
  }
}

// Shares of what is left; a column whose widest word needs more gets that, and the others share the rest.
void share_by_amount(std::span<const ColumnNeed> needs, std::vector<std::size_t> columns, Points room,
                     std::vector<Points>& widths) {
  for (bool settled = false; !settled;) {
    settled = true;
    double amounts = 0;
    for (const auto column : columns) amounts += needs[column].width.amount;
    for (auto column = columns.begin(); column != columns.end(); ++column) {
      const auto least = needs[*column].content.widest_word;
      widths[*column] = room * needs[*column].width.amount / amounts;
      if (widths[*column] >= least) continue;
      widths[*column] = least;
      room -= least;
      columns.erase(column);
      settled = columns.empty();
      break;
    }
  }
}

// All columns fit side by side.
std::vector<Points> spread(std::span<const ColumnNeed> needs, Points available) {
  std::vector<Points> widths(needs.size());
  std::vector<std::size_t> shares, automatic;
  Points room = available;
  Points least_of_shares = 0;
  for (std::size_t i = 0; i < needs.size(); ++i) {
    if (is_fixed(needs[i])) {
      room -= widths[i] = fixed_width(needs[i], available);
    } else if (needs[i].width.kind == Kind::share) {
      shares.push_back(i);
      least_of_shares += needs[i].content.widest_word;
    } else {
      automatic.push_back(i);
    }
  }
  if (!automatic.empty()) {
    Points lines = 0, words = 0;
    for (const auto column : automatic) {
      lines += needs[column].content.widest_line;
      words += needs[column].content.widest_word;
    }
    const auto even =
        room * static_cast<double>(automatic.size()) / static_cast<double>(automatic.size() + shares.size());
    const auto given = shares.empty() ? room
                                      : std::clamp(lines, std::min(words, room - least_of_shares),
                                                   std::max(words, std::min(even, room - least_of_shares)));
    if (lines > 0 && lines <= given) {
      for (const auto column : automatic) widths[column] = needs[column].content.widest_line * given / lines;
    } else {
      share_by_content(needs, automatic, given, widths);
    }
    room -= given;
  }
  if (!shares.empty()) share_by_amount(needs, shares, room, widths);
  return widths;
}

// All give in proportion, but none below its narrowest as long as there is room for that.
std::vector<Points> narrowed(std::span<const ColumnNeed> needs, std::vector<Points> widths,
                             Points available) {
  Points narrowest = 0;
  for (const auto& need : needs) narrowest += need.narrowest;
  const bool room = narrowest <= available;
  const auto factor = room ? (available - narrowest) / (sum(widths) - narrowest) : available / sum(widths);
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const auto base = room ? needs[i].narrowest : 0;
    widths[i] = base + (widths[i] - base) * factor;
  }
  return widths;
}

std::vector<std::size_t> numbered(std::size_t count) {
  std::vector<std::size_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), std::size_t{0});
  return numbers;
}

// Widths that a column has in every panel.
std::vector<Points> panel_widths(std::span<const ColumnNeed> needs, Points available) {
  const auto repeats =
      std::count_if(needs.begin(), needs.end(), [](const auto& need) { return need.repeat; });
  const auto limit = kWidestRepeated * available / static_cast<double>(repeats);
  std::vector<Points> widths;
  for (const auto& need : needs) {
    const auto widest = std::max(need.content.widest_word, std::min(need.content.widest_line, limit));
    widths.push_back(!is_fixed(need) && need.repeat ? widest : least_width(need, available));
  }
  return widths;
}

// The columns of a matrix look alike unless their contents are very different.
void equalise(std::span<const ColumnNeed> needs, std::vector<Points>& widths) {
  std::vector<Points*> group;
  for (std::size_t i = 0; i < needs.size(); ++i) {
    if (!needs[i].repeat && !is_fixed(needs[i])) group.push_back(&widths[i]);
  }
  if (group.empty()) return;
  const auto less = [](const Points* a, const Points* b) { return *a < *b; };
  const auto [narrowest, widest] = std::minmax_element(group.begin(), group.end(), less);
  const auto width = **widest;
  if (width > kAlike * **narrowest) return;
  for (auto* each : group) *each = width;
}

// How many panels these columns take when each is filled.
std::size_t fewest_panels(std::span<const std::size_t> columns, const std::vector<Points>& widths,
                          Points room) {
  std::size_t panels = 0;
  Points used = room;
  for (const auto column : columns) {
    const bool fits = panels > 0 && used + widths[column] <= room;
    used = fits ? used + widths[column] : widths[column];
    panels += fits ? 0 : 1;
  }
  return panels;
}

// As few panels as will do, each about as wide as those that are left may be.
std::vector<Panel> split(std::span<const ColumnNeed> needs, const std::vector<Points>& widths, Points room,
                         const std::vector<std::size_t>& repeated) {
  std::vector<std::size_t> columns;
  Points left = 0;
  for (std::size_t i = 0; i < needs.size(); ++i) {
    if (needs[i].repeat) continue;
    columns.push_back(i);
    left += widths[i];
  }
  std::vector<Panel> panels;
  std::span<const std::size_t> rest = columns;
  for (auto count = fewest_panels(rest, widths, room); count > 0; --count) {
    const auto even = left / static_cast<double>(count);
    auto& panel = panels.emplace_back(Panel{repeated, {}, panels.empty()});
    Points used = 0;
    while (!rest.empty()) {
      const auto width = widths[rest.front()];
      const bool nearer = used + width / 2 <= even || fewest_panels(rest, widths, room) >= count;
      if (used > 0 && (used + width > room || !nearer)) break;
      panel.columns.push_back(rest.front());
      rest = rest.subspan(1);
      used += width;
    }
    left -= used;
  }
  return panels;
}

std::vector<Panel> make_panels(std::span<const ColumnNeed> needs, Points available) {
  auto widths = panel_widths(needs, available);
  equalise(needs, widths);
  std::vector<std::size_t> repeated;
  Points repeated_width = 0;
  for (std::size_t i = 0; i < needs.size(); ++i) {
    if (!needs[i].repeat) continue;
    repeated.push_back(i);
    repeated_width += widths[i];
  }
  const auto room = available - repeated_width;
  for (std::size_t i = 0; i < needs.size(); ++i) {
    if (!needs[i].repeat) widths[i] = std::min(widths[i], room);
  }
  auto panels = split(needs, widths, room, repeated);
  double stretch = kMostWidened;
  for (const auto& panel : panels) {
    Points used = 0;
    for (const auto column : panel.columns) used += needs[column].repeat ? 0 : widths[column];
    stretch = std::min(stretch, room / used);
  }
  for (auto& panel : panels) {
    for (const auto column : panel.columns) {
      panel.widths.push_back(widths[column] * (needs[column].repeat ? 1 : stretch));
    }
  }
  return panels;
}

}  // namespace

ColumnPlan plan_columns(std::span<const ColumnNeed> needs, Points available) {
  constexpr Points rounding = 0.01;
  constexpr double widest_repeated_part = 0.5;  // with more, panels would hold next to nothing
  ColumnPlan plan;
  std::vector<Points> least;
  Points repeated = 0;
  std::size_t repeats = 0;
  for (const auto& need : needs) {
    least.push_back(least_width(need, available));
    repeats += need.repeat;
    if (need.repeat) repeated += least.back();
  }
  plan.wanted = sum(least);
  const bool fits = plan.wanted <= available + rounding;
  const bool may_split =
      repeats > 0 && repeats < needs.size() && repeated <= widest_repeated_part * available;
  if (!fits && may_split) {
    plan.panels = make_panels(needs, available);
    plan.wanted = available;
    return plan;
  }
  auto widths = fits ? spread(needs, available) : narrowed(needs, std::move(least), available);
  plan.panels.push_back({numbered(needs.size()), std::move(widths), true});
  return plan;
}

}  // namespace svodka::layout
