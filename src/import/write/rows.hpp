#pragma once
// From a record to its row: references become row ids, the fields that name an assignment or an entry its id.

#include <optional>
#include <vector>

#include "import/check/keys.hpp"
#include "import/read/import_set.hpp"
#include "import/write/assignments.hpp"
#include "import/write/table.hpp"

namespace svodka::import {

class RowMaker {
 public:
  RowMaker(const ImportSet& set, Keys& keys, Assignments& assignments, Mistakes& mistakes)
      : set_(set), keys_(keys), assignments_(assignments), mistakes_(mistakes) {}

  // Empty when the assignment, occurrence or entry does not exist; the mistake is told.
  std::optional<Row> make(const Record& record, const std::vector<Column>& columns);

 private:
  struct Hook {
    std::int64_t assignment = 0;
    std::int64_t entry = 0;
    std::string occurrence;
  };

  std::optional<Hook> hook_of(const Record& record);
  std::optional<std::int64_t> assignment_of(const Record& record);
  bool find_entry(const Record& record, Hook& hook);
  text::Value value_of(const Record& record, const Column& column, const Hook& hook);
  std::int64_t id_of(const Record& record, std::string_view field);

  const ImportSet& set_;
  Keys& keys_;
  Assignments& assignments_;
  Mistakes& mistakes_;
};

}  // namespace svodka::import
