#pragma once
// The sheets of one section: one, and further ones when rows run out.

#include <memory>
#include <string>

#include "xlsx/sheet/sheet.hpp"

namespace svodka::xlsx {

class Sheets {
 public:
  Sheets(Book& book, const Grid& grid, const document::Section& section, bool data_like);

  Sheet& current() { return *sheet_; }
  // Begins the next sheet when fewer than `rows` rows are left; true when it did.
  bool make_room(std::uint32_t rows);
  void finish() { sheet_->finish(data_like_); }

 private:
  void begin();

  Book& book_;
  Grid grid_;
  const document::Section& section_;
  RunningText running_;
  bool data_like_;
  std::unique_ptr<Sheet> sheet_;
};

}  // namespace svodka::xlsx
