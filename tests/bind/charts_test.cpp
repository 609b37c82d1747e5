#include "sample.hpp"
#include "support/catch.hpp"

using namespace svodka::bind::sample;

namespace {

std::string dump(const std::string& queries, const std::string& body) {
  const auto bound = bound_of(report(queries, body));
  INFO(bound.messages);
  CHECK(bound.messages.empty());
  return bound.dump;
}

}  // namespace

TEST_CASE("wide rows: a row is a category, each series a field; a missing value is not zero") {
  CHECK(
      dump(people,
           "<chart each=\"people\" type=\"bars\" title=\"Баллы\" category=\"{name}\" category-title=\"Имя\" "
           "value-title=\"баллов\" height=\"50mm\" alt=\"Кто сколько набрал.\">"
           "<series title=\"Оценка\" value=\"{score | number: 2}\"/>"
           "<series title=\"Очки\" value=\"{points}\"/></chart>") ==
      "  chart people bars 141.73: Баллы\n"
      "    series Оценка: Ёлкин И. П. 4,50; Жукова А. А. –; Орлов 3,25;\n"
      "    series Очки: Ёлкин И. П. 10,00; Жукова А. А. 0,00; Орлов 7,00;\n"
      "    categories: Имя\n"
      "    values: баллов\n"
      "    alternative: Кто сколько набрал.\n");
}

TEST_CASE("long rows: series and categories in order of first appearance, a missing pair missing") {
  const auto queries =
      query("long",
            "SELECT 'май' AS month, 'b' AS team, 1 AS n WHERE :team = '*' UNION ALL SELECT 'апрель', 'b', 2 "
            "UNION ALL SELECT 'апрель', 'a', 3",
            "many",
            "<field name=\"n\" type=\"integer\"/><field name=\"month\" type=\"text\"/>"
            "<field name=\"team\" type=\"text\"/>");
  CHECK(dump(queries,
             "<chart each=\"long\" id=\"x\" type=\"lines\" category=\"{month}\">"
             "<series by=\"team\" title=\"команда {team}\" value=\"{n}\"/></chart>") ==
        "  chart x lines 0.00: \n"
        "    series команда b: май 1; апрель 2;\n"
        "    series команда a: май –; апрель 3;\n"
        "    alternative: команда b: май – 1; апрель – 2. команда a: май – нет данных; апрель – 3.\n");
}

TEST_CASE("a chart without a value says so in the template's words, or in plain ones") {
  const auto body = [](const std::string& empty) {
    return "<chart each=\"none\" type=\"bullet\" category=\"{title}\"><series title=\"Факт\" value=\"{n}\"/>"
           "<series title=\"План\" value=\"{n}\"/>" +
           empty + "</chart>";
  };
  const auto none = query("none", "SELECT title, NULL AS n FROM teams WHERE :team = '*'", "many",
                          "<field name=\"n\" type=\"integer\"/>");
  CHECK(dump(none, body("<empty>Ещё <b>не</b> считали.</empty>")).find("    empty: Ещё *не* считали.\n") !=
        std::string::npos);
  CHECK(dump(none, body("")).find("    empty: Нет данных.\n") != std::string::npos);
}

TEST_CASE("a chart in a loop has an id of its own each time, unlike any table's") {
  const auto text =
      dump(query("teams", "SELECT * FROM teams WHERE :team = '*' AND team < 'c'") + people,
           "<table each=\"people\" id=\"one\"><column>{name}</column></table><each in=\"teams\">"
           "<chart each=\"people\" match=\"team\" type=\"bars\" title=\"{title}\" "
           "category=\"{name}\"><series value=\"{points}\"/></chart></each>");
  CHECK(text.find("  chart people bars 0.00: Первая\n    series : Ёлкин И. П. 10; Жукова А. А. 0;\n") !=
        std::string::npos);
  CHECK(text.find("  chart people-2 bars 0.00: Вторая\n    series : Орлов 7;\n") != std::string::npos);
}

TEST_CASE("the scale of heat is the data's, a percentage's, or the template's") {
  const auto table = [](const std::string& filter, const std::string& ends) {
    return dump(people, "<table each=\"people\"><column title=\"О\" heat=\"more\"" + ends + ">{score" +
                            filter + "}</column><column title=\"Ч\" heat=\"less\">{points" + filter +
                            "}</column></table>");
  };
  CHECK(table("", "").find("column auto left heat more 0 to 10: О\n") != std::string::npos);
  CHECK(table("", "").find("column auto left heat less 0 to 10: Ч\n") != std::string::npos);
  CHECK(table(" | percent", "").find("heat more 0 to 100: О\n") != std::string::npos);
  CHECK(table("", " heat-low=\"-1\" heat-high=\"4.5\"").find("heat more -1 to 4.5: О\n") !=
        std::string::npos);
}
