// Bands, points and trends of indicators, on small cases worked by hand.

#include "support.hpp"
#include "support/catch.hpp"
#include "support/district_sample.hpp"

using namespace svodka;
using test::Lines;
using test::rows_as_of;

namespace {

sqlite::Connection with_values(std::string_view values, std::string_view better = "more") {
  auto connection = test::district_database();
  connection.exec(
      "INSERT INTO organizations (id, key, full_name, short_name, type) "
      "VALUES (5, 'lyceum', 'Лицей', 'Лицей', 'lyceum')");
  connection.exec(
      "INSERT INTO indicators (id, key, code, name, unit, better, \"group\") VALUES (1, 'n', '1', 'Доля', "
      "'%', '" +
      std::string(better) + "', 'results')");
  connection.exec(R"(
    INSERT INTO indicator_bands (indicator_id, ordinal, name, lower, upper, points, type, valid_from, valid_until) VALUES
      (1, 1, 'низкий', NULL, 50, 0, NULL, NULL, NULL), (1, 2, 'базовый', 50, 80, 1, NULL, NULL, NULL),
      (1, 3, 'высокий', 80, NULL, 2, NULL, NULL, NULL), (1, 4, 'лицейский', 90, NULL, 5, 'lyceum', '2025-01-01', '2025-12-31'))");
  connection.exec(
      "INSERT INTO indicator_values (indicator_id, organization_id, period, period_start, period_end, "
      "revision, value, "
      "recorded_on, accepted_on) VALUES " +
      std::string(values));
  test::refresh(connection);
  return connection;
}

std::string banded(std::string_view value) {
  auto connection = with_values("(1, 1, '2025', '2025-01-01', '2025-12-31', 1, " + std::string(value) +
                                ", '2026-01-10', '2026-01-12')");
  return rows_as_of(connection, "2026-02-01", "SELECT fact, band_name, points FROM indicator_card").at(0);
}

}  // namespace

TEST_CASE("a fact takes the band that holds it, and of two that touch the one with more points") {
  CHECK(banded("0") == "0.0|низкий|0.0");
  CHECK(banded("49.9") == "49.9|низкий|0.0");
  CHECK(banded("50") == "50.0|базовый|1.0");
  CHECK(banded("80") == "80.0|высокий|2.0");
  CHECK(banded("100") == "100.0|высокий|2.0");
  CHECK(banded("NULL") == "-|-|-");
}

TEST_CASE("bands of a type stand in for the general ones while they are valid") {
  auto connection = with_values(R"(
    (1, 5, '2025', '2025-01-01', '2025-12-31', 1, 95, '2026-01-10', '2026-01-12'),
    (1, 5, '2026', '2026-01-01', '2026-12-31', 1, 95, '2026-01-10', '2026-01-12'),
    (1, 1, '2025', '2025-01-01', '2025-12-31', 1, 95, '2026-01-10', '2026-01-12'))");
  CHECK(
      rows_as_of(connection, "2026-02-01",
                 "SELECT organization, period, band_name, points FROM indicator_card WHERE fact IS NOT NULL "
                 "ORDER BY organization, period") ==
      Lines{"lyceum|2025|лицейский|5.0", "lyceum|2026|высокий|2.0", "school-1|2025|высокий|2.0"});
  connection.exec("UPDATE indicator_values SET value = 85");
  CHECK(
      rows_as_of(connection, "2026-02-01",
                 "SELECT band_name FROM indicator_card WHERE organization = 'lyceum' AND period = '2025'") ==
      Lines{"-"});
}

