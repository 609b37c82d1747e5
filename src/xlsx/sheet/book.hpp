#pragma once
// What all sheets of one workbook share while it is made.

#include <cstdint>
#include <set>
#include <string>

#include "base/diagnostic.hpp"
#include "document/document.hpp"
#include "xlsx/text/formats.hpp"
#include "xlsx/text/measure.hpp"
#include "xlsx/text/names.hpp"
#include "xlsx/text/styled_text.hpp"

namespace svodka::xlsx {

// Smaller in tests.
struct Limits {
  std::uint32_t sheet_rows = 1048576;
  std::size_t streamed_cells = 200000;  // with more cells, rows go out as they are written, strings in place
  std::size_t entry_in_one_piece = std::size_t{16} << 20;  // bytes; zlib deflates larger entries as they come
};

constexpr double kDefaultSize = 12;  // of the Normal style, points

struct Book {
  lxw_workbook* workbook;
  const document::Document& document;
  const document::Theme& theme;
  base::Diagnostics& diagnostics;
  Limits limits;
  Formats formats;
  Measure measure;
  SheetNames sheet_names;
  TableNames table_names;
  std::set<std::string, std::less<>> unknown_states;  // reported once each

  const document::ParagraphStyle& style(document::StyleName name) const { return theme.style(name); }

  // One step of a cell's indent: three spaces of the Normal style.
  Points indent_step() { return 3 * measure.width(" ", {.size = kDefaultSize}); }

  // Warns of what was repaired in a text, cuts it at a cell's limit with an error. `where` names the cell.
  void report(const Findings& findings, const std::string& where);
  void limit_length(StyledText& text, const std::string& where);
};

}  // namespace svodka::xlsx
