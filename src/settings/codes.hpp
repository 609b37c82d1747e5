#pragma once
// Mistakes in theme files (H1xx) and in job files (J20x).

#include "base/diagnostic.hpp"

namespace svodka::settings::codes {

inline constexpr base::Code bad_toml{"H101", "theme file is not TOML"};
inline constexpr base::Code unknown_key{"H102", "unknown key in a theme file"};
inline constexpr base::Code bad_value{"H103", "value of a theme file that does not fit"};
inline constexpr base::Code unusable_picture{"H104", "picture of a theme that cannot be used"};
inline constexpr base::Code bad_job_toml{"J201", "job file is not TOML"};
inline constexpr base::Code unknown_job_key{"J202", "unknown key in a job file"};
inline constexpr base::Code bad_job_value{"J203", "value of a job file that does not fit"};
inline constexpr base::Code missing_job_key{"J204", "key that a job file needs"};
inline constexpr base::Code duplicate_report{"J210", "two reports of one name"};

}  // namespace svodka::settings::codes