TEST_CASE("bands are listed with their bounds in words") {
  auto connection = with_values("(1, 1, '2025', '2025-01-01', '2025-12-31', 1, 1, '2026-01-10', NULL)");
  CHECK(rows_as_of(connection, "2026-02-01",
                   "SELECT name, range_text, points, type_name, valid_until FROM indicator_band_card ORDER "
                   "BY ordinal") ==
        Lines{"низкий|не более 50\u00A0%|0.0|-|-", "базовый|от 50 до 80\u00A0%|1.0|-|-",
              "высокий|не менее 80\u00A0%|2.0|-|-", "лицейский|не менее 90\u00A0%|5.0|лицеи|2025-12-31"});
}

TEST_CASE("a trend compares with the period of the same kind before, and a missing one gives none") {
  // quarters 1–4, the third unreported; the month and the year are other kinds
  constexpr std::string_view values = R"(
    (1, 1, '2025-Q1', '2025-01-01', '2025-03-31', 1, 60.1, '2025-04-05', '2025-04-06'),
    (1, 1, '2025-03', '2025-03-01', '2025-03-31', 1, 10, '2025-04-05', '2025-04-06'),
    (1, 1, '2025-Q2', '2025-04-01', '2025-06-30', 1, 60.4, '2025-07-05', '2025-07-06'),
    (1, 2, '2025-Q3', '2025-07-01', '2025-09-30', 1, 1, '2025-10-05', '2025-10-06'),
    (1, 1, '2025-Q4', '2025-10-01', '2025-12-31', 1, 60.4, '2026-01-05', '2026-01-06'),
    (1, 1, '2026-Q1', '2026-01-01', '2026-03-31', 1, 60.4, '2026-04-05', '2026-04-06'),
    (1, 1, '2026-Q2', '2026-04-01', '2026-06-30', 1, 0, '2026-07-05', '2026-07-06'),
    (1, 1, '2025', '2025-01-01', '2025-12-31', 1, 70, '2026-01-05', '2026-01-06'))";
  constexpr std::string_view query =
      "SELECT period, previous_period, previous_fact, change, trend, trend_name, trend_good FROM "
      "indicator_card "
      "WHERE organization = 'school-1' ORDER BY period_start, period";
  auto connection = with_values(values);
  CHECK(rows_as_of(connection, "2026-12-31", query) ==
        Lines{"2025|-|-|-|-|-|-", "2025-Q1|-|-|-|-|-|-", "2025-03|-|-|-|-|-|-",
              "2025-Q2|2025-Q1|60.1|0.3|up|рост|1", "2025-Q4|2025-Q3|-|-|-|-|-",
              "2026-Q1|2025-Q4|60.4|0.0|same|без изменений|-", "2026-Q2|2026-Q1|60.4|-60.4|down|снижение|0"});
  // before the acceptance nothing is compared
  CHECK(rows_as_of(connection, "2025-07-05", query) ==
        Lines{"2025-Q1|-|-|-|-|-|-", "2025-03|-|-|-|-|-|-", "2025-Q2|2025-Q1|60.1|-|-|-|-"});
  auto less = with_values(values, "less");
  CHECK(
      rows_as_of(
          less, "2026-12-31",
          "SELECT trend, trend_good FROM indicator_card WHERE organization = 'school-1' AND trend <> 'same' "
          "ORDER BY period_start") == Lines{"up|0", "down|1"});
}

TEST_CASE("a band whose upper bound is below its lower one is refused") {
  import::test::ImportFolder folder;
  CHECK(
      folder.mistakes(
          R"({"indicators": [{"key": "n", "code": "1", "name": "Д", "unit": "%", "better": "more", "group": "results"}],
"indicator_bands": [{"indicator": "n", "ordinal": 1, "name": "низкий", "lower": 50, "upper": 40.5}]})") ==
      "a.json:2:94: /indicator_bands/0/upper: error[I118]: 'upper' 40.5 is less than 'lower' 50\n"
      "    2 | \"indicator_bands\": [{\"indicator\": \"n\", \"ordinal\": 1, \"name\": \"низкий\", \"lower\": "
      "50, \"upper\": 40.5}]}\n"
      "      |                                                                                              "
      "^~~~\n");
}
