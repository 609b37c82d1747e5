#include <fmt/format.h>

#include <algorithm>

#include "base/error.hpp"
#include "data/codes.hpp"
#include "data/queries/conversion.hpp"
#include "data/queries/query_impl.hpp"

namespace svodka::data {

namespace {

constexpr int kReportedValues = 20;

std::string description(ValueType type) {
  switch (type) {
    case ValueType::integer:
      return "a whole number";
    case ValueType::decimal:
      return "a number";
    case ValueType::date:
      return "a date";
    default:
      return "a text";
  }
}

std::string advice(ValueType type) {
  switch (type) {
    case ValueType::date:
      return "dates are written YYYY-MM-DD";
    case ValueType::text:
      return "texts are UTF-8";
    default:
      return "numbers are written in digits, with a dot before decimals";
  }
}

}  // namespace

Query::Query(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Query::~Query() = default;

const std::string& Query::name() const { return impl_->name; }
const std::vector<QueryColumn>& Query::columns() const { return impl_->columns; }
const std::vector<std::string>& Query::parameters() const { return impl_->parameters; }

void Query::start(const std::vector<std::pair<std::string, Value>>& parameters) {
  impl_->finish();
  impl_->budget = impl_->connection->limits().time;
  impl_->rows = 0;
  impl_->wrong_values = 0;
  for (std::size_t i = 0; i < impl_->parameters.size(); ++i) {
    const auto given =
        std::ranges::find(parameters, impl_->parameters[i], &std::pair<std::string, Value>::first);
    impl_->bind(static_cast<int>(i) + 1, given == parameters.end() ? Value{} : given->second);
  }
}

bool Query::next(std::vector<Value>& row, base::Diagnostics& diagnostics) {
  const int code = impl_->connection->step(impl_->statement.get(), impl_->budget);
  if (code == SQLITE_ROW) {
    if (++impl_->rows > impl_->connection->limits().rows) {
      impl_->finish();
      throw QueryStopped(fmt::format("query '{}' gives more than {} rows and was stopped", impl_->name,
                                     impl_->connection->limits().rows));
    }
    impl_->take(row, diagnostics);
    return true;
  }
  impl_->finish();
  if (code != SQLITE_DONE) impl_->connection->fail(code, impl_->name);
  return false;
}

void Query::Impl::bind(int parameter, const Value& value) {
  struct Binder {
    sqlite3_stmt* statement;
    int parameter;
    int operator()(std::monostate) const { return sqlite3_bind_null(statement, parameter); }
    int operator()(std::int64_t number) const { return sqlite3_bind_int64(statement, parameter, number); }
    int operator()(double number) const { return sqlite3_bind_double(statement, parameter, number); }
    int operator()(Date date) const { return (*this)(date.iso()); }
    int operator()(const std::string& text) const {
      return sqlite3_bind_text64(statement, parameter, text.data(), text.size(), SQLITE_TRANSIENT,
                                 SQLITE_UTF8);
    }
  };
  const int code = std::visit(Binder{statement.get(), parameter}, value);
  if (code != SQLITE_OK) connection->fail(code, name);
}

void Query::Impl::take(std::vector<Value>& row, base::Diagnostics& diagnostics) {
  row.resize(columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    auto* value = sqlite3_column_value(statement.get(), static_cast<int>(i));
    auto converted = convert(value, columns[i].type);
    if (!converted) report(i, value, diagnostics);
    row[i] = converted ? std::move(*converted) : Value{};
  }
}

void Query::Impl::report(std::size_t column, sqlite3_value* value, base::Diagnostics& diagnostics) {
  if (++wrong_values > kReportedValues) return;
  auto hint = advice(columns[column].type);
  if (wrong_values == kReportedValues) hint += "; further values of this query are not listed";
  diagnostics.error_in(codes::wrong_value,
                       fmt::format("query '{}', row {}, column '{}'", name, rows, columns[column].name),
                       fmt::format("{} is not {}", shown(value), description(columns[column].type)), hint);
}

// Lets go of the database's lock; the codes repeat what the last step said.
void Query::Impl::finish() {
  sqlite3_reset(statement.get());
  sqlite3_clear_bindings(statement.get());
}

}  // namespace svodka::data
