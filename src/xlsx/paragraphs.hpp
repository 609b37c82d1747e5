#pragma once
// Running text on a sheet: cells merged over the whole grid, as high as their text.

#include "document/document.hpp"
#include "xlsx/sheets.hpp"

namespace svodka::xlsx {

void write_paragraph(Book& book, Sheets& sheets, const document::Paragraph& paragraph);
void write_signature(Book& book, Sheets& sheets, const document::Signature& signature);
void write_space(Sheets& sheets, Points height);

}  // namespace svodka::xlsx
