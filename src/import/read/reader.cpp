#include "import/read/reader.hpp"

#include <fmt/format.h>

#include "base/suggest.hpp"
#include "import/codes.hpp"
#include "import/read/json_records.hpp"
#include "import/read/rules.hpp"
#include "import/read/values.hpp"

namespace svodka::import {

namespace {

std::vector<std::string> names_of_arrays() {
  std::vector<std::string> names;
  for (const auto& kind : record_kinds()) names.emplace_back(kind.name);
  return names;
}

std::vector<std::string> names_of_fields(const RecordKind& kind) {
  std::vector<std::string> names;
  for (const auto& field : kind.fields) names.emplace_back(field.name);
  return names;
}

class Reader final : public RecordSink {
 public:
  Reader(ImportSet& set, Mistakes& mistakes)
      : set_(set), mistakes_(mistakes), source_(static_cast<std::uint32_t>(set.sources.size() - 1)) {}

  bool begin_array(std::string_view name, Extent name_place) override {
    kind_ = find_kind(name);
    if (kind_ == nullptr) {
      mistakes_.add(codes::unknown_array, span(name_place), "/" + pointer_token(name),
                    fmt::format("unknown array '{}'", name), base::did_you_mean(name, names_of_arrays()));
      return false;
    }
    set_.named(*kind_).push_back(source_);
    return true;
  }

  void begin_record(std::uint32_t index, Extent brace) override {
    record_ = {kind_, source_, index, brace, std::vector<Cell>(kind_->fields.size())};
    sound_ = true;
  }

  void field(std::string_view name, Extent name_place, JsonScalar value, Extent value_place) override {
    const auto at = kind_->find(name);
    if (!at) {
      tell(codes::unknown_field, name_place, name, fmt::format("'{}' has no field '{}'", kind_->name, name),
           base::did_you_mean(name, names_of_fields(*kind_)));
      return;
    }
    ValueProblem problem;
    auto read = read_value(kind_->fields[*at], std::move(value), problem);
    if (!read) {
      tell(problem.code, value_place, name, std::move(problem.message), std::move(problem.hint));
      record_.cells[*at].place = value_place;
      return;
    }
    if (!text::is_empty(*read)) record_.cells[*at] = {std::move(*read), value_place};
  }

  void end_record() override {
    for (std::size_t i = 0; i < kind_->fields.size(); ++i) complete(i);
    if (sound_) check_record(set_, record_, mistakes_);
    set_.of(*kind_).push_back(std::move(record_));
  }

 private:
  void complete(std::size_t i) {
    const auto& field = kind_->fields[i];
    auto& cell = record_.cells[i];
    if (cell.place.end != 0) return;
    cell.value = field.fallback;
    if (field.required) {
      mistakes_.at(set_, record_, codes::missing_field,
                   fmt::format("'{}' is missing: {}", field.name, expected_of(field.type)));
      sound_ = false;
    }
  }

  void tell(const base::Code& code, Extent place, std::string_view field, std::string message,
            std::string hint) {
    mistakes_.add(code, span(place), fmt::format("{}/{}", pointer(record_), pointer_token(field)),
                  std::move(message), std::move(hint));
    sound_ = false;
  }

  base::SourceSpan span(Extent place) const { return {set_.sources[source_], place.begin, place.end}; }

  ImportSet& set_;
  Mistakes& mistakes_;
  std::uint32_t source_;
  const RecordKind* kind_ = nullptr;
  Record record_;
  bool sound_ = true;  // no mistake so far
};

}  // namespace

void read_import_file(const base::SourcePtr& source, ImportSet& set, Mistakes& mistakes) {
  set.sources.push_back(source);
  Reader reader(set, mistakes);
  read_records(source, reader, mistakes);
}

}  // namespace svodka::import
