#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <utility>

#include "templates/codes.hpp"
#include "templates/expressions/lexer.hpp"
#include "templates/language/checked_element.hpp"
#include "templates/language/hints.hpp"
#include "templates/language/style_names.hpp"

namespace svodka::templates {

namespace {

constexpr std::string_view report_namespace = "urn:svodka:report:1";

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_lower(c) || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_field(std::string_view text) {
  return !text.empty() && is_letter(text[0]) &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_letter(c) || is_digit(c); });
}

// "10mm" is 10 of "mm"; empty unless a positive decimal number and its unit are the whole text.
std::optional<double> amount_of(std::string_view text, std::string_view unit) {
  if (!text.ends_with(unit)) return std::nullopt;
  text.remove_suffix(unit.size());
  if (text.empty() || !is_digit(text[0])) return std::nullopt;
  double value = 0;
  const auto last = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), last, value, std::chars_format::fixed);
  if (failure != std::errc() || stop != last || value <= 0 || value > 10'000) return std::nullopt;
  return value;
}

std::optional<double> number_of(std::string_view text) {
  double value = 0;
  const auto last = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), last, value, std::chars_format::fixed);
  if (failure != std::errc() || stop != last || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<Length> width_of(std::string_view text) {
  if (text == "auto") return Length{};
  if (const auto value = amount_of(text, "mm")) return Length{Length::Kind::millimetres, *value};
  if (const auto value = amount_of(text, "fr")) return Length{Length::Kind::share, *value};
  const auto percent = amount_of(text, "%");
  if (percent && *percent <= 100) return Length{Length::Kind::percent, *percent};
  return std::nullopt;
}

std::optional<TotalRule> total_of(const SourceText& value) {
  TotalRule rule;
  rule.span = value.span();
  const auto tokens = tokens_of(value, 0, value.text().size());
  if (tokens.size() == 2 && (tokens[0].is_word("sum") || tokens[0].is_word("count"))) {
    rule.kind = tokens[0].is_word("sum") ? TotalRule::Kind::sum : TotalRule::Kind::count;
    return rule;
  }
  const bool ratio = tokens.size() == 7 && tokens[0].is_word("ratio") && tokens[1].is_sign('(') &&
                     tokens[2].kind == Token::Kind::word && tokens[3].is_sign(',') &&
                     tokens[4].kind == Token::Kind::word && tokens[5].is_sign(')');
  if (!ratio) return std::nullopt;
  rule.kind = TotalRule::Kind::ratio;
  rule.numerator = tokens[2].text;
  rule.denominator = tokens[4].text;
  rule.numerator_span = value.span(tokens[2].begin, tokens[2].end);
  rule.denominator_span = value.span(tokens[4].begin, tokens[4].end);
  return rule;
}

class AttributeReader {
 public:
  AttributeReader(const SourceText& value, const AttributeRule& rule, const CheckContext& context)
      : value_(value), text_(value.text()), rule_(rule), context_(context) {}

  std::optional<AttributeValue> read() {
    switch (rule_.type) {
      case AttributeType::plain:
        return text_.empty() ? refuse("some text") : AttributeValue(text_);
      case AttributeType::name:
        return is_name(text_) ? AttributeValue(text_) : refuse("a name: small Latin letters, digits and _");
      case AttributeType::field:
        return is_field(text_) ? AttributeValue(text_) : refuse("the name of one field, without braces");
      case AttributeType::query:
        return query();
      case AttributeType::words:
        return words();
      case AttributeType::text:
        return AttributeValue(parse_text(value_, context_.expressions));
      case AttributeType::test:
        return test();
      case AttributeType::choice:
        return choice();
      case AttributeType::flag:
        return text_ == "yes" || text_ == "no" ? AttributeValue(text_ == "yes") : refuse("yes or no");
      case AttributeType::width:
        return from(width_of(text_), "a width: 10mm, 25%, 2fr or auto");
      case AttributeType::number:
        return from(number_of(text_), "a number with a point: 80 or -1.5");
      case AttributeType::height:
        return height();
      case AttributeType::path:
        return path();
      case AttributeType::style:
        return style();
      case AttributeType::total:
        return from(total_of(value_), "a total: sum, count or ratio(fact, plan)");
      case AttributeType::name_space:
        return name_space();
    }
    return std::nullopt;
  }

 private:
  using Result = std::optional<AttributeValue>;

  base::Diagnostics& diagnostics() { return context_.expressions.diagnostics; }

  Result refuse(std::string_view expected) {
    diagnostics().error(codes::bad_value, value_.span(),
                        fmt::format("'{}' is not a value of the attribute '{}'", text_, rule_.name),
                        fmt::format("write {}", expected));
    return std::nullopt;
  }

  template <class T>
  Result from(std::optional<T> value, std::string_view expected) {
    if (value) return AttributeValue(std::move(*value));
    return refuse(expected);
  }

  Result query() {
    const auto& names = context_.query_names;
    const auto& name = value_.query_named(text_);
    if (std::find(names.begin(), names.end(), name) != names.end()) {
      context_.used_queries.insert(name);
      return AttributeValue(name);
    }
    diagnostics().error(codes::unknown_query, value_.span(), fmt::format("unknown query '{}'", name),
                        nearest_or_all(name, names));
    return std::nullopt;
  }

  Result words() {
    auto found = split_words(text_);
    const bool good = !found.empty() && std::all_of(found.begin(), found.end(), [](const std::string& word) {
      return word == "*" || is_name(word);
    });
    if (!good) return refuse("names parted by spaces, or *");
    return AttributeValue(std::move(found));
  }

  Result test() {
    auto parsed = parse_test(value_, context_.expressions);
    if (!parsed) return std::nullopt;
    return AttributeValue(std::move(*parsed));
  }

  Result choice() {
    const auto& choices = rule_.choices;
    if (std::find(choices.begin(), choices.end(), text_) != choices.end()) return AttributeValue(text_);
    return refuse(listed({choices.begin(), choices.end()}));
  }

  Result height() {
    const auto value = amount_of(text_, "mm");
    if (!value) return refuse(fmt::format("a {} in millimetres: 5mm", rule_.name));
    return AttributeValue(Length{Length::Kind::millimetres, *value});
  }

  // No expression: what a document shows must not depend on where data point.
  Result path() {
    const std::filesystem::path path(text_);
    const bool leaves = text_.empty() || path.is_absolute() || *path.lexically_normal().begin() == "..";
    if (leaves || text_.find_first_of("{}\\") != std::string::npos) {
      return refuse("a path in the template's folder: plan.png, pictures/plan.png");
    }
    return AttributeValue(text_);
  }

  Result style() {
    const auto& names = style_names;
    if (std::find(names.begin(), names.end(), text_) != names.end()) return AttributeValue(text_);
    diagnostics().error(codes::unknown_style, value_.span(), fmt::format("unknown style '{}'", text_),
                        nearest_or_all(text_, {names.begin(), names.end()}));
    return std::nullopt;
  }

  Result name_space() {
    if (text_ == report_namespace) return AttributeValue(text_);
    diagnostics().error(codes::wrong_namespace, value_.span(), fmt::format("unknown namespace '{}'", text_),
                        fmt::format("write xmlns=\"{}\"", report_namespace));
    return std::nullopt;
  }

  const SourceText& value_;
  const std::string& text_;
  const AttributeRule& rule_;
  const CheckContext& context_;
};

}  // namespace

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; (at = text.find_first_not_of(" \n", at)) != text.npos;) {
    const auto end = std::min(text.find_first_of(" \n", at), text.size());
    words.emplace_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

bool is_name(std::string_view text) {
  return !text.empty() && is_lower(text[0]) &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_lower(c) || is_digit(c) || c == '_'; });
}

std::optional<AttributeValue> read_attribute(const SourceText& value, const AttributeRule& rule,
                                             const CheckContext& context) {
  return AttributeReader(value, rule, context).read();
}

}  // namespace svodka::templates
