#pragma once
// How the entries of a workbook's ZIP archive are compressed: each in one piece, by libdeflate.

#include <cstddef>
#include <memory>

namespace svodka::xlsx {

// While one lives, the entries that libxlsxwriter adds to an archive on this thread are compressed here;
// minizip writes them into the archive. Without one minizip compresses too, as zlib does.
class ZipEntries {
 public:
  // An entry of more than `in_one_piece` bytes goes to minizip as it comes: memory does not grow with it.
  explicit ZipEntries(std::size_t in_one_piece);  // throws std::bad_alloc
  ~ZipEntries();
  ZipEntries(const ZipEntries&) = delete;
  ZipEntries& operator=(const ZipEntries&) = delete;

  // Entries compressed in one piece, and those that were too large for it. None after a workbook means that
  // the library reaches its minizip in another way.
  std::size_t compressed() const;
  std::size_t streamed() const;
  // Throws base::Error when memory did not suffice; the library knows only that an entry was refused.
  void check() const;

  class Gatherer;

 private:
  std::unique_ptr<Gatherer> gatherer_;
  Gatherer* outer_;
};

}  // namespace svodka::xlsx
