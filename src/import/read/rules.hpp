#pragma once
// Rules that hold within one record, over several fields.

#include "import/read/import_set.hpp"

namespace svodka::import {

// The record's fields are each sound and none that is required is missing.
void check_record(const ImportSet& set, const Record& record, Mistakes& mistakes);

}  // namespace svodka::import
