#include "import/check/replacements.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "import/codes.hpp"

namespace svodka::import {

namespace {

class Planner {
 public:
  Planner(sqlite::Connection& connection, const Batch& batch, Keys& keys)
      : connection_(connection), batch_(batch), keys_(keys) {}

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
    for (const auto& record : batch_.of(kind)) add(owners, owner_kind, record[kind.owner]);
    const auto& named = batch_.named(kind);
    for (const auto& record : batch_.of(owner_kind)) {
      const bool same_file = std::find(named.begin(), named.end(), record.source) != named.end();
      if (same_file || owner_kind.mode == Mode::replaced) add(owners, owner_kind, record["key"]);
    }
    for (const auto& leaver : plan_.leavers[&owner_kind]) owners.insert(leaver.id);
  }

  void add(std::set<std::int64_t>& owners, const RecordKind& owner_kind, const Cell& key) {
    if (!key.given()) return;
    if (const auto id = keys_.find(owner_kind, key.text())) owners.insert(*id);
  }

  void find_leavers(const RecordKind& kind) {
    auto select = connection_.prepare(
        fmt::format("SELECT id, key FROM {} WHERE {}_id = ? ORDER BY key", kind.name, kind.owner));
    auto& leavers = plan_.leavers[&kind];
    for (const auto owner : plan_.owners[&kind]) {
      select.bind(1, owner);
      while (select.step()) {
        Leaver leaver{select.integer(0), select.text(1), owner};
        if (keys_.in_batch(kind, leaver.key) != nullptr) continue;
        keys_.set_leaving(kind, leaver.key);
        leavers.push_back(std::move(leaver));
      }
      select.reset();
    }
  }

  sqlite::Connection& connection_;
  const Batch& batch_;
  Keys& keys_;
  ReplacementPlan plan_;
};

}  // namespace

const Record& witness_of(const Batch& batch, Keys& keys, const RecordKind& kind, const Leaver& leaver) {
  const auto& owner_kind = *find_kind(kind.fields[kind.at(kind.owner)].target);
  const auto names_owner = [&](const Cell& key) {
    return key.given() && keys.find(owner_kind, key.text()) == leaver.owner;
  };
  for (const auto& record : batch.of(kind)) {
    if (names_owner(record[kind.owner])) return record;
  }
  const auto& owners = batch.of(owner_kind);
  const auto owner = std::find_if(owners.begin(), owners.end(),
                                  [&](const Record& record) { return names_owner(record["key"]); });
  assert(owner != owners.end());  // else its list would not be replaced
  return *owner;
}

void check_leavers(sqlite::Connection& connection, const Batch& batch, Keys& keys,
                   const ReplacementPlan& plan, Mistakes& mistakes) {
  const auto& items = *find_kind("items");
  const auto leavers = plan.leavers.find(&items);
  if (leavers == plan.leavers.end() || leavers->second.empty()) return;
  auto history = connection.prepare(
      "SELECT 1 FROM assignments a WHERE a.item_id = ? AND ("
      "EXISTS (SELECT 1 FROM entries WHERE assignment_id = a.id) OR "
      "EXISTS (SELECT 1 FROM extensions WHERE assignment_id = a.id) OR "
      "EXISTS (SELECT 1 FROM control_decisions WHERE assignment_id = a.id)) LIMIT 1");
  for (const auto& leaver : leavers->second) {
    history.bind(1, leaver.id);
    if (history.step()) {
      mistakes.add(
          codes::lost_history, batch.span(witness_of(batch, keys, items, leaver)), "/items",
          fmt::format("the item '{}' is left out, but its execution has been reported on", leaver.key),
          "keep the item and mark it \"withdrawn\": true");
    }
    history.reset();
  }
}

ReplacementPlan plan_replacements(sqlite::Connection& connection, const Batch& batch, Keys& keys) {
  return Planner(connection, batch, keys).plan();
}

}  // namespace svodka::import
