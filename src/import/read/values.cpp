#include "import/read/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "base/suggest.hpp"
#include "base/utf8.hpp"
#include "import/codes.hpp"

namespace svodka::import {

namespace {

using text::Value;

std::string shown(const std::string& text) {
  constexpr std::size_t longest = 40;
  std::string out;
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size() && count < longest; ++count) {
    const auto c = base::next_code_point(text, at);
    base::append_utf8(out, c < U' ' || c == 0x7F ? U' ' : c);
  }
  return at < text.size() ? out + "…" : out;
}

std::string found(const JsonScalar& json) {
  if (const auto* flag = std::get_if<bool>(&json)) return *flag ? "true" : "false";
  if (const auto* integer = std::get_if<std::int64_t>(&json)) return fmt::format("the number {}", *integer);
  if (const auto* decimal = std::get_if<double>(&json)) return fmt::format("the number {}", *decimal);
  return fmt::format("the text '{}'", shown(std::get<std::string>(json)));
}

std::nullopt_t refuse(ValueProblem& problem, base::Code code, std::string message, std::string hint = {}) {
  problem = {code, std::move(message), std::move(hint)};
  return std::nullopt;
}

std::nullopt_t refuse_type(const Field& field, const JsonScalar& json, ValueProblem& problem) {
  std::string hint;
  if (field.type == FieldType::text && !std::holds_alternative<bool>(json))
    hint = "write it in quotation marks";
  return refuse(problem, codes::wrong_type,
                fmt::format("expected {}, not {}", expected_of(field.type), found(json)), std::move(hint));
}

std::optional<Value> in_range(const Field& field, double number, Value value, ValueProblem& problem) {
  if (field.least && number < *field.least) {
    return refuse(problem, codes::out_of_range, fmt::format("{} is less than {}", number, *field.least));
  }
  if (field.most && number > *field.most) {
    return refuse(problem, codes::out_of_range, fmt::format("{} is more than {}", number, *field.most));
  }
  return value;
}

std::optional<Value> read_integer(const Field& field, const JsonScalar& json, ValueProblem& problem) {
  constexpr double exact = 9007199254740992.0;  // 2^53: integers beyond are not exact
  double number = 0;
  if (const auto* integer = std::get_if<std::int64_t>(&json)) {
    number = static_cast<double>(*integer);
  } else if (const auto* decimal = std::get_if<double>(&json);
             decimal != nullptr && std::trunc(*decimal) == *decimal) {
    number = *decimal;
  } else {
    return refuse_type(field, json, problem);
  }
  if (std::abs(number) > exact) {
    return refuse(problem, codes::out_of_range, fmt::format("{} is too large", number));
  }
  return in_range(field, number, static_cast<std::int64_t>(number), problem);
}

std::optional<Value> read_number(const Field& field, const JsonScalar& json, ValueProblem& problem) {
  double number = 0;
  if (const auto* integer = std::get_if<std::int64_t>(&json)) {
    number = static_cast<double>(*integer);
  } else if (const auto* decimal = std::get_if<double>(&json)) {
    number = *decimal;
  } else {
    return refuse_type(field, json, problem);
  }
  return in_range(field, number, number, problem);
}

// Control characters and noncharacters break XML and XLSX further on.
bool is_printable(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto c = base::next_code_point(text, at);
    if ((c < U' ' && c != U'\n' && c != U'\t') || (c >= 0x7F && c < 0xA0) || (c & 0xFFFE) == 0xFFFE)
      return false;
  }
  return true;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\n") == std::string_view::npos; }

std::optional<Value> read_word(const Field& field, std::string& text, ValueProblem& problem) {
  if (std::find(field.words.begin(), field.words.end(), text) != field.words.end())
    return Value(std::move(text));
  auto hint = base::did_you_mean(text, {field.words.begin(), field.words.end()});
  if (hint.empty()) hint = "one of " + enumeration(field.words);
  return refuse(problem, codes::unknown_word,
                fmt::format("'{}' is not a word of '{}'", shown(text), field.name), std::move(hint));
}

bool is_time(std::string_view text) {
  const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
  if (text.size() != 5 || text[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4)) return false;
  return text.substr(0, 2) <= "23" && text.substr(3) <= "59";
}

std::optional<Value> read_text(const Field& field, std::string& text, ValueProblem& problem) {
  if (is_blank(text)) return refuse(problem, codes::bad_text, "the text is empty", "leave the field out");
  if (!is_printable(text)) {
    return refuse(problem, codes::bad_text, "the text holds a control character",
                  "only line breaks and tabs may stand in a text");
  }
  switch (field.type) {
    case FieldType::vocabulary:
      return read_word(field, text, problem);
    case FieldType::date:
      if (const auto date = text::Date::parse(text)) return Value(*date);
      return refuse(problem, codes::bad_date, fmt::format("'{}' is not a date", shown(text)),
                    "dates are written YYYY-MM-DD, and the day must exist");
    case FieldType::time:
      if (is_time(text)) return Value(std::move(text));
      return refuse(problem, codes::bad_time, fmt::format("'{}' is not a time", shown(text)),
                    "times are written HH:MM");
    case FieldType::period:
      if (text::Period::parse(text)) return Value(std::move(text));
      return refuse(problem, codes::bad_period, fmt::format("'{}' is not a period", shown(text)),
                    "periods are written 2026-10, 2026-Q3, 2026, 2026-2027 (academic year) or 2026-10-05");
    case FieldType::key:
      if (is_key(text)) return Value(std::move(text));
      return refuse(problem, codes::bad_key, fmt::format("'{}' is not a key", shown(text)),
                    "a key is letters and digits, after the first also '.', '_' and '-'");
    default:
      return Value(std::move(text));
  }
}

}  // namespace

std::optional<Value> read_value(const Field& field, JsonScalar json, ValueProblem& problem) {
  if (std::holds_alternative<std::monostate>(json)) return Value();
  switch (field.type) {
    case FieldType::integer:
      return read_integer(field, json, problem);
    case FieldType::number:
      return read_number(field, json, problem);
    case FieldType::boolean:
      if (const auto* flag = std::get_if<bool>(&json)) return Value(std::int64_t{*flag});
      return refuse_type(field, json, problem);
    default:
      if (auto* text = std::get_if<std::string>(&json)) return read_text(field, *text, problem);
      return refuse_type(field, json, problem);
  }
}

bool is_key(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const bool first = at == 0;
    const auto c = base::next_code_point(text, at);
    const bool letter = (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || (c >= U'А' && c <= U'я') ||
                        c == U'Ё' || c == U'ё' || (c >= U'0' && c <= U'9');
    const bool mark = c == U'.' || c == U'_' || c == U'-';
    if (!letter && (first || !mark)) return false;
  }
  return !text.empty();
}

std::string enumeration(const std::vector<std::string_view>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? " or " : ", ";
    out += words[i];
  }
  return out;
}

std::string_view expected_of(FieldType type) {
  switch (type) {
    case FieldType::key:
      return "a key";
    case FieldType::text:
      return "a text";
    case FieldType::integer:
      return "an integer";
    case FieldType::number:
      return "a number";
    case FieldType::boolean:
      return "true or false";
    case FieldType::date:
      return "a date 'YYYY-MM-DD'";
    case FieldType::time:
      return "a time 'HH:MM'";
    case FieldType::period:
      return "a period like '2026-10'";
    case FieldType::reference:
      return "a key of a record";
    case FieldType::vocabulary:
      return "a word";
  }
  return {};
}

}  // namespace svodka::import
