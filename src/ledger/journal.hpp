#pragma once
// Finished documents on their way from unfinished files to their names, so that a run may be killed anywhere.

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "ledger/output_folder.hpp"
#include "ledger/record.hpp"

namespace svodka::ledger {

// A file under a temporary name. `replaced` is svodka's own file that lay under its path.
struct NewFile {
  std::filesystem::path temporary;
  std::string path;  // relative to the output folder
  std::optional<FileRecord> replaced{};
};

struct Finished {
  std::size_t place = 0;  // in the plan
  DocumentRecord record;
  std::vector<NewFile> files;
};

// Documents are committed in groups: their bytes are brought to the disk, then the journal with their
// records, then the files are renamed. So every file under a final name is known to the journal. Safe from
// several threads.
class Journal {
 public:
  // Appends to what a killed run has left.
  Journal(FolderPaths paths, std::size_t documents);
  ~Journal();
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  // Throws base::Error when the group that it completes cannot be committed.
  void add(Finished finished);
  // Commits what is waiting.
  void checkpoint();

  // The record of a document that is committed; empty when it is not.
  std::optional<DocumentRecord> record(std::size_t place) const;
  // All is in run.json now.
  void remove();

 private:
  void commit(std::vector<Finished>& group);
  void append(const std::vector<Finished>& group);
  void rename(const Finished& finished, std::size_t& done);

  FolderPaths paths_;
  int journal_ = -1;
  int root_ = -1;
  std::mutex waiting_mutex_, commit_mutex_;
  std::vector<Finished> waiting_;
  std::uint64_t end_ = 0;
  struct Place {
    std::uint64_t offset = 0;
    std::uint32_t length = 0;  // 0: not committed
  };
  std::vector<Place> places_;  // by place in the plan
};

// Brings everything of the folder's file system to the disk.
void sync_file_system(const std::filesystem::path& folder);

}  // namespace svodka::ledger
