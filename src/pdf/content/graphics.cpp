#include "pdf/content/graphics.hpp"

#include <algorithm>
#include <initializer_list>

#include "pdf/objects/syntax.hpp"

namespace svodka::pdf {

namespace {

// "0.93 g" or "0.2 0.4 1 rg".
void append_colour(std::string& out, layout::Colour colour, std::string_view grey_operator,
                   std::string_view colour_operator) {
  const auto component = [&](std::uint8_t value) { append_hundredths(out, (value * 100 + 127) / 255); };
  const bool grey = colour.red == colour.green && colour.red == colour.blue;
  component(colour.red);
  if (!grey) {
    component((out += ' ', colour.green));
    component((out += ' ', colour.blue));
  }
  out += ' ';
  out += grey ? grey_operator : colour_operator;
  out += '\n';
}

void append_lengths(std::string& out, std::initializer_list<layout::Points> lengths) {
  for (const layout::Points length : lengths) {
    append_hundredths(out, hundredths(length));
    out += ' ';
  }
}

}  // namespace

void Area::include(const Area& other) {
  left = std::min(left, other.left);
  bottom = std::min(bottom, other.bottom);
  right = std::max(right, other.right);
  top = std::max(top, other.top);
}

Area area_of(const layout::PlacedText& text, layout::Points page_height) {
  const double baseline = page_height - text.y;
  const layout::ShownText& shown = *text.shown;
  return {text.x, baseline + shown.face->descent() * shown.size, text.x + shown.width,
          baseline + shown.face->ascent() * shown.size};
}

Area area_of(const layout::PlacedBox& box, layout::Points page_height) {
  return {box.x, page_height - box.y - box.height, box.x + box.width, page_height - box.y};
}

Area area_of(const layout::PlacedPath& path, layout::Points page_height) {
  const auto around = [&, half = path.stroke_width / 2](const layout::Point& point) {
    return Area{point.x - half, page_height - point.y - half, point.x + half, page_height - point.y + half};
  };
  Area area = around(path.points.front());
  for (const layout::Point& point : path.points) area.include(around(point));
  return area;
}

Area area_of(const layout::PlacedImage& image, layout::Points page_height) {
  return {image.x, page_height - image.y - image.height, image.x + image.width, page_height - image.y};
}

bool is_visible(const layout::PlacedPath& path) {
  return path.points.size() > 1 && (path.stroke_width > 0 || (path.closed && path.fill));
}

bool is_visible(const layout::PlacedImage& image) {
  return image.picture && image.width > 0 && image.height > 0;
}

void Graphics::finish() {
  if (has_boxes_) out_ += "f\n";
  has_boxes_ = false;
}

void Graphics::set_fill(layout::Colour colour) {
  if (colour == fill_) return;
  finish();
  append_colour(out_, colour, "g", "rg");
  fill_ = colour;
}

void Graphics::draw(const layout::PlacedBox& box) {
  set_fill(box.colour);
  append_lengths(out_, {box.x, height_ - box.y - box.height, box.width, box.height});
  out_ += "re\n";
  has_boxes_ = true;
}

void Graphics::set_stroke(const layout::PlacedPath& path) {
  if (path.stroke != stroke_) append_colour(out_, path.stroke, "G", "RG");
  stroke_ = path.stroke;
  if (const auto width = hundredths(path.stroke_width); width != width_) {
    append_hundredths(out_, width);
    out_ += " w\n";
    width_ = width;
  }
  if (path.dash != dash_) {
    out_ += '[';
    for (const layout::Points length : path.dash) append_lengths(out_, {length});
    out_ += "]0 d\n";
    dash_ = path.dash;
  }
  if (!has_joins_) out_ += "1 j\n";  // round: sharp turns of a curve have no spikes
  has_joins_ = true;
}

void Graphics::append_points(const layout::PlacedPath& path) {
  std::string_view operation = "m\n";
  for (const layout::Point& point : path.points) {
    append_lengths(out_, {point.x, height_ - point.y});
    out_ += operation;
    operation = "l\n";
  }
}

void Graphics::draw(const layout::PlacedPath& path) {
  const bool fills = path.closed && path.fill, strokes = path.stroke_width > 0;
  finish();
  if (fills) set_fill(*path.fill);
  if (strokes) set_stroke(path);
  append_points(path);
  if (fills) {
    out_ += strokes ? "b\n" : "f\n";
  } else {
    out_ += path.closed ? "s\n" : "S\n";
  }
}

void Graphics::draw(const layout::PlacedImage& image, std::string_view resource) {
  finish();
  out_ += "q\n";
  append_lengths(out_, {image.width, 0, 0, image.height, image.x, height_ - image.y - image.height});
  out_ += "cm\n/";
  out_ += resource;
  out_ += " Do\nQ\n";
}

}  // namespace svodka::pdf
