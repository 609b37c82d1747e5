#include "import/check/replacements.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "import/codes.hpp"

namespace svodka::import {

namespace {

class Planner {
 public:
  Planner(sqlite::Connection& connection, const ImportSet& set, Keys& keys)
      : connection_(connection), set_(set), keys_(keys) {}

  ReplacementPlan plan() {
    // An owner's kind stands before the kinds of its lists.
    for (const auto& kind : record_kinds()) {
      if (kind.mode != Mode::replaced) continue;
      find_owners(kind);
      if (kind.has_key()) find_leavers(kind);
    }
    return std::move(plan_);
  }

 private:
  void find_owners(const RecordKind& kind) {
    const auto& owner_kind = *find_kind(kind.fields[kind.at(kind.owner)].target);
    auto& owners = plan_.owners[&kind];
    for (const auto& record : set_.of(kind)) add(owners, owner_kind, record[kind.owner]);
    const auto& named = set_.named(kind);
    for (const auto& record : set_.of(owner_kind)) {
      const bool same_file = std::find(named.begin(), named.end(), record.source) != named.end();
      if (same_file || owner_kind.mode == Mode::replaced) add(owners, owner_kind, record["key"]);
    }
    for (const auto& left_out_record : plan_.left_out[&owner_kind]) owners.insert(left_out_record.id);
  }

  void add(std::set<std::int64_t>& owners, const RecordKind& owner_kind, const Cell& key) {
    if (!key.given()) return;
    if (const auto id = keys_.find(owner_kind, key.text())) owners.insert(*id);
  }

  void find_leavers(const RecordKind& kind) {
    auto select = connection_.prepare(
        fmt::format("SELECT id, key FROM {} WHERE {}_id = ? ORDER BY key", kind.name, kind.owner));
    auto& left_out = plan_.left_out[&kind];
    for (const auto owner : plan_.owners[&kind]) {
      select.bind(1, owner);
      while (select.step()) {
        LeftOut left_out_record{select.integer(0), select.text(1), owner};
        if (keys_.in_set(kind, left_out_record.key) != nullptr) continue;
        keys_.set_leaving(kind, left_out_record.key);
        left_out.push_back(std::move(left_out_record));
      }
      select.reset();
    }
  }

  sqlite::Connection& connection_;
  const ImportSet& set_;
  Keys& keys_;
  ReplacementPlan plan_;
};

}  // namespace

const Record& record_to_point_at(const ImportSet& set, Keys& keys, const RecordKind& kind,
                                 const LeftOut& left_out_record) {
  const auto& owner_kind = *find_kind(kind.fields[kind.at(kind.owner)].target);
  const auto names_owner = [&](const Cell& key) {
    return key.given() && keys.find(owner_kind, key.text()) == left_out_record.owner;
  };
  for (const auto& record : set.of(kind)) {
    if (names_owner(record[kind.owner])) return record;
  }
  const auto& owners = set.of(owner_kind);
  const auto owner = std::find_if(owners.begin(), owners.end(),
                                  [&](const Record& record) { return names_owner(record["key"]); });
  assert(owner != owners.end());  // else its list would not be replaced
  return *owner;
}

void check_left_out(sqlite::Connection& connection, const ImportSet& set, Keys& keys,
                    const ReplacementPlan& plan, Mistakes& mistakes) {
  const auto& items = *find_kind("items");
  const auto left_out = plan.left_out.find(&items);
  if (left_out == plan.left_out.end() || left_out->second.empty()) return;
  auto history = connection.prepare(
      "SELECT 1 FROM assignments a WHERE a.item_id = ? AND ("
      "EXISTS (SELECT 1 FROM entries WHERE assignment_id = a.id) OR "
      "EXISTS (SELECT 1 FROM extensions WHERE assignment_id = a.id) OR "
      "EXISTS (SELECT 1 FROM control_decisions WHERE assignment_id = a.id)) LIMIT 1");
  for (const auto& left_out_record : left_out->second) {
    history.bind(1, left_out_record.id);
    if (history.step()) {
      mistakes.add(codes::lost_history, set.span(record_to_point_at(set, keys, items, left_out_record)),
                   "/items",
                   fmt::format("the item '{}' is left out, but its execution has been reported on",
                               left_out_record.key),
                   "keep the item and mark it \"withdrawn\": true");
    }
    history.reset();
  }
}

ReplacementPlan plan_replacements(sqlite::Connection& connection, const ImportSet& set, Keys& keys) {
  return Planner(connection, set, keys).plan();
}

}  // namespace svodka::import
