#pragma once
// The text of one cell, clean, with the stretches that are bold, italic or a link.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "document/table.hpp"
#include "xlsx/text/hygiene.hpp"

namespace svodka::xlsx {

struct Stretch {
  std::size_t begin = 0;  // bytes of the text
  std::size_t end = 0;
  bool bold = false;
  bool italic = false;
  bool link = false;
};

struct StyledText {
  std::string text;
  std::vector<Stretch> stretches;  // cover the text in order, neighbours differ; empty: all of it plain
  std::string href;                // the first link's target; a cell can hold one

  bool empty() const { return text.empty(); }
};

StyledText plain_styled(std::string_view text, Findings& findings);

// «label text»: the label stands in front verbatim.
StyledText styled(std::string_view label, const document::Runs& runs, Findings& findings);

// Bytes [begin, end), without spaces and line breaks at its ends.
StyledText slice(const StyledText& text, std::size_t begin, std::size_t end);

}  // namespace svodka::xlsx
