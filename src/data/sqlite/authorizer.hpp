#pragma once
// What a template's statement may do; for this room's .cpp files.

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "data/sqlite/handles.hpp"

namespace svodka::data {

// The first thing that was refused.
struct Denial {
  enum class Kind { statement, table, function };
  Kind kind = Kind::statement;
  std::string name;  // of the table or function; of a statement that changes data, its verb
};

// The names that a statement may meet.
struct SchemaNames {
  std::vector<std::string> readable;  // tables and views of the main database, as they are spelled
  std::vector<std::string> reserved;  // virtual tables and their modules
};

// Judges a statement while SQLite prepares it, and notes what it reads. Everything not allowed is refused:
// SELECT (recursive too) from the readable tables and views, and the functions of the list.
class Authorizer {
 public:
  explicit Authorizer(SchemaNames names);

  // Attaches to the connection; must outlive it.
  void attach(sqlite3* database);

  void start();  // of one statement
  const std::optional<Denial>& denial() const { return denial_; }
  // Tables and views that the statement itself names, as spelled by the schema.
  const std::set<std::string, std::less<>>& sources() const { return sources_; }
  const std::vector<std::string>& readable() const { return names_.readable; }

 private:
  static int judge(void* self, int action, const char* first, const char* second, const char* database,
                   const char* inside) noexcept;
  int read(std::string_view table, std::string_view column, std::string_view database,
           std::string_view inside);
  int call(std::string_view function, std::string_view inside);
  int deny(Denial::Kind kind, std::string_view name);
  const std::string* find(std::string_view name) const;

  SchemaNames names_;
  std::unordered_map<std::string, const std::string*> readable_;  // by their names in capitals
  std::optional<Denial> denial_;
  std::set<std::string, std::less<>> sources_;
};

// For «did you mean».
std::vector<std::string> allowed_functions();

}  // namespace svodka::data
