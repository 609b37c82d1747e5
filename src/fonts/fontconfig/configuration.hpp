#pragma once
// fontconfig's configuration, as far as it says which fonts there are; for this room's .cpp files.

#include <fontconfig/fontconfig.h>

#include <memory>

#include "fonts/harfbuzz/face.hpp"

namespace svodka::fonts {

using ConfigPtr = std::unique_ptr<FcConfig, Destroy<FcConfigDestroy>>;

inline const FcChar8* fc_text(const char* text) { return reinterpret_cast<const FcChar8*>(text); }

// With its fonts. Rules of substitution are left out, nine tenths of Debian's configuration and of the time
// to read it: a family is found by its own name. Throws base::Error when fontconfig has no configuration.
ConfigPtr load_configuration();

}  // namespace svodka::fonts
