#include "fonts/fontconfig/configuration.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "base/error.hpp"
#include "base/files.hpp"

namespace svodka::fonts {

namespace {

namespace fs = std::filesystem;

// As the main file of every distribution names the folder of further files.
constexpr std::string_view kFurther = "<include ignore_missing=\"yes\">conf.d</include>";

// Without a configuration fontconfig would load its own to answer.
fs::path main_file_of(FcConfig* config) {
  FcChar8* const name = FcConfigGetFilename(config, nullptr);
  if (name == nullptr) return {};
  fs::path path = reinterpret_cast<const char*>(name);
  FcStrFree(name);
  return path;
}

bool says_which_fonts_there_are(std::string_view text) {
  for (const auto* element : {"<dir", "<cachedir", "<include", "<selectfont", "<reset-dirs", "<remap-dir"}) {
    if (text.find(element) != std::string_view::npos) return true;
  }
  return false;
}

// fontconfig reads the files of a folder that are called NN….conf, in the order of their names.
std::vector<fs::path> further_files(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code unknown;
  for (const auto& entry : fs::directory_iterator(folder, unknown)) {
    const auto name = entry.path().filename().string();
    if (name.front() >= '0' && name.front() <= '9' && name.ends_with(".conf")) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

bool add(FcConfig* config, const std::string& text) {
  return FcConfigParseAndLoadFromMemory(config, fc_text(text.c_str()), FcFalse) == FcTrue;
}

// Null when the configuration is not built as usual, or a file of it cannot be read.
ConfigPtr load_lean() try {
  ConfigPtr config(FcConfigCreate());
  const auto path = config ? main_file_of(config.get()) : fs::path();
  std::error_code unknown;
  if (path.empty() || !fs::is_regular_file(path, unknown)) return nullptr;
  auto text = base::read_file(path);
  const auto further = text.find(kFurther);
  const bool relative = text.find("prefix=\"relative\"") != std::string::npos;
  if (further == std::string::npos || relative) return nullptr;
  text.erase(further, kFurther.size());
  if (!add(config.get(), text)) return nullptr;
  for (const auto& file : further_files(path.parent_path() / "conf.d")) {
    const auto more = base::read_file(file);
    if (!says_which_fonts_there_are(more)) continue;
    if (FcConfigParseAndLoad(config.get(), fc_text(file.c_str()), FcFalse) != FcTrue) return nullptr;
  }
  return FcConfigBuildFonts(config.get()) == FcTrue ? std::move(config) : nullptr;
} catch (const base::Error&) {
  return nullptr;
}

}  // namespace

ConfigPtr load_configuration() {
  if (auto lean = load_lean()) return lean;
  ConfigPtr whole(FcInitLoadConfigAndFonts());
  if (!whole) throw base::Error("cannot read the configuration of fontconfig");
  return whole;
}

}  // namespace svodka::fonts
