#include "sample.hpp"
#include "support/catch.hpp"

using namespace svodka::bind::sample;

namespace {

// The message for a body around the queries, without the source line.
std::string message(const std::string& queries, const std::string& body,
                    const svodka::bind::Arguments& arguments = {{"team", "*"}}) {
  return bound_of(report(queries, body), arguments).messages;
}

const std::string one = query("one", "SELECT * FROM teams WHERE team = :team", "one");

}  // namespace

TEST_CASE("an unknown field is pointed at, with the nearest name") {
  CHECK(message(people, "<each in=\"people\"><p>{nane}</p></each>") ==
        "sample.xml:5:45: error[B101]: unknown field 'nane'\n"
        "    5 | <section title=\"Лист\"><each in=\"people\"><p>{nane}</p></each></section>\n"
        "      |                                             ^~~~\n"
        "  hint: did you mean 'name'?\n");
}

TEST_CASE("a field outside a loop over its query is refused") {
  CHECK(message(people, "<p>{people.name}</p><each in=\"people\"></each>")
            .find("error[B102]: 'people.name' is read outside a loop over 'people', which may have many "
                  "rows\n") != std::string::npos);
}

TEST_CASE("a filter that does not fit is refused") {
  CHECK(message(people, "<each in=\"people\"><p>{name | date: long}</p></each>")
            .find("error[B103]: filter 'date' needs a date, but the value is of type text\n") !=
        std::string::npos);
}

TEST_CASE("a comparison of different types is refused, with the remedy") {
  const auto text = message(people, "<each in=\"people\"><p><if test=\"name eq 4\">а</if></p></each>");
  CHECK(text.find("error[B104]: a value of type text is compared with one of type decimal\n") !=
        std::string::npos);
  CHECK(text.find("  hint: put the value in quotes to compare texts\n") != std::string::npos);
}

TEST_CASE("a loop over a query of one row is refused") {
  CHECK(message(one, "<each in=\"one\"><p>{title}</p></each>")
            .find("error[B105]: query 'one' has exactly one row and is walked as a list\n") !=
        std::string::npos);
}

TEST_CASE("missing and empty parameters are errors and never widen a query") {
  const std::string expected =
      "report sample: error[B201]: parameter 'team' (Команда) is missing\n  hint: give --set team=…\n";
  CHECK(message(people, "<each in=\"people\"></each>", {}) == expected);
  CHECK(message(people, "<each in=\"people\"></each>", {{"team", ""}}) ==
        "report sample: error[B201]: parameter 'team' (Команда) is empty\n  hint: give --set team=…\n");
}

TEST_CASE("an unknown parameter is named") {
  CHECK(message(people, "<each in=\"people\"></each>", {{"team", "*"}, {"tean", "x"}}) ==
        "report sample: error[B202]: the report has no parameter 'tean'\n  hint: did you mean 'team'?\n");
}

TEST_CASE("a parameter of the wrong type says what is expected") {
  auto xml = report(people, "<each in=\"people\"></each>");
  xml.replace(xml.find("type=\"text\""), 11, "type=\"period\"");
  CHECK(
      bound_of(xml, {{"team", "2026-13"}}).messages ==
      "report sample: error[B203]: parameter 'team' is '2026-13', expected a period: 2026-10, 2026-Q3, 2026, "
      "2026-2027 or 2026-10-31\n");
}

TEST_CASE("a parameter takes its default when none is given, and only one of its values") {
  auto xml = report(people, "<p>{team}</p><each in=\"people\"></each>");
  const auto plain = std::string("type=\"text\"");
  xml.replace(xml.find(plain), plain.size(), "type=\"text\" values=\"a b\" default=\"b\"");
  CHECK(bound_of(xml, {}).dump == "  p body: b\n");
  CHECK(bound_of(xml, {{"team", "a"}}).dump == "  p body: a\n");
  CHECK(bound_of(xml, {{"team", "c"}}).messages ==
        "report sample: error[B203]: parameter 'team' is 'c', expected one of: a, b\n");
  CHECK(bound_of(xml, {{"team", ""}}).messages ==
        "report sample: error[B201]: parameter 'team' (Команда) is empty\n  hint: give --set team=…\n");
}

TEST_CASE("a default that is not a value of its parameter is told of before a row is read") {
  auto xml = report(people, "<each in=\"people\"></each>");
  const auto plain = std::string("type=\"text\"");
  xml.replace(xml.find(plain), plain.size(), "type=\"integer\" default=\"пять\"");
  CHECK(bound_of(xml, {}).messages ==
        "sample.xml:2:48: error[B107]: the default of 'team' is 'пять', expected a whole number\n"
        "    2 | <parameter name=\"team\" type=\"integer\" default=\"пять\" label=\"Команда\"/>\n"
        "      |                                                ^~~~\n");
}

TEST_CASE("a record that is not there stops the document") {
  const auto text = message(one, "<p>{one.title}</p>", {{"team", "нет"}});
  CHECK(text.find("error[B204]: query 'one' found no row for team = 'нет'\n") != std::string::npos);
  CHECK(text.find("  hint: 'svodka list' shows the keys that the database has\n") != std::string::npos);
}

TEST_CASE("several rows where one is expected are an error") {
  CHECK(message(query("one", "SELECT * FROM people WHERE :team = '*'", "one"), "<p>{one.name}</p>")
            .find("error[B205]: query 'one' found 3 rows where at most one is expected\n") !=
        std::string::npos);
}

