#include "import/check/keys.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "import/codes.hpp"

namespace svodka::import {

Keys::Keys(sqlite::Connection& connection, const ImportSet& set, Mistakes& mistakes)
    : connection_(connection) {
  for (const auto& kind : record_kinds()) {
    if (!kind.has_key()) continue;
    index(kind, set, mistakes);
    number(kind);
  }
}

void Keys::index(const RecordKind& kind, const ImportSet& set, Mistakes& mistakes) {
  auto& map = maps_[&kind];
  for (const auto& record : set.of(kind)) {
    if (!record["key"].given()) continue;
    const auto [found, is_new] = map.try_emplace(record["key"].text(), Entry{{}, &record});
    if (is_new) continue;
    mistakes.at(set, record, "key", codes::duplicate_record,
                fmt::format("the key '{}' is already taken at {}", found->first,
                            place_of(set, *found->second.record)));
  }
}

void Keys::number(const RecordKind& kind) {
  auto& map = maps_[&kind];
  std::vector<Map::value_type*> in_order;
  for (auto& entry : map) in_order.push_back(&entry);
  std::sort(in_order.begin(), in_order.end(),
            [](const auto* a, const auto* b) { return a->first < b->first; });
  auto next = connection_.integer(fmt::format("SELECT ifnull(max(id), 0) + 1 FROM {}", kind.name));
  for (auto* entry : in_order) {
    entry->second.id = stored_id(kind, entry->first);
    entry->second.stored = entry->second.id.has_value();
    if (!entry->second.stored) entry->second.id = next++;
  }
}

sqlite::Statement& Keys::statement(const std::string& sql) {
  const auto found = statements_.find(sql);
  if (found != statements_.end()) return found->second;
  return statements_.emplace(sql, connection_.prepare(sql)).first->second;
}

std::optional<std::int64_t> Keys::stored_id(const RecordKind& kind, const std::string& key) {
  auto& select = statement(fmt::format("SELECT id FROM {} WHERE key = ?", kind.name));
  select.bind(1, key);
  std::optional<std::int64_t> id;
  if (select.step()) id = select.integer(0);
  select.reset();
  return id;
}

std::optional<std::int64_t> Keys::find(const RecordKind& kind, const std::string& key) {
  auto& map = maps_[&kind];
  auto found = map.find(key);
  if (found == map.end()) {
    const auto id = stored_id(kind, key);
    found = map.emplace(key, Entry{id, nullptr, id.has_value()}).first;
  }
  if (found->second.leaving) return std::nullopt;
  return found->second.id;
}

const Record* Keys::in_set(const RecordKind& kind, const std::string& key) const {
  const auto& map = maps_.at(&kind);
  const auto found = map.find(key);
  return found == map.end() ? nullptr : found->second.record;
}

bool Keys::is_stored(const RecordKind& kind, const std::string& key) const {
  const auto& map = maps_.at(&kind);
  const auto found = map.find(key);
  return found != map.end() && found->second.stored;
}

std::string Keys::reference(const RecordKind& kind, const std::string& key, std::string_view field) {
  const auto* record = in_set(kind, key);
  if (record == nullptr) return stored_reference(kind, key, field);
  const auto& cell = (*record)[field];
  return cell.given() ? cell.text() : std::string();
}

std::string Keys::stored_reference(const RecordKind& kind, const std::string& key, std::string_view field) {
  auto& select = statement(fmt::format("SELECT t.key FROM {} r JOIN {} t ON t.id = r.{}_id WHERE r.key = ?",
                                       kind.name, kind.fields[kind.at(field)].target, field));
  select.bind(1, key);
  const auto target = select.step() ? select.text(0) : std::string();
  select.reset();
  return target;
}

void Keys::set_leaving(const RecordKind& kind, const std::string& key) {
  assert(in_set(kind, key) == nullptr);
  find(kind, key);
  maps_[&kind].at(key).leaving = true;
}

bool Keys::is_leaving(const RecordKind& kind, const std::string& key) const {
  const auto& map = maps_.at(&kind);
  const auto found = map.find(key);
  return found != map.end() && found->second.leaving;
}

const std::vector<std::string>& Keys::all(const RecordKind& kind) {
  auto& keys = all_[&kind];
  if (!keys.empty()) return keys;
  for (const auto& [key, entry] : maps_[&kind]) {
    if (entry.record != nullptr) keys.push_back(key);
  }
  auto& select = statement(fmt::format("SELECT key FROM {}", kind.name));
  while (select.step()) {
    auto key = select.text(0);
    if (in_set(kind, key) == nullptr && !is_leaving(kind, key)) keys.push_back(std::move(key));
  }
  select.reset();
  std::sort(keys.begin(), keys.end());  // the hint does not depend on the order of a hash
  return keys;
}

}  // namespace svodka::import
