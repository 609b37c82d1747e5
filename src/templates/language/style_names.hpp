#pragma once

#include <array>
#include <string_view>

namespace svodka::templates {

// The styles that style="…" may name: those of every theme (document/theme.hpp; bind asserts that they
// agree).
inline constexpr std::array<std::string_view, 20> style_names{
    "body",    "title",    "subtitle",    "heading1",   "heading2",        "heading3", "heading4",
    "item",    "cell",     "cell_header", "cell_total", "caption",         "note",     "signature",
    "running", "appendix", "approval",    "letterhead", "letterhead_note", "chart"};

}  // namespace svodka::templates
