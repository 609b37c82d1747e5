#pragma once
// The indirect objects of one file, numbered from 1 as they are added. PoDoFo stays behind this header.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/syntax.hpp"

namespace svodka::pdf {

// A dictionary entry: name without the slash, value as it stands in the file.
struct Entry {
  std::string_view key;
  std::string value;
};

enum class Filter : std::uint8_t { none, flate, jpeg };  // of bytes that are compressed already

// Every function throws base::Error when PoDoFo fails.
class Objects {
 public:
  Objects();
  ~Objects();

  // The number the next object will get.
  Number next() const;
  // `body` is the object as it stands in the file.
  Number add(std::string_view body);
  Number add_stream(const std::vector<Entry>& entries, std::string_view bytes, Filter filter);
  // For objects that others refer to before they are known.
  Number reserve();
  void set(Number reserved, std::string_view body);

  // The whole file. The file identifier is made from `info`.
  std::string file(Number catalogue, const std::vector<Entry>& info);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace svodka::pdf
