#include "import/write/runs.hpp"

#include <fmt/format.h>

#include <map>
#include <string>
#include <unordered_map>

namespace svodka::import {

namespace {

// Who has an item, and in which role.
using Addressees = std::map<Assignee, std::string>;

struct Item {
  std::int64_t id = 0;
  std::int64_t parent = 0;  // 0: a root
  bool tracked = false;
  bool withdrawn = false;  // itself or an ancestor
  std::string addressees_mode;
  std::string deadline;
  std::string recurrence;
  std::int64_t deadline_item = 0;  // whose deadline is in force; 0: none
  Addressees addressees;
};

Recurrence recurrence_of(const std::string& word) {
  if (word == "weekly") return Recurrence::weekly;
  if (word == "monthly") return Recurrence::monthly;
  if (word == "quarterly") return Recurrence::quarterly;
  return Recurrence::yearly;
}

// An executor stays one, whatever other rule names it too.
void add(Addressees& to, const Assignee& assignee, const std::string& role) {
  const auto [found, is_new] = to.emplace(assignee, role);
  if (!is_new && role == "executor") found->second = role;
}

class Expansion {
 public:
  Expansion(sqlite::Connection& connection, const AssignmentRun& run, Assignments& assignments)
      : connection_(connection),
        run_(run),
        assignments_(assignments),
        by_type_(connection.prepare("SELECT id FROM organizations WHERE type = ?")),
        by_tag_(connection.prepare(
            "SELECT organization_id FROM organization_tags WHERE tag_id = ? AND since <= ? "
            "AND (until IS NULL OR until >= ?)")) {}

  RunCounts expand() {
    read_items();
    for (auto& item : items_) {
      if (item.tracked && !item.withdrawn) assign(item);
    }
    return counts_;
  }

 private:
  // Parents before their children: each takes over what its parent passes down.
  void read_items() {
    auto select = connection_.prepare(
        "WITH RECURSIVE tree (id, depth) AS ("
        "SELECT id, 0 FROM items WHERE resolution_id = ?1 AND parent_id IS NULL UNION ALL "
        "SELECT i.id, tree.depth + 1 FROM tree JOIN items i ON i.parent_id = tree.id) "
        "SELECT i.id, ifnull(i.parent_id, 0), i.tracked, i.withdrawn, i.addressees, i.deadline, "
        "ifnull(i.recurrence, '') "
        "FROM tree JOIN items i ON i.id = tree.id ORDER BY tree.depth, i.id");
    select.bind(1, run_.resolution);
    while (select.step()) {
      Item item{select.integer(0),
                select.integer(1),
                select.integer(2) != 0,
                select.integer(3) != 0,
                select.text(4),
                select.text(5),
                select.text(6),
                0,
                {}};
      inherit(item);
      places_.emplace(item.id, items_.size());
      items_.push_back(std::move(item));
    }
  }

  void inherit(Item& item) {
    const auto* parent = item.parent == 0 ? nullptr : &items_[places_.at(item.parent)];
    if (item.deadline != "inherited") {
      item.deadline_item = item.id;
    } else if (parent != nullptr) {
      item.deadline_item = parent->deadline_item;
    }
    if (parent != nullptr && parent->withdrawn) item.withdrawn = true;
    auto own = own_addressees(item.id);
    const Addressees none;
    const auto& inherited = parent == nullptr ? none : parent->addressees;
    if (item.addressees_mode == "replace") {
      item.addressees = std::move(own);
    } else if (item.addressees_mode == "narrow" && !own.empty()) {
      std::erase_if(own, [&](const auto& entry) { return !inherited.contains(entry.first); });
      item.addressees = std::move(own);
    } else {
      item.addressees = inherited;
      for (const auto& [assignee, role] : own) add(item.addressees, assignee, role);
    }
  }

  Addressees own_addressees(std::int64_t item) {
    auto select = connection_.prepare(
        "SELECT role, rule, ifnull(organization_id, 0), ifnull(person_id, 0), ifnull(tag_id, 0), "
        "ifnull(type, '') "
        "FROM item_addressees WHERE item_id = ?");
    select.bind(1, item);
    Addressees own;
    while (select.step()) {
      const auto role = select.text(0);
      const auto rule = select.text(1);
      if (rule == "person") {
        add(own, {0, select.integer(3)}, role);
      } else {
        for (const auto id : organizations(rule, select.integer(2), select.integer(4), select.text(5))) {
          add(own, {id, 0}, role);
        }
      }
    }
    return own;
  }

  std::vector<std::int64_t> organizations(const std::string& rule, std::int64_t organization,
                                          std::int64_t tag, const std::string& type) {
    if (rule == "organization") return {organization};
    if (rule == "type") return of_type(type);
    if (rule == "tag") return tagged(tag);
    auto schools = all_schools();
    if (rule == "all") return schools;
    for (const auto id : tagged(tag)) std::erase(schools, id);
    return schools;
  }

  std::vector<std::int64_t> of_type(const std::string& type) {
    by_type_.bind(1, std::string_view(type));
    return ids(by_type_);
  }

  std::vector<std::int64_t> all_schools() {
    std::vector<std::int64_t> all;
    for (const auto* type : {"school", "basic_school", "lyceum", "gymnasium"}) {
      for (const auto id : of_type(type)) all.push_back(id);
    }
    return all;
  }

  std::vector<std::int64_t> tagged(std::int64_t tag) {
    const auto on = run_.assigned_on.iso();
    by_tag_.bind(1, tag).bind(2, std::string_view(on)).bind(3, std::string_view(on));
    return ids(by_tag_);
  }

  static std::vector<std::int64_t> ids(sqlite::Statement& select) {
    std::vector<std::int64_t> out;
    while (select.step()) out.push_back(select.integer(0));
    select.reset();
    return out;
  }

  void assign(const Item& item) {
    for (const auto& [assignee, role] : item.addressees) {
      if (assignments_.find(item.id, assignee)) continue;
      assignments_.add(item.id, assignee, role, run_.assigned_on);
      ++counts_.assignments;
    }
    if (run_.until && item.deadline_item != 0) add_occurrences(item, items_[places_.at(item.deadline_item)]);
  }

  void add_occurrences(const Item& item, const Item& source) {
    if (source.deadline != "recurring") return;
    const auto days = fixed_days(source.id);
    for (const auto& [assignee, assignment] : assignments_.of_item(item.id)) {
      for (const auto day :
           due_days(recurrence_of(source.recurrence), days, assignment.assigned_on, *run_.until)) {
        if (assignments_.add_occurrence(assignment.id, day)) ++counts_.occurrences;
      }
    }
  }

  std::vector<MonthDay> fixed_days(std::int64_t item) {
    auto select = connection_.prepare("SELECT month, day FROM item_dates WHERE item_id = ?");
    select.bind(1, item);
    std::vector<MonthDay> days;
    while (select.step()) {
      days.push_back({static_cast<int>(select.integer(0)), static_cast<int>(select.integer(1))});
    }
    return days;
  }

  sqlite::Connection& connection_;
  AssignmentRun run_;
  Assignments& assignments_;
  sqlite::Statement by_type_;
  sqlite::Statement by_tag_;
  std::vector<Item> items_;
  std::unordered_map<std::int64_t, std::size_t> places_;
  RunCounts counts_;
};

}  // namespace

RunCounts expand_run(sqlite::Connection& connection, const AssignmentRun& run, Assignments& assignments) {
  return Expansion(connection, run, assignments).expand();
}

}  // namespace svodka::import
