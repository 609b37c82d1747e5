#pragma once
// Assignments in the database: who has which item, and on which days a recurring one is due.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "sqlite/connection.hpp"
#include "text/date.hpp"

namespace svodka::import {

// The row id of an organization or of a person, never both.
struct Assignee {
  std::int64_t organization = 0;
  std::int64_t person = 0;
  auto operator<=>(const Assignee&) const = default;
};

struct Assignment {
  std::int64_t id = 0;
  text::Date assigned_on;
};

class Assignments {
 public:
  explicit Assignments(sqlite::Connection& connection);

  std::optional<std::int64_t> find(std::int64_t item, const Assignee& assignee);
  const std::map<Assignee, Assignment>& of_item(std::int64_t item);
  void add(std::int64_t item, const Assignee& assignee, std::string_view role, text::Date on);
  // Others may have written assignments: what was read is forgotten.
  void forget() { items_.clear(); }

  // Whether the assignment may be reported on for the occurrence: the date of one, or nothing when it has
  // none.
  bool has_occurrence(std::int64_t assignment, const std::string& occurrence);
  bool has_occurrences(std::int64_t assignment);
  // False when it is there already.
  bool add_occurrence(std::int64_t assignment, text::Date due_on);
  std::optional<std::int64_t> find_entry(std::int64_t assignment, const std::string& occurrence,
                                         const std::string& period, std::int64_t revision);

 private:
  sqlite::Connection& connection_;
  std::unordered_map<std::int64_t, std::map<Assignee, Assignment>> items_;
  sqlite::Statement of_item_;
  sqlite::Statement add_;
  sqlite::Statement due_;
  sqlite::Statement any_due_;
  sqlite::Statement add_due_;
  sqlite::Statement entry_;
};

}  // namespace svodka::import
