#pragma once
// Writes a checked batch into the tables.

#include "store/import_assignments.hpp"
#include "store/import_batch.hpp"
#include "store/import_keys.hpp"
#include "store/import_plan.hpp"
#include "store/importer.hpp"

namespace svodka::store {

// Inside a transaction with deferred foreign keys. What contradicts the stored history (I301–I304) or leaves
// references open (I306) is told; the caller then rolls back.
void write_batch(Connection& connection, const Batch& batch, Keys& keys, const ReplacementPlan& plan,
                 Mistakes& mistakes, ImportResult& result);

}  // namespace svodka::store
