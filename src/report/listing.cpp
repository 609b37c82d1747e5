#include "report/listing.hpp"

#include <nlohmann/json.hpp>

#include <cassert>
#include <map>

#include "data/database.hpp"
#include "database/schema.hpp"

namespace svodka::report {

namespace {

struct RecordList {
  const char* sql;
  std::vector<std::string> columns;
};

const std::map<std::string, RecordList>& lists() {
  static const std::map<std::string, RecordList> all = {
      {"meetings",
       {"SELECT meeting, held_on, kind_name, number, theme FROM meeting_card ORDER BY held_on, meeting",
        {"meeting", "held_on", "kind", "number", "theme"}}},
      {"resolutions",
       {"SELECT resolution, meeting, approved_on, title FROM resolution_card ORDER BY approved_on, "
        "resolution",
        {"resolution", "meeting", "approved_on", "title"}}},
      {"organizations",
       {"SELECT organization, type_name, short_name FROM organization_card ORDER BY ordinal, organization",
        {"organization", "type", "short_name"}}},
      {"people",
       {"SELECT person, full_name, position, organization_name FROM person_card ORDER BY full_name COLLATE "
        "russian, person",
        {"person", "full_name", "position", "organization"}}},
      {"indicators",
       {"SELECT indicator, code, unit, name FROM indicator_list_card ORDER BY code COLLATE russian, "
        "indicator",
        {"indicator", "code", "unit", "name"}}},
      {"conclusions",
       {"SELECT conclusion, concluded_on, organization_name, programme FROM expert_conclusion_card "
        "ORDER BY concluded_on, conclusion",
        {"conclusion", "concluded_on", "organization", "programme"}}}};
  return all;
}

std::string_view name_of(templates::ParameterType type) {
  constexpr std::string_view names[] = {"key", "text", "integer", "date", "period"};
  return names[static_cast<std::size_t>(type)];
}

}  // namespace

const std::vector<std::string>& record_lists() {
  static const std::vector<std::string> names{"meetings", "resolutions", "organizations",
                                              "people",   "indicators",  "conclusions"};
  return names;
}

Listing list_templates(const TemplateFiles& files, base::Diagnostics& diagnostics) {
  Listing listing{{"template", "description", "file"}, {}};
  for (const auto& path : files.all()) {
    const auto report = read_template(path, diagnostics);
    listing.rows.push_back({path.stem().string(), report.description, path.string()});
  }
  return listing;
}

Listing list_parameters(const std::filesystem::path& template_file, base::Diagnostics& diagnostics) {
  Listing listing{{"parameter", "type", "of", "label", "default"}, {}};
  for (const auto& parameter : read_template(template_file, diagnostics).parameters) {
    listing.rows.push_back({parameter.name, std::string(name_of(parameter.type)), parameter.of,
                            parameter.label, parameter.default_value.value_or("")});
  }
  return listing;
}

Listing list_records(const std::string& what, const std::filesystem::path& database, text::Date as_of) {
  const auto& list = lists().at(what);
  database::require_usable(database);
  auto connection = data::Database::open(database, database::catalogue(), as_of);
  base::Diagnostics diagnostics;
  const std::string sql = list.sql;
  const base::SourceSpan source{base::make_source(what, sql), 0, sql.size()};
  const auto query = connection.prepare(what, source, {}, diagnostics);
  assert(query && "the views are the program's own");
  query->start({});
  Listing listing{list.columns, {}};
  for (std::vector<data::Value> row; query->next(row, diagnostics);) {
    auto& cells = listing.rows.emplace_back();
    for (const auto& value : row) cells.push_back(text::display(value));
  }
  return listing;
}

std::string to_json(const Listing& listing) {
  auto array = nlohmann::ordered_json::array();
  for (const auto& row : listing.rows) {
    nlohmann::ordered_json object;
    for (std::size_t i = 0; i < row.size(); ++i) object[listing.columns[i]] = row[i];
    array.push_back(std::move(object));
  }
  return array.dump(2) + "\n";
}

}  // namespace svodka::report
