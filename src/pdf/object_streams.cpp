#include "pdf/object_streams.hpp"

#include <fmt/format.h>

#include <algorithm>
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

PackedObjects::PackedObjects(const Objects& objects, std::size_t count)
    : count_(count), first_(objects.next() + static_cast<Number>(streams_for(count) + 1)) {
  constexpr std::size_t usual_size = 64;
  bodies_.reserve(count * usual_size);
  begins_.reserve(count);
}

Number PackedObjects::add(std::string_view body) {
  const Number number = next();
  begins_.push_back(bodies_.size());
  bodies_ += body;
  bodies_ += '\n';
  return number;
}

std::string_view PackedObjects::body(std::size_t index) const {
  const std::size_t end = index + 1 < begins_.size() ? begins_[index + 1] : bodies_.size();
  return std::string_view(bodies_).substr(begins_[index], end - begins_[index]);
}

std::string PackedObjects::stream_of(std::size_t from, std::size_t to, std::size_t& header_size) const {
  std::string out;
  const std::string_view last = body(to - 1);
  const auto* const end = last.data() + last.size();
  const std::string_view bodies(bodies_.data() + begins_[from],
                                static_cast<std::size_t>(end - bodies_.data()) - begins_[from]);
  constexpr std::size_t usual_pair = 12;
  out.reserve((to - from) * usual_pair + bodies.size());
  for (std::size_t i = from; i < to; ++i) {
    append_integer(out, first_ + static_cast<Number>(i));
    out += ' ';
    append_integer(out, static_cast<long long>(begins_[i] - begins_[from]));
    out += ' ';
  }
  header_size = out.size();
  return out += bodies;
}

HiddenObjects PackedObjects::write(Objects& objects, Compressor& compressor) const {
  assert(begins_.size() == count_);
  std::string rows;
  for (std::size_t from = 0; from < count_; from += kMostInStream) {
    const std::size_t to = std::min(from + kMostInStream, count_);
    std::size_t header_size = 0;
    const std::string stream = stream_of(from, to, header_size);
    const Number number = objects.add_stream(
        {{"Type", "/ObjStm"}, {"N", fmt::format("{}", to - from)}, {"First", fmt::format("{}", header_size)}},
        compressor.zlib(stream), Filter::flate);
    for (std::size_t i = from; i < to; ++i) append_row(rows, number, i - from);
  }
  const auto end = first_ + static_cast<Number>(count_);
  const Number references = objects.add_stream({{"Type", "/XRef"},
                                                {"Size", fmt::format("{}", end)},
                                                {"Index", fmt::format("[{} {}]", first_, count_)},
                                                {"W", "[1 4 2]"}},
                                               compressor.zlib(rows), Filter::flate);
  assert(references + 1 == first_);
  return {references, end};
}

}  // namespace svodka::pdf
