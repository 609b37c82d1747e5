#pragma once
// Texts on their way into XML and HTML.

#include <string>
#include <string_view>

namespace svodka::base {

// For text and attribute values of XML and HTML, in either kind of quotes. Control characters stay: what
// becomes of them is the caller's to say.
std::string escape_markup(std::string_view text);

}  // namespace svodka::base
