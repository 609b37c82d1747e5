#pragma once
// The elements of the language in one table: where each may stand, what it holds, its attributes.
// A new element is a row here and a builder (build_blocks.cpp, build_inlines.cpp or build_tables.cpp).

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace svodka::templates {

// Kinds of places, as bits: an element stands where its `stands` and the place have a bit in common.
namespace place {
enum Bits : std::uint32_t {
  nowhere = 0,
  root = 1 << 0,         // the file
  report = 1 << 1,       // in <report>
  query = 1 << 2,        // in <query>, besides its SQL
  block = 1 << 3,        // among paragraphs and tables
  outline_row = 1 << 4,  // among blocks, in <case>
  text = 1 << 5,         // among words
  link = 1 << 6,         // among words that are not yet a link
  table = 1 << 7,        // in <table>
  matrix = 1 << 8,       // in <columns>
  outline = 1 << 9,      // in <outline>
  signatures = 1 << 10,  // in <signatures>
  branch = 1 << 11,      // in <if>
  loop = 1 << 12,        // in <each> of blocks
  inherited = 1 << 13,   // holds what its own place holds
  chart = 1 << 14,       // in <chart>
  section = 1 << 15,     // directly in <section>
  running = 1 << 16,     // among words of running matter
  cell = 1 << 17,        // among the words of a table cell
  library = 1 << 18,     // in <library>
  imported = 1 << 19     // the root of an imported file
};
}
using Place = std::uint32_t;

enum class AttributeType : std::uint8_t {
  plain,      // any text, without expressions
  name,       // lower_snake_case
  field,      // name of a field of a query
  query,      // name of a <query>
  words,      // names or * parted by spaces
  text,       // text with {expressions}
  test,       // comparison
  choice,     // one of the rule's words
  flag,       // yes or no
  width,      // 10mm, 25%, 2fr, auto
  height,     // 5mm, of a width too
  path,       // of a file in the template's folder or below
  number,     // 80, -1.5
  style,      // name of a style
  total,      // sum, count, ratio(a, b)
  name_space  // urn:svodka:report:1
};

struct AttributeRule {
  std::string_view name;
  AttributeType type;
  bool required = false;
  std::vector<std::string_view> choices = {};
};

struct ElementRule {
  std::string_view name;
  Place stands;
  Place holds;
  std::vector<AttributeRule> attributes;
  const AttributeRule* attribute(std::string_view attribute_name) const;
};

const std::vector<ElementRule>& element_rules();

// The rule of an element that may stand here; null when there is none.
const ElementRule* find_rule(std::string_view name, Place here);

bool is_element(std::string_view name);
std::vector<std::string> elements_allowed(Place here);
// Elements whose own content this element may stand in, for hints: "<case>, <outline>".
std::string parents_of(std::string_view name);

}  // namespace svodka::templates
