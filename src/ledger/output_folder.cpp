#include "ledger/output_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <vector>

#include "base/digest.hpp"
#include "base/error.hpp"

namespace svodka::ledger {

namespace fs = std::filesystem;

namespace {

// True when it was not there.
bool make_folder(const fs::path& folder) {
  if (::mkdir(folder.c_str(), 0777) == 0) return true;
  if (errno != EEXIST || !fs::is_directory(folder))
    base::throw_errno("make the folder", folder.string(), errno);
  return false;
}

std::string holder_of(int lock) {
  char text[32] = {};
  const auto size = ::pread(lock, text, sizeof text - 1, 0);
  std::string holder(text, size > 0 ? static_cast<std::size_t>(size) : 0);
  while (!holder.empty() && holder.back() == '\n') holder.pop_back();
  return holder.empty() ? "unknown" : holder;
}

}  // namespace

FolderLock::FolderLock(FolderPaths paths) : paths_(std::move(paths)) {
  std::error_code error;
  if (paths_.root.has_parent_path())
    fs::create_directories(paths_.root.parent_path(), error);  // of "documents/2026-10"
  if (error) base::throw_errno("make the folder", paths_.root.parent_path().string(), error.value());
  made_folder_ = make_folder(paths_.root);
  made_state_ = make_folder(paths_.state());
  descriptor_ = ::open(paths_.lock().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor_ < 0) base::throw_errno("write", paths_.lock().string(), errno);
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    const int reason = errno;
    const auto holder = holder_of(descriptor_);
    ::close(descriptor_);
    if (reason != EWOULDBLOCK) base::throw_errno("lock", paths_.lock().string(), reason);
    throw base::Error(fmt::format("another run (process {}) works in {}: wait until it ends, or stop it",
                                  holder, paths_.root.string()));
  }
  const auto own = fmt::format("{}\n", ::getpid());
  if (::ftruncate(descriptor_, 0) != 0 ||
      ::pwrite(descriptor_, own.data(), own.size(), 0) != static_cast<ssize_t>(own.size())) {
    const int reason = errno;
    ::close(descriptor_);
    base::throw_errno("write", paths_.lock().string(), reason);
  }
  clean();
}

FolderLock::~FolderLock() {
  if (descriptor_ < 0) return;
  std::error_code ignored;  // the next run cleans
  fs::remove(paths_.snapshot(), ignored);
  fs::remove_all(paths_.unfinished(), ignored);
  ::close(descriptor_);
}

void FolderLock::clean() {
  std::error_code error;
  fs::remove(paths_.snapshot(), error);
  if (!error) fs::remove(paths_.state() / "run.json", error);
  if (!error) fs::remove_all(paths_.unfinished(), error);
  if (error) base::throw_errno("clean", paths_.state().string(), error.value());
}

void FolderLock::forget() {
  clean();
  if (!made_state_) return;
  std::error_code ignored;
  fs::remove_all(paths_.state(), ignored);
  if (made_folder_) fs::remove(paths_.root, ignored);
}

FileState state_of(const fs::path& path) {
  FileState state;
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) {
    if (errno == ENOENT || errno == ENOTDIR) return state;
    base::throw_errno("read", path.string(), errno);
  }
  state.lying = S_ISREG(status.st_mode) ? Lying::file : Lying::something_else;
  if (state.lying != Lying::file) return state;
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (descriptor < 0) base::throw_errno("read", path.string(), errno);
  const std::unique_ptr<const int, void (*)(const int*)> closer(&descriptor,
                                                                [](const int* d) { ::close(*d); });
  base::Sha256 digest;
  std::vector<char> block(1 << 16);
  for (;;) {
    const auto count = ::read(descriptor, block.data(), block.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) base::throw_errno("read", path.string(), errno);
    if (count == 0) break;
    digest.update({block.data(), static_cast<std::size_t>(count)});
    state.bytes += static_cast<std::uint64_t>(count);
  }
  state.sha256 = digest.finish();
  return state;
}

}  // namespace svodka::ledger
