#pragma once
// What expat refuses, said so that the author of a template finds it. Private: included by .cpp files only.

#include <expat.h>

#include "base/diagnostic.hpp"
#include "base/source.hpp"

namespace svodka::templates {

// `at`: offset of expat's error event. `open`: the name of the innermost open element, without a source when
// there is none.
void explain_xml_error(XML_Error error, const base::SourcePtr& source, std::size_t at,
                       const base::SourceSpan& open, base::Diagnostics& diagnostics);

}  // namespace svodka::templates
