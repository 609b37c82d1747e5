#include "sqlite/functions.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <exception>
#include <string>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "text/quantity.hpp"
#include "text/russian.hpp"

namespace svodka::sqlite {

namespace {

void give(sqlite3_context* context, std::string_view text) {
  sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

// C++ exceptions must not pass through SQLite.
template <auto function>
void guarded(sqlite3_context* context, int count, sqlite3_value** values) noexcept {
  try {
    function(context, count, values);
  } catch (const std::exception& failure) {
    sqlite3_result_error(context, failure.what(), -1);
  }
}

bool is_null(sqlite3_value* value) { return sqlite3_value_type(value) == SQLITE_NULL; }

void as_of(sqlite3_context* context, int, sqlite3_value**) {
  give(context, static_cast<const FunctionContext*>(sqlite3_user_data(context))->as_of.iso());
}

void lower(sqlite3_context* context, int, sqlite3_value** values) {
  if (!is_null(values[0])) give(context, text::lower(text_of(values[0])));
}

void upper(sqlite3_context* context, int, sqlite3_value** values) {
  if (!is_null(values[0])) give(context, text::upper(text_of(values[0])));
}

template <std::string (*function)(std::string_view)>
void renamed(sqlite3_context* context, int, sqlite3_value** values) {
  if (!is_null(values[0])) give(context, function(text_of(values[0])));
}

void post(sqlite3_context* context, int, sqlite3_value** values) {
  const auto text = text::post(text_of(values[0]), text_of(values[1]), text_of(values[2]));
  if (!text.empty()) give(context, text);
}

void plural(sqlite3_context* context, int, sqlite3_value** values) {
  if (is_null(values[0])) return;
  give(context, text::plural(sqlite3_value_int64(values[0]), text_of(values[1]), text_of(values[2]),
                             text_of(values[3])));
}

void period_start(sqlite3_context* context, int, sqlite3_value** values) {
  if (const auto period = text::Period::parse(text_of(values[0]))) give(context, period->first.iso());
}

void period_end(sqlite3_context* context, int, sqlite3_value** values) {
  if (const auto period = text::Period::parse(text_of(values[0]))) give(context, period->last.iso());
}

void ru_date(sqlite3_context* context, int, sqlite3_value** values) {
  if (const auto date = text::Date::parse(text_of(values[0]))) give(context, date->long_russian());
}

std::optional<double> number_of(sqlite3_value* value) {
  if (is_null(value)) return std::nullopt;
  return sqlite3_value_double(value);
}

text::Unit unit_of(sqlite3_value** values) {
  return {std::string(text_of(values[0])), std::string(text_of(values[1])), std::string(text_of(values[2]))};
}

void target_text(sqlite3_context* context, int, sqlite3_value** values) {
  if (is_null(values[0])) return;
  give(context,
       text::target(text_of(values[0]), text_of(values[1]), number_of(values[2]), unit_of(values + 3)));
}

void quantity_text(sqlite3_context* context, int, sqlite3_value** values) {
  if (const auto number = number_of(values[0]))
    give(context, text::counted_quantity(*number, unit_of(values + 1)));
}

void band_text(sqlite3_context* context, int, sqlite3_value** values) {
  give(context, text::band(number_of(values[0]), number_of(values[1]), unit_of(values + 2)));
}

// Per cent; docs/database.md has the table.
double attainment_of(double fact, double plan, bool is_exact, bool is_limit) {
  if (is_exact) {
    if (fact == plan) return 100;
    return fact * plan > 0 ? std::min(fact / plan, plan / fact) * 100 : 0;
  }
  if (is_limit ? fact <= plan : plan <= 0 && fact >= plan) return 100;
  if (plan <= 0) return 0;
  return (is_limit ? plan / fact : std::max(fact, 0.0) / plan) * 100;
}

void attainment(sqlite3_context* context, int, sqlite3_value** values) {
  const auto fact = number_of(values[0]), plan = number_of(values[1]);
  const auto code = text_of(values[2]);
  if (!fact || !plan || code.empty() || code == "trend_up" || code == "trend_down") return;
  const bool is_limit = code == "at_most" || (code == "up_to" && text_of(values[3]) == "less");
  sqlite3_result_double(context, attainment_of(*fact, *plan, code == "exactly", is_limit));
}

constexpr char32_t kNoEscape = 0xFFFFFFFF;

// SQL's LIKE on texts of one case: % any run, _ any character. Goes back to the last % only, so its time is
// at most the product of the lengths.
bool matches(std::string_view pattern, std::string_view text, char32_t escape) {
  std::size_t p = 0, t = 0, after_percent = std::string_view::npos, retry = 0;
  while (t < text.size()) {
    auto next_p = p, next_t = t;
    char32_t wanted = 0;
    bool literal = false;
    if (p < pattern.size()) {
      wanted = base::next_code_point(pattern, next_p);
      literal = wanted == escape && next_p < pattern.size();
      if (literal) wanted = base::next_code_point(pattern, next_p);
      if (!literal && wanted == U'%') {
        after_percent = p = next_p;
        retry = t;
        continue;
      }
      const auto found = base::next_code_point(text, next_t);
      if (wanted == found || (!literal && wanted == U'_')) {
        p = next_p;
        t = next_t;
        continue;
      }
    }
    if (after_percent == std::string_view::npos) return false;
    base::next_code_point(text, retry);
    p = after_percent;
    t = retry;
  }
  return pattern.find_first_not_of('%', p) == std::string_view::npos;
}

void like(sqlite3_context* context, int count, sqlite3_value** values) {
  constexpr std::size_t longest = 500;  // bytes; a longer one is an attack on the time limit
  if (is_null(values[0]) || is_null(values[1]) || (count == 3 && is_null(values[2]))) return;
  const auto pattern = text::lower(text_of(values[0]));
  if (pattern.size() > longest)
    return sqlite3_result_error(context, "LIKE pattern longer than 500 bytes", -1);
  auto escape = kNoEscape;
  if (count == 3) {
    const auto written = text::lower(text_of(values[2]));
    if (base::count_code_points(written) != 1) {
      return sqlite3_result_error(context, "ESCAPE expression must be a single character", -1);
    }
    std::size_t at = 0;
    escape = base::next_code_point(written, at);
  }
  sqlite3_result_int(context, matches(pattern, text::lower(text_of(values[1])), escape));
}

int collate(void* context, int left_size, const void* left, int right_size, const void* right) noexcept {
  const std::string_view a(static_cast<const char*>(left), static_cast<std::size_t>(left_size));
  const std::string_view b(static_cast<const char*>(right), static_cast<std::size_t>(right_size));
  return static_cast<const FunctionContext*>(context)->collator.compare(a, b);
}

using SqlFunction = void (*)(sqlite3_context*, int, sqlite3_value**);

void add(sqlite3* database, FunctionContext& context, const char* name, int arguments, SqlFunction function) {
  constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  const int code = sqlite3_create_function_v2(database, name, arguments, flags, &context, function, nullptr,
                                              nullptr, nullptr);
  if (code != SQLITE_OK) throw base::Error(std::string("SQLite refuses the function ") + name);
}

}  // namespace

std::string_view text_of(sqlite3_value* value) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
  if (text == nullptr) return {};
  return {text, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

void register_functions(sqlite3* database, FunctionContext& context) {
  add(database, context, "as_of", 0, guarded<as_of>);
  add(database, context, "lower", 1, guarded<lower>);
  add(database, context, "upper", 1, guarded<upper>);
  add(database, context, "like", 2, guarded<like>);
  add(database, context, "like", 3, guarded<like>);
  add(database, context, "plural", 4, guarded<plural>);
  add(database, context, "period_start", 1, guarded<period_start>);
  add(database, context, "period_end", 1, guarded<period_end>);
  add(database, context, "ru_date", 1, guarded<ru_date>);
  add(database, context, "target_text", 6, guarded<target_text>);
  add(database, context, "quantity_text", 4, guarded<quantity_text>);
  add(database, context, "post", 3, guarded<post>);
  add(database, context, "name_last", 1, guarded<renamed<text::name_last>>);
  add(database, context, "name_first", 1, guarded<renamed<text::name_first>>);
  add(database, context, "full_name", 1, guarded<renamed<text::full_name>>);
  add(database, context, "attainment", 4, guarded<attainment>);
  add(database, context, "band_text", 5, guarded<band_text>);
  if (sqlite3_create_collation_v2(database, "russian", SQLITE_UTF8, &context, collate, nullptr) !=
      SQLITE_OK) {
    throw base::Error("SQLite refuses the collation russian");
  }
}

}  // namespace svodka::sqlite
