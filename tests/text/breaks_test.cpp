#include "text/breaks.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace svodka::text;

namespace {

// The text with | at every place where a line may end and ¶ where it must.
std::string marked(const std::string& text) {
  static LineBreaker breaker;
  std::vector<Break> breaks;
  breaker.find(text, breaks);
  std::string out;
  std::size_t begin = 0;
  for (const auto& b : breaks) {
    out += text.substr(begin, b.offset - begin);
    out += b.mandatory ? "¶" : "|";
    begin = b.offset;
  }
  return out + text.substr(begin);
}

}  // namespace

TEST_CASE("a line may end at every ordinary space") {
  CHECK(marked("о мерах и сроках") == "о |мерах |и |сроках");
  CHECK(marked("школа  дом") == "школа  |дом");
  CHECK(marked("") == "");
}

TEST_CASE("a line must end at a line break of the text") {
  CHECK(marked("один\nдва") == "один\n¶два");
  CHECK(marked("один\u2028два") == "один\u2028¶два");
  CHECK(marked("один\n") == "один\n");
}

TEST_CASE("initials stay with the surname after them") {
  CHECK(marked("доклад И. П. Иванова о сроках") == "доклад |И. П. Иванова |о |сроках");
  CHECK(marked("И.П. Петров, (И. П. Иванов)") == "И.П. Петров, |(И. П. Иванов)");
  CHECK(marked("Директор И. П. Иванов") == "Директор |И. П. Иванов");
}

TEST_CASE("initials stay with the surname before them") {
  CHECK(marked("слушали Иванову И. П., методиста") == "слушали |Иванову И. П., |методиста");
  CHECK(marked("Кац А.Б. и Ким В.") == "Кац А.Б. |и |Ким В.");
  CHECK(marked("Петров-Водкин К. С.") == "Петров-|Водкин К. С.");
}

TEST_CASE("a numero or section sign stays with its number") {
  CHECK(marked("приказ № 17 и § 5") == "приказ |№ 17 |и |§ 5");
  CHECK(marked("(№ 17)") == "(№ 17)");
  CHECK(marked("в п. 1.17, ст. 28, каб. 12") == "в |п. 1.17, |ст. 28, |каб. 12");
}

TEST_CASE("a number stays with its unit") {
  CHECK(marked("не менее 85 % и 5 кг муки") == "не |менее |85 % |и |5 кг |муки");
  CHECK(marked("на 1,5 тыс. руб. и 12 мм") == "на |1,5 тыс. руб. |и |12 мм");
  CHECK(marked("всего 29 человек, 3 млн рублей") == "всего |29 человек, |3 млн рублей");
  CHECK(marked("пять человек") == "пять |человек");
  CHECK(marked("5 школ") == "5 |школ");
  CHECK(marked("не более 10 рабочих дней") == "не |более |10 рабочих |дней");
  CHECK(marked("охвачены все (13 чел.) сразу") == "охвачены |все |(13 чел.) |сразу");
}

TEST_CASE("the parts of a date stay together") {
  CHECK(marked("до 28 августа 2026 г. включительно") == "до |28 августа 2026 г. |включительно");
  CHECK(marked("август 2026 года") == "август 2026 года");
  CHECK(marked("за III квартал 2026 г. по школам") == "за |III квартал 2026 г. |по |школам");
  CHECK(marked("в 2025–2027 гг.") == "в |2025–2027 гг.");
  CHECK(marked("с 1 сентября, затем") == "с |1 сентября, |затем");
}

TEST_CASE("no line begins with a dash") {
  CHECK(marked("срок – постоянно") == "срок – |постоянно");
  CHECK(marked("срок — постоянно") == "срок — |постоянно");
  CHECK(marked("срок - постоянно") == "срок - |постоянно");
}

TEST_CASE("towns and abbreviations stay whole") {
  CHECK(marked("в г. Северном на ул. Лесной") == "в |г. Северном |на |ул. Лесной");
  CHECK(marked("школа п. Лесопристань и п. 5") == "школа |п. Лесопристань |и |п. 5");
  CHECK(marked("на https://example.org/а сайте") == "на |https://example.org/|а |сайте");
  CHECK(marked("28 августа 2026 г. Школы района") == "28 августа 2026 г. |Школы |района");
  CHECK(marked("книги и т. д., а т. е. всё") == "книги |и |т. д., |а |т. е. |всё");
}

TEST_CASE("an ordinal with its ending stays whole") {
  CHECK(marked("17-го числа, 2-х школ") == "17-го |числа, |2-х |школ");
  CHECK(marked("по-русски") == "по-|русски");
}

TEST_CASE("a no-break space of the text never breaks") {
  CHECK(marked("1\u00A0234 школы") == "1\u00A0234 |школы");
  CHECK(marked("№\u00A05 кг") == "№\u00A05 кг");
}
