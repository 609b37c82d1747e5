#include "import/write/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace svodka::import {

namespace {

using text::Value;

std::set<std::string_view> fields_of_about(About about) {
  switch (about) {
    case About::nothing:
      return {};
    case About::assignment:
      return {"item", "organization", "person", "occurrence"};
    case About::entry:
      return {"item", "organization", "person", "occurrence", "period", "revision"};
  }
  return {};
}

void add_hook(const RecordKind& kind, std::vector<Column>& columns) {
  if (kind.has_key()) columns.push_back({"id", From::id, 0, true, false, false});
  if (kind.about == About::assignment) {
    columns.push_back({"assignment_id", From::assignment, 0, true, false, false});
    columns.push_back({"occurrence", From::occurrence, 0, true});
  }
  if (kind.about == About::entry) columns.push_back({"entry_id", From::entry, 0, true, false, false});
}

bool is_text(FieldType type) {
  return type != FieldType::integer && type != FieldType::number && type != FieldType::boolean &&
         type != FieldType::reference;
}

std::string where(const std::vector<Column>& columns) {
  std::vector<std::string> terms;
  for (const auto& column : columns) {
    if (column.identity) terms.push_back(fmt::format("{} {} ?", column.name, column.nullable ? "IS" : "="));
  }
  return fmt::format("{}", fmt::join(terms, " AND "));
}

std::string names(const std::vector<Column>& columns, bool with_identity, std::string_view after) {
  std::vector<std::string> out;
  for (const auto& column : columns) {
    if (with_identity || !column.identity) out.push_back(column.name + std::string(after));
  }
  return fmt::format("{}", fmt::join(out, ", "));
}

std::string select_sql(const RecordKind& kind, const std::vector<Column>& columns) {
  const auto content = names(columns, false, "");
  return fmt::format("SELECT {} FROM {} WHERE {}", content.empty() ? "1" : content, kind.name,
                     where(columns));
}

std::string insert_sql(const RecordKind& kind, const std::vector<Column>& columns) {
  return fmt::format("INSERT INTO {} ({}) VALUES ({})", kind.name, names(columns, true, ""),
                     fmt::join(std::vector<std::string_view>(columns.size(), "?"), ", "));
}

}  // namespace

std::vector<Column> columns_of(const RecordKind& kind) {
  std::vector<Column> columns;
  add_hook(kind, columns);
  const auto absorbed = fields_of_about(kind.about);
  for (std::size_t i = 0; i < kind.fields.size(); ++i) {
    const auto& field = kind.fields[i];
    if (absorbed.contains(field.name)) continue;
    const bool identity = !kind.has_key() && std::find(kind.identity.begin(), kind.identity.end(),
                                                       field.name) != kind.identity.end();
    const bool nullable = !field.required && text::is_empty(field.fallback);
    const auto name = field.type == FieldType::reference ? fmt::format("{}_id", field.name)
                                                         : fmt::format("\"{}\"", field.name);
    columns.push_back({name, From::field, i, identity, nullable, is_text(field.type)});
    if (field.type != FieldType::period) continue;
    columns.push_back({"period_start", From::period_start, i});
    columns.push_back({"period_end", From::period_end, i, identity});
  }
  if (kind.name == "assignments") columns.push_back({"source", From::source});
  return columns;
}

void bind_value(sqlite::Statement& statement, int parameter, const Value& value) {
  switch (text::type_of(value)) {
    case text::ValueType::empty:
      statement.bind_null(parameter);
      return;
    case text::ValueType::integer:
      statement.bind(parameter, std::get<std::int64_t>(value));
      return;
    case text::ValueType::decimal:
      statement.bind(parameter, std::get<double>(value));
      return;
    case text::ValueType::date:
      statement.bind(parameter, std::string_view(std::get<text::Date>(value).iso()));
      return;
    case text::ValueType::text:
      statement.bind(parameter, std::string_view(std::get<std::string>(value)));
      return;
  }
}

