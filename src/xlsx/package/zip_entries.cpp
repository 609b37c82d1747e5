#include "xlsx/package/zip_entries.hpp"

#include <dlfcn.h>
#include <libdeflate.h>
#include <minizip/zip.h>

#include <cassert>
#include <new>
#include <string>
#include <utility>

#include "base/error.hpp"

namespace svodka::xlsx {

namespace {

// Files are at most a twentieth larger than at zlib's level 6, which the library asks for.
constexpr int kLevel = 5;          // of libdeflate: 1 fast – 12 small
constexpr int kStreamedLevel = 5;  // of zlib: 1 fast – 9 small

constexpr std::size_t kManyBytes = std::size_t{1} << 20;  // are not copied as an entry grows

// minizip's own functions, before which those at the end of this file stand.
struct Minizip {
  decltype(&zipOpenNewFileInZip4_64) open;
  decltype(&zipWriteInFileInZip) write;
  decltype(&zipCloseFileInZip) close;
  decltype(&zipCloseFileInZipRaw64) close_raw;
};

template <typename Function>
Function next(const char* name) {
  auto* function = dlsym(RTLD_NEXT, name);
  assert(function != nullptr);  // who calls those below was linked with minizip
  return reinterpret_cast<Function>(function);
}

const Minizip& minizip() {
  static const Minizip functions{
      next<decltype(Minizip::open)>("zipOpenNewFileInZip4_64"),
      next<decltype(Minizip::write)>("zipWriteInFileInZip"),
      next<decltype(Minizip::close)>("zipCloseFileInZip"),
      next<decltype(Minizip::close_raw)>("zipCloseFileInZipRaw64"),
  };
  return functions;
}

thread_local ZipEntries::Gatherer* current = nullptr;

// What libxlsxwriter opened an entry with. minizip learns of it when it is known how the entry is compressed.
struct Opening {
  zipFile archive;
  std::string name;
  zip_fileinfo info;
  int window_bits, memory_level, strategy;
  uLong version, flags;
  int zip64;

  int open(int level, bool raw) const {
    return minizip().open(archive, name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, level,
                          raw ? 1 : 0, window_bits, memory_level, strategy, nullptr, 0, version, flags,
                          zip64);
  }
};

}  // namespace

// All functions return minizip's codes.
class ZipEntries::Gatherer {
 public:
  explicit Gatherer(std::size_t in_one_piece)
      : in_one_piece_(in_one_piece), compressor_(libdeflate_alloc_compressor(kLevel)) {
    if (!compressor_) throw std::bad_alloc();
  }

  bool has_entry_of(zipFile archive) const { return is_open_ && opening_.archive == archive; }

  int begin(Opening opening) {
    opening_ = std::move(opening);
    is_open_ = true;
    bytes_.clear();
    return ZIP_OK;
  }

  int add(const void* data, unsigned size) {
    if (size > in_one_piece_ - bytes_.size()) return stream(data, size);
    if (bytes_.size() > kManyBytes)
      bytes_.reserve(in_one_piece_);  // pages that are not written take no memory
    bytes_.append(static_cast<const char*>(data), size);
    return ZIP_OK;
  }

  int end() {
    is_open_ = false;
    const auto bound = libdeflate_deflate_compress_bound(compressor_.get(), bytes_.size());
    if (room_ < bound) {
      packed_ = std::make_unique_for_overwrite<char[]>(bound);
      room_ = bound;
    }
    const auto size =
        libdeflate_deflate_compress(compressor_.get(), bytes_.data(), bytes_.size(), packed_.get(), room_);
    if (size == 0) return ZIP_INTERNALERROR;  // the room holds the worst case
    if (const int error = opening_.open(Z_DEFAULT_COMPRESSION, true); error != ZIP_OK) return error;
    const int error = minizip().write(opening_.archive, packed_.get(), static_cast<unsigned>(size));
    if (error != ZIP_OK) return error;
    ++compressed_;
    return minizip().close_raw(opening_.archive, bytes_.size(),
                               libdeflate_crc32(0, bytes_.data(), bytes_.size()));
  }

