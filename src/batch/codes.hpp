#pragma once
// Mistakes in what a job asks for (J205 and following).

#include "base/diagnostic.hpp"

namespace svodka::batch::codes {

inline constexpr base::Code bad_day_or_period{"J205", "not a day or period"};
inline constexpr base::Code bad_pattern{"J206", "braces that cannot be filled"};
inline constexpr base::Code unknown_job_parameter{"J207", "parameter that the template does not have"};
inline constexpr base::Code missing_job_parameter{"J208", "parameter that the template needs"};
inline constexpr base::Code unknown_report{"J209", "no such report in the job"};
inline constexpr base::Code unfit_file_name{"J211", "file name that is not safe"};
inline constexpr base::Code name_collision{"J212", "two documents of one name"};
inline constexpr base::Code unknown_query_parameter{"J213", "unknown parameter in a query of a job"};
inline constexpr base::Code twice_previous{"J214", "period before the period"};

}  // namespace svodka::batch::codes
