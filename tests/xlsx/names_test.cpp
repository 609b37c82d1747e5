#include "xlsx/text/names.hpp"

#include "support/catch.hpp"
#include "xlsx/text/hygiene.hpp"

namespace svodka::xlsx {

TEST_CASE("a sheet is named by its title") { CHECK(SheetNames().add("Протокол № 7") == "Протокол № 7"); }

TEST_CASE("what a sheet name cannot hold becomes a space") {
  SheetNames names;
  CHECK(names.add("План/факт: [итоги]*?\\") == "План факт итоги");
  CHECK(names.add("'Список'\n\x01приглашённых") == "Список приглашённых");
  CHECK(names.add("a\xFF"
                  "b\xEF\xBF\xBE") == "ab");
}

TEST_CASE("an empty title becomes «Лист», one for each") {
  SheetNames names;
  CHECK(names.add("") == "Лист");
  CHECK(names.add(" ?? ") == "Лист (2)");
}

TEST_CASE("names that differ only in case, or in how й is composed, are one name") {
  SheetNames names;
  CHECK(names.add("ОТЧЁТ") == "ОТЧЁТ");
  CHECK(names.add("Отчёт") == "Отчёт (2)");
  CHECK(names.add("отче\xCC\x88т") == "отче\xCC\x88т (3)");
}

TEST_CASE("a name is cut to 31 UTF-16 units after a whole word") {
  SheetNames names;
  const auto cut = names.add("Исполнение поручений резолюции конференции");
  CHECK(cut == "Исполнение поручений резолюции");
  CHECK(names.add("Исполнение поручений резолюции конференции") == "Исполнение поручений (2)");
  CHECK(utf16_units(names.add(std::string(40, 'a'))) == 31);
}

TEST_CASE("a character outside the basic plane counts twice and is never halved") {
  std::string title = std::string(30, 'a') + "😀";
  CHECK(SheetNames().add(title) == std::string(30, 'a'));
}

TEST_CASE("the name History belongs to Excel") { CHECK(SheetNames().add("history") == "history (2)"); }

TEST_CASE("a table's name is its id in safe letters") {
  TableNames names;
  CHECK(names.add("people") == "table_people");
  CHECK(names.add("A1") == "table_A1");
  CHECK(names.add("a1") == "table_a1_2");
  CHECK(names.add("мера 1") == "table______1");
  CHECK(names.add(std::string(300, 'x')).size() == 100);
}

}  // namespace svodka::xlsx
