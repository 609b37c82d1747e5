#include <functional>

#include "document/document.hpp"
#include "support/catch.hpp"

using namespace svodka::document;
using svodka::text::Value;

namespace {

Document sample() {
  Document document;
  document.title = "Образец";
  auto& section = document.sections.emplace_back();
  Paragraph paragraph;
  paragraph.runs = {{"Текст"}};
  Table table;
  table.columns.resize(2);
  table.rows.set_columns(2);
  table.rows.begin_row(RowKind::body);
  table.rows.add(Value{"а"});
  table.rows.add(Value{std::int64_t{5}}, "late");
  Chart chart;
  chart.series = {{"План", {1.0, std::nullopt}}};
  section.blocks = {{paragraph}, {table}, {chart}};
  return document;
}

Paragraph& paragraph(Document& document) {
  return std::get<Paragraph>(document.sections[0].blocks[0].content);
}
Table& table(Document& document) { return std::get<Table>(document.sections[0].blocks[1].content); }
Chart& chart(Document& document) { return std::get<Chart>(document.sections[0].blocks[2].content); }

}  // namespace

TEST_CASE("equal documents have one digest") { CHECK(digest_of(sample()) == digest_of(sample())); }

TEST_CASE("whatever changes a document changes its digest, what the dump does not show too") {
  const std::vector<std::function<void(Document&)>> changes{
      [](Document& d) { d.author = "x"; },
      [](Document& d) { d.created = d.created.plus_days(1); },
      [](Document& d) {
        d.properties.push_back({"a", "b"});
      },
      [](Document& d) { d.sections[0].blocks[0].keep_with_next = true; },
      [](Document& d) { d.sections[0].blocks[1].only = Only::pdf; },
      [](Document& d) { paragraph(d).runs[0].bold = true; },
      [](Document& d) {
        paragraph(d).runs = {{"Тек"}, {"ст"}};
      },
      [](Document& d) { paragraph(d).align = Align::left; },
      [](Document& d) { table(d).columns[1].format.decimals = 1; },
      [](Document& d) { table(d).columns[1].group = "x"; },
      [](Document& d) { table(d).heat_high = 90; },
      [](Document& d) { table(d).rows.begin_row(RowKind::group), table(d).rows.add(Value{"а"}); },
      [](Document& d) { chart(d).categories = {"x"}; },
      [](Document& d) { chart(d).series[0].values[1] = 0.0; },
  };
  const auto before = digest_of(sample());
  for (const auto& change : changes) {
    auto document = sample();
    change(document);
    CHECK(digest_of(document) != before);
  }
}
