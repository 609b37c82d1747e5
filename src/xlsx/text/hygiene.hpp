#pragma once
// What a workbook's XML cannot hold, found before libxlsxwriter writes a file that no program opens.

#include <cstddef>
#include <string>
#include <string_view>

namespace svodka::xlsx {

constexpr std::size_t kMaxCellUnits = 32767;  // UTF-16 code units in a cell (ECMA-376, Excel's limit)

struct Findings {
  bool invalid_utf8 = false;  // malformed bytes were replaced by U+FFFD
  bool forbidden = false;     // control characters, U+FFFE and U+FFFF were left out
  bool any() const { return invalid_utf8 || forbidden; }
};

// Text as it may stand in a cell: CR LF and CR become LF, and a literal «_x0041_» is escaped, since readers
// would take it for «A». Comes back as it is, without a copy, when nothing had to change; else lives in
// `buffer`.
std::string_view cell_text(std::string_view text, std::string& buffer, Findings& findings);

// Text for names, headers and properties: what is forbidden is left out, white space is single spaces.
std::string one_line(std::string_view text);

std::size_t utf16_units(std::string_view text);

// Text for an attribute that the library writes: it cuts at 2080 bytes of XML, wherever that is. What is
// longer ends after a word, with «…».
std::string attribute_text(std::string_view text);

// The longest beginning of at most `units` UTF-16 code units that ends between characters.
std::string_view first_units(std::string_view text, std::size_t units);

}  // namespace svodka::xlsx
