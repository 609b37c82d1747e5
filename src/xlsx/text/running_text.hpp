#pragma once
// What a sheet prints in its margins.

#include <string>

#include "document/document.hpp"
#include "xlsx/sheet/book.hpp"

namespace svodka::xlsx {

// In the codes of workbooks («&CСтраница &P из &N»), at most 255 UTF-16 units; empty: nothing there.
struct RunningText {
  std::string header, footer;
  std::size_t header_lines = 0, footer_lines = 0;
};

// The section's own; where it says nothing, the document's title and «Страница 1 из 3» below. A sheet has no
// other first page: what is for further pages stands on all.
RunningText running_text(Book& book, const document::Section& section);

}  // namespace svodka::xlsx
