#include "data/sqlite/authorizer.hpp"

#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "data/queries/sql_text.hpp"

namespace svodka::data {

namespace {

// Not printf, format, hex, randomblob, zeroblob (memory), random (other output each time), load_extension.
constexpr std::array kFunctions{
    // of SQLite
    "abs", "avg", "ceil", "ceiling", "char", "coalesce", "count", "cume_dist", "date", "datetime",
    "dense_rank", "first_value", "floor", "glob", "group_concat", "ifnull", "iif", "instr", "julianday",
    "lag", "last_value", "lead", "length", "like", "lower", "ltrim", "max", "min", "mod", "nth_value",
    "ntile", "nullif", "percent_rank", "quote", "rank", "replace", "round", "row_number", "rtrim", "sign",
    "strftime", "string_agg", "substr", "substring", "sum", "time", "total", "trim", "typeof", "unicode",
    "unixepoch", "upper",
    // of svodka
    "as_of", "period_end", "period_start", "plural", "ru_date"};

// The schema's own views may format; the limits hold for them too.
constexpr std::array kFunctionsOfViews{"attainment", "band_text", "format", "full_name",     "name_first",
                                       "name_last",  "post",      "printf", "quantity_text", "target_text"};

template <typename Names>
bool contains(const Names& names, std::string_view name) {
  return std::ranges::any_of(names, [&](std::string_view known) { return same_name(known, name); });
}

bool is_of_sqlite(std::string_view table) {
  return same_name(table.substr(0, 7), "sqlite_") || same_name(table.substr(0, 7), "pragma_");
}

std::string_view verb_of(int action) {
  switch (action) {
    case SQLITE_INSERT:
      return "INSERT";
    case SQLITE_UPDATE:
      return "UPDATE";
    case SQLITE_DELETE:
      return "DELETE";
    default:
      return {};
  }
}

std::string_view view_of(const char* text) { return text == nullptr ? std::string_view{} : text; }

}  // namespace

Authorizer::Authorizer(SchemaNames names) : names_(std::move(names)) {
  for (const auto& name : names_.readable) readable_.emplace(ascii_upper(name), &name);
}

void Authorizer::attach(sqlite3* database) {
  if (sqlite3_set_authorizer(database, judge, this) != SQLITE_OK) {
    throw base::Error("SQLite refuses the authorizer");
  }
}

void Authorizer::start() {
  denial_.reset();
  sources_.clear();
}

int Authorizer::judge(void* self, int action, const char* first, const char* second, const char* database,
                      const char* inside) noexcept {
  auto& authorizer = *static_cast<Authorizer*>(self);
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    case SQLITE_READ:
      return authorizer.read(view_of(first), view_of(second), view_of(database), view_of(inside));
    case SQLITE_FUNCTION:
      return authorizer.call(view_of(second), view_of(inside));
    default:
      return authorizer.deny(Denial::Kind::statement, verb_of(action));
  }
}

// `inside` names the view, or the common table expression, whose text reads the table. Without a column,
// SQLite asks for tables of which only the rows count, and for common table expressions, and names no
// database.
int Authorizer::read(std::string_view table, std::string_view column, std::string_view database,
                     std::string_view inside) {
  const auto* known = find(table);
  if (known != nullptr && (database == "main" || database.empty())) {
    if (find(inside) == nullptr) sources_.insert(*known);
    return SQLITE_OK;
  }
  const bool expression =
      database.empty() && column.empty() && !is_of_sqlite(table) && !contains(names_.reserved, table);
  return expression ? SQLITE_OK : deny(Denial::Kind::table, table);
}

int Authorizer::call(std::string_view function, std::string_view inside) {
  if (contains(kFunctions, function)) return SQLITE_OK;
  if (find(inside) != nullptr && contains(kFunctionsOfViews, function)) return SQLITE_OK;
  return deny(Denial::Kind::function, function);
}

int Authorizer::deny(Denial::Kind kind, std::string_view name) {
  if (!denial_) denial_ = Denial{kind, std::string(name)};
  return SQLITE_DENY;
}

const std::string* Authorizer::find(std::string_view name) const {
  const auto found = readable_.find(ascii_upper(name));
  return found == readable_.end() ? nullptr : found->second;
}

std::vector<std::string> allowed_functions() { return {kFunctions.begin(), kFunctions.end()}; }

}  // namespace svodka::data
