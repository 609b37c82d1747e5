#include <algorithm>

#include "document/document.hpp"

namespace svodka::document {

Points text_width(const Theme& theme, Orientation orientation) {
  const bool landscape = orientation == Orientation::landscape;
  return (landscape ? theme.page_height : theme.page_width) - theme.margin_left - theme.margin_right;
}

Points approval_width(const Theme& theme) {
  const auto upright = text_width(theme, Orientation::portrait);
  return std::max(upright - theme.style(StyleName::approval).left_indent, upright / 4);
}

Points left_of(Align align, Points spare) {
  return align == Align::right ? spare : align == Align::centre ? spare / 2 : 0;
}

std::size_t side_of(Align align) { return align == Align::left ? 0 : align == Align::right ? 2 : 1; }

Size size_of(const Image& image, Points most_width, Points most_height) {
  const auto& picture = *image.picture;
  const auto natural_width = picture.width * 72.0 / picture.dots_per_inch;
  const auto ratio = static_cast<double>(picture.height) / picture.width;
  Size size{image.width, image.height};
  if (size.width == 0) size.width = size.height == 0 ? natural_width : size.height / ratio;
  if (size.height == 0) size.height = size.width * ratio;
  const auto scale = std::min({1.0, most_width / size.width, most_height / size.height});
  return {size.width * scale, size.height * scale};
}

}  // namespace svodka::document
