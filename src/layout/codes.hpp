#pragma once
// Mistakes that show only when a document meets its pages; explained in docs/errors/layout.md.

#include "base/diagnostic.hpp"

namespace svodka::layout {

inline constexpr base::Code missing_character{"L101", "no font has a character"};
inline constexpr base::Code word_wider_than_column{"L102", "word wider than its column"};
inline constexpr base::Code table_wider_than_page{"L103", "table wider than the page"};

}  // namespace svodka::layout
