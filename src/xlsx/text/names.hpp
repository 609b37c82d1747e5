#pragma once
// Names that every spreadsheet program takes.

#include <string>
#include <string_view>
#include <unordered_set>

namespace svodka::xlsx {

// Sheet names of one workbook: at most 31 UTF-16 units, without []:*?/\', not «History», unique also when
// only case differs («План» and «план»); a second one of the same title becomes «План (2)».
class SheetNames {
 public:
  std::string add(std::string_view title);

 private:
  std::unordered_set<std::string> taken_;  // in lower case
};

// Defined names of one workbook: «table_» and the table's id, ASCII letters, digits, dots and underscores;
// another character becomes «_», a repeated name gets «_2».
class TableNames {
 public:
  std::string add(std::string_view table_id);

 private:
  std::unordered_set<std::string> taken_;  // in lower case
};

}  // namespace svodka::xlsx
