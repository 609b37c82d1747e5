#pragma once
// The theme file (TOML) that a district edits once; docs/theme.md describes it.

#include <filesystem>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "document/theme.hpp"

namespace svodka::settings {

// The default theme with what the file changes. Unknown keys and values that do not fit are diagnostics.
// Pictures lie relative to `folder`.
document::Theme read_theme(const base::SourcePtr& source, const std::filesystem::path& folder,
                           base::Diagnostics& diagnostics);

}  // namespace svodka::settings
