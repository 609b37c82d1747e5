#pragma once
// What the parts of a chart are drawn with. Everything belongs to one figure.

#include <string_view>
#include <vector>

#include "layout/pages.hpp"
#include "layout/text/typesetter.hpp"

namespace svodka::layout {

struct ChartLooks {
  TextLook label;
  TextLook title;
};

// Left, top, right, bottom; x from the left edge of the page, y from the top of the chart.
struct Frame {
  Points left = 0, top = 0, right = 0, bottom = 0;
  Points width() const { return right - left; }
  Points height() const { return bottom - top; }
};

inline constexpr Points kGridWidth = 0.5, kAxisWidth = 0.8, kOutlineWidth = 0.4;

// How a line is told from its neighbours without colour.
struct LineLook {
  Colour colour;
  std::vector<Points> dash;
  std::size_t marker = 0;  // circle, square, triangle, diamond, then the same hollow
};
LineLook line_look(const document::Theme& theme, std::size_t series);

class Canvas {
 public:
  Canvas(Typesetter& typesetter, NodeId node) : typesetter_(typesetter), node_(node) {}

  // With a thin outline, so that light fills keep their edge in grey print.
  void bar(const Frame& frame, Colour fill);
  void fill(const Frame& frame, Colour colour);
  void line(std::vector<Point> points, Points width, Colour colour, std::vector<Points> dash = {});
  void marker(Point centre, const LineLook& look);
  // One line at the top y; x is where its left edge, middle or right edge stands.
  void text(std::string_view text, const TextLook& look, Points x, Points top, document::Align align);
  // Lines that were set where they stand, the first at the top y.
  void lines(const std::vector<Line>& lines, const TextLook& look, Points top);

  std::vector<Item> take() { return std::move(items_); }

 private:
  Typesetter& typesetter_;
  NodeId node_;
  std::vector<Item> items_;
};

}  // namespace svodka::layout
