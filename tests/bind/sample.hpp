#pragma once
// A small database and templates around a body, to bind without files.

#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/files.hpp"
#include "bind/bind.hpp"
#include "data/database.hpp"

namespace svodka::bind::sample {

inline const data::Catalogue& catalogue() {
  using text::ValueType;
  static const data::Catalogue views{
      {"people",
       "",
       {{"name", ValueType::text, ""},
        {"post", ValueType::text, ""},
        {"born", ValueType::date, ""},
        {"score", ValueType::decimal, ""},
        {"points", ValueType::integer, ""},
        {"team", ValueType::text, ""}}},
      {"teams", "", {{"team", ValueType::text, "key", true}, {"title", ValueType::text, ""}}},
      {"tree",
       "",
       {{"position", ValueType::integer, ""},
        {"depth", ValueType::integer, ""},
        {"kind", ValueType::text, ""},
        {"number", ValueType::text, ""},
        {"text", ValueType::text, ""}}}};
  return views;
}

// The bytes of a file as an SQL literal.
inline std::string blob(const std::string& path) {
  std::string literal = "X'";
  for (const unsigned char byte : base::read_file(path)) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    literal += {digits[byte / 16], digits[byte % 16]};
  }
  return literal + "'";
}

inline std::string schema() {
  return "CREATE TABLE pictures(name TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT;"
         "INSERT INTO pictures VALUES ('rgb.png', " +
         blob("tests/images/pictures/rgb.png") + "), ('broken.png', X'89504E47');" + R"(
CREATE TABLE p(name TEXT, post TEXT, born TEXT, score REAL, points INTEGER, team TEXT) STRICT;
CREATE TABLE t(team TEXT, title TEXT) STRICT;
CREATE TABLE i(position INTEGER, depth INTEGER, kind TEXT, number TEXT, text TEXT) STRICT;
CREATE VIEW people AS SELECT * FROM p;
CREATE VIEW teams AS SELECT * FROM t;
CREATE VIEW tree AS SELECT * FROM i;
INSERT INTO p VALUES ('Ёлкин И. П.', 'директор', '1980-05-01', 4.5, 10, 'a'),
                     ('Жукова А. А.', NULL, '1991-12-31', NULL, 0, 'a'),
                     ('Орлов', 'методист', NULL, 3.25, 7, 'b');
INSERT INTO t VALUES ('a', 'Первая'), ('b', 'Вторая'), ('c', 'Пустая');
INSERT INTO i VALUES (1, 0, 'heading', '1.', 'Направление'), (2, 1, 'heading', NULL, 'Уровень'),
                     (3, 2, 'item', '1.1', 'Первое'), (4, 3, 'item', 'а)', 'вложенное'),
                     (5, 2, 'item', '–', 'Второе'), (6, 0, 'note', NULL, 'Примечание');
)";
}

// A report of parameter `team`, the queries given as XML, and one section with `body`.
inline std::string report(const std::string& queries, const std::string& body) {
  return "<report name=\"sample\" title=\"Образец\" xmlns=\"urn:svodka:report:1\">\n"
         "<parameter name=\"team\" type=\"text\" label=\"Команда\"/>\n" +
         queries + "\n<section title=\"Лист\">" + body + "</section>\n</report>\n";
}

inline std::string query(const std::string& name, const std::string& sql, const std::string& rows = "many",
                         const std::string& fields = "") {
  return "<query name=\"" + name + "\" rows=\"" + rows + "\"><![CDATA[" + sql + "]]>" + fields + "</query>\n";
}

inline const std::string people =
    query("people", "SELECT * FROM people WHERE :team = '*' OR team = :team ORDER BY name");

// A report without mistakes, on the small database.
struct OpenReport {
  explicit OpenReport(const std::string& xml)
      : binder(compile(templates::parse_template(base::make_source("sample.xml", xml), {}, diagnostics),
                       database, diagnostics),
               database) {}

  base::Diagnostics diagnostics;
  data::Database database =
      data::Database::in_memory(schema(), catalogue(), *text::Date::parse("2026-10-31"));
  Binder binder;
};

struct Bound {
  std::string dump;      // of the sections only
  std::string messages;  // rendered diagnostics
};

inline Bound bound_of(const std::string& xml, const Arguments& arguments = {{"team", "*"}}) {
  base::Diagnostics diagnostics;
  const auto report = templates::parse_template(base::make_source("sample.xml", xml), {}, diagnostics);
  auto database = data::Database::in_memory(schema(), catalogue(), *text::Date::parse("2026-10-31"));
  const auto program = diagnostics.has_errors() ? nullptr : compile(report, database, diagnostics).program;
  if (!program) return {"", render(diagnostics)};
  const auto document = Binder(program, database).bind(arguments, diagnostics);
  auto dump = document::dump(document);
  const auto section = dump.find("section ");
  return {section == std::string::npos ? "" : dump.substr(dump.find('\n', section) + 1), render(diagnostics)};
}

}  // namespace svodka::bind::sample
