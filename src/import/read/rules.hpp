#pragma once
// Rules that hold within one record, over several fields.

#include "import/read/batch.hpp"

namespace svodka::import {

// The record's fields are each sound and none that is required is missing.
void check_record(const Batch& batch, const Record& record, Mistakes& mistakes);

}  // namespace svodka::import
