#include "pdf/objects/compressor.hpp"

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
  const std::size_t bound = libdeflate_zlib_compress_bound(compressor_.get(), bytes.size());
  if (buffer_.size() < bound) buffer_.resize(bound);
  const std::size_t size =
      libdeflate_zlib_compress(compressor_.get(), bytes.data(), bytes.size(), buffer_.data(), buffer_.size());
  assert(size > 0);  // the buffer holds the worst case
  return {buffer_.data(), size};
}

}  // namespace svodka::pdf
