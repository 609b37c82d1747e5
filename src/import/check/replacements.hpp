#pragma once
// Which lists the batch replaces as a whole, and what leaves with it.

#include <cstdint>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "import/check/keys.hpp"
#include "import/read/batch.hpp"

namespace svodka::import {

// A record with a key that is in the database and left out of its owner's new list.
struct Leaver {
  std::int64_t id = 0;
  std::string key;
  std::int64_t owner = 0;
};

struct ReplacementPlan {
  // For each kind whose lists are replaced: the row ids of their owners.
  std::unordered_map<const RecordKind*, std::set<std::int64_t>> owners;
  std::unordered_map<const RecordKind*, std::vector<Leaver>> leavers;
};

// An owner's list is replaced when the batch has a record of it; when the owner's own record stands in a file
// that has the array, if only an empty one; and when the owner is itself a record of a replaced list (the
// addressees of all items of a resolution whose items come). Leavers are marked in `keys`.
ReplacementPlan plan_replacements(sqlite::Connection& connection, const Batch& batch, Keys& keys);

// A record of the batch to point at when a leaver is at fault: one of the same list, or its owner.
const Record& witness_of(const Batch& batch, Keys& keys, const RecordKind& kind, const Leaver& leaver);

// Items that leave although something was reported or decided on them (I305).
void check_leavers(sqlite::Connection& connection, const Batch& batch, Keys& keys,
                   const ReplacementPlan& plan, Mistakes& mistakes);

}  // namespace svodka::import
