#pragma once
// Strips → pages.

#include <cstdint>
#include <string>
#include <vector>

#include "layout/pages.hpp"
#include "layout/strip.hpp"

namespace svodka::layout {

class Paginator {
 public:
  Paginator(const document::Theme& theme, Typesetter& typesetter, Pages& pages);

  // Begins a page of this orientation.
  void begin_section(document::Orientation orientation, std::string title);
  void add(Strip strip);
  void add(std::vector<Strip> strips);
  void break_page();
  void finish();

  Points left() const { return theme_.margin_left; }
  Points right() const { return width_ - theme_.margin_right; }
  Points content_height() const { return bottom() - theme_.margin_top; }

 private:
  Points bottom() const { return height_ - theme_.margin_bottom; }
  void begin_page();
  void finish_page();
  void place_chunk();
  void place(Strip strip);
  void place_head(const Strip& head);
  void put(Strip& strip);
  void put_rule(PlacedBox rule);
  void put_page_number();
  Points gap_before(const Strip& strip) const;
  bool chunk_fits_here() const;
  bool chunk_fits_empty_page() const;

  const document::Theme& theme_;
  Typesetter& typesetter_;
  Pages& pages_;
  TextLook running_;
  Points width_ = 0, height_ = 0;
  std::uint8_t heading_offset_ = 0;  // outline levels that the section takes

  std::vector<Strip> chunk_;  // strips that must share a page, still without one
  bool break_pending_ = false;

  bool page_open_ = false;
  bool at_top_ = true;        // nothing on the page yet
  bool natural_top_ = false;  // the page began because the one before was full
  Points y_ = 0;              // where the next strip goes
  Points last_after_ = 0;
  std::vector<PlacedBox> last_foot_;
  std::vector<PlacedText> texts_;
  std::vector<PlacedBox> fills_;
  std::vector<PlacedBox> rules_;
  std::vector<Item> drawings_;
};

}  // namespace svodka::layout
