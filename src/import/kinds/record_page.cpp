#include <fmt/format.h>

#include <string>
#include <vector>

#include "import/kinds.hpp"
#include "import/kinds/record_docs.hpp"

namespace svodka::import {

namespace {

std::string code_list(const std::vector<std::string_view>& words, std::string_view last) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? fmt::format(" {} ", last) : ", ";
    out += fmt::format("`{}`", words[i]);
  }
  return out;
}

std::string type_text(const Field& field) {
  if (field.type == FieldType::reference) return fmt::format("key of [`{0}`](#{0})", field.target);
  if (field.type == FieldType::vocabulary) return code_list(field.words, "or");
  auto out = std::string(name_of(field.type));
  if (field.least && field.most) return out + fmt::format(" {}–{}", *field.least, *field.most);
  if (field.least) out += fmt::format(" from {}", *field.least);
  return out;
}

std::string need_text(const Field& field) {
  if (field.required) return "yes";
  if (text::is_empty(field.fallback)) return "";
  if (const auto* word = std::get_if<std::string>(&field.fallback)) return fmt::format("else `{}`", *word);
  const auto number = std::get<std::int64_t>(field.fallback);
  if (field.type == FieldType::boolean) return fmt::format("else `{}`", number != 0);
  return fmt::format("else `{}`", number);
}

std::string mode_text(const RecordKind& kind) {
  const auto identity = code_list(kind.identity, "and");
  switch (kind.mode) {
    case Mode::upsert:
      return fmt::format("Identified by {}; a record that is already stored is updated.", identity);
    case Mode::replaced:
      return fmt::format("Identified by {}; the whole list of its `{}` is replaced.", identity, kind.owner);
    case Mode::append_only:
      return fmt::format("Identified by {}; append-only.", identity);
    case Mode::run:
      return fmt::format("Identified by {}; an action.", identity);
  }
  return {};
}

std::vector<std::string> rule_texts(const RecordKind& kind) {
  std::vector<std::string> out;
  for (const auto& fields : kind.exactly_one)
    out.push_back("Exactly one of " + code_list(fields, "and") + ".");
  for (const auto& fields : kind.at_most_one)
    out.push_back("At most one of " + code_list(fields, "and") + ".");
  for (const auto& fields : kind.at_least_one)
    out.push_back("At least one of " + code_list(fields, "and") + ".");
  for (const auto& [field, words, needed, only] : kind.conditions) {
    const auto where = words.empty() ? fmt::format("`{}` is given", field)
                                     : fmt::format("`{}` is {}", field, code_list(words, "or"));
    out.push_back(
        fmt::format("`{}` is needed where {}{}.", needed, where, only ? ", and stands only there" : ""));
  }
  for (const auto& [first, second] : kind.ordered)
    out.push_back(fmt::format("`{}` is not before `{}`.", second, first));
  for (const auto& [first, second] : kind.distinct)
    out.push_back(fmt::format("`{}` is not `{}`.", second, first));
  if (!kind.place.empty()) out.push_back("No two with the same " + code_list(kind.place, "and") + ".");
  return out;
}

}  // namespace

std::string import_field_reference() {
  std::string out;
  for (const auto& kind : record_kinds()) {
    out += fmt::format("### {}\n\n{} {}\n", kind.name, kind.description, mode_text(kind));
    const auto rules = rule_texts(kind);
    if (!rules.empty()) out += "\n";
    for (const auto& rule : rules) out += fmt::format("- {}\n", rule);
    out += "\n| field | holds | needed | meaning |\n|---|---|---|---|\n";
    for (const auto& field : kind.fields) {
      out += fmt::format("| `{}` | {} | {} | {} |\n", field.name, type_text(field), need_text(field),
                         field.description);
    }
    out += "\n";
  }
  return out;
}

}  // namespace svodka::import
