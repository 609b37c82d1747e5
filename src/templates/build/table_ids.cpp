#include "templates/build/table_ids.hpp"

#include <fmt/format.h>

#include <set>

namespace svodka::templates {

namespace {

// The id of a table or chart, and the query it is named after.
struct Named {
  std::string* id;
  const std::string* query;
};
using Tables = std::vector<Named>;

void collect(Elements& elements, Tables& tables) {
  for (auto& element : elements) {
    if (auto* table = std::get_if<TableElement>(&element.node)) tables.push_back({&table->id, &table->query});
    if (auto* chart = std::get_if<ChartElement>(&element.node)) tables.push_back({&chart->id, &chart->query});
    if (auto* each = std::get_if<EachElement>(&element.node)) {
      collect(each->content, tables);
      collect(each->empty, tables);
    }
    if (auto* condition = std::get_if<IfElement>(&element.node)) {
      collect(condition->then, tables);
      collect(condition->otherwise, tables);
    }
    if (auto* keep = std::get_if<KeepElement>(&element.node)) collect(keep->content, tables);
    if (auto* outline = std::get_if<OutlineElement>(&element.node)) {
      for (auto& outline_case : outline->cases) collect(outline_case.content, tables);
      collect(outline->empty, tables);
    }
  }
}

}  // namespace

void assign_table_ids(Template& report) {
  Tables tables;
  for (auto& section : report.sections) collect(section.content, tables);
  std::set<std::string> taken;
  for (const auto& table : tables) taken.insert(*table.id);
  for (const auto& table : tables) {
    if (!table.id->empty()) continue;
    *table.id = *table.query;
    for (int number = 2; !taken.insert(*table.id).second; ++number) {
      *table.id = fmt::format("{}_{}", *table.query, number);
    }
  }
}

}  // namespace svodka::templates
