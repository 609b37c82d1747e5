#pragma once
// All mistakes of templates and of a database, without rendering anything.

#include <filesystem>
#include <vector>

#include "base/diagnostic.hpp"
#include "text/date.hpp"

namespace svodka::report {

// Parses each template and prepares its queries against the database, or without one against an empty
// database of the current schema. Throws base::Error when a file cannot be read.
void check_templates(const std::vector<std::filesystem::path>& files, const std::filesystem::path& database,
                     text::Date as_of, base::Diagnostics& diagnostics);

}  // namespace svodka::report
