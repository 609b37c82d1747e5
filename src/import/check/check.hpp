#pragma once
// Rules that hold between records: references, duplicates, trees.

#include "import/check/keys.hpp"
#include "import/read/import_set.hpp"

namespace svodka::import {

void check_references(const ImportSet& set, Keys& keys, Mistakes& mistakes);

// Records without keys that say the same thing twice, and siblings with the same ordinal.
void check_duplicates(const ImportSet& set, Mistakes& mistakes);

// Cycles of parents; parents of another resolution or meeting; an item whose agenda item is another
// meeting's; a key that a record of another resolution or meeting bears.
void check_trees(const ImportSet& set, Keys& keys, Mistakes& mistakes);

}  // namespace svodka::import
