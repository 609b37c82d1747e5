#pragma once
// What a person gave for the parameters of a template, as typed values.

#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "bind/bind.hpp"
#include "templates/template.hpp"
#include "text/value.hpp"

namespace svodka::bind {

// In the order of the parameters; those that are missing, empty, unknown or ill-typed are diagnostics.
std::vector<std::pair<std::string, text::Value>> read_arguments(const templates::Template& report,
                                                                const Arguments& arguments,
                                                                base::Diagnostics& diagnostics);

// A default must be a value that a person could give.
void check_defaults(const templates::Template& report, base::Diagnostics& diagnostics);

}  // namespace svodka::bind
