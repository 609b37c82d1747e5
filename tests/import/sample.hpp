#pragma once
// A small district with one resolution, for tests of what an import leaves in the database.

#include <string>

namespace svodka::import::test {

inline const std::string district = R"({
"tags": [{"key": "project", "name": "Проект"}],
"organizations": [
  {"key": "school-1", "full_name": "Школа № 1", "short_name": "СШ № 1", "type": "school"},
  {"key": "school-2", "full_name": "Школа № 2", "short_name": "СШ № 2", "type": "basic_school"},
  {"key": "lyceum", "full_name": "Лицей", "short_name": "Лицей", "type": "lyceum"},
  {"key": "garden", "full_name": "Детский сад", "short_name": "ДС", "type": "kindergarten"}],
"organization_tags": [{"organization": "school-1", "tag": "project", "since": "2026-01-01"}],
"people": [{"key": "head", "surname": "Ёлкина", "initials": "А. Б.", "organization": "school-1", "head": true}],
"meetings": [{"key": "m", "kind": "forum", "format": "mixed", "held_on": "2026-09-01"}]})";

inline const std::string resolution = R"({
"resolutions": [{"key": "r", "meeting": "m", "kind": "decision", "title": "Решение"}],
"items": [
  {"key": "r-1", "resolution": "r", "ordinal": 1, "kind": "addressee", "text": "Школам:"},
  {"key": "r-1.1", "resolution": "r", "parent": "r-1", "ordinal": 1, "kind": "directive", "text": "сделать;", "tracked": true},
  {"key": "r-1.2", "resolution": "r", "parent": "r-1", "ordinal": 2, "kind": "directive", "text": "сообщать.",
   "tracked": true, "deadline": "recurring", "recurrence": "monthly"}],
"item_addressees": [{"item": "r-1", "ordinal": 1, "role": "executor", "rule": "all"}],
"item_acts": [{"item": "r-1.1", "ordinal": 1, "title": "Приказ"}, {"item": "r-1.1", "ordinal": 2, "title": "Письмо"}],
"assignment_runs": [{"resolution": "r", "assigned_on": "2026-09-01", "until": "2026-11-30"}]})";

inline const std::string history = R"({
"entries": [
  {"item": "r-1.1", "organization": "school-1", "period": "2026-09", "revision": 1, "state": "done", "done": "Сделано.",
   "submitted_on": "2026-09-20"},
  {"item": "r-1.2", "organization": "lyceum", "occurrence": "2026-10-31", "period": "2026-10", "revision": 1,
   "state": "in_progress", "percent": 50, "submitted_on": "2026-10-20"}],
"entry_reviews": [{"item": "r-1.1", "organization": "school-1", "period": "2026-09", "revision": 1, "decision": "accepted",
   "decided_on": "2026-09-21", "decided_by": "head"}],
"evidence": [{"item": "r-1.1", "organization": "school-1", "period": "2026-09", "revision": 1, "ordinal": 1, "title": "Отчёт"}],
"extensions": [{"item": "r-1.1", "organization": "school-2", "ordinal": 1, "due_on": "2026-10-01", "reason": "Ремонт",
   "approved_on": "2026-09-10"}],
"control_decisions": [{"item": "r-1.1", "organization": "school-1", "ordinal": 1, "decision": "remove",
   "decided_on": "2026-09-22"}]})";

inline std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const auto at = text.find(what);
  return at == std::string::npos ? "no '" + what + "' to replace" : text.replace(at, what.size(), with);
}

}  // namespace svodka::import::test
