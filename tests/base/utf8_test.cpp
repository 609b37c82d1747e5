#include "base/utf8.hpp"

#include "support/catch.hpp"

using namespace svodka::base;

TEST_CASE("code points of one to four bytes are decoded and encoded") {
  const std::string text = "aё€😀";
  std::string again;
  std::size_t at = 0;
  for (; at < text.size();) append_utf8(again, next_code_point(text, at));
  CHECK(again == text);
  CHECK(count_code_points(text) == 4);
  CHECK(find_invalid_utf8(text) == std::string_view::npos);
}

TEST_CASE("malformed UTF-8 is found where it begins") {
  CHECK(find_invalid_utf8("ab\xC3") == 2);            // truncated
  CHECK(find_invalid_utf8("a\x80z") == 1);            // a stray continuation
  CHECK(find_invalid_utf8("\xC0\xAF") == 0);          // overlong
  CHECK(find_invalid_utf8("x\xED\xA0\x80") == 1);     // a surrogate
  CHECK(find_invalid_utf8("\xF4\x90\x80\x80") == 0);  // over U+10FFFF
  CHECK(find_invalid_utf8(std::string_view("a\0b", 3)) == std::string_view::npos);
}

TEST_CASE("a malformed byte decodes as U+FFFD and the next one goes on") {
  std::size_t at = 0;
  const std::string_view text = "\xFFя";
  CHECK(next_code_point(text, at) == 0xFFFD);
  CHECK(next_code_point(text, at) == U'я');
  CHECK(at == text.size());
}
