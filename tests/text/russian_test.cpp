#include "text/russian.hpp"

#include <algorithm>
#include <limits>
#include <vector>

#include "support/catch.hpp"

using namespace svodka::text;

TEST_CASE("plurals follow the last two digits") {
  const auto people = [](std::int64_t n) { return plural(n, "школа", "школы", "школ"); };
  for (const std::int64_t n : {1, 21, 101, 1001, -1}) CHECK(people(n) == "школа");
  for (const std::int64_t n : {2, 3, 4, 22, 104, -2}) CHECK(people(n) == "школы");
  for (const std::int64_t n : {0, 5, 11, 12, 14, 20, 25, 100, 111, 1'000'000}) CHECK(people(n) == "школ");
  CHECK(people(std::numeric_limits<std::int64_t>::min()) == "школ");  // …808
}

TEST_CASE("initials are written with capitals, dots and one space") {
  for (const auto* written : {"и. п.", "И.П.", "И . П", "И П", " и.п. ", "И.\u00A0П."}) {
    INFO(written);
    CHECK(normal_initials(written) == "И. П.");
  }
  CHECK(normal_initials("ж.-п.") == "Ж.-П.");
  CHECK(normal_initials("и") == "И.");
}

TEST_CASE("what is not initials stays as it is") {
  for (const auto* written :
       {"", "Иван Петрович", "ИП", "И. Петрович", "и.о. директора", "1. 2.", "И.-", "  "}) {
    INFO(written);
    CHECK(normal_initials(written) == written);
  }
}

TEST_CASE("a name has its surname at the end that is asked for") {
  for (const auto* written :
       {"Т.М. Вязова", "Т.М.Вязова", "Вязова Т.М.", " Т. М.  Вязова ", "Вязова т. м.", "Вязова Т.\u00A0М."}) {
    INFO(written);
    CHECK(name_last(written) == "Вязова Т. М.");
    CHECK(name_first(written) == "Т. М. Вязова");
    CHECK(full_name(written) == "Вязова Т. М.");
  }
  for (const auto* written : {"Вязова Тамара Марковна", "Тамара Марковна Вязова"}) {
    INFO(written);
    CHECK(name_last(written) == "Вязова Т. М.");
    CHECK(name_first(written) == "Т. М. Вязова");
    CHECK(full_name(written) == "Вязова Тамара Марковна");
  }
  CHECK(name_last("Захар Ильич Станкевич") == "Станкевич З. И.");
  CHECK(name_last("Ж.-П. Станкевич") == "Станкевич Ж.-П.");
  CHECK(name_last("Ильин-Дольский Захар Ильич") == "Ильин-Дольский З. И.");
}

TEST_CASE("a post names the organization once") {
  const auto* const office = "управления образования Заречного округа";
  CHECK(post("директор", "Школа № 1", "школы № 1 города Заречный") == "директор, Школа № 1");
  CHECK(post("заместитель начальника Управления образования", "Управление образования", office) ==
        "заместитель начальника Управления образования");
  CHECK(post("начальник отдела общего образования", "Управление образования", office) ==
        "начальник отдела общего образования, Управление образования");
  CHECK(post("", "Управление образования", office) == "Управление образования");
  CHECK(post("методист", "", "") == "методист");
}

TEST_CASE("a name of which nobody knows the surname stays as it is") {
  for (const auto* written :
       {"", "Хворостов", "Вера Ильина", "Захар Рустам оглы", "И. П.", "представитель", "д-р В. И. де Витт"}) {
    INFO(written);
    CHECK(name_last(written) == written);
    CHECK(name_first(written) == written);
    CHECK(full_name(written) == written);
  }
}

TEST_CASE("case changes know Russian letters") {
  CHECK(upper("Ёлка щука № 5 ß") == "ЁЛКА ЩУКА № 5 SS");
  CHECK(lower("ЁЛКА ЩУКА") == "ёлка щука");
  CHECK(capitalised("отчёт ОБ исполнении") == "Отчёт ОБ исполнении");
  CHECK(capitalised("«ёлка»") == "«Ёлка»");
  CHECK(capitalised("1 сентября") == "1 сентября");
  CHECK(capitalised("") == "");
}

TEST_CASE("names that a file system may take for the same fold to the same text") {
  CHECK(folded("Школа-Й") == folded("школа-и\u0306"));
  CHECK(folded("STRASSE") == folded("straße"));
  CHECK(folded("школа 1") != folded("школа 2"));
}

TEST_CASE("composed letters replace a letter and its mark") { CHECK(nfc("и\u0306 е\u0308") == "й ё"); }

TEST_CASE("names sort by the Russian alphabet and numbers by value") {
  const Collator collator;
  std::vector<std::string> names{"СОШ № 10", "Жуков", "Ёлкин", "яковлев",
                                 "СОШ № 2",  "Елкин", "Ежов",  "Абрамов"};
  std::ranges::sort(names, [&](const auto& a, const auto& b) { return collator.compare(a, b) < 0; });
  CHECK(names == std::vector<std::string>{"Абрамов", "Ежов", "Елкин", "Ёлкин", "Жуков", "СОШ № 2", "СОШ № 10",
                                          "яковлев"});
  CHECK(collator.compare("Ёлкин", "Ёлкин") == 0);
}
