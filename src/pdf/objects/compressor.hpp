#pragma once
// Deflate, as the FlateDecode filter reads it.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct libdeflate_compressor;

namespace svodka::pdf {

class Compressor {
 public:
  explicit Compressor(int level);  // 1 fast – 12 small
  std::string zlib(std::string_view bytes);

 private:
  struct Free {
    void operator()(libdeflate_compressor* compressor) const;
  };
  std::unique_ptr<libdeflate_compressor, Free> compressor_;
  std::vector<char> buffer_;
};

}  // namespace svodka::pdf
