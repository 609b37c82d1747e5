#include "ledger/journal.hpp"

#include <fcntl.h>
#include <linux/fs.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <utility>

#include "base/error.hpp"

namespace svodka::ledger {

namespace {

constexpr std::size_t kGroup = 32;  // documents; what a kill may undo

// Where nothing lay, nothing may have come meanwhile: it would be somebody's.
void rename_file(const std::filesystem::path& from, const std::filesystem::path& to, bool replace) {
  int result =
      ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), replace ? 0U : unsigned{RENAME_NOREPLACE});
  if (result != 0 && errno == EINVAL && !replace) result = ::rename(from.c_str(), to.c_str());  // NFS
  if (result != 0) base::throw_errno("write", to.string(), errno);
}

// After the last line that is whole: a killed run may have left a part of one.
std::uint64_t end_of_lines(int file, const std::filesystem::path& name) {
  auto end = ::lseek(file, 0, SEEK_END);
  if (end < 0) base::throw_errno("read", name.string(), errno);
  for (char last = 0; end > 0; --end) {
    if (::pread(file, &last, 1, end - 1) != 1) base::throw_errno("read", name.string(), errno);
    if (last == '\n') break;
  }
  return static_cast<std::uint64_t>(end);
}

}  // namespace

Journal::Journal(FolderPaths paths, std::size_t documents) : paths_(std::move(paths)), places_(documents) {
  root_ = ::open(paths_.root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (root_ < 0) base::throw_errno("read", paths_.root.string(), errno);
  const auto name = paths_.journal();
  journal_ = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (journal_ < 0) base::throw_errno("write", name.string(), errno);
  end_ = end_of_lines(journal_, name);
  if (::ftruncate(journal_, static_cast<off_t>(end_)) != 0) base::throw_errno("write", name.string(), errno);
}

Journal::~Journal() {
  ::close(journal_);
  ::close(root_);
}

void Journal::add(Finished finished) {
  std::vector<Finished> group;
  {
    const std::lock_guard lock(waiting_mutex_);
    waiting_.push_back(std::move(finished));
    if (waiting_.size() < kGroup) return;
    group.swap(waiting_);
  }
  const std::lock_guard lock(commit_mutex_);
  commit(group);
}

void Journal::checkpoint() {
  std::vector<Finished> group;
  {
    const std::lock_guard lock(waiting_mutex_);
    group.swap(waiting_);
  }
  const std::lock_guard lock(commit_mutex_);
  if (!group.empty()) commit(group);
}

void Journal::commit(std::vector<Finished>& group) {
  bool has_files = false;
  for (const auto& finished : group) has_files = has_files || !finished.files.empty();
  if (has_files && ::syncfs(root_) != 0) base::throw_errno("write", paths_.root.string(), errno);
  append(group);
  if (!has_files) return;
  std::size_t document = 0, file = 0;
  try {
    for (; document < group.size(); ++document) rename(group[document], file = 0);
  } catch (const base::Error&) {
    // What the journal says of the rest has not come true.
    std::vector<Finished> rest;
    for (; document < group.size(); ++document, file = 0) {
      auto& finished = group[document];
      for (std::size_t i = file; i < finished.files.size(); ++i) {
        auto& files = finished.record.files;
        std::erase_if(files, [&](const auto& own) { return own.path == finished.files[i].path; });
        if (finished.files[i].replaced) finished.record.earlier.push_back(*finished.files[i].replaced);
      }
      finished.record.state = DocumentState::pending;
      finished.record.fingerprint.clear();
      finished.record.content.clear();
      rest.push_back(std::move(finished));
    }
    append(rest);
    throw;
  }
}

void Journal::append(const std::vector<Finished>& group) {
  std::string text;
  std::vector<std::pair<std::size_t, Place>> places;
  for (const auto& finished : group) {
    const auto line = to_line(finished.record);
    places.emplace_back(finished.place, Place{end_ + text.size(), static_cast<std::uint32_t>(line.size())});
    text += line + "\n";
  }
  for (std::size_t done = 0; done < text.size();) {
    const auto count =
        ::pwrite(journal_, text.data() + done, text.size() - done, static_cast<off_t>(end_ + done));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      const int reason = errno;
      [[maybe_unused]] const int cut =
          ::ftruncate(journal_, static_cast<off_t>(end_));  // else the next run skips it
      base::throw_errno("write", paths_.journal().string(), reason);
    }
    done += static_cast<std::size_t>(count);
  }
  if (::fdatasync(journal_) != 0) base::throw_errno("write", paths_.journal().string(), errno);
  end_ += text.size();
  for (const auto& [place, where] : places) places_[place] = where;
}

void Journal::rename(const Finished& finished, std::size_t& done) {
  for (; done < finished.files.size(); ++done) {
    const auto& file = finished.files[done];
    const auto target = paths_.root / file.path;
    std::error_code error;
    std::filesystem::create_directories(target.parent_path(), error);
    if (error) base::throw_errno("make the folder", target.parent_path().string(), error.value());
    rename_file(file.temporary, target, file.replaced.has_value());
  }
}

std::optional<DocumentRecord> Journal::record(std::size_t place) const {
  const auto& where = places_[place];
  if (where.length == 0) return std::nullopt;
  std::string line(where.length, '\0');
  if (::pread(journal_, line.data(), line.size(), static_cast<off_t>(where.offset)) !=
      static_cast<ssize_t>(line.size())) {
    base::throw_errno("read", paths_.journal().string(), errno);
  }
  return from_line(line);
}

void Journal::remove() {
  if (::unlink(paths_.journal().c_str()) != 0) base::throw_errno("remove", paths_.journal().string(), errno);
}

void sync_file_system(const std::filesystem::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) base::throw_errno("write", folder.string(), errno);
  const int result = ::syncfs(descriptor);
  const int reason = errno;
  ::close(descriptor);
  if (result != 0) base::throw_errno("write", folder.string(), reason);
}

}  // namespace svodka::ledger
