#pragma once
// Boxes, paths and pictures in a content stream (ISO 32000-1, 8.4–8.5), and the state of the page that they
// share with texts. Operators come only when something changes, so each item states all it depends on.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layout/pages.hpp"

namespace svodka::pdf {

// Points from the bottom left corner of the page.
struct Area {
  layout::Points left = 0, bottom = 0, right = 0, top = 0;
  void include(const Area& other);
};

// What the item covers, with half its line's width around.
Area area_of(const layout::PlacedText& text, layout::Points page_height);
Area area_of(const layout::PlacedBox& box, layout::Points page_height);
Area area_of(const layout::PlacedPath& path, layout::Points page_height);
Area area_of(const layout::PlacedImage& image, layout::Points page_height);

// Whether anything of it would be seen.
bool is_visible(const layout::PlacedPath& path);
bool is_visible(const layout::PlacedImage& image);

class Graphics {
 public:
  // Both outlive this.
  Graphics(std::string& out, layout::Points page_height) : out_(out), height_(page_height) {}

  void draw(const layout::PlacedBox& box);  // boxes of one colour are filled together, by finish() at last
  void draw(const layout::PlacedPath& path);
  void draw(const layout::PlacedImage& image, std::string_view resource);
  // To be called before any other operator.
  void finish();

  void set_fill(layout::Colour colour);

 private:
  void set_stroke(const layout::PlacedPath& path);
  void append_points(const layout::PlacedPath& path);

  std::string& out_;
  layout::Points height_;
  bool has_boxes_ = false;  // in the current path
  bool has_joins_ = false;
  layout::Colour fill_, stroke_;    // black, as a page begins
  std::optional<long long> width_;  // hundredths of a point
  std::vector<layout::Points> dash_;
};

}  // namespace svodka::pdf
