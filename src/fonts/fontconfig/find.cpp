#include "fonts/fontconfig/find.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <tuple>
#include <utility>

#include "fonts/fontconfig/configuration.hpp"

namespace svodka::fonts {

namespace {

using PatternPtr = std::unique_ptr<FcPattern, Destroy<FcPatternDestroy>>;
using ObjectsPtr = std::unique_ptr<FcObjectSet, Destroy<FcObjectSetDestroy>>;
using FontListPtr = std::unique_ptr<FcFontSet, Destroy<FcFontSetDestroy>>;

int number(const FcPattern* pattern, const char* property, int otherwise) {
  int value = 0;
  return FcPatternGetInteger(pattern, property, 0, &value) == FcResultMatch ? value : otherwise;
}

std::string text(const FcPattern* pattern, const char* property) {
  FcChar8* value = nullptr;
  if (FcPatternGetString(pattern, property, 0, &value) != FcResultMatch) return {};
  return reinterpret_cast<const char*>(value);
}

struct Candidate {
  FaceSource source;
  int weight = FC_WEIGHT_REGULAR;
  int slant = FC_SLANT_ROMAN;
  int width = FC_WIDTH_NORMAL;
};

std::optional<Candidate> candidate(const FcPattern* pattern) {
  Candidate found;
  found.source.path = text(pattern, FC_FILE);
  found.source.index = number(pattern, FC_INDEX, 0);
  found.weight = number(pattern, FC_WEIGHT, FC_WEIGHT_REGULAR);
  found.slant = number(pattern, FC_SLANT, FC_SLANT_ROMAN);
  found.width = number(pattern, FC_WIDTH, FC_WIDTH_NORMAL);
  found.source.bold = found.weight >= FC_WEIGHT_DEMIBOLD;
  found.source.italic = found.slant != FC_SLANT_ROMAN;
  const bool variable = found.source.index >> 16 != 0;  // a named instance; its outlines need an axis setting
  if (variable || text(pattern, FC_FONTFORMAT) != "TrueType") return std::nullopt;
  return found;
}

// The smallest is the nearest; equal faces go by file name, so that every machine takes the same.
auto distance(const Candidate& face, bool bold, bool italic) {
  const int weight = bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR;
  return std::tuple(std::abs(face.width - FC_WIDTH_NORMAL), face.source.italic != italic,
                    std::abs(face.weight - weight), face.source.path, face.source.index);
}

}  // namespace

struct Finder::Impl {
  ConfigPtr config;
};

Finder::Finder() : impl_(std::make_unique<Impl>(Impl{load_configuration()})) {}
Finder::~Finder() = default;

FamilyFiles Finder::find(const std::string& family) const {
  const PatternPtr pattern(FcPatternCreate());
  FcPatternAddString(pattern.get(), FC_FAMILY, fc_text(family.c_str()));
  const ObjectsPtr objects(
      FcObjectSetBuild(FC_FILE, FC_INDEX, FC_WEIGHT, FC_SLANT, FC_WIDTH, FC_FONTFORMAT, nullptr));
  const FontListPtr list(FcFontList(impl_->config.get(), pattern.get(), objects.get()));
  std::vector<Candidate> candidates;
  for (int i = 0; list && i < list->nfont; ++i) {
    if (auto found = candidate(list->fonts[i])) candidates.push_back(std::move(*found));
  }
  FamilyFiles files;
  if (candidates.empty()) return files;
  for (const bool bold : {false, true}) {
    for (const bool italic : {false, true}) {
      const auto nearest = std::ranges::min_element(
          candidates, {}, [&](const Candidate& face) { return distance(face, bold, italic); });
      files.faces.push_back(nearest->source);
    }
  }
  return files;
}

}  // namespace svodka::fonts
