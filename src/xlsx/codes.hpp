#pragma once
// Numbered mistakes of the xlsx room; docs/errors/xlsx.md explains each.

#include "base/diagnostic.hpp"

namespace svodka::xlsx {

inline constexpr base::Code text_too_long{"E101", "text too long for a cell"};
inline constexpr base::Code broken_text{"E102", "text is not valid UTF-8"};
inline constexpr base::Code forbidden_characters{"E103", "characters a workbook cannot hold"};
inline constexpr base::Code not_a_number{"E104", "not a number"};
inline constexpr base::Code unknown_state{"E105", "unknown cell state"};
inline constexpr base::Code row_too_tall{"E106", "row taller than a spreadsheet allows"};
inline constexpr base::Code link_left_out{"E107", "link cannot be written"};
inline constexpr base::Code property_cut{"E108", "document property too long"};
inline constexpr base::Code too_many_columns{"E109", "too many columns"};
inline constexpr base::Code integer_as_text{"E110", "integer too long for a spreadsheet"};
inline constexpr base::Code emphasis_lost{"E111", "emphasis cannot be kept"};
inline constexpr base::Code running_text_cut{"E115", "header or footer too long"};
inline constexpr base::Code too_many_series{"E116", "too many series for a chart"};

}  // namespace svodka::xlsx
