#pragma once
// Mistakes in what a command was asked for (J1xx).

#include "base/diagnostic.hpp"

namespace svodka::report::codes {

inline constexpr base::Code no_template{"J101", "no such template"};

}  // namespace svodka::report::codes
