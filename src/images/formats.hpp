#pragma once
// What the two formats do for a picture. `name` is the file's, for messages; every function throws
// base::Error.

#include <string>

#include "images/picture.hpp"

namespace svodka::images {

[[noreturn]] void refuse(const std::string& name, const std::string& reason);

// Fills everything but the format and the bytes, which are there.
void read_png_header(Picture& picture, const std::string& name);
void read_jpeg_header(Picture& picture, const std::string& name);

Pixels decode_png(const std::string& bytes, const std::string& name);
// Reads it to its end and keeps nothing.
void require_whole_jpeg(const std::string& bytes, const std::string& name);

}  // namespace svodka::images
