#pragma once
// The output intent of PDF/A: device colours are sRGB.

#include <string>

namespace svodka::pdf {

// The ICC profile in the file `path`, or in the installed one when it is empty. Throws base::Error that names
// the Debian package.
std::string read_colour_profile(const std::string& path);

}  // namespace svodka::pdf
