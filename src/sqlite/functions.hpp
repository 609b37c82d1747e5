#pragma once
// SQL functions and the collation that views and templates have beside SQLite's; for .cpp files.

#include <string_view>

#include "text/date.hpp"
#include "text/russian.hpp"

struct sqlite3;
struct sqlite3_value;

namespace svodka::sqlite {

// What the functions read; outlives the connection.
struct FunctionContext {
  text::Date as_of;
  text::Collator collator;
};

// as_of() → '2026-08-28'; lower, upper, like with Russian letters; plural(n, one, few, many);
// period_start(period), period_end(period) → date, NULL when not a period; ru_date(date) → '28 августа 2026
// г.', NULL when not a date; target_text(operator, its name, value, unit, genitive, genitive plural) → 'не
// более 1 работы'; quantity_text(value, unit, genitive, genitive plural) → '2 работы'; band_text(lower,
// upper, unit, genitive, genitive plural) → 'от 50 до 80 %'; attainment(fact, plan, operator, better) → per
// cent, not rounded, NULL without fact or plan and for trends: for at_most, and up_to where `better` is
// 'less', 100 while fact ≤ plan, then 100 × plan ÷ fact; exactly: 100 × the smaller ÷ the greater, 0 when one
// is 0 or they differ in sign; else 100 × fact ÷ plan, no less than 0. A plan ≤ 0 that is not kept: 0, that
// is: 100; name_last, name_first, full_name(name as written) and post(position, organization, its genitive)
// as in text/russian.hpp; collation "russian". All deterministic and innocuous. Throws base::Error.
void register_functions(sqlite3* database, FunctionContext& context);

// The bytes of a text or number, valid as long as the value; empty for NULL.
std::string_view text_of(sqlite3_value* value);

}  // namespace svodka::sqlite
