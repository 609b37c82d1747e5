#pragma once
// Mistakes that show only when a document meets its pages; explained in docs/errors/layout.md.

#include "base/diagnostic.hpp"

namespace svodka::layout {

inline constexpr base::Code missing_character{"L101", "no font has a character"};
inline constexpr base::Code word_wider_than_column{"L102", "word wider than its column"};
inline constexpr base::Code table_wider_than_page{"L103", "table wider than the page"};
inline constexpr base::Code running_matter_cut{"L104", "header or footer higher than a third of the page"};
inline constexpr base::Code labels_left_out{"L110", "labels of a chart left out"};
inline constexpr base::Code chart_too_low{"L111", "chart made higher"};
inline constexpr base::Code colours_repeat{"L112", "colours of a chart repeat"};
inline constexpr base::Code legend_left_out{"L113", "legend of a chart left out"};
inline constexpr base::Code chart_too_high{"L114", "chart made lower"};

}  // namespace svodka::layout
