#include <nlohmann/json.hpp>
#include <vector>

#include "import/kinds.hpp"
#include "import/kinds/record_docs.hpp"

namespace svodka::import {

namespace {

using json = nlohmann::ordered_json;

json definitions() {
  json defs;
  defs["key"] = {{"type", "string"}, {"pattern", "^[A-Za-zА-Яа-яЁё0-9][A-Za-zА-Яа-яЁё0-9._-]*$"}};
  defs["text"] = {{"type", "string"}, {"pattern", "\\S"}};
  defs["date"] = {{"type", "string"}, {"format", "date"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}};
  defs["time"] = {{"type", "string"}, {"pattern", "^([01][0-9]|2[0-3]):[0-5][0-9]$"}};
  defs["period"] = {{"type", "string"},
                    {"pattern", "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?|-Q[1-4]|-[0-9]{4}|\\.\\.[0-9]{4})?$"}};
  return defs;
}

json reference_to(std::string_view definition) { return {{"$ref", "#/$defs/" + std::string(definition)}}; }

json type_schema(const Field& field) {
  json schema;
  switch (field.type) {
    case FieldType::key:
    case FieldType::reference:
      return reference_to("key");
    case FieldType::text:
      return reference_to("text");
    case FieldType::date:
      return reference_to("date");
    case FieldType::time:
      return reference_to("time");
    case FieldType::period:
      return reference_to("period");
    case FieldType::boolean:
      return {{"type", "boolean"}};
    case FieldType::vocabulary:
      return {{"enum", field.words}};
    case FieldType::integer:
      schema["type"] = "integer";
      break;
    case FieldType::number:
      schema["type"] = "number";
      break;
  }
  if (field.least) schema["minimum"] = *field.least;
  if (field.most) schema["maximum"] = *field.most;
  return schema;
}

json fallback_of(const text::Value& value, FieldType type) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (type == FieldType::boolean) return std::get<std::int64_t>(value) != 0;
  return std::get<std::int64_t>(value);
}

std::string description_of(const Field& field) {
  auto text = std::string(field.description);
  if (field.type == FieldType::reference) text += " Key of a record of '" + std::string(field.target) + "'.";
  return text;
}

json field_schema(const Field& field) {
  json schema;
  schema["description"] = description_of(field);
  if (!text::is_empty(field.fallback)) schema["default"] = fallback_of(field.fallback, field.type);
  const auto type = type_schema(field);
  if (field.required) {
    schema.update(type);
  } else {
    schema["anyOf"] = json::array({type, {{"type", "null"}}});
  }
  return schema;
}

json given(std::string_view field) {
  const std::string name(field);
  return {{"required", {name}}, {"properties", {{name, {{"not", {{"type", "null"}}}}}}}};
}

json condition_schema(const Condition& condition) {
  const std::string field(condition.field);
  json rule;
  rule["if"] = condition.words.empty()
                   ? given(field)
                   : json{{"required", {field}}, {"properties", {{field, {{"enum", condition.words}}}}}};
  rule["then"] = given(condition.needed);
  if (condition.only) rule["else"] = {{"not", given(condition.needed)}};
  return rule;
}

json rules_of(const RecordKind& kind) {
  json rules = json::array();
  for (const auto& fields : kind.exactly_one) {
    json choices = json::array();
    for (const auto field : fields) choices.push_back(given(field));
    rules.push_back({{"oneOf", choices}});
  }
  for (const auto& fields : kind.at_most_one) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
      for (std::size_t j = i + 1; j < fields.size(); ++j) {
        rules.push_back({{"not", {{"allOf", {given(fields[i]), given(fields[j])}}}}});
      }
    }
  }
  for (const auto& fields : kind.at_least_one) {
    json choices = json::array();
    for (const auto field : fields) choices.push_back(given(field));
    rules.push_back({{"anyOf", choices}});
  }
  for (const auto& condition : kind.conditions) rules.push_back(condition_schema(condition));
  return rules;
}

json kind_schema(const RecordKind& kind) {
  json schema;
  schema["type"] = "object";
  schema["description"] = kind.description;
  schema["additionalProperties"] = false;
  json required = json::array();
  for (const auto& field : kind.fields) {
    if (field.required) required.push_back(field.name);
    schema["properties"][std::string(field.name)] = field_schema(field);
  }
  schema["required"] = required;
  if (const auto rules = rules_of(kind); !rules.empty()) schema["allOf"] = rules;
  return schema;
}

}  // namespace

std::string import_schema() {
  json schema;
  schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
  schema["$id"] = "urn:svodka:import:1";
  schema["title"] = "svodka import file";
  schema["description"] = "One object; each member is an array of flat records, one sheet of a workbook.";
  schema["type"] = "object";
  schema["additionalProperties"] = false;
  schema["$defs"] = definitions();
  for (const auto& kind : record_kinds()) {
    const std::string name(kind.name);
    schema["properties"][name] = {
        {"type", "array"}, {"description", kind.description}, {"items", reference_to(name)}};
    schema["$defs"][name] = kind_schema(kind);
  }
  return schema.dump(2) + "\n";
}

}  // namespace svodka::import
