#pragma once
// From the text of import files to typed records; each record is checked by itself.

#include "import/read/batch.hpp"

namespace svodka::import {

// Appends the file's records to the batch. A record with mistakes is kept, so that references to it hold.
void read_import_file(const base::SourcePtr& source, Batch& batch, Mistakes& mistakes);

}  // namespace svodka::import
