#pragma once
// Which lists the set replaces as a whole, and what leaves with it.

#include <cstdint>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "import/check/keys.hpp"
#include "import/read/import_set.hpp"

namespace svodka::import {

// A record with a key that is in the database and left out of its owner's new list.
struct LeftOut {
  std::int64_t id = 0;
  std::string key;
  std::int64_t owner = 0;
};

struct ReplacementPlan {
  // For each kind whose lists are replaced: the row ids of their owners.
  std::unordered_map<const RecordKind*, std::set<std::int64_t>> owners;
  std::unordered_map<const RecordKind*, std::vector<LeftOut>> left_out;
};

// An owner's list is replaced when the set has a record of it; when the owner's own record stands in a file
// that has the array, if only an empty one; and when the owner is itself a record of a replaced list (the
// addressees of all items of a resolution whose items come). Left-out records are marked in `keys`.
ReplacementPlan plan_replacements(sqlite::Connection& connection, const ImportSet& set, Keys& keys);

// A record of the set to point at when a left-out record is at fault: one of the same list, or its owner.
const Record& record_to_point_at(const ImportSet& set, Keys& keys, const RecordKind& kind,
                                 const LeftOut& left_out_record);

// Items that leave although something was reported or decided on them (I305).
void check_left_out(sqlite::Connection& connection, const ImportSet& set, Keys& keys,
                    const ReplacementPlan& plan, Mistakes& mistakes);

}  // namespace svodka::import
