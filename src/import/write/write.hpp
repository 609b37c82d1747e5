#pragma once
// Writes a checked set into the tables.

#include "import/check/keys.hpp"
#include "import/check/replacements.hpp"
#include "import/importer.hpp"
#include "import/read/import_set.hpp"
#include "import/write/assignments.hpp"

namespace svodka::import {

// Inside a transaction with deferred foreign keys. What contradicts the stored history (I301–I304) or leaves
// references open (I306) is told; the caller then rolls back.
void write_set(sqlite::Connection& connection, const ImportSet& set, Keys& keys, const ReplacementPlan& plan,
               Mistakes& mistakes, ImportResult& result);

}  // namespace svodka::import
