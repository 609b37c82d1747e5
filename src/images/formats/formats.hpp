#pragma once
// What the two formats do for a picture. `name` is the file's, for messages; every function throws
// base::Error.

#include <cstddef>
#include <string>
#include <string_view>

#include "images/picture.hpp"

namespace svodka::images {

[[noreturn]] void refuse(const std::string& name, const std::string& reason);

// Fills everything but the format and the bytes, which are there.
void read_png_header(Picture& picture, const std::string& name);
void read_jpeg_header(Picture& picture, const std::string& name);

Pixels decode_png(const std::string& bytes, const std::string& name);
// Reads it to its end and keeps nothing.
void require_whole_jpeg(const std::string& bytes, const std::string& name);

// Where the first row and column of a JPEG are to be seen: the tag Orientation of Exif (2.32, 4.6.4), 1 to 8.
// 1, upright, when nothing is said or nothing that can be understood.
int jpeg_orientation(std::string_view bytes);
// The samples of the upright picture; from 5 on its width is the `height` here.
std::string turned(std::string_view samples, std::size_t width, std::size_t height, std::size_t components,
                   int orientation);
// The same picture upright, without Exif.
std::string turned_jpeg(const std::string& bytes, int orientation, const std::string& name);

}  // namespace svodka::images
