#pragma once
// The places where Russian typography forbids a line break that Unicode allows; for this room's .cpp files.

#include <cstddef>
#include <string_view>

namespace svodka::text {

// `offset` is a break opportunity inside `text`.
bool is_break_forbidden(std::string_view text, std::size_t offset);

}  // namespace svodka::text
