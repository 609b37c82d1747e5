#include "templates/expressions/lexer.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace svodka::templates {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

class Lexer {
 public:
  Lexer(std::string_view text, std::size_t begin) : text_(text), at_(begin) {}

  Token next() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    begin_ = at_;
    if (at_ == text_.size()) return token(Token::Kind::end, {});
    const char c = text_[at_];
    if (is_letter(c)) return word();
    if (is_digit(c) || (c == '-' && is_digit(peek(1)))) return number();
    if (c == '\'') return quoted();
    if (std::string_view(".,|:()").find(c) != std::string_view::npos) {
      ++at_;
      return token(Token::Kind::sign, std::string(1, c));
    }
    return broken();
  }

 private:
  char peek(std::size_t ahead) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

  Token token(Token::Kind kind, std::string text) const { return {kind, std::move(text), begin_, at_}; }

  std::string passed() const { return std::string(text_.substr(begin_, at_ - begin_)); }

  Token word() {
    while (is_letter(peek(0)) || is_digit(peek(0))) ++at_;
    return token(Token::Kind::word, passed());
  }

  Token number() {
    ++at_;  // a digit or the minus
    while (is_digit(peek(0))) ++at_;
    if (peek(0) == '.' && is_digit(peek(1))) {
      ++at_;
      while (is_digit(peek(0))) ++at_;
    }
    return token(Token::Kind::number, passed());
  }

  Token quoted() {
    std::string content;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\'' && peek(1) != '\'') {
        ++at_;
        return token(Token::Kind::text, std::move(content));
      }
      if (text_[at_] == '\'') ++at_;
      content += text_[at_];
    }
    return token(Token::Kind::broken, passed());
  }

  // A run of signs (==, !=) or one character.
  Token broken() {
    constexpr std::string_view operators = "=!<>&+-*/";
    if (operators.find(text_[at_]) == std::string_view::npos) {
      base::next_code_point(text_, at_);
    }
    while (at_ < text_.size() && operators.find(text_[at_]) != std::string_view::npos) ++at_;
    return token(Token::Kind::broken, passed());
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t begin_ = 0;
};

}  // namespace

std::vector<Token> tokens_of(const SourceText& text, std::size_t begin, std::size_t end) {
  Lexer lexer(std::string_view(text.text()).substr(0, end), begin);
  std::vector<Token> tokens;
  do {
    tokens.push_back(lexer.next());
  } while (tokens.back().kind != Token::Kind::end);
  return tokens;
}

}  // namespace svodka::templates
