#include "pdf/objects/object_streams.hpp"

#include <fmt/format.h>

#include <cassert>

namespace svodka::pdf {

namespace {

// Objects of one stream. Readers unpack a whole stream for one of its objects; small streams compress badly
// and take longer to write.
constexpr std::size_t kMostInStream = 500;

constexpr std::size_t streams_for(std::size_t count) { return (count + kMostInStream - 1) / kMostInStream; }

// A row of the cross-reference stream (table 18): type 2, the object stream, the index in it.
void append_row(std::string& out, Number stream, std::size_t index) {
  out += '\2';
  for (int shift = 24; shift >= 0; shift -= 8)
    out += static_cast<char>(stream >> static_cast<unsigned>(shift));
  out += static_cast<char>(index >> 8U);
  out += static_cast<char>(index & 0xFFU);
}

}  // namespace

PackedObjects::PackedObjects(Objects& objects, Compressor& compressor, std::size_t count)
    : objects_(objects),
      compressor_(compressor),
      count_(count),
      first_(objects.next() + static_cast<Number>(streams_for(count) + 1)) {}

Number PackedObjects::add(std::string_view body) {
  const Number number = next();
  ++added_;
  begins_.push_back(bodies_.size());
  bodies_ += body;
  bodies_ += '\n';
  if (begins_.size() == kMostInStream) write_stream();
  return number;
}

void PackedObjects::write_stream() {
  const Number stream = objects_.next();
  const Number first = next() - static_cast<Number>(begins_.size());
  std::string content;
  for (std::size_t i = 0; i < begins_.size(); ++i) {
    append_integer(content, first + static_cast<Number>(i));
    append_integer(content += ' ', static_cast<long long>(begins_[i]));
    content += ' ';
    append_row(rows_, stream, i);
  }
  const std::size_t header_size = content.size();
  content += bodies_;
  objects_.add_stream({{"Type", "/ObjStm"},
                       {"N", fmt::format("{}", begins_.size())},
                       {"First", fmt::format("{}", header_size)}},
                      compressor_.zlib(content), Filter::flate);
  begins_.clear();
  bodies_.clear();
}

HiddenObjects PackedObjects::finish() {
  assert(added_ == count_);
  if (!begins_.empty()) write_stream();
  const Number end = next();
  const Number references = objects_.add_stream({{"Type", "/XRef"},
                                                 {"Size", fmt::format("{}", end)},
                                                 {"Index", fmt::format("[{} {}]", first_, count_)},
                                                 {"W", "[1 4 2]"}},
                                                compressor_.zlib(rows_), Filter::flate);
  assert(references + 1 == first_);
  return {references, end};
}

}  // namespace svodka::pdf
