#pragma once
// A small district in memory for the tests of the schema, and rows as text.

#include <string>
#include <string_view>
#include <vector>

#include "database/schema.hpp"
#include "sqlite/connection.hpp"

namespace svodka::test {

inline sqlite::Connection empty_database() {
  sqlite::Connection connection(":memory:", sqlite::Connection::Mode::create);
  connection.exec(database::schema_sql());
  return connection;
}

// Two schools and a centre; one meeting of 2025-08-28 with the resolution «r».
inline constexpr std::string_view district = R"(
  INSERT INTO organizations (id, key, full_name, short_name, type, ordinal) VALUES
    (1, 'school-1', 'Школа № 1', 'СОШ № 1', 'school', 1),
    (2, 'school-2', 'Школа № 2', 'СОШ № 2', 'school', 2),
    (3, 'centre', 'Методический центр', 'МЦ', 'methodical_centre', 3),
    (4, 'garden', 'Детский сад', 'ДС', 'kindergarten', 4);
  INSERT INTO people (id, key, surname, given_name, patronymic, position, organization_id, head) VALUES
    (1, 'ivanov', 'Иванов', 'Пётр', 'Ильич', 'директор', 1, 1),
    (2, 'petrova', 'Петрова', 'Анна', NULL, 'методист', 3, 0);
  INSERT INTO directions (id, key, name, ordinal) VALUES (1, 'dir-1', 'Кадры', 1), (2, 'dir-2', 'Качество', 2);
  INSERT INTO meetings (id, key, kind, number, held_on, format)
    VALUES (1, 'm', 'conference_meeting', '4', '2025-08-28', 'in_person');
  INSERT INTO resolutions (id, key, meeting_id, kind, title) VALUES (1, 'r', 1, 'decision', 'Решение');
)";

inline sqlite::Connection district_database() {
  sqlite::Connection connection = empty_database();
  connection.exec(district);
  return connection;
}

inline void refresh(sqlite::Connection& connection) { connection.exec(database::refresh_sql()); }

// The district with further rows, and with what refresh() derives from all.
inline sqlite::Connection district_with(std::string_view inserts) {
  auto connection = district_database();
  connection.exec(inserts);
  refresh(connection);
  return connection;
}

// Every row as text, columns joined by «|», NULL as «-».
inline std::vector<std::string> rows(sqlite::Connection& connection, std::string_view sql) {
  sqlite::Statement statement = connection.prepare(sql);
  std::vector<std::string> all;
  while (statement.step()) {
    std::string row;
    for (int column = 0; column < statement.columns(); ++column) {
      if (column > 0) row += '|';
      row += statement.is_null(column) ? "-" : statement.text(column);
    }
    all.push_back(row);
  }
  return all;
}

inline std::vector<std::string> rows_as_of(sqlite::Connection& connection, std::string_view day,
                                           std::string_view sql) {
  connection.set_as_of(text::Date::parse(day).value());
  return rows(connection, sql);
}

using Lines = std::vector<std::string>;

}  // namespace svodka::test
