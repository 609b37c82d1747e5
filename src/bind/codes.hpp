#pragma once
// Mistakes found when a template meets the database (B1xx) and when a document is bound (B2xx).

#include "base/diagnostic.hpp"

namespace svodka::bind::codes {

inline constexpr base::Code unknown_field{"B101", "unknown field"};
inline constexpr base::Code not_in_scope{"B102", "field of a query that is not walked here"};
inline constexpr base::Code wrong_filter{"B103", "filter does not fit the field's type"};
inline constexpr base::Code wrong_comparison{"B104", "comparison of different types"};
inline constexpr base::Code needs_many_rows{"B105", "loop over a query of one row"};
inline constexpr base::Code unusable_picture{"B106", "picture that cannot be used"};
inline constexpr base::Code bad_default{"B107", "default that is not a value of the parameter"};
inline constexpr base::Code not_a_number{"B110", "value of a chart is not a number"};
inline constexpr base::Code not_summable{"B111", "sum of what is not a number"};
inline constexpr base::Code missing_parameter{"B201", "missing parameter"};
inline constexpr base::Code unknown_parameter{"B202", "unknown parameter"};
inline constexpr base::Code bad_parameter{"B203", "parameter of the wrong type"};
inline constexpr base::Code no_row{"B204", "no row where one is needed"};
inline constexpr base::Code many_rows{"B205", "several rows where one is expected"};
inline constexpr base::Code no_case{"B206", "outline row without a case"};
inline constexpr base::Code duplicate_pair{"B207", "two values for one cell of a matrix"};
inline constexpr base::Code bad_level{"B208", "outline level is not a whole number from 0"};
inline constexpr base::Code no_picture{"B209", "picture that the database does not hold"};
inline constexpr base::Code duplicate_point{"B220", "two values for one point of a chart"};
inline constexpr base::Code negative_part{"B221", "negative part of stacked bars"};
inline constexpr base::Code value_beyond_chart{"B222", "value beyond what a chart shows"};

}  // namespace svodka::bind::codes
