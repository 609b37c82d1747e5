#include "xlsx/sheet/book.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "xlsx/codes.hpp"

namespace svodka::xlsx {

void Book::report(const Findings& findings, const std::string& where) {
  if (findings.invalid_utf8) {
    diagnostics.warning_in(broken_text, where,
                           "the text is not valid UTF-8; broken bytes are printed as U+FFFD",
                           "import the text again from a file in UTF-8");
  }
  if (findings.forbidden) {
    diagnostics.warning_in(forbidden_characters, where, "control characters of the text were left out");
  }
}

// libxlsxwriter counts code points of the escaped text, Excel UTF-16 units: the larger number decides.
void Book::limit_length(StyledText& text, const std::string& where) {
  const auto units = std::max(utf16_units(text.text), base::count_code_points(text.text));
  if (units <= kMaxCellUnits) return;
  diagnostics.error_in(text_too_long, where,
                       fmt::format("the text has {} characters; a cell holds {}", units, kMaxCellUnits),
                       "split the text over rows or paragraphs");
  text = slice(text, 0, first_units(text.text, kMaxCellUnits).size());
}

}  // namespace svodka::xlsx
