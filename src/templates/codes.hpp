#pragma once
// The mistakes this room finds; docs/errors/templates.md explains each.

#include "base/diagnostic.hpp"

namespace svodka::templates::codes {

using base::Code;

// X: the file is not the XML that templates are written in.
inline constexpr Code not_utf8{"X101", "not UTF-8"};
inline constexpr Code not_well_formed{"X102", "not well-formed XML"};
inline constexpr Code wrong_end_tag{"X103", "wrong end tag"};
inline constexpr Code never_closed{"X104", "element is never closed"};
inline constexpr Code attribute_twice{"X105", "attribute given twice"};
inline constexpr Code unknown_entity{"X106", "unknown entity"};
inline constexpr Code document_type{"X107", "document type declaration"};
inline constexpr Code too_large{"X108", "file too large"};
inline constexpr Code too_deep{"X109", "elements nested too deep"};

// T1: elements and attributes.
inline constexpr Code unknown_element{"T101", "unknown element"};
inline constexpr Code element_not_here{"T102", "element not allowed here"};
inline constexpr Code unknown_attribute{"T103", "unknown attribute"};
inline constexpr Code missing_attribute{"T104", "missing attribute"};
inline constexpr Code bad_value{"T105", "wrong value of an attribute"};
inline constexpr Code text_not_here{"T106", "text not allowed here"};
inline constexpr Code duplicate_name{"T107", "name used twice"};
inline constexpr Code unknown_query{"T108", "unknown query"};
inline constexpr Code unknown_style{"T109", "unknown style"};
inline constexpr Code wrong_namespace{"T110", "wrong namespace"};
inline constexpr Code missing_content{"T111", "missing content"};
inline constexpr Code misplaced_part{"T112", "part repeated or misplaced"};
inline constexpr Code attributes_disagree{"T113", "attributes that do not go together"};
inline constexpr Code each_without_query{"T114", "loop without a query"};
inline constexpr Code unknown_column{"T115", "unknown column"};
inline constexpr Code sql_not_verbatim{"T116", "SQL must stand in one CDATA section"};
inline constexpr Code unknown_part{"T117", "unknown part"};
inline constexpr Code part_in_itself{"T118", "part inserted into itself"};
inline constexpr Code not_a_library{"T119", "library that cannot be imported"};
inline constexpr Code too_many_parts{"T120", "parts multiply"};

// T2: expressions.
inline constexpr Code expression_syntax{"T201", "expression cannot be read"};
inline constexpr Code stray_brace{"T202", "brace without its partner"};
inline constexpr Code unknown_filter{"T203", "unknown filter"};
inline constexpr Code filter_arguments{"T204", "wrong arguments of a filter"};
inline constexpr Code several_values{"T205", "several values without join"};

// T3: parameters of SQL.
inline constexpr Code undeclared_parameter{"T301", "undeclared SQL parameter"};
inline constexpr Code parameter_form{"T302", "SQL parameter in another form"};

// T4: warnings.
inline constexpr Code unused_parameter{"T401", "parameter never used"};
inline constexpr Code unused_query{"T402", "query never used"};
inline constexpr Code no_effect{"T403", "has no effect"};

}  // namespace svodka::templates::codes
