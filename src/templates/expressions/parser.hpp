#pragma once
// Recursive descent over the tokens of one expression or test.

#include <optional>
#include <string_view>
#include <vector>

#include "templates/expressions/expressions.hpp"
#include "templates/expressions/lexer.hpp"

namespace svodka::templates {

// The first mistake gives a diagnostic and ends the parse.
class ExpressionParser {
 public:
  // Bytes [begin, end) of the text, which outlives the parser.
  ExpressionParser(const SourceText& text, std::size_t begin, std::size_t end, ExpressionContext& context);

  std::optional<Expression> expression();
  std::optional<Test> test();

 private:
  std::optional<Path> path();
  std::optional<FilterCall> filter();
  bool check_list(const Expression& expression);
  bool argument(FilterCall& call, std::vector<Token>& arguments);
  std::optional<Test> joined(std::string_view word);
  std::optional<Test> negation();
  std::optional<Test> comparison();
  std::optional<Operand> operand();
  std::optional<Operand> date_operand();

  const Token& token() const { return tokens_[at_]; }
  const Token& following() const { return tokens_[at_ + 1 < tokens_.size() ? at_ + 1 : at_]; }
  Token take() { return at_ + 1 < tokens_.size() ? tokens_[at_++] : tokens_[at_]; }
  bool take_sign(char sign);
  bool take_word(std::string_view word);
  bool expect_end();
  void fail(std::string_view expected);
  std::size_t last_end() const { return at_ == 0 ? begin_ : tokens_[at_ - 1].end; }
  base::SourceSpan since(std::size_t first_token) const;

  const SourceText& text_;
  std::size_t begin_;
  ExpressionContext& context_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  int depth_ = 0;  // of parentheses and «not»
};

}  // namespace svodka::templates
