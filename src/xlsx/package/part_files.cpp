#include "xlsx/package/part_files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>

#include "base/error.hpp"
#include "xlsx/package/library.hpp"

namespace svodka::xlsx {

namespace {

constexpr std::size_t kInMemory = std::size_t{16} << 20;  // a part longer than this goes to a temporary file

thread_local PartFiles* current = nullptr;

// One part: bytes in memory, or in an unlinked temporary file once they are many.
class Part {
 public:
  explicit Part(std::string folder) : folder_(std::move(folder)) {}
  ~Part() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  Part(const Part&) = delete;
  Part& operator=(const Part&) = delete;

  ssize_t read(char* out, std::size_t size) {
    if (descriptor_ >= 0) {
      const auto got = pread(descriptor_, out, size, position_);
      if (got > 0) position_ += got;
      if (got < 0) fail(errno);
      return got;
    }
    const auto at = std::min(static_cast<std::size_t>(position_), bytes_.size());
    const auto count = std::min(size, bytes_.size() - at);
    std::memcpy(out, bytes_.data() + at, count);
    position_ += static_cast<off_t>(count);
    return static_cast<ssize_t>(count);
  }

  // Zero tells stdio of a failure.
  ssize_t write(const char* data, std::size_t size) {
    const auto end = static_cast<std::size_t>(position_) + size;
    if (descriptor_ < 0 && end > kInMemory && !spill()) return 0;
    if (descriptor_ >= 0) {
      if (!write_at(data, size, position_)) return 0;
    } else {
      const auto at = static_cast<std::size_t>(position_);
      if (bytes_.size() < at) bytes_.resize(at);
      bytes_.replace(at, std::min(size, bytes_.size() - at), data, size);
    }
    position_ += static_cast<off_t>(size);
    return static_cast<ssize_t>(size);
  }

  int seek(off64_t* offset, int whence) {
    off_t from = 0;
    if (whence == SEEK_CUR) from = position_;
    if (whence == SEEK_END) {
      from = descriptor_ >= 0 ? lseek(descriptor_, 0, SEEK_END) : static_cast<off_t>(bytes_.size());
    }
    if (from + *offset < 0) return -1;
    position_ = from + *offset;
    *offset = position_;
    return 0;
  }

  static void fail(int error_number) {
    if (current != nullptr) current->note_failure(error_number);
  }

 private:
  bool spill() {
    descriptor_ = open(folder_.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor_ < 0) {
      fail(errno);
      return false;
    }
    if (!write_at(bytes_.data(), bytes_.size(), 0)) return false;
    std::string().swap(bytes_);
    return true;
  }

  bool write_at(const char* data, std::size_t size, off_t at) {
    while (size > 0) {
      const auto written = pwrite(descriptor_, data, size, at);
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) {
        fail(written < 0 ? errno : ENOSPC);
        return false;
      }
      data += written;
      size -= static_cast<std::size_t>(written);
      at += written;
    }
    return true;
  }

  std::string folder_;
  std::string bytes_;
  off_t position_ = 0;
  int descriptor_ = -1;
};

ssize_t read_part(void* part, char* out, std::size_t size) {
  return static_cast<Part*>(part)->read(out, size);
}

ssize_t write_part(void* part, const char* data, std::size_t size) {
  try {
    return static_cast<Part*>(part)->write(data, size);
  } catch (const std::bad_alloc&) {  // the library is C: nothing may be thrown through it
    Part::fail(ENOMEM);
    return 0;
  }
}

int seek_part(void* part, off64_t* offset, int whence) {
  return static_cast<Part*>(part)->seek(offset, whence);
}

int close_part(void* part) {
  delete static_cast<Part*>(part);
  return 0;
}

std::string temporary_folder(const char* asked) {
  if (asked != nullptr) return asked;
  const char* variable = std::getenv("TMPDIR");
  return variable != nullptr && *variable != '\0' ? variable : "/tmp";
}

}  // namespace

PartFiles::PartFiles() : outer_(current) { current = this; }
PartFiles::~PartFiles() { current = outer_; }

void PartFiles::check() const {
  if (failure_ != 0) {
    base::throw_errno("write a part of the workbook to", temporary_folder(nullptr), failure_);
  }
}

MemoryFile::MemoryFile() : descriptor_(memfd_create("svodka.xlsx", MFD_CLOEXEC)) {
  if (descriptor_ < 0) base::throw_errno("create", "the workbook in memory", errno);
  path_ = fmt::format("/proc/self/fd/{}", descriptor_);
}

MemoryFile::~MemoryFile() { close(descriptor_); }

std::string MemoryFile::read_all() const {
  struct stat status {};
  if (fstat(descriptor_, &status) != 0) base::throw_errno("read", "the workbook in memory", errno);
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  for (std::size_t done = 0; done < bytes.size();) {
    const auto got = pread(descriptor_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) base::throw_errno("read", "the workbook in memory", got < 0 ? errno : EIO);
    done += static_cast<std::size_t>(got);
  }
  return bytes;
}

}  // namespace svodka::xlsx

// libxlsxwriter opens each of a workbook's ten or so parts through this function, by default as a file on
// disk (three times the time of a small workbook, and a full disk goes unnoticed). A function of the same
// name in the program takes its place when the dynamic linker resolves the library's call. The archive member
// that holds it is always linked, because workbook.cpp uses PartFiles. Were it ever bypassed, workbooks would
// still be right: a test counts the parts. Only the symbol has the library's name: its declaration differs
// between versions.
extern "C" FILE* svodka_part_file(const char* folder) __asm__("lxw_tmpfile");

extern "C" FILE* svodka_part_file(const char* folder) {
  using namespace svodka::xlsx;
  Part* part = nullptr;
  try {
    part = new Part(temporary_folder(folder));
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
  cookie_io_functions_t functions{};
  functions.read = read_part;
  functions.write = write_part;
  functions.seek = seek_part;
  functions.close = close_part;
  FILE* file = fopencookie(part, "w+", functions);
  if (file == nullptr) {
    delete part;
    return nullptr;
  }
  if (current != nullptr) current->note_opened();
  return file;
}
