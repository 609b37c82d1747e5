#include "sample.hpp"
#include "support/catch.hpp"

using namespace svodka::bind::sample;

namespace {

// What the words make of the first person of the list.
std::string first(const std::string& words) {
  const auto person = query("person", "SELECT * FROM people ORDER BY name LIMIT 1", "one");
  const auto bound = bound_of(report(
      people + person, "<p align=\"left\">" + words + "</p><p>{person.name}</p><each in=\"people\"></each>"));
  CHECK(bound.messages == "");
  const std::string prefix = "  p body left: ";
  if (!bound.dump.starts_with(prefix)) return bound.dump;
  return bound.dump.substr(prefix.size(), bound.dump.find('\n') - prefix.size());
}

}  // namespace

TEST_CASE("a path prints the field of a query of one row") { CHECK(first("{person.name}") == "Ёлкин И. П."); }

TEST_CASE("filters display dates and numbers the Russian way") {
  CHECK(first("{person.born | date: long}") == "1 мая 1980 г.");
  CHECK(first("{person.born | date: short}") == "01.05.1980");
  CHECK(first("{person.score | number: 2}") == "4,50");
  CHECK(first("{as_of | date: short}") == "31.10.2026");
}

TEST_CASE("plural, case, prefix and suffix filters make text") {
  CHECK(first("{person.points | plural: 'балл', 'балла', 'баллов'}") == "10\u00A0баллов");
  CHECK(first("{person.post | upper}") == "ДИРЕКТОР");
  CHECK(first("{person.post | capital}") == "Директор");
  CHECK(first("{person.name | prefix: 'тов. '}") == "тов. Ёлкин И. П.");
  CHECK(first("{person.post | suffix: '!'}") == "директор!");
}

TEST_CASE("several paths are joined, missing ones without a trace") {
  CHECK(first("<each in=\"people\" separator=\"; \">{name, post | join: ', '}</each>") ==
        "Ёлкин И. П., директор; Жукова А. А.; Орлов, методист");
}

TEST_CASE("a default stands for a missing value only") {
  CHECK(first("<each in=\"people\" separator=\"; \">{score | default: 'нет'}</each>") == "4,5; нет; 3,25");
  CHECK(first("<each in=\"people\" separator=\"; \">{points | default: 'нет'}</each>") == "10; 0; 7");
}

TEST_CASE("a prefix is not printed for a missing value") {
  CHECK(first("<each in=\"people\" separator=\"; \">{name}{post | prefix: ' – '}</each>") ==
        "Ёлкин И. П. – директор; Жукова А. А.; Орлов – методист");
}

TEST_CASE("tests compare numbers, texts, dates and presence") {
  const auto names = [](const std::string& test) {
    return first("<each in=\"people\"><if test=\"" + test + "\">{name} </if></each>");
  };
  CHECK(names("points gt 5") == "Ёлкин И. П. Орлов");
  CHECK(names("points eq 0") == "Жукова А. А.");
  CHECK(names("points") == "Ёлкин И. П. Жукова А. А. Орлов");  // zero is a value
  CHECK(names("score") == "Ёлкин И. П. Орлов");
  CHECK(names("not score") == "Жукова А. А.");
  CHECK(names("team eq 'b' or born lt date '1985-01-01'") == "Ёлкин И. П. Орлов");
  CHECK(names("post ne 'директор'") == "Жукова А. А. Орлов");  // a missing value equals nothing
}

TEST_CASE("else stands where the test is false") {
  CHECK(first("<if test=\"person.points gt 100\">много<else>мало</else></if>") == "мало");
}

TEST_CASE("spaces left by parts that came out empty are dropped, spaces of data are not") {
  CHECK(first("а <if test=\"person.points gt 100\">б</if> в") == "а в");
  CHECK(first("а <if test=\"person.points gt 100\">б</if>") == "а");
}

TEST_CASE("bold, italic and links are runs, line breaks are kept") {
  CHECK(first("а <b>б <i>в</i></b><br/> <a href=\"https://example.org/\">г</a>") ==
        "а *б **_в\\n_*[г](https://example.org/)");
}

TEST_CASE("line breaks around parts that came out empty are dropped") {
  CHECK(
      first("<if test=\"person.points gt 100\">б</if><br/>в<br/><if test=\"person.points gt 100\">г</if>") ==
      "в");
  CHECK(first("а<br/><br/>б") == "а\\n\\nб");
}

TEST_CASE("a value is never parsed as markup") {
  const auto person =
      query("person", "SELECT '<b>{name}</b>' AS name", "one", "<field name=\"name\" type=\"text\"/>");
  const auto bound =
      bound_of(report(person + people, "<p>{person.name}<each in=\"people\" separator=\"\"></each></p>"));
  CHECK(bound.dump == "  p body: <b>{name}</b>\n");
}
