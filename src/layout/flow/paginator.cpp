#include "layout/flow/paginator.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace svodka::layout {

namespace {

constexpr Points kRounding = 0.01;

template <class Placed>
void move_down(Placed& item, Points by) {
  item.y += by;
}
void move_down(PlacedPath& path, Points by) {
  for (auto& point : path.points) point.y += by;
}

PlacedBox moved_down(PlacedBox box, Points by) {
  box.y += by;
  return box;
}

}  // namespace

void Paginator::begin_section(document::Orientation orientation, std::string title, PageMargins first,
                              PageMargins further) {
  place_all();
  finish_page();
  width_ = theme_.page_width;
  height_ = theme_.page_height;
  if (orientation == document::Orientation::landscape) std::swap(width_, height_);
  first_ = first;
  further_ = further;
  break_pending_ = false;
  begin_page(first);
  natural_top_ = false;
  heading_offset_ = title.empty() ? 0 : 1;
  if (!title.empty()) {
    pages_.outline.push_back({std::move(title), 1, static_cast<std::uint32_t>(pages_.pages.size() - 1), y_});
  }
}

void Paginator::add(Strip strip) {
  strip.grouped = in_group_;
  const bool complete = !strip.keep_with_next && !strip.grouped;
  const bool dropped = strip.spacer && chunk_height_ == 0;  // at the top of the page that the chunk may begin
  if (!dropped) chunk_height_ += strip.height;
  chunk_.push_back(std::move(strip));
  if (complete) {
    place_chunk();
  } else if (in_group_ && chunk_height_ > content_height()) {
    dissolve_group();
  }
}

void Paginator::end_group() {
  in_group_ = false;
  if (chunk_.empty()) return;
  chunk_.back().grouped = false;
  if (!chunk_.back().keep_with_next) place_chunk();
}

// It cannot be on one page: what is together in it anyway stays so.
void Paginator::dissolve_group() {
  in_group_ = false;
  chunk_height_ = 0;
  add(std::exchange(chunk_, {}));
}

void Paginator::add(std::vector<Strip> strips) {
  for (auto& strip : strips) add(std::move(strip));
}

// A group that is dissolved leaves strips behind that wait for their next.
void Paginator::place_all() {
  while (!chunk_.empty()) place_chunk();
}

void Paginator::break_page() {
  place_all();
  break_pending_ = !at_top_;
}

void Paginator::finish() {
  place_all();
  finish_page();
}

void Paginator::begin_page(PageMargins margins) {
  margins_ = margins;
  auto& page = pages_.pages.emplace_back();
  page.width = width_;
  page.height = height_;
  page.label = std::to_string(pages_.pages.size());
  page_open_ = true;
  at_top_ = true;
  y_ = margins_.top;
  last_after_ = 0;
  last_foot_.clear();
}

void Paginator::finish_page() {
  if (!page_open_) return;
  for (const auto& box : last_foot_) put_rule(box);
  auto& items = pages_.pages.back().items;
  items.reserve(fills_.size() + drawings_.size() + texts_.size() + rules_.size() + 2);
  for (auto& item : fills_) items.emplace_back(std::move(item));
  for (auto& item : drawings_) items.push_back(std::move(item));
  for (auto& item : texts_) items.emplace_back(std::move(item));
  for (auto& item : rules_) items.emplace_back(std::move(item));
  fills_.clear();
  drawings_.clear();
  texts_.clear();
  rules_.clear();
  page_open_ = false;
}

// A chunk goes whole to this page or the next; one larger than a page is laid strip by strip.
void Paginator::place_chunk() {
  if (chunk_.empty()) return;
  const bool grouped = std::any_of(chunk_.begin(), chunk_.end(), [](const Strip& s) { return s.grouped; });
  if (grouped && !chunk_fits_here() && !chunk_fits_empty_page()) return dissolve_group();
  if (std::exchange(break_pending_, false)) {
    finish_page();
    begin_page(further_);
    natural_top_ = false;
  }
  if (!chunk_fits_here() && !at_top_ && chunk_fits_empty_page()) {
    finish_page();
    begin_page(further_);
    natural_top_ = true;
  }
  chunk_height_ = 0;
  resumes_ = chunk_fits_empty_page(true) || !chunk_fits_empty_page();
  for (auto& strip : std::exchange(chunk_, {})) place(std::move(strip));
}

