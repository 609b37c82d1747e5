#pragma once
// Strips → pages.

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "layout/flow/strip.hpp"
#include "layout/pages.hpp"

namespace svodka::layout {

struct PageMargins {
  Points top = 0, bottom = 0;
};

class Paginator {
 public:
  Paginator(const document::Theme& theme, Pages& pages) : theme_(theme), pages_(pages) {}

  // Begins a page of this orientation.
  void begin_section(document::Orientation orientation, std::string title, PageMargins first,
                     PageMargins further);
  void add(Strip strip);
  void add(std::vector<Strip> strips);
  std::size_t page() const { return pages_.pages.size() - 1; }  // the last one begun
  // What is added between them shares a page, unless it is higher than one.
  void begin_group() { in_group_ = true; }
  void end_group();
  void break_page();
  void finish();

  Points left() const { return theme_.margin_left; }
  Points right() const { return width_ - theme_.margin_right; }
  // The least of the section's pages.
  Points content_height() const { return std::min(content_height(first_), content_height(further_)); }

 private:
  Points content_height(PageMargins margins) const { return height_ - margins.top - margins.bottom; }
  Points bottom() const { return height_ - margins_.bottom; }
  void begin_page(PageMargins margins);
  void finish_page();
  void place_chunk();
  void place_all();
  void dissolve_group();
  void place(Strip strip);
  void place_heads(const Strip& strip);
  void put(Strip& strip);
  void put_rule(PlacedBox rule);
  Points gap_before(const Strip& strip) const;
  bool chunk_fits_here() const;
  bool chunk_fits_empty_page(bool resumed = false) const;

  const document::Theme& theme_;
  Pages& pages_;
  Points width_ = 0, height_ = 0;
  PageMargins first_, further_;      // of the section
  PageMargins margins_;              // of the page
  std::uint8_t heading_offset_ = 0;  // outline levels that the section takes

  std::vector<Strip> chunk_;  // strips that must share a page, still without one
  Points chunk_height_ = 0;   // without gaps
  bool in_group_ = false;
  bool break_pending_ = false;

  bool page_open_ = false;
  bool at_top_ = true;        // nothing on the page yet
  bool natural_top_ = false;  // the page began because the one before was full
  bool resumes_ = true;       // what is being placed leaves room for Strip::resumed
  Points y_ = 0;              // where the next strip goes
  Points last_after_ = 0;
  std::vector<PlacedBox> last_foot_;
  std::vector<PlacedText> texts_;
  std::vector<PlacedBox> fills_;
  std::vector<PlacedBox> rules_;
  std::vector<Item> drawings_;
};

}  // namespace svodka::layout
