#include "templates/expressions/expressions.hpp"

#include <utility>

#include "templates/codes.hpp"
#include "templates/expressions/parser.hpp"

namespace svodka::templates {

namespace {

class TextParser {
 public:
  TextParser(const SourceText& text, ExpressionContext& context) : text_(text), context_(context) {}

  TextTemplate parse() {
    const std::string_view text = text_.text();
    while (at_ < text.size()) {
      const char c = text[at_];
      if (c != '{' && c != '}') {
        literal_ += c;
        ++at_;
      } else if (at_ + 1 < text.size() && text[at_ + 1] == c) {
        literal_ += c;
        at_ += 2;
      } else if (c == '{') {
        expression();
      } else {
        context_.diagnostics.error(codes::stray_brace, text_.span(at_, at_ + 1), "this } has no { before it",
                                   "write }} for a brace in the text");
        ++at_;
      }
    }
    end_literal();
    return std::move(parts_);
  }

 private:
  void end_literal() {
    if (!literal_.empty()) parts_.push_back(Literal{std::exchange(literal_, {})});
  }

  void expression() {
    const auto open = at_;
    const auto close = find_close(open + 1);
    if (close == std::string::npos) {
      context_.diagnostics.error(codes::stray_brace, text_.span(open, open + 1), "this { has no } after it",
                                 "write {{ for a brace in the text");
      at_ = open + 1;
      return;
    }
    end_literal();
    ExpressionParser parser(text_, open + 1, close, context_);
    if (auto expression = parser.expression()) parts_.push_back(std::move(*expression));
    at_ = close + 1;
  }

  // The } that is not inside 'quotes'. An unclosed quote ends at the first }, where the lexer reports it.
  std::size_t find_close(std::size_t from) const {
    const std::string_view text = text_.text();
    bool quoted = false;
    for (auto at = from; at < text.size(); ++at) {
      if (text[at] == '\'') quoted = !quoted;
      if (!quoted && text[at] == '{') break;
      if (!quoted && text[at] == '}') return at;
    }
    return quoted ? text.find('}', from) : std::string::npos;
  }

  const SourceText& text_;
  ExpressionContext& context_;
  std::size_t at_ = 0;
  std::string literal_;
  TextTemplate parts_;
};

}  // namespace

TextTemplate parse_text(const SourceText& text, ExpressionContext& context) {
  return TextParser(text, context).parse();
}

std::optional<Test> parse_test(const SourceText& text, ExpressionContext& context) {
  return ExpressionParser(text, 0, text.text().size(), context).test();
}

}  // namespace svodka::templates
