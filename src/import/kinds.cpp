#include "import/kinds.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <unordered_map>

#include "import/kinds/fields.hpp"

namespace svodka::import {

namespace {

std::vector<RecordKind> all_kinds() {
  std::vector<RecordKind> all;
  for (auto part : {district_kinds, meeting_kinds, resolution_kinds, execution_kinds, conclusion_kinds}) {
    auto kinds = part();
    std::move(kinds.begin(), kinds.end(), std::back_inserter(all));
  }
  return all;
}

}  // namespace

std::optional<std::size_t> RecordKind::find(std::string_view field) const {
  const auto found =
      std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.name == field; });
  if (found == fields.end()) return std::nullopt;
  return static_cast<std::size_t>(found - fields.begin());
}

std::size_t RecordKind::at(std::string_view field) const {
  const auto found = find(field);
  assert(found);
  return *found;
}

const std::vector<RecordKind>& record_kinds() {
  static const auto all = all_kinds();
  return all;
}

const RecordKind* find_kind(std::string_view name) {
  static const auto by_name = [] {
    std::unordered_map<std::string_view, const RecordKind*> map;
    for (const auto& kind : record_kinds()) map.emplace(kind.name, &kind);
    return map;
  }();
  const auto found = by_name.find(name);
  return found == by_name.end() ? nullptr : found->second;
}

std::string_view name_of(FieldType type) {
  switch (type) {
    case FieldType::key:
      return "key";
    case FieldType::text:
      return "text";
    case FieldType::integer:
      return "integer";
    case FieldType::number:
      return "number";
    case FieldType::boolean:
      return "boolean";
    case FieldType::date:
      return "date";
    case FieldType::time:
      return "time";
    case FieldType::period:
      return "period";
    case FieldType::reference:
      return "reference";
    case FieldType::vocabulary:
      return "word";
  }
  return {};
}

}  // namespace svodka::import
