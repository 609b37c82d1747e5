#include "import/read/import_set.hpp"

#include <fmt/format.h>

#include "import/codes.hpp"

namespace svodka::import {

std::string pointer(const Record& record) { return fmt::format("/{}/{}", record.kind->name, record.index); }

std::string pointer(const Record& record, std::string_view field) {
  return fmt::format("{}/{}", pointer(record), field);
}

std::string place_of(const ImportSet& set, const Record& record) {
  const auto& source = *set.sources[record.source];
  const auto position = base::position_of(source, record.place.begin);
  return fmt::format("{}:{}:{}", source.name, position.line, position.column);
}

std::string pointer_token(std::string_view name) {
  std::string token;
  for (const char c : name) {
    if (c == '~') {
      token += "~0";
    } else if (c == '/') {
      token += "~1";
    } else {
      token += c;
    }
  }
  return token;
}

void Mistakes::add(const base::Code& code, base::SourceSpan span, std::string pointer, std::string message,
                   std::string hint) {
  if (++count_ > most) return;
  diagnostics_.add({std::string(code.id), base::Severity::error, std::move(span), std::move(pointer),
                    std::move(message), std::move(hint)});
}

void Mistakes::at(const ImportSet& set, const Record& record, const base::Code& code, std::string message,
                  std::string hint) {
  add(code, set.span(record), pointer(record), std::move(message), std::move(hint));
}

void Mistakes::at(const ImportSet& set, const Record& record, std::string_view field, const base::Code& code,
                  std::string message, std::string hint) {
  const auto& place = record[field].place;
  add(code, set.span(record, place.end == 0 ? record.place : place), pointer(record, field),
      std::move(message), std::move(hint));
}

void Mistakes::finish() {
  if (count_ <= most) return;
  diagnostics_.add({std::string(codes::too_many.id),
                    base::Severity::error,
                    {},
                    {},
                    fmt::format("{} more mistakes are not listed", count_ - most),
                    "mend the first ones and try again"});
}

}  // namespace svodka::import