Points Paginator::gap_before(const Strip& strip) const {
  return at_top_ ? 0 : std::max(last_after_, strip.space_before);
}

bool Paginator::chunk_fits_here() const {
  Points y = y_;
  Points after = last_after_;
  bool top = at_top_;
  for (const auto& strip : chunk_) {
    if (top && natural_top_ && strip.spacer) continue;
    if (!top) y += std::max(after, strip.space_before);
    y += strip.height;
    after = strip.space_after;
    top = false;
  }
  return y <= bottom() + kRounding;
}

bool Paginator::chunk_fits_empty_page(bool resumed) const {
  const auto& first = chunk_.front();
  Points y = first.head ? first.head->height : 0;
  if (resumed && first.resumed) y += first.resumed->height;
  Points after = 0;
  bool top = y == 0;
  for (const auto& strip : chunk_) {
    if (top && strip.spacer) continue;
    if (!top) y += std::max(after, strip.space_before);
    y += strip.height;
    after = strip.space_after;
    top = false;
  }
  return y <= content_height(further_) + kRounding;
}

void Paginator::place(Strip strip) {
  if (!at_top_ && y_ + gap_before(strip) + strip.height > bottom() + kRounding) {
    finish_page();
    begin_page(further_);
    natural_top_ = true;
  }
  if (at_top_ && natural_top_ && strip.spacer) return;
  if (at_top_ && strip.head) place_heads(strip);
  y_ += gap_before(strip);
  put(strip);
}

void Paginator::place_heads(const Strip& strip) {
  Strip head = *strip.head;
  put(head);
  if (!strip.resumed || !resumes_) return;
  if (y_ + strip.resumed->height + strip.height > bottom() + kRounding) return;
  Strip resumed = *strip.resumed;
  put(resumed);
}

void Paginator::put(Strip& strip) {
  last_foot_.clear();
  for (auto& text : strip.texts) {
    text.y += y_;
    texts_.push_back(std::move(text));
  }
  for (auto& drawing : strip.drawings) {
    std::visit([this](auto& item) { move_down(item, y_); }, drawing);
    drawings_.push_back(std::move(drawing));
  }
  for (const auto& fill : strip.fills) fills_.push_back(moved_down(fill, y_));
  for (const auto& rule : strip.rules) put_rule(moved_down(rule, y_));
  for (const auto& rule : strip.foot) last_foot_.push_back(moved_down(rule, y_));
  if (strip.outline) {
    const auto level = static_cast<std::uint8_t>(strip.outline->level + heading_offset_);
    pages_.outline.push_back(
        {std::move(strip.outline->title), level, static_cast<std::uint32_t>(pages_.pages.size() - 1), y_});
  }
  y_ += strip.height;
  last_after_ = strip.space_after;
  at_top_ = false;
}

// A vertical rule that continues the one above it becomes part of it.
void Paginator::put_rule(PlacedBox rule) {
  constexpr std::size_t reach = 64;
  const bool vertical = rule.height > rule.width;
  for (std::size_t back = 1; vertical && back <= std::min(reach, rules_.size()); ++back) {
    auto& above = rules_[rules_.size() - back];
    const bool continues = std::abs(above.x - rule.x) < kRounding &&
                           std::abs(above.width - rule.width) < kRounding && above.colour == rule.colour &&
                           above.y < rule.y && std::abs(above.y + above.height - rule.y) < kRounding;
    if (!continues) continue;
    above.height += rule.height;
    return;
  }
  rules_.push_back(rule);
}

}  // namespace svodka::layout
