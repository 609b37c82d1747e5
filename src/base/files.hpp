#pragma once
// Reading whole files, and writing them whole or not at all.

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace svodka::base {

// Throws Error: not a file, unreadable, larger than `limit`.
std::string read_file(const std::filesystem::path& path, std::size_t limit = std::size_t{256} << 20);

// A file that appears under its name only when commit() has succeeded: written to a temporary name in the
// same folder, synced, renamed. Without commit() the temporary file is removed. Every failure throws Error.
class OutputFile {
 public:
  explicit OutputFile(std::filesystem::path target);
  // Under another temporary name, on the same file system; a file that lies there is replaced.
  OutputFile(std::filesystem::path target, std::filesystem::path temporary);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void write(std::string_view bytes);
  void commit();

 private:
  std::filesystem::path target_;
  std::filesystem::path temporary_;
  int descriptor_ = -1;
};

// A file that must not exist yet, not synced: for temporary names. Throws Error, and then leaves no file.
void write_new_file(const std::filesystem::path& path, std::string_view bytes);

void write_file(const std::filesystem::path& target, std::string_view bytes);

}  // namespace svodka::base
