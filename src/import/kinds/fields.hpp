#pragma once
// Words in which the table of record kinds is written.

#include <utility>
#include <vector>

#include "import/kinds.hpp"

namespace svodka::import::fields {

inline Field make(FieldType type, std::string_view name, std::string_view description) {
  Field field;
  field.name = name;
  field.type = type;
  field.description = description;
  return field;
}

inline Field text(std::string_view name, std::string_view what) { return make(FieldType::text, name, what); }
inline Field date(std::string_view name, std::string_view what) { return make(FieldType::date, name, what); }
inline Field time(std::string_view name, std::string_view what) { return make(FieldType::time, name, what); }
inline Field number(std::string_view name, std::string_view what) {
  return make(FieldType::number, name, what);
}
inline Field integer(std::string_view name, std::string_view what) {
  return make(FieldType::integer, name, what);
}

inline Field required(Field field) {
  field.required = true;
  return field;
}

inline Field key(std::string_view what) { return required(make(FieldType::key, "key", what)); }
inline Field period(std::string_view what) { return required(make(FieldType::period, "period", what)); }

// False when left out.
inline Field boolean(std::string_view name, std::string_view what) {
  auto field = make(FieldType::boolean, name, what);
  field.fallback = std::int64_t{0};
  return field;
}

inline Field reference(std::string_view name, std::string_view target, std::string_view what) {
  auto field = make(FieldType::reference, name, what);
  field.target = target;
  return field;
}

inline Field vocabulary(std::string_view name, std::vector<std::string_view> words, std::string_view what) {
  auto field = make(FieldType::vocabulary, name, what);
  field.words = std::move(words);
  return field;
}

inline Field with_default(Field field, text::Value value) {
  field.fallback = std::move(value);
  return field;
}

inline Field at_least(Field field, int least) {
  field.least = least;
  return field;
}

inline Field between(Field field, int least, int most) {
  field.least = least;
  field.most = most;
  return field;
}

inline Field filled_later(Field field) {
  field.filled_later = true;
  return field;
}

inline Field ordinal(std::string_view what) { return required(at_least(integer("ordinal", what), 0)); }

}  // namespace svodka::import::fields

namespace svodka::import {

std::vector<std::string_view> organization_types();
std::vector<std::string_view> target_operators();

// Parts of the table, by subject.
std::vector<RecordKind> district_kinds();
std::vector<RecordKind> meeting_kinds();
std::vector<RecordKind> resolution_kinds();
std::vector<RecordKind> execution_kinds();
std::vector<RecordKind> conclusion_kinds();

}  // namespace svodka::import
