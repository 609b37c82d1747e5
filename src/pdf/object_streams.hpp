#pragma once
// Many small objects in few compressed streams (ISO 32000-1, 7.5.7), referred to by a cross-reference stream
// that the trailer of an ordinary file names: a hybrid-reference file (7.5.8.4).

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/compressor.hpp"
#include "pdf/objects.hpp"

namespace svodka::pdf {

// Objects of a range of numbers of its own, behind all others.
class PackedObjects : public ObjectSink {
 public:
  // There will be `count` of them, and `objects` gets no further object but those of write().
  PackedObjects(const Objects& objects, std::size_t count);

  Number next() const override { return first_ + static_cast<Number>(begins_.size()); }
  Number add(std::string_view body) override;

  // Adds the streams to the objects that it was made with.
  HiddenObjects write(Objects& objects, Compressor& compressor) const;

 private:
  std::string_view body(std::size_t index) const;
  std::string stream_of(std::size_t from, std::size_t to, std::size_t& header_size) const;

  std::size_t count_;
  Number first_;
  std::string bodies_;
  std::vector<std::size_t> begins_;  // of each in bodies_
};

}  // namespace svodka::pdf
