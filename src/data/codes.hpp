#pragma once
// Mistakes in a template's SQL (Q) and in the values it brings (D); docs/errors/data.md explains them.

#include "base/diagnostic.hpp"

namespace svodka::data::codes {

inline constexpr base::Code syntax{"Q101", "SQL syntax"};
inline constexpr base::Code unknown_table{"Q102", "unknown table or view"};
inline constexpr base::Code unknown_column{"Q103", "unknown column"};
inline constexpr base::Code unknown_function{"Q104", "unknown function"};
inline constexpr base::Code forbidden_statement{"Q105", "statement that is not allowed"};
inline constexpr base::Code forbidden_table{"Q106", "table that may not be read"};
inline constexpr base::Code forbidden_function{"Q107", "function that is not allowed"};
inline constexpr base::Code second_statement{"Q108", "second statement"};
inline constexpr base::Code empty_query{"Q109", "query without a statement"};
inline constexpr base::Code refused{"Q110", "SQL that SQLite refuses"};
inline constexpr base::Code reads_clock{"Q111", "the clock in a query"};
inline constexpr base::Code unnamed_parameter{"Q112", "parameter without a name"};
inline constexpr base::Code duplicate_column{"Q121", "two columns of one name"};
inline constexpr base::Code unknown_type{"Q122", "column without a type"};
inline constexpr base::Code unknown_field{"Q123", "field that is not a column"};
inline constexpr base::Code duplicate_field{"Q124", "field declared twice"};

inline constexpr base::Code wrong_value{"D101", "value of another type"};

}  // namespace svodka::data::codes
