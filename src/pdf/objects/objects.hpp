#pragma once
// The indirect objects of one file, numbered from 1 as they are added. PoDoFo stays behind this header.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/objects/syntax.hpp"

namespace svodka::pdf {

// A dictionary entry: name without the slash, value as it stands in the file.
struct Entry {
  std::string_view key;
  std::string value;
};

enum class Filter : std::uint8_t { none, flate, jpeg };  // of bytes that are compressed already

// Where objects go that are no streams.
class ObjectSink {
 public:
  virtual ~ObjectSink() = default;
  // The number the next object will get.
  virtual Number next() const = 0;
  // `body` is the object as it stands in the file.
  virtual Number add(std::string_view body) = 0;
};

// Objects that the cross-reference table does not have.
struct HiddenObjects {
  Number references = 0;  // the cross-reference stream that has them; 0 when there are none
  Number end = 0;         // the number behind the last
};

// Every function throws base::Error when PoDoFo fails.
class Objects : public ObjectSink {
 public:
  Objects();
  ~Objects() override;

  Number next() const override;
  Number add(std::string_view body) override;
  Number add_stream(const std::vector<Entry>& entries, std::string_view bytes, Filter filter);
  Number add_dictionary(const std::vector<Entry>& entries);
  // For objects that others refer to before they are known.
  Number reserve();
  void set(Number reserved, std::string_view body);

  // The whole file. Its identifier is made from all that is in it.
  std::string file(Number catalogue, Number information, const HiddenObjects& hidden = {});

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace svodka::pdf
