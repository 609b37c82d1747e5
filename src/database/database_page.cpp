#include <fmt/format.h>

#include <string>
#include <vector>

#include "database/schema.hpp"
#include "sqlite/connection.hpp"

namespace svodka::database {

namespace {

std::string cell(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '|') escaped += '\\';
    escaped += c;
  }
  return escaped;
}

void write_views(std::string& page) {
  page += "## Views\n\n";
  for (const auto& view : catalogue()) {
    page += fmt::format("### {}\n\n{}\n\n| column | type | what it is |\n|---|---|---|\n", view.name,
                        view.description);
    for (const auto& column : view.columns) {
      page += fmt::format("| {} | {} | {} |\n", column.name, text::name_of(column.type),
                          cell(column.description));
    }
    page += '\n';
  }
}

std::string type_word(const std::string& declared) {
  if (declared == "TEXT") return "text";
  if (declared == "REAL") return "decimal";
  return declared == "BLOB" ? "bytes" : "integer";
}

// «text, required», «reference to organizations», …
std::string column_words(sqlite::Connection& connection, const std::string& table,
                         const sqlite::Statement& column) {
  std::string words = type_word(column.text(2));
  sqlite::Statement reference =
      connection.prepare("SELECT \"table\" FROM pragma_foreign_key_list(?) WHERE \"from\" = ?");
  reference.bind(1, table).bind(2, column.text(1));
  if (reference.step()) words = "→ " + reference.text(0);
  if (column.integer(5) > 0) words += ", key";
  if (column.integer(3) != 0 && column.integer(5) == 0) words += ", required";
  if (column.integer(6) != 0) words += ", computed";
  return words;
}

void write_tables(std::string& page, sqlite::Connection& connection) {
  sqlite::Statement tables = connection.prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid");
  while (tables.step()) {
    const std::string name = tables.text(0);
    page += fmt::format("- **{}**: ", name);
    sqlite::Statement columns = connection.prepare(
        "SELECT cid, name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo(?)");
    columns.bind(1, name);
    for (std::string_view separator; columns.step(); separator = "; ") {
      page += fmt::format("{}`{}` {}", separator, columns.text(1), column_words(connection, name, columns));
    }
    page += '\n';
  }
}

void write_vocabulary(std::string& page, sqlite::Connection& connection) {
  page += "## Vocabularies\n\n| domain | value | name | genitive |\n|---|---|---|---|\n";
  sqlite::Statement rows =
      connection.prepare("SELECT domain, value, name, genitive FROM vocabulary ORDER BY domain, ordinal");
  while (rows.step()) {
    page += fmt::format("| {} | {} | {} | {} |\n", rows.text(0), rows.text(1), rows.text(2), rows.text(3));
  }
}

constexpr std::string_view introduction = R"(# The database

This page is made from the schema and the catalogue of views; `SVODKA_REWRITE=1 build/tests/database/test_database`
writes it anew.

A svodka database is one SQLite file. Templates read the **views**; the tables behind them may change. Keys are the
text keys of the import files. Booleans are 0 or 1. Dates are YYYY-MM-DD, and arrive in templates as dates.

**As of.** Every view sees the district as of the report's date, which SQL reads as `as_of()`: assignments made,
entries submitted and accepted, extensions approved and control decisions taken after that date do not exist
yet. An entry submitted and not yet decided about makes its assignment *pending* («на проверке»).

**State** of an assignment is the state of its last accepted entry, last by period and then by revision.
**Timeliness** is derived: executed no later than the deadline in force → on_time, later → late; not executed and
the deadline is past → overdue, else not_due. An executed entry without a date of execution counts as executed when it was
submitted. Without a deadline, and when cancelled, there is no timeliness.

**Deadlines.** The deadline in force is the last approved extension, else the occurrence, else the item's own or inherited
deadline. One that falls on a non-working day (weekends and `calendar_days`) moves as the setting
`deadline_on_non_working_day` says. `deadline_inclusive` = 1 means that the day itself is still in time.

**Derived figures** are worked out in the views and nowhere else, so that two documents never differ; a template picks a row. A per cent
has one decimal, and is empty, not 0, where there is nothing to divide by. To add organizations or months up, sum the
counts and divide the sums.

| figure | formula | where |
|---|---|---|
| days overdue | as-of date − deadline in force; of what was executed late: day of execution − deadline | `assignment_card.overdue_days` |
| due soon | the deadline has not come and is at most `due_soon_days` away | `assignment_card.due_soon`, `days_left` |
| extensions | approved by the as-of date | `assignment_card.extension_count` |
| discipline | executed ÷ come due × 100, of the orders that an organization executes and whose deadline in force lies in the period; cancelled ones are left out | `discipline_card.discipline`; by direction or any days, sums of `deadline_card` |
| executed on time | executed on time ÷ come due × 100 | `discipline_card.on_time_share` |
| completeness | reports submitted ÷ reports expected × 100 | `submission_card.completeness` |
| timeliness of submission | submitted on time ÷ expected × 100, while reports are still awaited: ÷ submitted | `submission_card.timeliness` |

Attainment of a target, in per cent of *plan* by *fact*, and when it counts as attained (`assignment_card`, `indicator_card`):

| operator | attainment | attained |
|---|---|---|
| at_least, and up_to where more is better | fact ÷ plan × 100, no less than 0; plan ≤ 0: 100 or 0 | fact ≥ plan |
| at_most, and up_to where less is better | 100 while fact ≤ plan, then plan ÷ fact × 100; plan ≤ 0: 100 or 0 | fact ≤ plan |
| exactly | the smaller ÷ the greater × 100; 0 when one is 0 or they differ in sign | fact = plan |
| trend_up | empty | fact > baseline, and fact ≥ baseline + plan; the target's own baseline, else the indicator's |
| trend_down | empty | fact < baseline, and fact ≤ baseline − plan; likewise |

)";

constexpr std::string_view tables_note = R"(
## Tables

Migrations are the numbered files of `src/database/migrations/`; `PRAGMA user_version` is the
number of the last one, `PRAGMA application_id` is 0x5376646B. Rows of `entries`, `entry_reviews`, `evidence`, `extensions`
and `control_decisions` can be neither changed nor deleted. `refresh.sql` derives `item_effective`, `resolution_effective`,
`agenda_effective`, `criterion_effective`, `indicator_periods`, `indicator_types`, `moved_deadlines`,
`submission_limits` and `report_start` from the others at the end of every import.

)";

}  // namespace

std::string database_page() {
  sqlite::Connection connection(":memory:", sqlite::Connection::Mode::create);
  connection.exec(schema_sql());
  std::string page(introduction);
  write_views(page);
  write_vocabulary(page, connection);
  page += tables_note;
  write_tables(page, connection);
  return page;
}

}  // namespace svodka::database
