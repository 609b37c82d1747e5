#pragma once
// Many small objects in few compressed streams (ISO 32000-1, 7.5.7), referred to by a cross-reference stream
// that the trailer of an ordinary file names: a hybrid-reference file (7.5.8.4).

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/objects/compressor.hpp"
#include "pdf/objects/objects.hpp"

namespace svodka::pdf {

// Objects of a range of numbers of its own, behind all others. A stream goes to `objects` as soon as it is
// full.
class PackedObjects : public ObjectSink {
 public:
  // There will be `count` of them, and `objects` gets no others until finish().
  PackedObjects(Objects& objects, Compressor& compressor, std::size_t count);

  Number next() const override { return first_ + static_cast<Number>(added_); }
  Number add(std::string_view body) override;

  // Adds what is left and the cross-reference stream.
  HiddenObjects finish();

 private:
  void write_stream();

  Objects& objects_;
  Compressor& compressor_;
  std::size_t count_;
  Number first_;
  std::size_t added_ = 0;
  // Of the stream that is being filled.
  std::vector<std::size_t> begins_;  // of each object in bodies_
  std::string bodies_;
  std::string rows_;  // of the cross-reference stream
};

}  // namespace svodka::pdf
