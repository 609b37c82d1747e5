#include "templates/expressions/parser.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>
#include <utility>

#include "templates/codes.hpp"
#include "templates/expressions/filters.hpp"

namespace svodka::templates {

namespace {

constexpr int max_test_depth = 32;

constexpr std::array<std::pair<std::string_view, Comparison>, 6> comparisons{{{"eq", Comparison::eq},
                                                                              {"ne", Comparison::ne},
                                                                              {"lt", Comparison::lt},
                                                                              {"le", Comparison::le},
                                                                              {"gt", Comparison::gt},
                                                                              {"ge", Comparison::ge}}};

std::optional<Comparison> comparison_named(const Token& token) {
  for (const auto& [word, comparison] : comparisons) {
    if (token.is_word(word)) return comparison;
  }
  return std::nullopt;
}

bool is_reserved(const Token& token) {
  return token.is_word("and") || token.is_word("or") || token.is_word("not") || comparison_named(token);
}

double number_of(std::string_view digits) {
  double value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

bool is_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const auto part = [&](std::size_t begin, std::size_t length, auto& value) {
    const auto last = text.data() + begin + length;
    const auto [stop, failure] = std::from_chars(text.data() + begin, last, value);
    return failure == std::errc() && stop == last;
  };
  int year = 0;
  unsigned month = 0, day = 0;
  return part(0, 4, year) && part(5, 2, month) && part(8, 2, day) &&
         std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(month),
                                     std::chrono::day(day))
             .ok();
}

std::string hint_for(const Token& token) {
  if (token.text == "=" || token.text == "==") return "write eq";
  if (token.text == "!=" || token.text == "<>") return "write ne";
  if (token.text == "<") return "write lt";
  if (token.text == "<=") return "write le";
  if (token.text == ">") return "write gt";
  if (token.text == ">=") return "write ge";
  if (token.text == "&&") return "write and";
  if (token.text.starts_with('\'')) return "end the text with ' and write '' for ' inside it";
  if (token.text.starts_with('"')) return "put texts in 'single quotes'";
  if (token.text == "+" || token.text == "-" || token.text == "*" || token.text == "/") {
    return "expressions do not compute: compute in the query";
  }
  if (static_cast<unsigned char>(token.text[0]) >= 0x80) return "names have Latin letters, digits and _";
  return {};
}

}  // namespace

ExpressionParser::ExpressionParser(const SourceText& text, std::size_t begin, std::size_t end,
                                   ExpressionContext& context)
    : text_(text), begin_(begin), context_(context), tokens_(tokens_of(text, begin, end)) {}

std::optional<Expression> ExpressionParser::expression() {
  Expression result;
  do {
    auto next = path();
    if (!next) return std::nullopt;
    result.paths.push_back(std::move(*next));
  } while (take_sign(','));
  while (take_sign('|')) {
    auto next = filter();
    if (!next) return std::nullopt;
    result.filters.push_back(std::move(*next));
  }
  if (!expect_end()) return std::nullopt;
  result.span = since(0);
  if (!check_list(result)) return std::nullopt;
  return result;
}

// Several values are joined; before that they may only be given a format, which goes over each.
bool ExpressionParser::check_list(const Expression& expression) {
  if (expression.paths.size() == 1) return true;
  for (const auto& filter : expression.filters) {
    if (filter.name == "join") return true;
    if (filter.name == "date" || filter.name == "number" || filter.name == "percent") continue;
    context_.diagnostics.error(
        codes::several_values, filter.span,
        fmt::format("the filter '{}' takes one value, and here are several", filter.name),
        "put it after join: ', '");
    return false;
  }
  context_.diagnostics.error(codes::several_values, expression.span, "several values need the filter join",
                             "write {first, second | join: ', '}");
  return false;
}

std::optional<Path> ExpressionParser::path() {
  const auto first = at_;
  Path result;
  do {
    if (token().kind != Token::Kind::word || is_reserved(token())) {
      fail("the name of a field");
      return std::nullopt;
    }
    result.names.push_back(take().text);
  } while (take_sign('.'));
  if (result.names.size() > 1) result.names[0] = text_.query_named(result.names[0]);
  result.span = since(first);
  context_.paths.insert(result.names);
  return result;
}

std::optional<FilterCall> ExpressionParser::filter() {
  if (token().kind != Token::Kind::word) {
    fail("the name of a filter");
    return std::nullopt;
  }
  const auto first = at_;
  FilterCall call;
  call.name = take().text;
  const auto name_span = since(first);
  std::vector<Token> arguments;
  if (take_sign(':')) {
    do {
      if (!argument(call, arguments)) return std::nullopt;
    } while (take_sign(','));
  }
  call.span = since(first);
  if (!check_filter(call, name_span, arguments, text_, context_.diagnostics)) return std::nullopt;
  return call;
}

