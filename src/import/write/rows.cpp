#include "import/write/rows.hpp"

#include <fmt/format.h>

#include <cassert>
#include <string>

#include "import/codes.hpp"

namespace svodka::import {

namespace {

using text::Value;

// "organization 'school-3'"
std::string assignee_text(const Record& record) {
  const std::string_view field = record["organization"].given() ? "organization" : "person";
  return fmt::format("{} '{}'", field, record[field].text());
}

text::Period period_of(const Record& record, std::size_t field) {
  const auto period = text::Period::parse(record.cells[field].text());
  assert(period);
  return *period;
}

}  // namespace

std::optional<Row> RowMaker::make(const Record& record, const std::vector<Column>& columns) {
  Hook hook;
  if (record.kind->about != About::nothing) {
    const auto found = hook_of(record);
    if (!found) return std::nullopt;
    hook = *found;
  }
  Row row;
  row.reserve(columns.size());
  for (const auto& column : columns) row.push_back(value_of(record, column, hook));
  return row;
}

std::optional<RowMaker::Hook> RowMaker::hook_of(const Record& record) {
  const auto assignment = assignment_of(record);
  if (!assignment) return std::nullopt;
  Hook hook{*assignment, 0, {}};
  if (record["occurrence"].given()) hook.occurrence = std::get<text::Date>(record["occurrence"].value).iso();
  if (!assignments_.has_occurrence(hook.assignment, hook.occurrence)) {
    const auto& item = record["item"].text();
    mistakes_.at(
        set_, record, "occurrence", codes::no_occurrence,
        hook.occurrence.empty()
            ? fmt::format("'{}' is recurring: 'occurrence' must say which one is meant", item)
            : fmt::format("'{}' is not due from {} on {}", item, assignee_text(record), hook.occurrence),
        "an 'assignment_runs' record with 'until' makes the occurrences of recurring items");
    return std::nullopt;
  }
  if (record.kind->about == About::entry && !find_entry(record, hook)) return std::nullopt;
  return hook;
}

std::optional<std::int64_t> RowMaker::assignment_of(const Record& record) {
  const Assignee assignee{id_of(record, "organization"), id_of(record, "person")};
  if (const auto found = assignments_.find(id_of(record, "item"), assignee)) return found;
  mistakes_.at(set_, record, "item", codes::no_assignment,
               fmt::format("'{}' is not assigned to {}", record["item"].text(), assignee_text(record)),
               "an 'assignment_runs' record assigns items that are tracked and not withdrawn; 'assignments' "
               "assigns any");
  return std::nullopt;
}

bool RowMaker::find_entry(const Record& record, Hook& hook) {
  const auto& period = record["period"].text();
  const auto revision = std::get<std::int64_t>(record["revision"].value);
  const auto entry = assignments_.find_entry(hook.assignment, hook.occurrence, period, revision);
  if (!entry) {
    mistakes_.at(set_, record, codes::no_entry,
                 fmt::format("{} has no entry on '{}' for {} with revision {}", assignee_text(record),
                             record["item"].text(), period, revision));
    return false;
  }
  hook.entry = *entry;
  return true;
}

Value RowMaker::value_of(const Record& record, const Column& column, const Hook& hook) {
  switch (column.from) {
    case From::id:
      return *keys_.find(*record.kind, record["key"].text());
    case From::assignment:
      return hook.assignment;
    case From::occurrence:
      return hook.occurrence;
    case From::entry:
      return hook.entry;
    case From::period_start:
      return period_of(record, column.field).first.iso();
    case From::period_end:
      return period_of(record, column.field).last.iso();
    case From::source:
      return std::string("explicit");
    case From::field:
      break;
  }
  const auto& value = record.cells[column.field].value;
  if (const auto* date = std::get_if<text::Date>(&value)) return date->iso();
  const auto& field = record.kind->fields[column.field];
  if (field.type != FieldType::reference || text::is_empty(value)) return value;
  return id_of(record, field.name);
}

// 0 when the reference is left out.
std::int64_t RowMaker::id_of(const Record& record, std::string_view field) {
  const auto& cell = record[field];
  if (!cell.given()) return 0;
  const auto id = keys_.find(*find_kind(record.kind->fields[record.kind->at(field)].target), cell.text());
  assert(id);  // references are checked before
  return *id;
}

}  // namespace svodka::import
