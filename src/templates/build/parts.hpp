#pragma once
// Parts of templates that are written once: <import>, <part>, <insert>.

#include <map>
#include <string>
#include <vector>

#include "templates/template.hpp"
#include "templates/xml/tree.hpp"

namespace svodka::templates {

// The roots of the libraries that the template imports, in order; what cannot be read, or is none, is a
// diagnostic and left out.
std::vector<XmlNode> read_libraries(const XmlNode& root, const ImportReader& import,
                                    std::vector<base::SourcePtr>& sources, base::Diagnostics& diagnostics);

// The nodes must outlive it.
using PartNodes = std::map<std::string, const XmlNode*>;
PartNodes collect_parts(const XmlNode& root, const std::vector<XmlNode>& libraries,
                        base::Diagnostics& diagnostics);

// A copy of the template in which the content of a part stands for each <insert>, with the query names that
// the insert gives. What an insert gets wrong is a diagnostic, and the insert is left out.
XmlNode with_parts_inserted(const XmlNode& root, const PartNodes& parts,
                            const std::vector<std::string>& query_names, base::Diagnostics& diagnostics);

}  // namespace svodka::templates
