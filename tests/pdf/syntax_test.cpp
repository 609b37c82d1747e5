#include "pdf/objects/syntax.hpp"

#include "support/catch.hpp"

using namespace svodka::pdf;

namespace {

std::string number(double points) {
  std::string out;
  append_hundredths(out, hundredths(points));
  return out;
}

}  // namespace

TEST_CASE("numbers have at most two decimals and no trailing zeros") {
  CHECK(number(0) == "0");
  CHECK(number(12) == "12");
  CHECK(number(12.5) == "12.5");
  CHECK(number(12.05) == "12.05");
  CHECK(number(-0.25) == "-0.25");
  CHECK(number(-0.001) == "0");
  CHECK(number(595.276) == "595.28");
}

TEST_CASE("lengths that add up have four decimals") {
  const auto fine = [](double points) {
    std::string out;
    append_ten_thousandths(out, ten_thousandths(points));
    return out;
  };
  CHECK(fine(0) == "0");
  CHECK(fine(-0.03) == "-0.03");
  CHECK(fine(0.01234) == "0.0123");
  CHECK(fine(10.00004) == "10");
  CHECK(fine(100.5) == "100.5");
}

TEST_CASE("strings escape what would end them") {
  CHECK(literal("a(b)c\\d") == "(a\\(b\\)c\\\\d)");
  CHECK(literal("a\rb") == "(a\\rb)");
  CHECK(text_string("Report 7") == "(Report 7)");
  CHECK(text_string("я") == std::string("(\xFE\xFF\x04\x4F)"));
  CHECK(text_string("😀") == std::string("(\xFE\xFF\xD8\x3D\xDE\x00)", 8));
}

TEST_CASE("names and addresses spell unusual bytes in hexadecimal") {
  CHECK(name("A B/#") == "/A#20B#2F#23");
  CHECK(uri("https://школа.рф/a b") == "(https://%D1%88%D0%BA%D0%BE%D0%BB%D0%B0.%D1%80%D1%84/a%20b)");
}

TEST_CASE("printable text loses control characters and malformed bytes only") {
  CHECK(printable("а\tб\xFF"
                  "в\u0085\uFFFE") == "аб\uFFFDв");
  CHECK(printable("№\u00A07") == "№\u00A07");
}
