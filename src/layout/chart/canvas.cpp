#include "layout/chart/canvas.hpp"

#include <array>
#include <cmath>
#include <numbers>
#include <utility>

#include "document/chart.hpp"
#include "document/colours.hpp"

namespace svodka::layout {

namespace {

using document::Align;

constexpr Points kMarker = 2.6;  // half of a marker
constexpr Colour kWhite{0xFF, 0xFF, 0xFF};

std::vector<Point> shape_of(std::size_t shape, Point at) {
  switch (shape) {
    case 1: {
      const auto r = kMarker * 0.88;
      return {{at.x - r, at.y - r}, {at.x + r, at.y - r}, {at.x + r, at.y + r}, {at.x - r, at.y + r}};
    }
    case 2: {
      const auto r = kMarker * 1.2;
      return {{at.x, at.y - r}, {at.x + r, at.y + r * 0.75}, {at.x - r, at.y + r * 0.75}};
    }
    case 3: {
      const auto r = kMarker * 1.25;
      return {{at.x, at.y - r}, {at.x + r, at.y}, {at.x, at.y + r}, {at.x - r, at.y}};
    }
    default:
      break;
  }
  constexpr int corners = 16;
  std::vector<Point> circle;
  for (int i = 0; i < corners; ++i) {
    const auto angle = 2 * std::numbers::pi * i / corners;
    circle.push_back({at.x + kMarker * std::cos(angle), at.y + kMarker * std::sin(angle)});
  }
  return circle;
}

std::vector<Point> corners_of(const Frame& f) {
  return {{f.left, f.top}, {f.right, f.top}, {f.right, f.bottom}, {f.left, f.bottom}};
}

}  // namespace

LineLook line_look(const document::Theme& theme, std::size_t series) {
  static const std::array<std::vector<Points>, 4> dashes{
      std::vector<Points>{}, {5, 2}, {1.5, 1.8}, {7, 2, 1.5, 2}};
  return {document::series_line(theme, series), dashes[series % dashes.size()], series % 8};
}

void Canvas::bar(const Frame& frame, Colour fill) {
  items_.emplace_back(
      PlacedPath{node_, corners_of(frame), true, fill, kOutlineWidth, document::kChartOutline, {}});
}

void Canvas::fill(const Frame& frame, Colour colour) {
  items_.emplace_back(PlacedBox{frame.left, frame.top, frame.width(), frame.height(), colour, node_});
}

void Canvas::line(std::vector<Point> points, Points width, Colour colour, std::vector<Points> dash) {
  items_.emplace_back(
      PlacedPath{node_, std::move(points), false, std::nullopt, width, colour, std::move(dash)});
}

void Canvas::marker(Point centre, const LineLook& look) {
  const bool hollow = look.marker >= 4;
  items_.emplace_back(PlacedPath{
      node_, shape_of(look.marker % 4, centre), true, hollow ? kWhite : look.colour, 0.9, look.colour, {}});
}

void Canvas::text(std::string_view text, const TextLook& look, Points x, Points top, Align align) {
  if (text.empty()) return;
  const auto width = typesetter_.width(text, look);
  if (align == Align::centre) x -= width / 2;
  if (align == Align::right) x -= width;
  lines({typesetter_.set_line(text, look, x)}, look, top);
}

void Canvas::lines(const std::vector<Line>& lines, const TextLook& look, Points top) {
  for (const auto& line : lines) {
    for (auto text : line.texts) {
      text.node = node_;
      text.y += top;
      items_.emplace_back(std::move(text));
    }
    top += look.line_height;
  }
}

}  // namespace svodka::layout