bool ExpressionParser::argument(FilterCall& call, std::vector<Token>& arguments) {
  const auto kind = token().kind;
  if (kind != Token::Kind::word && kind != Token::Kind::number && kind != Token::Kind::text) {
    fail("an argument of the filter");
    return false;
  }
  arguments.push_back(token());
  if (kind == Token::Kind::word && takes_digits(call.name)) {
    call.digits = path();
    return call.digits.has_value();
  }
  take();
  call.arguments.push_back(arguments.back().text);
  return true;
}

std::optional<Test> ExpressionParser::test() {
  auto result = joined("or");
  if (!result || !expect_end()) return std::nullopt;
  return result;
}

// Tests joined by "or", whose parts are tests joined by "and".
std::optional<Test> ExpressionParser::joined(std::string_view word) {
  const bool outer = word == "or";
  const auto first = at_;
  Test result;
  result.kind = outer ? Test::Kind::any : Test::Kind::all;
  do {
    auto part = outer ? joined("and") : negation();
    if (!part) return std::nullopt;
    result.tests.push_back(std::move(*part));
  } while (take_word(word));
  if (result.tests.size() == 1) {
    Test only = std::move(result.tests.front());
    return only;
  }
  result.span = since(first);
  return result;
}

std::optional<Test> ExpressionParser::negation() {
  const auto first = at_;
  if (++depth_ > max_test_depth) {
    fail("a simpler test: this one nests too deep");
    return std::nullopt;
  }
  std::optional<Test> result;
  if (take_word("not")) {
    auto denied = negation();
    if (!denied) return std::nullopt;
    result.emplace();
    result->kind = Test::Kind::negation;
    result->tests.push_back(std::move(*denied));
    result->span = since(first);
  } else if (take_sign('(')) {
    result = joined("or");
    if (!result) return std::nullopt;
    if (!take_sign(')')) {
      fail("')'");
      return std::nullopt;
    }
  } else {
    result = comparison();
  }
  --depth_;
  return result;
}

std::optional<Test> ExpressionParser::comparison() {
  const auto first = at_;
  auto left = path();
  if (!left) return std::nullopt;
  Test result;
  result.path = std::move(*left);
  if (const auto found = comparison_named(token())) {
    take();
    result.comparison = *found;
    auto right = operand();
    if (!right) return std::nullopt;
    result.operand = std::move(*right);
  }
  result.span = since(first);
  return result;
}

std::optional<Operand> ExpressionParser::operand() {
  if (token().is_word("date") && following().kind == Token::Kind::text) return date_operand();
  const auto first = at_;
  Operand result;
  if (token().kind == Token::Kind::text) {
    result.kind = Operand::Kind::text;
    result.text = take().text;
  } else if (token().kind == Token::Kind::number) {
    result.kind = Operand::Kind::number;
    result.number = number_of(take().text);
  } else if (token().kind == Token::Kind::word && !is_reserved(token())) {
    result.path = *path();
  } else {
    fail("a field, 'text', a number or date 'YYYY-MM-DD'");
    return std::nullopt;
  }
  result.span = since(first);
  return result;
}

std::optional<Operand> ExpressionParser::date_operand() {
  const auto first = at_;
  take();
  Operand result;
  result.kind = Operand::Kind::date;
  result.text = take().text;
  result.span = since(first);
  if (is_iso_date(result.text)) return result;
  context_.diagnostics.error(codes::expression_syntax, result.span,
                             fmt::format("there is no date '{}'", result.text), "write date 'YYYY-MM-DD'");
  return std::nullopt;
}

bool ExpressionParser::take_sign(char sign) {
  if (!token().is_sign(sign)) return false;
  take();
  return true;
}

bool ExpressionParser::take_word(std::string_view word) {
  if (!token().is_word(word)) return false;
  take();
  return true;
}

bool ExpressionParser::expect_end() {
  if (token().kind == Token::Kind::end) return true;
  fail("the end");
  return false;
}

void ExpressionParser::fail(std::string_view expected) {
  const auto& found = token();
  if (found.kind == Token::Kind::end) {
    const bool empty = at_ == 0;
    context_.diagnostics.error(codes::expression_syntax,
                               text_.span(empty ? begin_ : last_end(), empty ? found.end : last_end()),
                               fmt::format("expected {}, but nothing follows", expected));
    return;
  }
  const auto shown = std::string_view(text_.text()).substr(found.begin, found.end - found.begin);
  context_.diagnostics.error(codes::expression_syntax, text_.span(found.begin, found.end),
                             fmt::format("expected {}, found {}", expected, shown), hint_for(found));
}

base::SourceSpan ExpressionParser::since(std::size_t first_token) const {
  return text_.span(tokens_[first_token].begin, last_end());
}

}  // namespace svodka::templates
