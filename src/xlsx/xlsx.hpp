#pragma once
// Document → the bytes of a workbook.

#include <string>

#include "base/diagnostic.hpp"
#include "document/document.hpp"
#include "fonts/fonts.hpp"
#include "text/breaks.hpp"

namespace svodka::xlsx {

// What a worker keeps between documents. Not for two threads at once.
struct Tools {
  fonts::Shaper& shaper;  // row heights are computed: no program fits merged cells
  text::LineBreaker& breaker;
};

// Throws base::Error when the workbook cannot be made. Same document, same bytes. Parts beyond 16 MB go
// through an unlinked file in TMPDIR. One sheet a section; every table is a defined name, «table_» and its id
// (see names.hpp), over its header, its number row and all its rows; what goes on on a further sheet is
// «table_…_2».
std::string write(const document::Document& document, const document::Theme& theme, Tools tools,
                  base::Diagnostics& diagnostics);

}  // namespace svodka::xlsx
