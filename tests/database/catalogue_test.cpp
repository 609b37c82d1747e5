// The catalogue against the schema, and the views as templates reach them: through data::Database.

#include <cstdlib>

#include "base/files.hpp"
#include "data/database.hpp"
#include "support/catch.hpp"
#include "support/district_sample.hpp"

using namespace svodka;
using test::Lines;

TEST_CASE("the catalogue names every view and column of the schema, in order") {
  sqlite::Connection connection = test::empty_database();
  std::size_t views = 0;
  for (const auto& view : database::catalogue()) {
    CAPTURE(view.name);
    REQUIRE_FALSE(view.description.empty());
    Lines documented;
    for (const auto& column : view.columns) {
      REQUIRE_FALSE(column.description.empty());
      REQUIRE(column.type != text::ValueType::empty);
      documented.emplace_back(column.name);
    }
    REQUIRE(documented ==
            test::rows(connection, "SELECT name FROM pragma_table_info('" + std::string(view.name) + "')"));
    ++views;
  }
  REQUIRE(connection.integer("SELECT count(*) FROM sqlite_schema WHERE type = 'view'") ==
          static_cast<std::int64_t>(views));
}

TEST_CASE("plain columns of views have the type of their table") {
  sqlite::Connection connection = test::empty_database();
  for (const auto& view : database::catalogue()) {
    for (const auto& column : view.columns) {
      CAPTURE(view.name, column.name);
      const std::string declared =
          connection.text("SELECT type FROM pragma_table_info('" + std::string(view.name) +
                          "') WHERE name = '" + std::string(column.name) + "'");
      if (declared == "INTEGER") REQUIRE(column.type == text::ValueType::integer);
      if (declared == "REAL") REQUIRE(column.type == text::ValueType::decimal);
      if (declared == "TEXT") {
        REQUIRE((column.type == text::ValueType::text || column.type == text::ValueType::date));
      }
    }
  }
}

TEST_CASE("docs/database.md is the page of the current schema") {
  if (std::getenv("SVODKA_REWRITE") != nullptr)
    base::write_file("docs/database.md", database::database_page());
  REQUIRE(base::read_file("docs/database.md") == database::database_page());
}

TEST_CASE("templates may read every view, and every value parses as its catalogued type") {
  std::string sql = database::schema_sql();
  sql += test::district;
  sql += R"(
    INSERT INTO attendance (meeting_id, ordinal, person_id, role, state) VALUES (1, 1, 1, 'chair', 'present');
    INSERT INTO items (id, key, resolution_id, ordinal, kind, text, tracked, deadline, deadline_on)
      VALUES (1, 'i', 1, 1, 'directive', 'Провести.', 1, 'date', '2025-11-30');
    INSERT INTO item_targets (item_id, ordinal, operator, value, unit) VALUES (1, 1, 'at_least', 80, '%');
    INSERT INTO assignments (id, item_id, organization_id, role, assigned_on, source)
      VALUES (1, 1, 1, 'executor', '2025-09-01', 'run');
    INSERT INTO entries (id, assignment_id, period, period_start, period_end, revision, state, percent, actual, executed_on,
                         proposal, proposal_until, submitted_on)
      VALUES (1, 1, '2025-10', '2025-10-01', '2025-10-31', 1, 'done', 100, 81.5, '2025-10-30', 'extend', '2025-12-01',
              '2025-11-01');
    INSERT INTO entry_reviews (entry_id, decision, decided_on) VALUES (1, 'accepted', '2025-11-02');
    INSERT INTO evidence (entry_id, ordinal, title) VALUES (1, 1, 'Приказ');
    INSERT INTO extensions (assignment_id, ordinal, due_on, reason, approved_on)
      VALUES (1, 1, '2025-12-06', 'ремонт', '2025-10-01');
    INSERT INTO control_decisions (assignment_id, ordinal, decision, until, decided_on)
      VALUES (1, 1, 'keep', '2025-12-31', '2025-10-01');
    INSERT INTO indicators (id, key, code, name, unit, better, "group", baseline, baseline_on)
      VALUES (1, 'n', '1', 'Доля', '%', 'more', 'results', 50, '2025-01-01');
    INSERT INTO indicator_values (indicator_id, organization_id, period, period_start, period_end, value, recorded_on,
                                  accepted_on)
      VALUES (1, 1, '2025', '2025-01-01', '2025-12-31', 70, '2025-11-01', '2025-11-02');
    INSERT INTO indicator_bands (indicator_id, ordinal, name, lower, points, type, valid_from)
      VALUES (1, 1, 'высокий', 60, 1.5, 'school', '2025-01-01');
    INSERT INTO criteria (id, key, meeting_id, ordinal, text) VALUES (1, 'c', 1, 1, 'Цели');
    INSERT INTO criterion_options (id, key, criterion_id, ordinal, text, points) VALUES (1, 'c-a', 1, 1, 'да', 2);
    INSERT INTO expert_conclusions (id, key, organization_id, programme, meeting_id, concluded_on)
      VALUES (1, 'x', 1, 'Программа', 1, '2025-11-01');
    INSERT INTO conclusion_experts (conclusion_id, ordinal, person_id) VALUES (1, 1, 1);
    INSERT INTO conclusion_choices (conclusion_id, option_id) VALUES (1, 1);
    INSERT INTO conclusion_paragraphs (conclusion_id, part, ordinal, kind, text) VALUES (1, 'risk', 1, 'item', 'кадры');
  )";
  sql += database::refresh_sql();
  auto database =
      data::Database::in_memory(sql, database::catalogue(), text::Date::parse("2025-12-31").value());
  base::Diagnostics diagnostics;
  std::size_t read = 0;
  for (const auto& view : database::catalogue()) {
    const std::string query = "SELECT * FROM " + std::string(view.name);
    const auto source = base::make_source("test.xml", query);
    auto prepared = database.prepare(view.name, base::SourceSpan{source, 0, query.size()}, {}, diagnostics);
    REQUIRE(base::render(diagnostics).empty());
    prepared->start({});
    for (std::vector<text::Value> row; prepared->next(row, diagnostics);) ++read;
    REQUIRE(base::render(diagnostics).empty());
  }
  // 4 organizations, 2 people, 2 directions; 1 each of meeting, attendance, resolution, item, target,
  // assignment, entry, evidence, extension, decision, indicator (as listed, as valued), band, criterion, its
  // option, conclusion, its expert, answer, option and paragraph, submission; the extended deadline of a
  // tracked item without a modality is in no discipline; 12 months from 2025-01, 4 quarters, 1 year, 2
  // academic years
  REQUIRE(read == 48);
}
