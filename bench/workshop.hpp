#pragma once
// What makes documents as the program does with its own templates: their theme.

#include <string>

#include "base/files.hpp"
#include "base/source.hpp"
#include "bench/measure.hpp"
#include "report/workshop.hpp"
#include "settings/theme_file.hpp"

namespace svodka::bench {

inline report::Workshop workshop_of(const std::string& templates) {
  base::Diagnostics diagnostics;
  const auto source = base::make_source("theme.toml", base::read_file(templates + "/theme.toml"));
  auto theme = settings::read_theme(source, templates, diagnostics);
  if (diagnostics.has_errors()) fail(base::render(diagnostics));
  return report::Workshop(std::move(theme));
}

}  // namespace svodka::bench
