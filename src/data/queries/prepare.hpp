#pragma once
// From the SQL of a template to a checked statement with typed columns; for this room's .cpp files.

#include "data/queries/query_impl.hpp"
#include "data/queries/sql_text.hpp"
#include "data/sqlite/connection.hpp"

namespace svodka::data {

// One use for one statement. Every mistake becomes a diagnostic that points into the template.
class Preparation {
 public:
  Preparation(Connection& connection, const base::ComposedText& source, base::Diagnostics& diagnostics)
      : connection_(connection), source_(source), sql_(source.text()), diagnostics_(diagnostics) {}

  // Null after a mistake. Throws base::Error when the database fails.
  StatementPtr compile(const std::string& query);
  std::vector<std::string> parameters(sqlite3_stmt* statement);
  std::vector<QueryColumn> columns(sqlite3_stmt* statement, const std::vector<DeclaredColumn>& declared,
                                   ValueType otherwise);

 private:
  void explain(const std::string& query, int code, int offset, std::string_view message);
  void explain_denial(const Denial& denial);
  std::string_view as_written(std::string_view table) const;
  void explain_table(std::string_view name);
  void explain_column(std::string_view name, int offset);
  void explain_function(std::string_view name);
  void forbid_statement();
  bool is_alone(std::string_view rest);
  bool only_reads(sqlite3_stmt* statement);

  using Documented = std::vector<const CatalogueColumn*>;
  std::vector<const CatalogueView*> views_read() const;
  std::optional<ValueType> type_of(const std::string& column, const Documented& documented,
                                   const std::vector<DeclaredColumn>& declared, ValueType otherwise);
  void check_declared(const std::vector<DeclaredColumn>& declared, const std::vector<QueryColumn>& columns);
  std::vector<std::string> column_candidates() const;

  void error(const base::Code& code, const SqlPlace& place, std::string message, std::string hint = {});
  SqlPlace place_of(std::string_view name, int offset = -1) const;

  Connection& connection_;
  const base::ComposedText& source_;
  std::string_view sql_;
  base::Diagnostics& diagnostics_;
};

}  // namespace svodka::data
