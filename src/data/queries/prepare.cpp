#include "data/queries/prepare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/suggest.hpp"
#include "data/codes.hpp"

namespace svodka::data {

namespace {

constexpr auto kOnlySelect = "a query is one SELECT (or WITH … SELECT) that only reads";

// «no such column: a.b» → «b»: the last name, without quotes and advice.
std::string_view last_name(std::string_view text) {
  text = text.substr(0, text.find(" - "));
  if (const auto dot = text.rfind('.'); dot != std::string_view::npos) text.remove_prefix(dot + 1);
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
  return text;
}

// What follows `prefix` in a message of SQLite.
std::optional<std::string_view> after(std::string_view message, std::string_view prefix) {
  if (!message.starts_with(prefix)) return std::nullopt;
  return message.substr(prefix.size());
}

bool is_name(std::string_view text) {
  return !text.empty() && token_at(text, 0).end == text.size() && text.front() != '\'' && text.front() != '"';
}

std::vector<const CatalogueColumn*> columns_called(std::string_view name,
                                                   const std::vector<const CatalogueView*>& views) {
  std::vector<const CatalogueColumn*> found;
  for (const auto* view : views) {
    const auto known = std::ranges::find(view->columns, name, &CatalogueColumn::name);
    if (known != view->columns.end()) found.push_back(&*known);
  }
  return found;
}

}  // namespace

StatementPtr Preparation::compile(const std::string& query) {
  connection_.authorizer().start();
  sqlite3_stmt* made = nullptr;
  const char* tail = nullptr;
  const int code = sqlite3_prepare_v3(connection_.handle(), sql_.data(), static_cast<int>(sql_.size()),
                                      SQLITE_PREPARE_PERSISTENT, &made, &tail);
  StatementPtr statement(made);
  if (code != SQLITE_OK) {
    explain(query, code, sqlite3_error_offset(connection_.handle()), sqlite3_errmsg(connection_.handle()));
    return nullptr;
  }
  if (!statement) {
    error(codes::empty_query, {0, 0}, "the query is empty", kOnlySelect);
    return nullptr;
  }
  const auto rest = sql_.substr(static_cast<std::size_t>(tail - sql_.data()));
  if (!is_alone(rest) || !only_reads(statement.get())) return nullptr;
  if (const auto now = find_now(sql_)) {
    error(codes::reads_clock, *now, "a query may not read the clock", "use as_of()");
    return nullptr;
  }
  return statement;
}

bool Preparation::is_alone(std::string_view rest) {
  auto place = first_token(rest);
  while (rest.substr(place.begin, 1) == ";") {
    const auto next = first_token(rest.substr(place.end));
    place = {place.end + next.begin, place.end + next.end};
  }
  if (place.begin == place.end) return true;
  const auto before = sql_.size() - rest.size();
  error(codes::second_statement, {before + place.begin, before + place.end},
        "a query holds one statement only", "put the second one into a <query> of its own");
  return false;
}

bool Preparation::only_reads(sqlite3_stmt* statement) {
  const bool reads = sqlite3_stmt_readonly(statement) && !sqlite3_stmt_isexplain(statement) &&
                     sqlite3_column_count(statement) > 0;
  if (!reads) forbid_statement();
  return reads;
}

// SQLite calls sqlite_schema by its old name.
std::string_view Preparation::as_written(std::string_view table) const {
  if (table == "sqlite_master" && !find_name(sql_, table)) return "sqlite_schema";
  if (table == "sqlite_temp_master" && !find_name(sql_, table)) return "sqlite_temp_schema";
  return table;
}

void Preparation::forbid_statement() {
  const auto first = first_token(sql_);
  const auto& denial = connection_.authorizer().denial();
  auto verb = ascii_upper(sql_.substr(first.begin, first.end - first.begin));
  if (verb == "WITH" && denial) verb = denial->name;
  error(codes::forbidden_statement, verb == "WITH" ? first : place_of(verb),
        fmt::format("{} is not allowed in a query", verb), kOnlySelect);
}

void Preparation::explain(const std::string& query, int code, int offset, std::string_view message) {
  if (const auto& denial = connection_.authorizer().denial()) return explain_denial(*denial);
  const int kind = code & 0xFF;
  if (kind != SQLITE_ERROR && kind != SQLITE_AUTH && kind != SQLITE_TOOBIG && kind != SQLITE_RANGE) {
    connection_.fail(code, query);
  }
  if (const auto table = after(message, "no such table: ")) return explain_table(last_name(*table));
  if (const auto column = after(message, "no such column: "))
    return explain_column(last_name(*column), offset);
  if (const auto function = after(message, "no such function: ")) return explain_function(*function);
  const bool syntax = message.ends_with("syntax error") || message == "incomplete input" ||
                      message.starts_with("unrecognized token");
  const auto place = token_at(sql_, offset < 0 ? first_token(sql_).begin : static_cast<std::size_t>(offset));
  error(syntax ? codes::syntax : codes::refused, place, std::string(message));
}

void Preparation::explain_denial(const Denial& denial) {
  switch (denial.kind) {
    case Denial::Kind::statement:
      return forbid_statement();
    case Denial::Kind::table: {
      const auto table = as_written(denial.name);
      return error(codes::forbidden_table, place_of(table), fmt::format("'{}' may not be read", table),
                   "the views that templates read are listed in docs/database.md");
    }
    case Denial::Kind::function:
      return error(codes::forbidden_function, place_of(denial.name),
                   fmt::format("the function {} is not allowed", denial.name),
                   "the functions of queries are listed in docs/errors.md");
  }
}

void Preparation::explain_table(std::string_view name) {
  std::vector<std::string> views;
  for (const auto& view : connection_.catalogue()) views.emplace_back(view.name);
  const bool documented = std::ranges::find(views, name) != views.end();
  auto hint = documented ? "the database was made by an older svodka: run svodka migrate"
                         : base::did_you_mean(name, views);
  if (hint.empty()) hint = base::did_you_mean(name, connection_.authorizer().readable());
  error(codes::unknown_table, place_of(name), fmt::format("unknown table or view '{}'", name),
        std::move(hint));
}

void Preparation::explain_column(std::string_view name, int offset) {
  error(codes::unknown_column, place_of(name, offset), fmt::format("unknown column '{}'", name),
        base::did_you_mean(name, column_candidates()));
}

void Preparation::explain_function(std::string_view name) {
  error(codes::unknown_function, place_of(name), fmt::format("unknown function '{}'", name),
        base::did_you_mean(name, allowed_functions()));
}

// Of the catalogue's views that the statement names.
std::vector<std::string> Preparation::column_candidates() const {
  std::vector<std::string> names;
  for (const auto& view : connection_.catalogue()) {
    if (!find_name(sql_, view.name)) continue;
    for (const auto& column : view.columns) names.emplace_back(column.name);
  }
  return names;
}

std::vector<std::string> Preparation::parameters(sqlite3_stmt* statement) {
  std::vector<std::string> names;
  const int count = sqlite3_bind_parameter_count(statement);
  for (int i = 1; i <= count; ++i) {
    const auto* name = sqlite3_bind_parameter_name(statement, i);
    if (name != nullptr && name[0] == ':') {
      names.emplace_back(name + 1);
      continue;
    }
    error(codes::unnamed_parameter, place_of(name == nullptr ? "?" : std::string_view(name, 1)),
          fmt::format("the parameter '{}' has no name", name == nullptr ? "?" : name),
          "write a colon and the parameter's name, as in :meeting");
    return names;
  }
  return names;
}

std::vector<QueryColumn> Preparation::columns(sqlite3_stmt* statement,
                                              const std::vector<DeclaredColumn>& declared,
                                              ValueType otherwise) {
  const auto views = views_read();
  std::vector<QueryColumn> columns;
  std::set<std::string> names;
  for (int i = 0; i < sqlite3_column_count(statement); ++i) {
    const auto* written = sqlite3_column_name(statement, i);
    if (written == nullptr) connection_.fail(SQLITE_NOMEM);
    const std::string name = written;
    if (!names.insert(name).second) {
      error(codes::duplicate_column, place_of(name), fmt::format("two columns are called '{}'", name),
            "give each a name of its own with AS");
      continue;
    }
    const auto documented = columns_called(name, views);
    const auto type = type_of(name, documented, declared, otherwise);
    if (type) columns.push_back({name, *type, std::ranges::any_of(documented, &CatalogueColumn::is_key)});
  }
  check_declared(declared, columns);
  return columns;
}

std::vector<const CatalogueView*> Preparation::views_read() const {
  std::vector<const CatalogueView*> read;
  for (const auto& view : connection_.catalogue()) {
    if (connection_.authorizer().sources().contains(view.name)) read.push_back(&view);
  }
  return read;
}

std::optional<ValueType> Preparation::type_of(const std::string& column, const Documented& documented,
                                              const std::vector<DeclaredColumn>& declared,
                                              ValueType otherwise) {
  const auto found = std::ranges::find(declared, column, &DeclaredColumn::name);
  if (found != declared.end()) return found->type;
  std::set<ValueType> types;
  for (const auto* known : documented) types.insert(known->type);
  if (types.size() == 1) return *types.begin();
  if (otherwise != ValueType::empty) return otherwise;
  const auto hint = is_name(column)
                        ? fmt::format("declare it in the query: <field name=\"{}\" type=\"…\"/>", column)
                        : std::string("give it a name with AS and declare it in the query with <field>");
  const auto why = types.empty() ? "" : ": the views that the query reads disagree";
  error(codes::unknown_type, place_of(column),
        fmt::format("the type of the column '{}' is not known{}", column, why), hint);
  return std::nullopt;
}

void Preparation::check_declared(const std::vector<DeclaredColumn>& declared,
                                 const std::vector<QueryColumn>& columns) {
  std::vector<std::string> names;
  for (const auto& column : columns) names.push_back(column.name);
  std::set<std::string> seen;
  for (const auto& field : declared) {
    if (!field.required) continue;
    if (!seen.insert(field.name).second) {
      diagnostics_.error(codes::duplicate_field, field.span,
                         fmt::format("the field '{}' is declared twice", field.name));
    } else if (std::ranges::find(names, field.name) == names.end()) {
      diagnostics_.error(codes::unknown_field, field.span,
                         fmt::format("the query has no column '{}'", field.name),
                         base::did_you_mean(field.name, names));
    }
  }
}

void Preparation::error(const base::Code& code, const SqlPlace& place, std::string message,
                        std::string hint) {
  diagnostics_.error(code, source_.span(place.begin, place.end), std::move(message), std::move(hint));
}

// SQLite's offset says where an expression begins, and nothing of tables and refusals: then the name is
// looked for. An offset may also be one of a view's text.
SqlPlace Preparation::place_of(std::string_view name, int offset) const {
  if (offset >= 0 && static_cast<std::size_t>(offset) < sql_.size()) {
    const auto from = static_cast<std::size_t>(offset);
    if (const auto found = find_name(sql_.substr(from), name))
      return {from + found->begin, from + found->end};
  }
  return find_name(sql_, name).value_or(first_token(sql_));
}

}  // namespace svodka::data
