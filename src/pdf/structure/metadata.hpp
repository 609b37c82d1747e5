#pragma once
// The information dictionary and XMP: the same values twice.

#include <string>
#include <vector>

#include "layout/pages.hpp"
#include "pdf/objects/objects.hpp"
#include "pdf/pdf.hpp"

namespace svodka::pdf {

std::vector<Entry> information(const layout::Pages& pages);

std::string xmp(const layout::Pages& pages, Standard standard);

}  // namespace svodka::pdf
