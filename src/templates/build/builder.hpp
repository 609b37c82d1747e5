#pragma once
// What the builders of the tree share. Each takes checked elements and gives nodes of template.hpp; mistakes
// become diagnostics, and the node is built as far as it goes.

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "templates/language/checked_element.hpp"
#include "templates/template.hpp"

namespace svodka::templates {

struct Build {
  CheckContext check;
  std::set<std::string> table_ids{};  // of tables and charts, given by id="…"

  base::Diagnostics& diagnostics() { return check.expressions.diagnostics; }
};

// Where the content being built stands.
struct Scope {
  Place here = place::nowhere;
  std::string_view parent{};  // name of the element around it
  Only only = Only::both;     // the format the surrounding elements are for
  bool grouped = false;       // directly in <each by="…">

  // Of the content of an element that stands in this scope.
  Scope inside(const CheckedElement& element) const;
};

using Nodes = std::vector<const XmlNode*>;

Nodes children_of(const XmlNode& node);

// The children, and apart from them the one part (<else>, <empty>) that may be among them. Repeated parts,
// and with `last` anything after the part, are diagnostics.
struct Parts {
  Nodes content;
  const XmlNode* part = nullptr;
};
Parts take_part(const XmlNode& node, std::string_view part, bool last, Build& build);

Elements build_blocks(const Nodes& nodes, const Scope& scope, Build& build);

// Inline content with white space as in HTML: runs collapse to one space, none at the start, the end, and
// around <br/>. No-break spaces stay.
Inlines build_words(const Nodes& nodes, const Scope& scope, Build& build);
Inlines build_words(const CheckedElement& element, const Scope& scope, Build& build);

RunningElement build_running(const CheckedElement& element, const Scope& scope, Build& build);
ChartElement build_chart(const CheckedElement& element, const Scope& scope, Build& build);

TableElement build_table(const CheckedElement& element, const Scope& scope, Build& build);

// Children that are elements and may stand in `scope`; others, and text, are diagnostics.
std::vector<CheckedElement> check_children(const Nodes& nodes, const Scope& scope, Build& build);

// id="…" of a table or chart, different for each in a template.
std::string read_id(const CheckedElement& element, Build& build);
Align align_of(const CheckedElement& element, Align otherwise);
Only only_of(const CheckedElement& element);

// Warns that a given attribute, or the element itself when `attribute` is empty, does nothing in the one
// format that the place is for.
void warn_unless_for(Only format, const CheckedElement& element, std::string_view attribute,
                     const Scope& scope, Build& build);

}  // namespace svodka::templates
