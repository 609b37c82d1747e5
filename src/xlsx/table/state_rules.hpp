#pragma once
// Looks of states that follow the text of a cell.

#include <string>
#include <vector>

#include "document/table.hpp"

namespace svodka::xlsx {

// Cells whose text is so have the look; no matter capital or small letters.
struct StateRule {
  enum class Match { equals, begins, contains };
  std::string state;  // of the theme
  Match match = Match::equals;
  std::string text;
};

// Rules that hold for exactly the body cells of each of the column's states, so that a look can follow when
// someone changes the text of a cell. None when the texts do not tell the states apart: a percentage coloured
// by its deadline keeps its look.
std::vector<StateRule> state_rules(const document::Table& table, std::size_t column,
                                   const document::Theme& theme);

}  // namespace svodka::xlsx
