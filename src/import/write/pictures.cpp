#include "import/write/pictures.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <map>

#include "base/error.hpp"
#include "base/files.hpp"
#include "images/picture.hpp"
#include "import/codes.hpp"

namespace svodka::import {

namespace fs = std::filesystem;

namespace {

class PictureReader {
 public:
  PictureReader(const ImportSet& set, Mistakes& mistakes) : set_(set), mistakes_(mistakes) {}

  std::vector<PictureFile> read() {
    for (const auto& item : set_.of("items")) read(item, "content");
    for (const auto& paragraph : set_.of("meeting_paragraphs")) read(paragraph, "text");
    std::vector<PictureFile> all;
    for (auto& [name, content] : pictures_) all.push_back({name, std::move(content)});
    return all;
  }

 private:
  void read(const Record& record, std::string_view field) {
    const auto& kind = record["kind"];
    if (!kind.given() || kind.text() != "image" || !record[field].given()) return;
    const auto& name = record[field].text();
    if (name.find_first_of("/\\") != std::string::npos || name.starts_with('.')) {
      refuse(record, field, fmt::format("'{}' is not the name of a file beside the import file", name));
      return;
    }
    const auto path = fs::path(set_.sources[record.source]->name).parent_path() / name;
    std::error_code missing;
    if (!fs::exists(path, missing)) {
      refuse(record, field, fmt::format("there is no file '{}'", path.string()));
      return;
    }
    if (fs::file_size(path, missing) > most_picture_bytes) {
      refuse(record, field, fmt::format("'{}' is larger than 5 MB", name));
      return;
    }
    try {
      keep(record, field, name, base::read_file(path));
    } catch (const base::Error& error) {
      refuse(record, field, error.what());
    }
  }

  void keep(const Record& record, std::string_view field, const std::string& name,
            const std::string& content) {
    const auto found = pictures_.find(name);
    if (found == pictures_.end()) {
      images::make_picture(content, name);
      pictures_.emplace(name, content);
    } else if (found->second != content) {
      refuse(record, field, fmt::format("two different files are named '{}'", name));
    }
  }

  void refuse(const Record& record, std::string_view field, std::string message) {
    mistakes_.at(set_, record, field, codes::bad_picture, std::move(message),
                 "put a PNG or JPEG file of that name beside the import file");
  }

  const ImportSet& set_;
  Mistakes& mistakes_;
  std::map<std::string, std::string> pictures_;
};

}  // namespace

std::vector<PictureFile> read_pictures(const ImportSet& set, Mistakes& mistakes) {
  return PictureReader(set, mistakes).read();
}

ImportCounts write_pictures(sqlite::Connection& connection, const std::vector<PictureFile>& pictures) {
  ImportCounts counts;
  auto select = connection.prepare("SELECT content = ?2 FROM pictures WHERE name = ?1");
  auto write = connection.prepare(
      "INSERT INTO pictures (name, content) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET content = ?2");
  for (const auto& [name, content] : pictures) {
    select.bind(1, std::string_view(name)).bind_bytes(2, content);
    const bool stored = select.step();
    const bool same = stored && select.integer(0) == 1;
    select.reset();
    if (same) {
      ++counts.unchanged;
      continue;
    }
    write.bind(1, std::string_view(name)).bind_bytes(2, content);
    write.run();
    ++(stored ? counts.updated : counts.added);
  }
  return counts;
}

}  // namespace svodka::import
