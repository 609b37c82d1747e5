#include "xlsx/sheet/sheets.hpp"

namespace svodka::xlsx {

Sheets::Sheets(Book& book, const Grid& grid, const document::Section& section, bool data_like)
    : book_(book),
      grid_(grid),
      section_(section),
      running_(running_text(book, section)),
      data_like_(data_like) {
  begin();
}

bool Sheets::make_room(std::uint32_t rows) {
  if (sheet_->has_room(rows)) return false;
  finish();
  begin();
  return true;
}

void Sheets::begin() {
  sheet_ = std::make_unique<Sheet>(book_, grid_, section_.orientation, running_,
                                   book_.sheet_names.add(section_.title));
}

}  // namespace svodka::xlsx
