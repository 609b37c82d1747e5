#pragma once
// What the files of one import command hold, read and typed; and the mistakes found on the way.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "import/kinds.hpp"

namespace svodka::import {

// Bytes of a source; an import file is smaller than 4 GB.
struct Extent {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// A reference holds its key as text, a date is a Date, a boolean 0 or 1; empty when left out.
struct Cell {
  text::Value value;
  Extent place;

  bool given() const { return !text::is_empty(value); }
  const std::string& text() const { return std::get<std::string>(value); }
};

struct Record {
  const RecordKind* kind = nullptr;
  std::uint32_t source = 0;  // of ImportSet::sources
  std::uint32_t index = 0;   // in the array of its file
  Extent place;              // of its opening brace
  std::vector<Cell> cells;   // one for each field of the kind

  const Cell& operator[](std::string_view field) const { return cells[kind->at(field)]; }
};

class ImportSet {
 public:
  ImportSet() : records_(record_kinds().size()), named_(record_kinds().size()) {}

  std::vector<base::SourcePtr> sources;

  std::vector<Record>& of(const RecordKind& kind) { return records_[index_of(kind)]; }
  const std::vector<Record>& of(const RecordKind& kind) const { return records_[index_of(kind)]; }
  const std::vector<Record>& of(std::string_view kind) const { return of(*find_kind(kind)); }

  // The sources that have an array of the kind, if only an empty one.
  std::vector<std::uint32_t>& named(const RecordKind& kind) { return named_[index_of(kind)]; }
  const std::vector<std::uint32_t>& named(const RecordKind& kind) const { return named_[index_of(kind)]; }

  base::SourceSpan span(const Record& record) const { return span(record, record.place); }
  base::SourceSpan span(const Record& record, const Extent& place) const {
    return {sources[record.source], place.begin, place.end};
  }

 private:
  static std::size_t index_of(const RecordKind& kind) {
    return static_cast<std::size_t>(&kind - record_kinds().data());
  }

  std::vector<std::vector<Record>> records_;
  std::vector<std::vector<std::uint32_t>> named_;
};

// JSON pointers: "/people/3", "/people/3/organization".
std::string pointer(const Record& record);
std::string pointer(const Record& record, std::string_view field);
// "people.json:12:5", to name a second place in a message.
std::string place_of(const ImportSet& set, const Record& record);
// The member name as it stands in a pointer (RFC 6901, 3): ~ and / escaped.
std::string pointer_token(std::string_view name);

// Collects mistakes; after the first `most` only counts them, so that a wrong file does not drown its reader.
class Mistakes {
 public:
  static constexpr std::size_t most = 200;

  explicit Mistakes(base::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void add(const base::Code& code, base::SourceSpan span, std::string pointer, std::string message,
           std::string hint = {});
  // About a record, or one of its fields: points at the value, or at the record when the field is left out.
  void at(const ImportSet& set, const Record& record, const base::Code& code, std::string message,
          std::string hint = {});
  void at(const ImportSet& set, const Record& record, std::string_view field, const base::Code& code,
          std::string message, std::string hint = {});

  bool any() const { return count_ > 0; }
  // Says how many were only counted.
  void finish();

 private:
  base::Diagnostics& diagnostics_;
  std::size_t count_ = 0;
};

}  // namespace svodka::import