bool holds(const sqlite::Statement& statement, int column, const Value& value) {
  if (statement.is_null(column) || text::is_empty(value))
    return statement.is_null(column) && text::is_empty(value);
  switch (text::type_of(value)) {
    case text::ValueType::empty:
      return false;
    case text::ValueType::integer:
      return statement.integer(column) == std::get<std::int64_t>(value);
    case text::ValueType::decimal:
      return statement.decimal(column) == std::get<double>(value);
    case text::ValueType::date:
      return statement.text(column) == std::get<text::Date>(value).iso();
    case text::ValueType::text:
      return statement.text(column) == std::get<std::string>(value);
  }
  return false;
}

Table::Table(sqlite::Connection& connection, const RecordKind& kind)
    : columns_(columns_of(kind)),
      select_(connection.prepare(select_sql(kind, columns_))),
      insert_(connection.prepare(insert_sql(kind, columns_))) {
  for (std::size_t i = 0; i < columns_.size(); ++i)
    (columns_[i].identity ? identity_ : content_).push_back(i);
  if (content_.empty()) return;
  update_ = connection.prepare(
      fmt::format("UPDATE {} SET {} WHERE {}", kind.name, names(columns_, false, " = ?"), where(columns_)));
}

std::optional<std::vector<std::size_t>> Table::differences(const Row& row, std::vector<std::size_t>& filled) {
  int parameter = 0;
  for (const auto i : identity_) bind_value(select_, ++parameter, row[i]);
  if (!select_.step()) {
    select_.reset();
    return std::nullopt;
  }
  std::vector<std::size_t> differing;
  for (std::size_t c = 0; c < content_.size(); ++c) {
    const auto column = static_cast<int>(c);
    if (holds(select_, column, row[content_[c]])) continue;
    differing.push_back(content_[c]);
    if (select_.is_null(column)) filled.push_back(content_[c]);
  }
  select_.reset();
  return differing;
}

void Table::insert(const Row& row) {
  for (std::size_t i = 0; i < row.size(); ++i) bind_value(insert_, static_cast<int>(i) + 1, row[i]);
  insert_.run();
}

void Table::update(const Row& row) {
  int parameter = 0;
  for (const auto i : content_) bind_value(*update_, ++parameter, row[i]);
  for (const auto i : identity_) bind_value(*update_, ++parameter, row[i]);
  update_->run();
}

std::string identity_of(const std::vector<Column>& columns, const Row& row) {
  std::string out;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (!columns[i].identity) continue;
    if (const auto* integer = std::get_if<std::int64_t>(&row[i])) out += fmt::format("{}", *integer);
    if (const auto* text = std::get_if<std::string>(&row[i])) out += *text;
    out += '\x1F';
  }
  return out;
}

namespace {

std::vector<Column> identity_columns(const RecordKind& kind) {
  auto columns = columns_of(kind);
  std::erase_if(columns, [](const Column& column) { return !column.identity; });
  return columns;
}

}  // namespace

ListSweeper::ListSweeper(sqlite::Connection& connection, const RecordKind& kind)
    : columns_(identity_columns(kind)),
      select_(connection.prepare(fmt::format("SELECT {} FROM {} WHERE {}_id = ?", names(columns_, true, ""),
                                             kind.name, kind.owner))),
      delete_(connection.prepare(fmt::format("DELETE FROM {} WHERE {}", kind.name, where(columns_)))) {}

std::int64_t ListSweeper::sweep(std::int64_t owner, const std::unordered_set<std::string>& kept) {
  std::int64_t gone = 0;
  for (const auto& row : rows(owner)) {
    if (kept.contains(identity_of(columns_, row))) continue;
    remove(row);
    ++gone;
  }
  return gone;
}

std::vector<Row> ListSweeper::rows(std::int64_t owner) {
  std::vector<Row> rows;
  select_.bind(1, owner);
  while (select_.step()) {
    Row row;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const auto column = static_cast<int>(i);
      if (columns_[i].text) {
        row.emplace_back(select_.text(column));
      } else {
        row.emplace_back(select_.integer(column));
      }
    }
    rows.push_back(std::move(row));
  }
  select_.reset();
  return rows;
}

void ListSweeper::remove(const Row& row) {
  for (std::size_t i = 0; i < row.size(); ++i) bind_value(delete_, static_cast<int>(i) + 1, row[i]);
  delete_.run();
}

}  // namespace svodka::import
