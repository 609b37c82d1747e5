#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "fonts/fontconfig/find.hpp"
#include "fonts/fonts.hpp"
#include "fonts/harfbuzz/shaper.hpp"

namespace svodka::fonts {

namespace {

std::vector<std::string> alternatives(std::string_view families) {
  std::vector<std::string> names;
  while (!families.empty()) {
    const auto comma = families.find(',');
    const auto name = families.substr(0, comma);
    const auto begin = name.find_first_not_of(' ');
    if (begin != std::string_view::npos) {
      names.emplace_back(name.substr(begin, name.find_last_not_of(' ') - begin + 1));
    }
    families.remove_prefix(comma == std::string_view::npos ? families.size() : comma + 1);
  }
  return names;
}

FamilyFiles first_installed(const Finder& finder, const std::string& families) {
  const auto names = alternatives(families);
  for (const auto& name : names) {
    if (auto files = finder.find(name); !files.faces.empty()) return files;
  }
  throw base::Error(fmt::format(
      "no font of the family '{}' is installed; Liberation Serif is in fonts-liberation2 (Debian 12) and "
      "fonts-liberation (Debian 13)",
      fmt::join(names, "', '")));
}

}  // namespace

struct FontSet::Impl {
  std::vector<std::unique_ptr<FileFace>> faces;
  std::vector<FaceChain> chains;  // four for each family

  const FileFace* load(const FaceSource& source) {
    const auto known =
        std::ranges::find_if(faces, [&](const auto& face) { return face->source() == source; });
    if (known != faces.end()) return known->get();
    return faces.emplace_back(std::make_unique<FileFace>(source)).get();
  }

  void add_chain(const FaceSource& own, std::size_t style, const std::vector<FamilyFiles>& fallbacks) {
    FaceChain chain{load(own)};
    for (const auto& fallback : fallbacks) {
      if (!fallback.faces.empty()) chain.push_back(load(fallback.faces[style]));
    }
    chains.push_back(std::move(chain));
  }
};

FontSet::FontSet(const std::vector<std::string>& families) : impl_(std::make_unique<Impl>()) {
  const Finder finder;
  const std::vector<FamilyFiles> fallbacks{finder.find("PT Serif"), finder.find("DejaVu Sans")};
  for (const auto& family : families) {
    const auto files = first_installed(finder, family);
    for (std::size_t style = 0; style < files.faces.size(); ++style) {
      impl_->add_chain(files.faces[style], style, fallbacks);
    }
  }
}
FontSet::~FontSet() = default;

const Face& FontSet::face(Style style) const { return *impl_->chains.at(chain_index(style)).front(); }

std::string FontSet::digest() const {
  base::Sha256 all;
  for (const auto& chain : impl_->chains) {
    for (const auto* face : chain) all.add_field(face->digest());
    all.add_field("");
  }
  return all.finish();
}

std::unique_ptr<Shaper> FontSet::make_shaper() const { return make_harfbuzz_shaper(impl_->chains); }

}  // namespace svodka::fonts
