#pragma once
// <query>, <with> and the SQL that they make together.

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "templates/build/builder.hpp"

namespace svodka::templates {

class QueryBuilder {
 public:
  explicit QueryBuilder(Build& build) : build_(build) {}

  // The element is a <query> or a <with> directly in `inside`, of the template itself or of a library.
  void add(const CheckedElement& element, const Scope& inside, bool of_library);

  // The template's own queries, and those of libraries that it uses, each with the <with>s it names before
  // its statement. Warns of what is never used.
  std::vector<QueryText> finish();

 private:
  struct Statement {
    QueryText query;
    base::SourceSpan sql;
    bool of_library = false;
    bool used = false;  // of a <with>: named by a query that is used
  };

  using WithUses = std::map<std::string, int>;

  base::Diagnostics& diagnostics() { return build_.diagnostics(); }
  base::SourceSpan read_sql(const CheckedElement& element, Nodes& others);
  void add_fields(const Nodes& nodes, const Scope& inside, QueryText& query);
  bool is_used(const std::string& query) const;
  void count_withs(const base::SourceSpan& sql, WithUses& uses) const;
  void compose(Statement& statement);
  void warn_of_unused();

  Build& build_;
  std::vector<Statement> queries_;
  std::vector<Statement> withs_;
  std::set<std::string> query_names_;
  std::set<std::string> with_names_;
};

}  // namespace svodka::templates
