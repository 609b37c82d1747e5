#pragma once
// Rules that hold within one record, over several fields.

#include "store/import_batch.hpp"

namespace svodka::store {

// The record's fields are each sound and none that is required is missing.
void check_record(const Batch& batch, const Record& record, Mistakes& mistakes);

}  // namespace svodka::store
