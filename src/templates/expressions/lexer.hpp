#pragma once
// Words, numbers, quoted texts and signs of an expression.

#include <string>
#include <string_view>
#include <vector>

#include "templates/xml/source_text.hpp"

namespace svodka::templates {

struct Token {
  enum class Kind { word, number, text, sign, end, broken };
  Kind kind = Kind::end;
  std::string text;       // of a text: without quotes, '' as '; of broken: as it stands
  std::size_t begin = 0;  // bytes of the SourceText
  std::size_t end = 0;

  bool is_sign(char sign) const { return kind == Kind::sign && text[0] == sign; }
  bool is_word(std::string_view word) const { return kind == Kind::word && text == word; }
};

// Tokens of bytes [begin, end), always ending with Kind::end. A character that starts no token, or a text
// without its closing quote, gives Kind::broken.
std::vector<Token> tokens_of(const SourceText& text, std::size_t begin, std::size_t end);

}  // namespace svodka::templates
