// How an item is referred to in its document, on cases worked by hand.

#include "support/catch.hpp"
#include "support/district_sample.hpp"

using namespace svodka;
using test::Lines;

namespace {

// The full numbers in order, the no-break space after «абз.», «п.» and «подп.» as «_».
Lines numbered(std::string_view items) {
  auto connection = test::district_with(
      "INSERT INTO items (id, key, resolution_id, parent_id, ordinal, kind, number, marker, level, text) "
      "VALUES " +
      std::string(items));
  return test::rows(connection,
                    "SELECT replace(full_number, char(160), '_') FROM item_card ORDER BY position");
}

}  // namespace

TEST_CASE("a number that contains those above stands alone") {
  CHECK(numbered(R"(
    (1, 'a', 1, NULL, 1, 'addressee', '1.', NULL, NULL, 'Школам:'),
    (2, 'b', 1, 1, 1, 'directive', '1.17', NULL, NULL, 'Раз.'),
    (3, 'c', 1, 2, 1, 'bullet', '1.17.1.', NULL, NULL, 'Два.'),
    (4, 'd', 1, 1, 2, 'heading', '1.25.', NULL, NULL, 'Центру:'),
    (5, 'e', 1, 1, 3, 'directive', '1.26.', NULL, NULL, 'Три.'))") ==
        Lines{"1", "1.17", "1.17.1", "1.25", "1.26"});
}

TEST_CASE("dashes are counted as paragraphs after the item's own text, nested ones too") {
  CHECK(numbered(R"(
    (1, 'a', 1, NULL, 1, 'directive', '1.17.', NULL, NULL, 'Обеспечить:'),
    (2, 'b', 1, 1, 1, 'bullet', NULL, '–', NULL, 'раз'),
    (3, 'c', 1, 1, 2, 'bullet', NULL, '–', NULL, 'два:'),
    (4, 'd', 1, 3, 1, 'bullet', NULL, '·', NULL, 'три'),
    (5, 'e', 1, 1, 3, 'bullet', NULL, NULL, NULL, 'четыре'),
    (6, 't', 1, 1, 4, 'table', NULL, NULL, NULL, NULL))") ==
        Lines{"1.17", "1.17, абз._2", "1.17, абз._3", "1.17, абз._4", "1.17, абз._5", "1.17"});
}

TEST_CASE("letters and simple numbers come after the number they stand under") {
  CHECK(numbered(R"(
    (1, 'a', 1, NULL, 1, 'directive', '2.1.', NULL, NULL, 'Обеспечить:'),
    (2, 'b', 1, 1, 1, 'bullet', NULL, 'а)', NULL, 'раз:'),
    (3, 'c', 1, 2, 1, 'bullet', NULL, '–', NULL, 'два'),
    (4, 'd', 1, NULL, 2, 'directive', '6)', NULL, NULL, 'Провести:'),
    (5, 'e', 1, 4, 1, 'bullet', '1)', NULL, NULL, 'три'))") ==
        Lines{"2.1", "2.1, подп._а)", "2.1, подп._а), абз._2", "6)", "6), подп._1)"});
}

TEST_CASE("under a numbered item directions and levels are named; a Cyrillic б. stays") {
  CHECK(numbered(R"(
    (1, 'p', 1, NULL, 1, 'directive', '1.', NULL, NULL, 'Продолжить работу по направлениям:'),
    (2, 'd1', 1, 1, 1, 'direction', NULL, NULL, NULL, 'Кадры'),
    (3, 'm', 1, 2, 1, 'level', NULL, NULL, 'municipal', 'муниципальный уровень'),
    (4, 'm1', 1, 3, 1, 'bullet', NULL, '–', NULL, 'раз'),
    (5, 'd2', 1, 1, 2, 'direction', NULL, NULL, NULL, 'Качество'),
    (6, 'o', 1, 5, 1, 'level', NULL, NULL, 'organization', 'уровень организации'),
    (7, 'o1', 1, 6, 1, 'bullet', NULL, '5.', NULL, 'два'),
    (8, 'o2', 1, 6, 2, 'bullet', NULL, 'б.', NULL, 'три'),
    (9, 'q', 1, NULL, 2, 'directive', '2.', NULL, NULL, 'Контроль.'))") ==
        Lines{"1", "1, направление 1", "1, направление 1, мун. уровень",
              "1, направление 1, мун. уровень, абз._1", "1, направление 2", "1, направление 2, уровень ОО",
              "1, направление 2, уровень ОО, п._5", "1, направление 2, уровень ОО, п._б", "2"});
}

TEST_CASE("numbers that run through unnumbered sections need no section") {
  CHECK(numbered(R"(
    (1, 'a', 1, NULL, 1, 'addressee', NULL, NULL, NULL, 'Школам:'), (2, 'b', 1, 1, 1, 'directive', '1.', NULL, NULL, 'Раз.'),
    (3, 'c', 1, NULL, 2, 'addressee', NULL, NULL, NULL, 'Центру:'), (4, 'd', 1, 3, 1, 'directive', '2.', NULL, NULL, 'Два.'),
    (5, 'e', 1, 3, 2, 'bullet', NULL, '–', NULL, 'три'))") ==
        Lines{"раздел 1", "1", "раздел 2", "2", "раздел 2, абз._1"});
}

TEST_CASE("numbers that restart in every section are told apart by it") {
  CHECK(numbered(R"(
    (1, 'a', 1, NULL, 1, 'addressee', NULL, NULL, NULL, 'Школам:'), (2, 'b', 1, 1, 1, 'directive', '1.', NULL, NULL, 'Раз.'),
    (3, 'c', 1, NULL, 2, 'addressee', NULL, NULL, NULL, 'Центру:'), (4, 'd', 1, 3, 1, 'directive', '1.', NULL, NULL, 'Два.'),
    (5, 'e', 1, 4, 1, 'bullet', NULL, '–', NULL, 'три'))") ==
        Lines{"раздел 1", "раздел 1, п._1", "раздел 2", "раздел 2, п._1", "раздел 2, п._1, абз._2"});
  CHECK(numbered(R"(
    (1, 'a', 1, NULL, 1, 'direction', 'II.', NULL, NULL, 'Кадры'), (2, 'b', 1, 1, 1, 'directive', '1.1', NULL, NULL, 'Раз.'),
    (3, 'c', 1, NULL, 2, 'direction', 'III.', NULL, NULL, 'Школы'), (4, 'd', 1, 3, 1, 'directive', '1.1', NULL, NULL, 'Два.'))") ==
        Lines{"направление II", "направление II, 1.1", "направление III", "направление III, 1.1"});
}

TEST_CASE("a number printed twice in one section stays as it is printed") {
  CHECK(numbered(R"(
    (1, 'a', 1, NULL, 1, 'directive', '2.3.', NULL, NULL, 'Раз.'), (2, 'b', 1, NULL, 2, 'directive', '2.3.', NULL, NULL, 'Два.'),
    (3, 'c', 1, NULL, 3, 'paragraph', NULL, NULL, NULL, 'Без номера.'))") == Lines{"2.3", "2.3", "абз._1"});
}
