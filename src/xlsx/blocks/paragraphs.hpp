#pragma once
// Running text on a sheet: cells merged over the whole grid, as high as their text.

#include <string>
#include <vector>

#include "document/document.hpp"
#include "xlsx/sheet/sheets.hpp"

namespace svodka::xlsx {

void write_paragraph(Book& book, Sheets& sheets, const document::Paragraph& paragraph);
void write_approval(Book& book, Sheets& sheets, const document::Approval& approval);  // approval.cpp
void write_image(Book& book, Sheets& sheets, const document::Image& image);           // pictures.cpp
void write_rule(Book& book, Sheets& sheets);
void write_signature(Book& book, Sheets& sheets, const document::Signature& signature);
void write_space(Sheets& sheets, Points height);

// A row of cells beside each other, as high as the tallest text and a gap. Those over no column are left out.
struct PlacedCell {
  Span span;
  StyledText text;
  CellLook look;
};
void write_cells(Book& book, Sheets& sheets, const std::vector<PlacedCell>& cells, Points gap);

// For messages.
std::string place_of(const Sheet& sheet);

}  // namespace svodka::xlsx
