#pragma once
// Mistakes in theme files (H1xx), in what a command was asked for (J1xx), in the job of a batch (J2xx).

#include "base/diagnostic.hpp"

namespace svodka::run::codes {

inline constexpr base::Code bad_toml{"H101", "theme file is not TOML"};
inline constexpr base::Code unknown_key{"H102", "unknown key in a theme file"};
inline constexpr base::Code bad_value{"H103", "value of a theme file that does not fit"};
inline constexpr base::Code unusable_picture{"H104", "picture of a theme that cannot be used"};
inline constexpr base::Code no_template{"J101", "no such template"};
inline constexpr base::Code bad_job_toml{"J201", "job file is not TOML"};
inline constexpr base::Code unknown_job_key{"J202", "unknown key in a job file"};
inline constexpr base::Code bad_job_value{"J203", "value of a job file that does not fit"};
inline constexpr base::Code missing_job_key{"J204", "key that a job file needs"};
inline constexpr base::Code bad_day_or_period{"J205", "not a day or period"};
inline constexpr base::Code bad_pattern{"J206", "braces that cannot be filled"};
inline constexpr base::Code unknown_job_parameter{"J207", "parameter that the template does not have"};
inline constexpr base::Code missing_job_parameter{"J208", "parameter that the template needs"};
inline constexpr base::Code unknown_report{"J209", "no such report in the job"};
inline constexpr base::Code duplicate_report{"J210", "two reports of one name"};
inline constexpr base::Code unfit_file_name{"J211", "file name that is not safe"};
inline constexpr base::Code name_collision{"J212", "two documents of one name"};
inline constexpr base::Code unknown_query_parameter{"J213", "unknown parameter in a query of a job"};
inline constexpr base::Code twice_previous{"J214", "period before the period"};

}  // namespace svodka::run::codes
