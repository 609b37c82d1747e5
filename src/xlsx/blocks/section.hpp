#pragma once
// One section of the document on its sheets.

#include "document/document.hpp"
#include "xlsx/sheet/book.hpp"

namespace svodka::xlsx {

void write_section(Book& book, const document::Section& section);

}  // namespace svodka::xlsx
