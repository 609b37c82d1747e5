#pragma once
// Assignments in the database: who has which item, and on which days a recurring one is due.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "store/sqlite.hpp"
#include "text/date.hpp"

namespace svodka::store {

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
  explicit Assignments(Connection& connection);

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
  Connection& connection_;
  std::unordered_map<std::int64_t, std::map<Assignee, Assignment>> items_;
  Statement of_item_;
  Statement add_;
  Statement due_;
  Statement any_due_;
  Statement add_due_;
  Statement entry_;
};

}  // namespace svodka::store