  int refuse() {
    is_open_ = false;
    out_of_memory_ = true;
    return ZIP_INTERNALERROR;
  }

  std::size_t compressed() const { return compressed_; }
  std::size_t streamed() const { return streamed_; }
  bool out_of_memory() const { return out_of_memory_; }

 private:
  // Gives what was gathered, and from now on the rest, to minizip.
  int stream(const void* data, unsigned size) {
    is_open_ = false;
    const auto bytes = std::exchange(bytes_, {});
    if (const int error = opening_.open(kStreamedLevel, false); error != ZIP_OK) return error;
    ++streamed_;
    const int error = minizip().write(opening_.archive, bytes.data(), static_cast<unsigned>(bytes.size()));
    return error != ZIP_OK ? error : minizip().write(opening_.archive, data, size);
  }

  struct Free {
    void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
  };

  std::size_t in_one_piece_;
  std::unique_ptr<libdeflate_compressor, Free> compressor_;
  Opening opening_{};
  bool is_open_ = false;  // and gathered here
  std::string bytes_;
  std::unique_ptr<char[]> packed_;
  std::size_t room_ = 0;  // in packed_
  std::size_t compressed_ = 0, streamed_ = 0;
  bool out_of_memory_ = false;
};

ZipEntries::ZipEntries(std::size_t in_one_piece)
    : gatherer_(std::make_unique<Gatherer>(in_one_piece)), outer_(std::exchange(current, gatherer_.get())) {}
ZipEntries::~ZipEntries() { current = outer_; }

std::size_t ZipEntries::compressed() const { return gatherer_->compressed(); }
std::size_t ZipEntries::streamed() const { return gatherer_->streamed(); }

void ZipEntries::check() const {
  if (gatherer_->out_of_memory()) throw base::Error("cannot compress a part of the workbook: out of memory");
}

}  // namespace svodka::xlsx

// libxlsxwriter calls minizip, a library of its own, through these three functions; the program's take their
// place as that of part_files.cpp does. Were they ever bypassed, workbooks would still be right: a test
// counts the entries. The library is C: nothing may be thrown through it.
using svodka::xlsx::current;
using svodka::xlsx::minizip;

extern "C" int ZEXPORT zipOpenNewFileInZip4_64(zipFile archive, const char* name, const zip_fileinfo* info,
                                               const void* local_extra, uInt local_extra_size,
                                               const void* global_extra, uInt global_extra_size,
                                               const char* comment, int method, int level, int raw,
                                               int window_bits, int memory_level, int strategy,
                                               const char* password, uLong crc, uLong version, uLong flags,
                                               int zip64) {
  const bool plain = name != nullptr && info != nullptr && local_extra == nullptr &&
                     global_extra == nullptr && comment == nullptr && method == Z_DEFLATED && raw == 0 &&
                     password == nullptr;
  if (current == nullptr || !plain) {
    return minizip().open(archive, name, info, local_extra, local_extra_size, global_extra, global_extra_size,
                          comment, method, level, raw, window_bits, memory_level, strategy, password, crc,
                          version, flags, zip64);
  }
  try {
    return current->begin({archive, name, *info, window_bits, memory_level, strategy, version, flags, zip64});
  } catch (const std::bad_alloc&) {
    return current->refuse();
  }
}

extern "C" int ZEXPORT zipWriteInFileInZip(zipFile archive, const void* data, unsigned size) {
  if (current == nullptr || !current->has_entry_of(archive)) return minizip().write(archive, data, size);
  try {
    return current->add(data, size);
  } catch (const std::bad_alloc&) {
    return current->refuse();
  }
}

extern "C" int ZEXPORT zipCloseFileInZip(zipFile archive) {
  if (current == nullptr || !current->has_entry_of(archive)) return minizip().close(archive);
  try {
    return current->end();
  } catch (const std::bad_alloc&) {
    return current->refuse();
  }
}
