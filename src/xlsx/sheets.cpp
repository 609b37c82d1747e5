#include "xlsx/sheets.hpp"

namespace svodka::xlsx {

Sheets::Sheets(Book& book, const Grid& grid, document::Orientation orientation, std::string title,
               bool data_like)
    : book_(book), grid_(grid), orientation_(orientation), title_(std::move(title)), data_like_(data_like) {
  begin();
}

bool Sheets::make_room(std::uint32_t rows) {
  if (sheet_->has_room(rows)) return false;
  finish();
  begin();
  return true;
}

void Sheets::begin() {
  sheet_ = std::make_unique<Sheet>(book_, grid_, orientation_, book_.sheet_names.add(title_));
}

}  // namespace svodka::xlsx
