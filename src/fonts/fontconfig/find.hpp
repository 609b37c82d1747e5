#pragma once
// Installed font files, by fontconfig; for this room's .cpp files.

#include <memory>
#include <string>
#include <vector>

#include "fonts/harfbuzz/face.hpp"

namespace svodka::fonts {

// Regular, italic, bold, bold italic: index 2 × bold + italic. A family without one of them repeats its
// nearest.
struct FamilyFiles {
  std::vector<FaceSource> faces;
};

class Finder {
 public:
  // Throws base::Error when fontconfig has no configuration.
  Finder();
  ~Finder();
  Finder(const Finder&) = delete;
  Finder& operator=(const Finder&) = delete;
  // TrueType faces of the family of exactly this name (letter case aside); no faces when not installed.
  FamilyFiles find(const std::string& family) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace svodka::fonts
