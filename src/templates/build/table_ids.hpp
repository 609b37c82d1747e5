#pragma once

#include "templates/template.hpp"

namespace svodka::templates {

// Gives every table and chart without id="…" the name of its query, with _2, _3 … where that is taken.
void assign_table_ids(Template& report);

}  // namespace svodka::templates
