#pragma once
// From the text of import files to typed records; each record is checked by itself.

#include "import/read/import_set.hpp"

namespace svodka::import {

// Appends the file's records to the set. A record with mistakes is kept, so that references to it hold.
void read_import_file(const base::SourcePtr& source, ImportSet& set, Mistakes& mistakes);

}  // namespace svodka::import
