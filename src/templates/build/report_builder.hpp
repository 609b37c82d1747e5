#pragma once

#include "templates/build/builder.hpp"

namespace svodka::templates {

// The whole tree from the root element and what it uses of libraries, and the checks that need all of it.
void build_report(const XmlNode& root, const std::vector<XmlNode>& libraries, Template& report, Build& build);

}  // namespace svodka::templates
