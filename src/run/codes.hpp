#pragma once
// Mistakes in theme files (H1xx) and in what a command was asked for (J1xx).

#include "base/diagnostic.hpp"

namespace svodka::run::codes {

inline constexpr base::Code bad_toml{"H101", "theme file is not TOML"};
inline constexpr base::Code unknown_key{"H102", "unknown key in a theme file"};
inline constexpr base::Code bad_value{"H103", "value of a theme file that does not fit"};
inline constexpr base::Code unusable_picture{"H104", "picture of a theme that cannot be used"};
inline constexpr base::Code no_template{"J101", "no such template"};

}  // namespace svodka::run::codes
