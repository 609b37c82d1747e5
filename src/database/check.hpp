#pragma once
// Whether a database is whole, and what in it looks like a mistake of whoever entered it.

#include <filesystem>

#include "base/diagnostic.hpp"
#include "text/date.hpp"

namespace svodka::database {

// Errors: the file's own damage and references to nothing; nothing else is looked at then. Warnings: what the
// schema allows and people rarely mean, rule by rule. Throws base::Error as require_usable does.
void check_database(const std::filesystem::path& path, text::Date as_of, base::Diagnostics& diagnostics);

}  // namespace svodka::database
