#include "pdf/compressor.hpp"

#include <libdeflate.h>

#include <cassert>
#include <new>

namespace svodka::pdf {

void Compressor::Free::operator()(libdeflate_compressor* compressor) const {
  libdeflate_free_compressor(compressor);
}

Compressor::Compressor(int level) : compressor_(libdeflate_alloc_compressor(level)) {
  if (!compressor_) throw std::bad_alloc();
}

std::string Compressor::zlib(std::string_view bytes) {
  std::string out(libdeflate_zlib_compress_bound(compressor_.get(), bytes.size()), '\0');
  const std::size_t size =
      libdeflate_zlib_compress(compressor_.get(), bytes.data(), bytes.size(), out.data(), out.size());
  assert(size > 0);  // the buffer holds the worst case
  out.resize(size);
  return out;
}

}  // namespace svodka::pdf
