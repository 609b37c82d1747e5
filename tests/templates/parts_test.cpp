#include "parse.hpp"
#include "support/catch.hpp"

namespace svodka::templates {

namespace {

std::string dump_or_messages(const std::string& inside_report) {
  base::Diagnostics diagnostics;
  const auto report = parse_template(
      base::make_source("t.xml", "<report name=\"r\" title=\"T\" xmlns=\"urn:svodka:report:1\">\n" +
                                     inside_report + "</report>"),
      test::import, diagnostics);
  return diagnostics.all().empty() ? dump(report) : base::render(diagnostics);
}

}  // namespace

TEST_CASE("a part is inserted with the queries that the insert names") {
  CHECK(dump_or_messages("<import src=\"lib.xml\"/><query name=\"mine\"><![CDATA[SELECT 7]]></query>"
                         "<section title=\"S\"><insert part=\"list\" rows=\"mine\"/>"
                         "<insert part=\"list\" rows=\"guests\"/></section>") ==
        "report name=r title=\"T\"\n"
        "  query mine rows=many\n"
        "    | SELECT 7\n"
        "  query guests rows=many\n"
        "    | SELECT 1\n"
        "  section title=\"S\"\n"
        "    paragraph style=body: Всего {mine.count}:\n"
        "    each in=mine\n"
        "      paragraph style=body: {name}\n"
        "    paragraph style=body: Всего {guests.count}:\n"
        "    each in=guests\n"
        "      paragraph style=body: {name}\n");
}

TEST_CASE("parts stand for words, columns, cases and headers") {
  CHECK(dump_or_messages(
            "<part name=\"who\">{name}, <b>{position}</b></part>"
            "<part name=\"columns\"><column title=\"A\"><insert part=\"who\"/></column></part>"
            "<part name=\"cases\"><case kind=\"*\"><item><insert part=\"who\"/></item></case></part>"
            "<part name=\"top\"><header>верх</header></part>"
            "<query name=\"q\"><![CDATA[SELECT 1]]></query>"
            "<insert part=\"top\"/>"
            "<section title=\"S\"><p>от <insert part=\"who\"/>.</p>"
            "<table each=\"q\"><insert part=\"columns\"/><empty>нет</empty></table>"
            "<outline each=\"q\" level=\"d\"><insert part=\"cases\"/></outline></section>") ==
        "report name=r title=\"T\"\n"
        "  query q rows=many\n"
        "    | SELECT 1\n"
        "  header: верх\n"
        "  section title=\"S\"\n"
        "    paragraph style=body: от {name}, <b>{position}</b>.\n"
        "    table q each=q\n"
        "      column title=\"A\": {name}, <b>{position}</b>\n"
        "      empty: нет\n"
        "    outline each=q level=d kind=kind\n"
        "      case *\n"
        "        item: {name}, <b>{position}</b>\n");
}

TEST_CASE("a part within a part keeps the names of queries around it unless told otherwise") {
  const auto text = dump_or_messages(
      "<part name=\"inner\" queries=\"rows\"><each in=\"rows\"><p>{x}</p></each></part>"
      "<part name=\"outer\" queries=\"rows more\"><insert part=\"inner\"/>"
      "<insert part=\"inner\" rows=\"more\"/></part>"
      "<query name=\"a\"><![CDATA[SELECT 1]]></query><query name=\"b\"><![CDATA[SELECT 2]]></query>"
      "<section title=\"S\"><insert part=\"outer\" rows=\"a\" more=\"b\"/></section>");
  CHECK(text.find("    each in=a\n      paragraph style=body: {x}\n    each in=b\n") != std::string::npos);
}

TEST_CASE("a query gets the <with>s that it names, and their fields, before its own") {
  CHECK(
      dump_or_messages("<import src=\"lib.xml\"/>"
                       "<with name=\"late\"><![CDATA[SELECT * FROM chosen -- all\n]]></with>"
                       "<query name=\"q\"><![CDATA[with own AS (SELECT 1) SELECT * FROM late, own]]></query>"
                       "<query name=\"r\"><![CDATA[SELECT 'late']]></query>"
                       "<section title=\"S\"><p>{q.two}{r.x}</p></section>") ==
      "report name=r title=\"T\"\n"
      "  query q rows=many\n"
      "    field two type=integer shared\n"
      "    | WITH RECURSIVE late AS NOT MATERIALIZED (SELECT * FROM chosen -- all\n"
      "    | ), chosen AS NOT MATERIALIZED (SELECT id, 2 AS two FROM item_card\n"
      "    | ), own AS (SELECT 1) SELECT * FROM late, own\n"
      "  query r rows=many\n"
      "    | SELECT 'late'\n"
      "  section title=\"S\"\n"
      "    paragraph style=body: {q.two}{r.x}\n");
}

TEST_CASE("every byte of a composed query points to where it was written") {
  base::Diagnostics diagnostics;
  const auto report = parse_template(
      base::make_source(
          "t.xml",
          "<report name=\"r\" title=\"T\" xmlns=\"urn:svodka:report:1\"><import src=\"lib.xml\"/>"
          "<query name=\"q\"><![CDATA[SELECT two FROM chosen]]></query>"
          "<section title=\"S\"><p>{q.two}</p></section></report>"),
      test::import, diagnostics);
  REQUIRE(diagnostics.all().empty());
  const auto& sql = report.queries.at(0).sql;
  const auto inner = sql.text().find("item_card"), outer = sql.text().rfind("chosen");
  CHECK(sql.span(inner, inner + 9).source->name == "lib.xml");
  CHECK(base::text_of(sql.span(inner, inner + 9)) == "item_card");
  CHECK(sql.span(outer, outer + 6).source->name == "t.xml");
  CHECK(base::text_of(sql.span(outer, outer + 6)) == "chosen");
}

TEST_CASE("a mistake in a part that is inserted twice is told once") {
  CHECK(dump_or_messages("<part name=\"a\"><p>{x | dat}</p></part>"
                         "<section title=\"S\"><insert part=\"a\"/><insert part=\"a\"/></section>") ==
        "t.xml:2:24: error[T203]: unknown filter 'dat'\n"
        "    2 | <part name=\"a\"><p>{x | dat}</p></part><section title=\"S\"><insert part=\"a\"/><insert "
        "part=\"a\"/></section></report>\n"
        "      |                        ^~~\n"
        "  hint: did you mean 'date'?\n");
}

TEST_CASE("a file that is imported must be a library") {
  const auto not_a_library = [](const std::string& src) { return base::make_source(src, "<report/>"); };
  base::Diagnostics diagnostics;
  parse_template(base::make_source("t.xml",
                                   "<report name=\"r\" title=\"T\" xmlns=\"urn:svodka:report:1\">\n"
                                   "<import src=\"a.xml\"/><section title=\"S\"><p>x</p></section></report>"),
                 not_a_library, diagnostics);
  CHECK(base::render(diagnostics) ==
        "a.xml:1:2: error[T119]: <report> is not a library\n"
        "    1 | <report/>\n"
        "      |  ^~~~~~\n"
        "  hint: a file that others import has the root element <library>\n");
}

}  // namespace svodka::templates
