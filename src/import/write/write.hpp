#pragma once
// Writes a checked batch into the tables.

#include "import/check/keys.hpp"
#include "import/check/replacements.hpp"
#include "import/importer.hpp"
#include "import/read/batch.hpp"
#include "import/write/assignments.hpp"

namespace svodka::import {

// Inside a transaction with deferred foreign keys. What contradicts the stored history (I301–I304) or leaves
// references open (I306) is told; the caller then rolls back.
void write_batch(sqlite::Connection& connection, const Batch& batch, Keys& keys, const ReplacementPlan& plan,
                 Mistakes& mistakes, ImportResult& result);

}  // namespace svodka::import
