#include "ledger/records.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include <cerrno>
#include <fstream>
#include <optional>

#include "base/error.hpp"

namespace svodka::ledger {

// A file kept open, so that its replacement does not matter.
class Records::Source {
 public:
  explicit Source(const std::filesystem::path& file)
      : name_(file.string()), descriptor_(::open(file.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (descriptor_ < 0) base::throw_errno("read", name_, errno);
  }
  ~Source() { ::close(descriptor_); }
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;

  const std::string& name() const { return name_; }

  std::string read(std::uint64_t offset, std::size_t length) const {
    std::string text(length, '\0');
    for (std::size_t done = 0; done < length;) {
      const auto count =
          ::pread(descriptor_, text.data() + done, length - done, static_cast<off_t>(offset + done));
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) base::throw_errno("read", name_, count < 0 ? errno : EIO);
      done += static_cast<std::size_t>(count);
    }
    return text;
  }

 private:
  std::string name_;
  int descriptor_;
};

namespace {

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& why) {
  throw base::Error(
      fmt::format("{} is not a list of documents that svodka has made ({}); move it away, or restore it",
                  file.string(), why));
}

// What is left of run.json without the lines of documents.
void check_header(const std::filesystem::path& file, const std::string& text) {
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (json.is_discarded() || !json.is_object()) refuse(file, "it is not JSON");
  if (json.value("format", 0) != 1) refuse(file, "its format is not 1");
  if (!json.contains("documents") || !json["documents"].is_array()) refuse(file, "it has no documents");
  if (!json["documents"].empty()) refuse(file, "a document is not one line");
}

}  // namespace

Records::Records(const FolderPaths& paths) {
  if (std::filesystem::exists(paths.manifest())) read(paths.manifest(), false);
  if (std::filesystem::exists(paths.journal())) read(paths.journal(), true);
}
Records::~Records() = default;

// A journal may end in a line that was never finished.
void Records::read(const std::filesystem::path& file, bool is_journal) {
  const auto* source = sources_.emplace_back(std::make_unique<Source>(file)).get();
  std::ifstream lines(file, std::ios::binary);
  std::string header;
  std::uint64_t offset = 0;
  for (std::string line; std::getline(lines, line); offset += line.size() + 1) {
    if (is_journal && lines.eof()) break;
    auto length = line.size();
    if (length > 0 && line[length - 1] == ',') --length;
    if (auto document = document_of(std::string_view(line).substr(0, length)); !document.empty()) {
      places_[std::move(document)].push_back({source, offset, length});
    } else if (!is_journal) {
      header += line + "\n";
    }
  }
  if (!is_journal) check_header(file, header);
}

std::vector<DocumentRecord> Records::of(const std::string& document) const {
  std::vector<DocumentRecord> records;
  const auto found = places_.find(document);
  if (found == places_.end()) return records;
  for (auto place = found->second.rbegin(); place != found->second.rend(); ++place) {
    try {
      records.push_back(from_line(place->source->read(place->offset, place->length)));
    } catch (const base::Error& error) {
      throw base::Error(fmt::format("{}: '{}' is {}", place->source->name(), document, error.what()));
    }
  }
  return records;
}

std::vector<std::string> Records::documents() const {
  std::vector<std::string> names;
  for (const auto& [name, places] : places_) names.push_back(name);
  return names;
}

}  // namespace svodka::ledger
