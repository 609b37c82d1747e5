#include "templates/build/query_builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "templates/codes.hpp"
#include "templates/language/sql_names.hpp"

namespace svodka::templates {

namespace {

bool is_keyword(const SqlName& word, std::string_view keyword) {
  return std::equal(word.text.begin(), word.text.end(), keyword.begin(), keyword.end(),
                    [](char a, char b) { return (a & ~0x20) == b; });
}

}  // namespace

void QueryBuilder::add(const CheckedElement& element, const Scope& inside, bool of_library) {
  const bool with = element.name() == "with";
  Statement made;
  made.of_library = of_library;
  made.query.name = element.word("name");
  made.query.span = element.span();
  if (!with && element.word("rows") == "one") made.query.rows = Rows::one;
  if (!with && element.word("rows") == "optional") made.query.rows = Rows::optional;
  if (element.has("name") && !(with ? with_names_ : query_names_).insert(made.query.name).second) {
    diagnostics().error(codes::duplicate_name, element.value_span("name"),
                        fmt::format("another <{}> has the name '{}'", element.name(), made.query.name));
  }
  Nodes others;
  made.sql = read_sql(element, others);
  add_fields(others, inside.inside(element), made.query);
  (with ? withs_ : queries_).push_back(std::move(made));
}

// The place of the one CDATA section; the other children go to `others`.
base::SourceSpan QueryBuilder::read_sql(const CheckedElement& element, Nodes& others) {
  base::SourceSpan sql;
  bool wrong = false;
  for (const auto& child : element.node().children) {
    const bool blank = child.text.text().find_first_not_of(" \t\r\n") == std::string::npos;
    if (!child.is_text()) {
      others.push_back(&child);
    } else if (child.cdata && !blank && !sql.source) {
      sql = child.span;
    } else if (!blank && !std::exchange(wrong, true)) {
      diagnostics().error(codes::sql_not_verbatim, child.span, "SQL stands in one CDATA section",
                          "write <![CDATA[SELECT …]]>");
    }
  }
  if (!sql.source && !wrong) {
    diagnostics().error(codes::missing_content, element.span(),
                        fmt::format("<{}> has no SQL", element.name()), "write <![CDATA[SELECT …]]>");
  }
  return sql;
}

void QueryBuilder::add_fields(const Nodes& nodes, const Scope& inside, QueryText& query) {
  std::set<std::string> names;
  for (const auto& element : check_children(nodes, inside, build_)) {
    check_children(children_of(element.node()), inside.inside(element), build_);
    query.fields.push_back({element.word("name"), element.word("type"), element.span()});
    if (!element.has("name") || names.insert(element.word("name")).second) continue;
    diagnostics().error(codes::duplicate_name, element.value_span("name"),
                        fmt::format("another <field> has the name '{}'", element.word("name")));
  }
}

bool QueryBuilder::is_used(const std::string& query) const {
  const auto& paths = build_.check.expressions.paths;
  return build_.check.used_queries.count(query) > 0 ||
         std::any_of(paths.begin(), paths.end(),
                     [&](const std::vector<std::string>& path) { return path.front() == query; });
}

// Those that the SQL names, and those that they name: each with the number of places that name it.
void QueryBuilder::count_withs(const base::SourceSpan& sql, WithUses& uses) const {
  for (const auto& word : sql_names(base::text_of(sql)).words) {
    if (with_names_.count(word.text) == 0 || ++uses[word.text] > 1) continue;
    for (const auto& with : withs_) {
      if (with.query.name == word.text) count_withs(with.sql, uses);
    }
  }
}

// https://www.sqlite.org/lang_with.html: common table expressions stand before the SELECT, one WITH for all.
// Under a table that the query keeps (AS MATERIALIZED) SQLite would keep each of them too, whole, before any
// WHERE; what one place names is better part of that place, so that its WHERE reaches the indices.
void QueryBuilder::compose(Statement& statement) {
  auto& query = statement.query;
  WithUses uses;
  count_withs(statement.sql, uses);
  if (uses.empty()) {
    query.sql = base::ComposedText(statement.sql);
    return;
  }
  std::string_view before = "WITH RECURSIVE ";
  for (auto& with : withs_) {
    const auto use = uses.find(with.query.name);
    if (use == uses.end()) continue;
    with.used = true;
    query.sql.append(before);
    query.sql.append(with.query.name + (use->second == 1 ? " AS NOT MATERIALIZED (" : " AS ("));
    query.sql.append(with.sql);
    query.sql.append("\n)");
    before = ", ";
    for (auto field : with.query.fields) {
      field.shared = true;
      query.fields.push_back(std::move(field));
    }
  }
  const auto words = sql_names(base::text_of(statement.sql)).words;
  std::size_t own = 0;
  if (!words.empty() && is_keyword(words[0], "WITH")) {
    const auto last = words.size() > 1 && is_keyword(words[1], "RECURSIVE") ? words[1] : words[0];
    own = last.begin + last.text.size();
  }
  query.sql.append(own > 0 ? "," : " ");
  query.sql.append({statement.sql.source, statement.sql.begin + own, statement.sql.end});
}

std::vector<QueryText> QueryBuilder::finish() {
  std::vector<QueryText> finished;
  for (auto& statement : queries_) {
    if (statement.of_library && !is_used(statement.query.name)) continue;
    if (statement.sql.source) compose(statement);
    finished.push_back(statement.query);
  }
  warn_of_unused();
  return finished;
}

void QueryBuilder::warn_of_unused() {
  for (const auto& [query, sql, of_library, used] : queries_) {
    if (of_library || is_used(query.name) || query.name.empty()) continue;
    diagnostics().warning(codes::unused_query, attribute_span(query.span, "name"),
                          fmt::format("the query '{}' is never used", query.name),
                          "use it in each=\"…\", in=\"…\" or {query.field}, or remove it");
  }
  for (const auto& [query, sql, of_library, used] : withs_) {
    if (of_library || used || query.name.empty()) continue;
    diagnostics().warning(codes::unused_query, attribute_span(query.span, "name"),
                          fmt::format("no query names the <with> '{}'", query.name),
                          "read it in a query's FROM, or remove it");
  }
}

}  // namespace svodka::templates
