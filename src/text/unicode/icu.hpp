#pragma once
// What this room's .cpp files share of ICU.

#include <unicode/locid.h>
#include <unicode/utypes.h>

#include <string>

#include "base/error.hpp"

namespace svodka::text {

inline const icu::Locale& russian_locale() {
  static const icu::Locale locale("ru", "RU");
  return locale;
}

// ICU fails when its data is missing or memory is out.
inline void require(UErrorCode status, const char* what) {
  if (U_FAILURE(status)) throw base::Error(std::string("ICU ") + what + ": " + u_errorName(status));
}

}  // namespace svodka::text
