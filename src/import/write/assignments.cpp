#include "import/write/assignments.hpp"

namespace svodka::import {

namespace {

void bind_id(sqlite::Statement& statement, int parameter, std::int64_t id) {
  if (id == 0) {
    statement.bind_null(parameter);
  } else {
    statement.bind(parameter, id);
  }
}

}  // namespace

Assignments::Assignments(sqlite::Connection& connection)
    : connection_(connection),
      of_item_(connection.prepare(
          "SELECT id, ifnull(organization_id, 0), ifnull(person_id, 0), assigned_on FROM assignments "
          "WHERE item_id = ?")),
      add_(connection.prepare(
          "INSERT INTO assignments (item_id, organization_id, person_id, role, assigned_on, source) "
          "VALUES (?, ?, ?, ?, ?, 'run')")),
      due_(connection.prepare("SELECT 1 FROM occurrences WHERE assignment_id = ? AND due_on = ?")),
      any_due_(connection.prepare("SELECT 1 FROM occurrences WHERE assignment_id = ? LIMIT 1")),
      add_due_(connection.prepare("INSERT OR IGNORE INTO occurrences (assignment_id, due_on) VALUES (?, ?)")),
      entry_(connection.prepare("SELECT id FROM entries WHERE assignment_id = ? AND occurrence = ? AND "
                                "period_end = ? AND period = ? "
                                "AND revision = ?")) {}

const std::map<Assignee, Assignment>& Assignments::of_item(std::int64_t item) {
  const auto [found, is_new] = items_.try_emplace(item);
  if (!is_new) return found->second;
  of_item_.bind(1, item);
  while (of_item_.step()) {
    const Assignee assignee{of_item_.integer(1), of_item_.integer(2)};
    const auto on = text::Date::parse(of_item_.text(3));
    found->second.emplace(assignee, Assignment{of_item_.integer(0), on.value_or(text::Date())});
  }
  of_item_.reset();
  return found->second;
}

std::optional<std::int64_t> Assignments::find(std::int64_t item, const Assignee& assignee) {
  const auto& all = of_item(item);
  const auto found = all.find(assignee);
  if (found == all.end()) return std::nullopt;
  return found->second.id;
}

void Assignments::add(std::int64_t item, const Assignee& assignee, std::string_view role, text::Date on) {
  of_item(item);
  add_.bind(1, item);
  bind_id(add_, 2, assignee.organization);
  bind_id(add_, 3, assignee.person);
  add_.bind(4, role).bind(5, std::string_view(on.iso()));
  add_.run();
  items_[item].emplace(assignee, Assignment{connection_.last_insert_rowid(), on});
}

bool Assignments::has_occurrence(std::int64_t assignment, const std::string& occurrence) {
  if (occurrence.empty()) return !has_occurrences(assignment);
  due_.bind(1, assignment).bind(2, std::string_view(occurrence));
  const bool found = due_.step();
  due_.reset();
  return found;
}

bool Assignments::has_occurrences(std::int64_t assignment) {
  any_due_.bind(1, assignment);
  const bool found = any_due_.step();
  any_due_.reset();
  return found;
}

bool Assignments::add_occurrence(std::int64_t assignment, text::Date due_on) {
  add_due_.bind(1, assignment).bind(2, std::string_view(due_on.iso()));
  add_due_.run();
  return connection_.changes() > 0;
}

std::optional<std::int64_t> Assignments::find_entry(std::int64_t assignment, const std::string& occurrence,
                                                    const std::string& period, std::int64_t revision) {
  const auto parsed = text::Period::parse(period);
  if (!parsed) return std::nullopt;
  entry_.bind(1, assignment)
      .bind(2, std::string_view(occurrence))
      .bind(3, std::string_view(parsed->last.iso()));
  entry_.bind(4, std::string_view(period)).bind(5, revision);
  std::optional<std::int64_t> id;
  if (entry_.step()) id = entry_.integer(0);
  entry_.reset();
  return id;
}

}  // namespace svodka::import
