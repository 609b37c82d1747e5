#pragma once
// Where libxlsxwriter keeps the parts of a workbook, and the workbook itself, until it is whole: in memory.

#include <cstddef>
#include <string>

namespace svodka::xlsx {

// While one lives, this thread's part files are counted and their failures remembered: libxlsxwriter never
// looks whether writing a part succeeded.
class PartFiles {
 public:
  PartFiles();
  ~PartFiles();
  PartFiles(const PartFiles&) = delete;
  PartFiles& operator=(const PartFiles&) = delete;

  // Parts opened so far; 0 after a workbook means that the library keeps its parts elsewhere.
  std::size_t opened() const { return opened_; }
  // Throws base::Error when a part could not be written whole.
  void check() const;

  void note_opened() { ++opened_; }
  void note_failure(int error_number) { failure_ = failure_ == 0 ? error_number : failure_; }

 private:
  PartFiles* outer_;
  std::size_t opened_ = 0;
  int failure_ = 0;  // errno of the first failure
};

// An anonymous file in memory that has a path.
class MemoryFile {
 public:
  MemoryFile();  // throws base::Error
  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  const std::string& path() const { return path_; }
  std::string read_all() const;  // throws base::Error

 private:
  int descriptor_;
  std::string path_;
};

}  // namespace svodka::xlsx
