#pragma once
// The folder of a batch: its state in .svodka, the lock of one run, and the files that lie there.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace svodka::ledger {

// Where things lie below an output folder.
struct FolderPaths {
  std::filesystem::path root;
  std::filesystem::path state() const { return root / ".svodka"; }
  std::filesystem::path lock() const { return state() / "lock"; }
  std::filesystem::path journal() const { return state() / "journal"; }
  std::filesystem::path snapshot() const { return state() / "snapshot.db"; }
  std::filesystem::path unfinished() const { return state() / "unfinished"; }
  std::filesystem::path manifest() const { return root / "run.json"; }
};

// The only run that works in the folder, as long as it lives. Makes the folder and
// .svodka; removes what a killed run left in .svodka but the journal; on its end removes its own temporary
// files.
class FolderLock {
 public:
  // Throws base::Error: another run holds it (names its process), or the folder cannot be written.
  explicit FolderLock(FolderPaths paths);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

  const FolderPaths& paths() const { return paths_; }
  // Removes snapshot and unfinished files now.
  void clean();
  // Removes .svodka, and the folder too when this lock made it and nothing is in it: nothing was run.
  void forget();

 private:
  FolderPaths paths_;
  bool made_folder_ = false;
  bool made_state_ = false;
  int descriptor_ = -1;
};

// What lies under a path: its digest, or why there is none.
enum class Lying { nothing, file, something_else };  // a folder, a symbolic link, a device
struct FileState {
  Lying lying = Lying::nothing;
  std::uint64_t bytes = 0;
  std::string sha256;
};
// Throws base::Error when it cannot be read.
FileState state_of(const std::filesystem::path& path);

}  // namespace svodka::ledger
