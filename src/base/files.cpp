#include "base/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <utility>

#include "base/error.hpp"

namespace svodka::base {

namespace {

class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return value_; }

 private:
  int value_;
};

// False with errno.
bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

// A rename is lasting only when the folder that holds the name is synced too.
void sync_folder(const std::filesystem::path& file) {
  const auto parent = file.parent_path();
  const auto folder = parent.empty() ? std::filesystem::path(".") : parent;
  const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor.get() < 0 || ::fsync(descriptor.get()) != 0) throw_errno("sync", folder.string(), errno);
}

// Hidden, beside the target, of no other writer's name.
std::filesystem::path temporary_beside(const std::filesystem::path& target) {
  static std::atomic<unsigned> counter{0};
  const auto name = "." + target.filename().string() + "." + std::to_string(::getpid()) + "-" +
                    std::to_string(counter.fetch_add(1)) + ".part";
  return target.parent_path() / name;
}

}  // namespace

std::string read_file(const std::filesystem::path& path, std::size_t limit) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) throw_errno("read", path.string(), errno);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) throw_errno("read", path.string(), errno);
  if (S_ISDIR(status.st_mode)) throw_errno("read", path.string(), EISDIR);
  std::string text;
  char block[1 << 16];
  for (;;) {
    const auto count = ::read(file.get(), block, sizeof block);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw_errno("read", path.string(), errno);
    if (count == 0) return text;
    text.append(block, static_cast<std::size_t>(count));
    if (text.size() > limit) throw_errno("read", path.string(), EFBIG);
  }
}

OutputFile::OutputFile(std::filesystem::path target) : target_(std::move(target)) {
  const auto name = temporary_beside(target_);
  descriptor_ = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor_ < 0) throw_errno("write", target_.string(), errno);
  temporary_ = name;
}

OutputFile::OutputFile(std::filesystem::path target, std::filesystem::path temporary)
    : target_(std::move(target)) {
  descriptor_ = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor_ < 0) throw_errno("write", target_.string(), errno);
  temporary_ = std::move(temporary);
}

OutputFile::~OutputFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void OutputFile::write(std::string_view bytes) {
  if (!write_all(descriptor_, bytes)) throw_errno("write", target_.string(), errno);
}

void OutputFile::commit() {
  if (::fsync(descriptor_) != 0) throw_errno("write", target_.string(), errno);
  const int closed = ::close(std::exchange(descriptor_, -1));
  if (closed != 0) throw_errno("write", target_.string(), errno);
  if (::rename(temporary_.c_str(), target_.c_str()) != 0) throw_errno("write", target_.string(), errno);
  temporary_.clear();
  sync_folder(target_);
}

void write_new_file(const std::filesystem::path& path, std::string_view bytes) {
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (file.get() < 0) throw_errno("write", path.string(), errno);
  if (write_all(file.get(), bytes)) return;
  const int reason = errno;
  ::unlink(path.c_str());
  throw_errno("write", path.string(), reason);
}

void write_file(const std::filesystem::path& target, std::string_view bytes) {
  OutputFile file(target);
  file.write(bytes);
  file.commit();
}

}  // namespace svodka::base
