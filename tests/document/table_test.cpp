#include "document/table.hpp"

#include "support/catch.hpp"

using namespace svodka::document;
using svodka::text::Date;
using svodka::text::Value;
using svodka::text::ValueType;

namespace {

Column column(Total total = {}) {
  Column made;
  made.total = total;
  return made;
}

void add_row(TableRows& rows, RowKind kind, std::uint8_t level, std::vector<Value> values) {
  rows.begin_row(kind, level);
  for (const auto& value : values) rows.add(value);
}

// group A: 1, 2, subtotal; group B: 4, empty, subtotal; total
Table grouped() {
  Table table;
  table.columns = {column(), column({Total::Kind::sum}), column({Total::Kind::count})};
  table.rows.set_columns(3);
  auto& rows = table.rows;
  add_row(rows, RowKind::group, 0, {Value{"A"}});
  add_row(rows, RowKind::body, 1, {Value{"a"}, Value{std::int64_t{1}}, Value{"x"}});
  add_row(rows, RowKind::body, 1, {Value{"b"}, Value{std::int64_t{2}}, {}});
  add_row(rows, RowKind::subtotal, 0, {Value{"Итого"}, {}, {}});
  add_row(rows, RowKind::group, 0, {Value{"B"}});
  add_row(rows, RowKind::body, 1, {Value{"c"}, Value{std::int64_t{4}}, Value{"y"}});
  add_row(rows, RowKind::body, 1, {Value{"d"}, {}, Value{"z"}});
  add_row(rows, RowKind::subtotal, 0, {Value{"Итого"}, {}, {}});
  add_row(rows, RowKind::total, 0, {Value{"Всего"}, {}, {}});
  return table;
}

}  // namespace

TEST_CASE("cells give back their values and types") {
  TableRows rows(5);
  rows.begin_row(RowKind::body);
  const auto day = *Date::parse("2026-08-28");
  rows.add({}, "late");
  rows.add(std::int64_t{-7});
  rows.add(0.25);
  rows.add(day);
  rows.add(std::string("Ёлка"), "late");
  CHECK(rows.cell(0, 0).type == ValueType::empty);
  CHECK(rows.cell(0, 0).state == "late");
  CHECK(rows.cell(0, 1).integer == -7);
  CHECK(rows.cell(0, 2).decimal == 0.25);
  CHECK(rows.cell(0, 3).date == day);
  CHECK(rows.cell(0, 4).text == "Ёлка");
  CHECK(rows.cell(0, 1).state.empty());
  CHECK(rows.cell(0, 3).value() == Value{day});
}

TEST_CASE("a text that repeats the row above is the same bytes") {
  TableRows rows(1);
  for (int i = 0; i < 3; ++i) rows.begin_row(RowKind::body), rows.add(Value{"Гимназия № 1"});
  CHECK(rows.cell(0, 0).text.data() == rows.cell(2, 0).text.data());
}

TEST_CASE("texts that alternate are the same bytes too, also after very many others") {
  TableRows rows(1);
  const auto text = [](int row) {
    return row % 2 == 0 ? "Школа № " + std::to_string(row % 10) : std::to_string(row);
  };
  for (int row = 0; row < 50000; ++row) rows.begin_row(RowKind::body), rows.add(Value{text(row)});
  for (std::size_t row = 0; row < 50000; ++row)
    REQUIRE(rows.cell(row, 0).text == text(static_cast<int>(row)));
  CHECK(rows.cell(0, 0).text.data() == rows.cell(10, 0).text.data());
  CHECK(rows.cell(49980, 0).text.data() == rows.cell(49990, 0).text.data());
}

TEST_CASE("an empty text stays a text, not a missing value") {
  TableRows rows(2);
  rows.begin_row(RowKind::body), rows.add(Value{"а"}), rows.add(Value{std::string()});
  CHECK(rows.cell(0, 1).type == ValueType::text);
  CHECK(rows.cell(0, 1).text.empty());
}

TEST_CASE("styled runs are kept, plain ones become text, empty ones an empty cell") {
  TableRows rows(3);
  rows.begin_row(RowKind::body);
  rows.add_runs({{"да", true, false, ""}, {" нет", false, false, ""}});
  rows.add_runs({{"просто", false, false, ""}});
  rows.add_runs({});
  REQUIRE(rows.cell(0, 0).runs != nullptr);
  CHECK(rows.cell(0, 0).text == "да нет");
  CHECK(rows.cell(0, 0).runs->front().bold);
  CHECK(rows.cell(0, 1).runs == nullptr);
  CHECK(rows.cell(0, 2).type == ValueType::empty);
}

TEST_CASE("a subtotal sums its group, the total everything, missing values are not zero") {
  const auto table = grouped();
  const auto first = table.summed_by(3);
  CHECK(first.first == 1);
  CHECK(first.last == 3);
  CHECK(total_value(table, 1, first) == Value{std::int64_t{3}});               // 1 + 2
  CHECK(total_value(table, 1, table.summed_by(7)) == Value{std::int64_t{4}});  // 4 + nothing
  CHECK(total_value(table, 1, table.summed_by(8)) == Value{std::int64_t{7}});
  CHECK(total_value(table, 2, table.summed_by(8)) == Value{std::int64_t{3}});  // x, y, z
  CHECK(total_value(table, 0, table.summed_by(8)) == Value{});                 // no total declared
}

TEST_CASE("a ratio is a percentage of sums, and missing without a denominator") {
  Table table;
  table.columns = {column(), column(), column({Total::Kind::ratio, 0, 1})};
  table.rows.set_columns(3);
  add_row(table.rows, RowKind::body, 0, {Value{std::int64_t{3}}, Value{4.0}, {}});
  add_row(table.rows, RowKind::body, 0, {Value{std::int64_t{2}}, Value{6.0}, {}});
  add_row(table.rows, RowKind::total, 0, {{}, {}, {}});
  CHECK(total_value(table, 2, table.summed_by(2)) == Value{50.0});  // 100 × 5 / 10
  CHECK(total_value(table, 2, {0, 0}) == Value{});
}

TEST_CASE("a sum of nothing is missing, a sum with decimals is decimal") {
  Table table;
  table.columns = {column({Total::Kind::sum})};
  table.rows.set_columns(1);
  add_row(table.rows, RowKind::body, 0, {Value{}});
  CHECK(total_value(table, 0, {0, 1}) == Value{});
  add_row(table.rows, RowKind::body, 0, {Value{std::int64_t{1}}});
  add_row(table.rows, RowKind::body, 0, {Value{0.5}});
  CHECK(total_value(table, 0, {0, 3}) == Value{1.5});
}
