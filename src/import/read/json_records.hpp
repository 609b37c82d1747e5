#pragma once
// Reads the JSON of an import file as it comes: arrays, their records, their fields, each with its place.

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "import/read/import_set.hpp"

namespace svodka::import {

using JsonScalar = std::variant<std::monostate, bool, std::int64_t, double, std::string>;

// Told of what the file holds, in its order. Places are bytes of the source.
class RecordSink {
 public:
  virtual ~RecordSink() = default;
  // False: the array is not wanted, its records are passed over.
  virtual bool begin_array(std::string_view name, Extent name_place) = 0;
  virtual void begin_record(std::uint32_t index, Extent brace) = 0;
  virtual void field(std::string_view name, Extent name_place, JsonScalar value, Extent value_place) = 0;
  virtual void end_record() = 0;
};

// Mistakes in encoding (I102), syntax (I101) and structure (I103), and members given twice (I106), are told;
// a syntax error ends the reading.
void read_records(const base::SourcePtr& source, RecordSink& sink, Mistakes& mistakes);

}  // namespace svodka::import