TEST_CASE("an outline row of a kind without a case is an error") {
  const auto text =
      message(people + query("tree", "SELECT * FROM tree ORDER BY position"),
              "<outline each=\"tree\" level=\"depth\"><case kind=\"item heading\"><item>{text}</item>"
              "</case></outline><each in=\"people\"></each>");
  CHECK(text.find("error[B206]: no <case> takes a row of kind 'note' of query 'tree'\n") !=
        std::string::npos);
  CHECK(text.find("  hint: add <case kind=\"note\"> or <case kind=\"*\">\n") != std::string::npos);
}

TEST_CASE("two values for one cell of a matrix are an error") {
  const auto text = message(people,
                            "<table each=\"people\" row=\"team\"><column title=\"К\">{team}</column>"
                            "<columns by=\"team\" title=\"{team}\"><cell>{points}</cell></columns></table>");
  CHECK(text.find("error[B207]: two values for team 'a' and team 'a'\n") != std::string::npos);
}

TEST_CASE("an outline level that is missing is an error") {
  const auto queries = query("tree", "SELECT text, kind, NULL AS depth FROM tree WHERE :team = '*'", "many",
                             "<field name=\"depth\" type=\"integer\"/>");
  CHECK(message(queries,
                "<outline each=\"tree\" level=\"depth\"><case kind=\"*\"><p>{text}</p></case></outline>")
            .find("error[B208]: level '' of the outline over 'tree' is not a whole number from 0\n") !=
        std::string::npos);
}

TEST_CASE("a picture that cannot be used is told of where the template names it") {
  CHECK(message("", "<p>{team}</p><image src=\"tests/none.png\" alt=\"\"/>") ==
        "sample.xml:4:48: error[B106]: cannot read tests/none.png: No such file or directory\n"
        "    4 | <section title=\"Лист\"><p>{team}</p><image src=\"tests/none.png\" alt=\"\"/></section>\n"
        "      |                                                ^~~~~~~~~~~~~~\n");
  CHECK(message("", "<p>{team}</p><image src=\"README.md\" alt=\"\"/>")
            .find("error[B106]: cannot use the picture README.md: it is neither PNG nor JPEG\n") !=
        std::string::npos);
}

TEST_CASE("a sum of words is refused before a row is read") {
  const auto table = [](const std::string& cell, const std::string& total) {
    return "<table each=\"people\" total=\"Всего\"><column name=\"a\" title=\"A\">" + cell +
           "</column><column title=\"B\" total=\"" + total + "\">{points | number}</column></table>";
  };
  CHECK(message(people, table("{score} шт.", "ratio(a, a)")).find("error[B111]") != std::string::npos);
  CHECK(message(people, table("{score}", "ratio(a, a)")).empty());
  CHECK(message(people,
                "<table each=\"people\" total=\"Всего\"><column total=\"sum\">{team}</column></table>") ==
        "sample.xml:5:73: error[B111]: the cells of the column are words, which have no sum\n"
        "    5 | <section title=\"Лист\"><table each=\"people\" total=\"Всего\"><column "
        "total=\"sum\">{team}</column></table></section>\n"
        "      |                                                                         ^~~\n"
        "  hint: let the cell hold one expression of a number, with 'number' or 'percent' at most\n");
}

TEST_CASE("a chart of texts is refused before a row is read") {
  const auto chart = [](const std::string& value) {
    return "<chart each=\"people\" type=\"bars\" category=\"{name}\"><series value=\"" + value +
           "\"/></chart>";
  };
  const auto text = message(people, chart("{team}"));
  CHECK(text.find("error[B110]: the value is of type text\n") != std::string::npos);
  CHECK(text.find("  hint: a chart draws numbers: name a field of type integer or decimal\n") !=
        std::string::npos);
  CHECK(message(people, chart("{score | number: 1 | suffix: ' шт.'}"))
            .find("error[B110]: a filter makes a text of the value\n") != std::string::npos);
  CHECK(message(people, chart("{score, points | join: ' '}"))
            .find("error[B110]: a filter makes a text of the value\n") != std::string::npos);
}

TEST_CASE("two values for one point of a chart are an error") {
  const auto text = message(people,
                            "<chart each=\"people\" type=\"bars\" category=\"{team}\">"
                            "<series by=\"team\" title=\"К {team}\" value=\"{points}\"/></chart>");
  CHECK(text.find("error[B220]: two values for team 'К a' and category 'a'\n") != std::string::npos);
  CHECK(text.find("  hint: a chart takes one row of the query for each point: group in SQL\n") !=
        std::string::npos);
}

TEST_CASE("a chart refuses numbers that no axis can show") {
  const auto queries = query("big", "SELECT title, 1e308 AS big FROM teams WHERE :team = '*'", "many",
                             "<field name=\"big\" type=\"decimal\"/>");
  const auto text = message(queries,
                            "<chart each=\"big\" type=\"bars\" category=\"{title}\"><series title=\"Много\" "
                            "value=\"{big}\"/></chart>");
  CHECK(text.find("error[B222]: the value 1e+308 is beyond what a chart shows\n") != std::string::npos);
  CHECK(text.find("  hint: a chart takes numbers up to 10^15: use a larger unit\n") != std::string::npos);
}

TEST_CASE("stacked bars refuse a negative part") {
  const auto queries = query("parts", "SELECT title, -1.5 AS part FROM teams WHERE :team = '*'", "many",
                             "<field name=\"part\" type=\"decimal\"/>");
  const auto text = message(queries,
                            "<chart each=\"parts\" type=\"stacked\" category=\"{title}\">"
                            "<series title=\"Доля\" value=\"{part | number: 1}\"/></chart>");
  CHECK(text.find("error[B221]: 'Доля' of 'Первая' is −1,5, and parts of a whole are not negative\n") !=
        std::string::npos);
  CHECK(text.find("  hint: use type=\"bars\"\n") != std::string::npos);
}
