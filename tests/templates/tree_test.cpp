#include "base/files.hpp"
#include "parse.hpp"
#include "support/catch.hpp"
#include "templates/language/element_rules.hpp"

namespace svodka::templates {

using test::dump_of;

TEST_CASE("the samples give their golden dumps without a message") {
  for (const auto& file : test::files_in("tests/templates/samples", ".xml")) {
    INFO(file.string());
    base::Diagnostics diagnostics;
    const auto report =
        parse_template(base::make_source(file.filename().string(), base::read_file(file)), {}, diagnostics);
    CHECK(base::render(diagnostics).empty());
    auto golden = file;
    CHECK(dump(report) == base::read_file(golden.replace_extension(".dump")));
  }
}

TEST_CASE("white space is as in HTML") {
  const auto words = [](const std::string& content) {
    const auto text = dump_of("<p>" + content + "</p>");
    const std::string before = "    paragraph style=body: ";
    return text.substr(before.size(), text.size() - before.size() - 1);
  };
  CHECK(words("\n  a\n\t b  \n") == "a b");
  CHECK(words("a <b> b </b> c") == "a <b>b </b>c");
  CHECK(words(" <b> a </b> ") == "<b>a</b>");
  CHECK(words("a <br/> b") == "a<br/>b");
  CHECK(words("a <b> <br/> </b> b") == "a<b><br/></b>b");
  CHECK(words("{a} {b}") == "{a} {b}");
  CHECK(words("{a}\n<!-- c -->\n{b}") == "{a} {b}");
  CHECK(words("\u00A0 a\u00A0\u00A0 b \u00A0") == "\u00A0 a\u00A0\u00A0 b \u00A0");
  CHECK(words("a <if test=\"x\"> b </if> c") == "a <if test=\"x\">b </if> c");
  CHECK(words("a<if test=\"x\"> b</if>.") == "a<if test=\"x\"> b</if>.");
  CHECK(words("a <if test=\"x\"> b<else> c</else></if>") == "a <if test=\"x\">b<else>c</else></if>");
  CHECK(words("a: <each in=\"people\" separator=\", \">\n {n} <b>x</b>\n</each> .") ==
        "a: <each in=\"people\" separator=\", \">{n} <b>x</b></each> .");
  CHECK(words("a&#32;&#32;b") == "a b");
}

TEST_CASE("white space in attributes stays as written") {
  CHECK(dump_of("<p label=\" a  b \">x</p>") == "    paragraph style=body label=\" a  b \": x\n");
}

TEST_CASE("elements imply styles, and style replaces them") {
  CHECK(dump_of("<title>a</title><h4>b</h4><h1 style=\"title\">c</h1>") ==
        "    paragraph style=title: a\n"
        "    h4 style=heading4: b\n"
        "    h1 style=title: c\n");
}

TEST_CASE("a cell with one expression holds nothing else") {
  base::Diagnostics diagnostics;
  const auto report = parse_template(
      base::make_source(
          "t.xml", test::report_with("<table each=\"people\"><column>\n {a | number: 1}\n</column></table>")),
      {}, diagnostics);
  const auto& table = std::get<TableElement>(report.sections[0].content[1].node);
  REQUIRE(table.columns[0].content.size() == 1);
  CHECK(std::holds_alternative<Expression>(table.columns[0].content[0].node));
}

TEST_CASE("widths are read in all four forms") {
  CHECK(
      dump_of(
          "<table each=\"people\"><column width=\"12.5mm\"/><column width=\"25%\"/><column width=\"1.5fr\"/>"
          "<column width=\"auto\"/></table>") ==
      "    table people each=people\n"
      "      column width=12.5mm: \n"
      "      column width=25%: \n"
      "      column width=1.5fr: \n"
      "      column: \n");
  for (const auto* wrong : {"0mm", "-1mm", "mm", "10 mm", "101%", "1e3mm", "10", ".5fr", "nanmm", "Auto"}) {
    INFO(wrong);
    const auto text = test::messages(
        test::report_with("<table each=\"people\"><column width=\"" + std::string(wrong) + "\"/></table>"));
    CHECK(text.find("error[T105]: '" + std::string(wrong) + "'") != std::string::npos);
  }
}

TEST_CASE("a chart has its series, and an id like a table's") {
  CHECK(dump_of(
            "<table each=\"people\"><column/></table>"
            "<chart each=\"people\" match=\"team\" type=\"stacked\" direction=\"horizontal\" title=\"Итого "
            "{n}\" "
            "category=\"{a}\" category-title=\"К\" value-title=\"З\" height=\"60mm\" alt=\"О чём\" "
            "only=\"pdf\">"
            "<series by=\"team\" title=\"{t}\" value=\"{v | percent: 1}\"/><empty>Нет <b>ничего</b>.</empty>"
            "</chart><chart each=\"people\" id=\"x\" type=\"bullet\" category=\"{a}\">"
            "<series title=\"Факт\" value=\"{f}\"/><series title=\"План\" value=\"{p}\"/></chart>") ==
        "    table people each=people\n"
        "      column: \n"
        "    chart people_2 only=pdf each=people match=team type=stacked horizontal title=\"Итого {n}\" "
        "category=\"{a}\" category-title=\"К\" value-title=\"З\" height=60mm alt=\"О чём\"\n"
        "      series by=team title=\"{t}\" value=\"{v | percent: 1}\"\n"
        "      empty: Нет <b>ничего</b>.\n"
        "    chart x each=people type=bullet horizontal category=\"{a}\"\n"
        "      series title=\"Факт\" value=\"{f}\"\n"
        "      series title=\"План\" value=\"{p}\"\n");
}

TEST_CASE("heat of columns and of matrices is read with its ends") {
  CHECK(dump_of("<table each=\"people\" row=\"a\"><column heat=\"less\" heat-high=\"9.5\">{n}</column>"
                "<columns by=\"b\" title=\"{b}\" heat=\"more\" "
                "heat-low=\"-1\"><cell>{v}</cell></columns></table>") ==
        "    table people each=people row=a\n"
        "      column heat=less to 9.5: {n}\n"
        "      columns by=b title=\"{b}\" heat=more from -1: {v}\n");
}

TEST_CASE("tables without an id take their query's name, made unique") {
  const auto text = dump_of(
      "<table each=\"people\"><column/></table>"
      "<if test=\"a\"><table each=\"people\"><column/></table></if>"
      "<table each=\"people\" id=\"people_2\"><column/></table>");
  CHECK(text.find("    table people each") != std::string::npos);
  CHECK(text.find("      table people_3 each") != std::string::npos);
  CHECK(text.find("    table people_2 each") != std::string::npos);
}

TEST_CASE("the SQL is the CDATA section byte for byte") {
  base::Diagnostics diagnostics;
  const std::string sql = "\r\n SELECT '&amp;' AS \"ё\"\r\n";
  const auto report = parse_template(
      base::make_source("t.xml", "<report><query name=\"q\">\n<![CDATA[" + sql + "]]></query></report>"), {},
      diagnostics);
  REQUIRE(report.queries.size() == 1);
  CHECK(report.queries[0].sql.text() == sql);
  CHECK(base::text_of(report.queries[0].sql.span(0, sql.size())) == sql);
}

TEST_CASE("later stages can point at an attribute of an element") {
  base::Diagnostics diagnostics;
  const auto report = parse_template(
      base::make_source("t.xml", test::report_with("<each in=\"people\"  by = 'unit'><p>x</p></each>")), {},
      diagnostics);
  const auto& each = report.sections[0].content[1];
  CHECK(base::text_of(each.span) == "each");
  CHECK(base::text_of(attribute_span(each.span, "by")) == "unit");
  CHECK(base::text_of(attribute_span(each.span, "match")) == "each");
  CHECK_FALSE(attribute_span({}, "by").source);
}

TEST_CASE("no place has two rules for one element") {
  for (const auto& rule : element_rules()) {
    for (const auto& other : element_rules()) {
      INFO(std::string(rule.name));
      CHECK((&rule == &other || rule.name != other.name || (rule.stands & other.stands) == 0));
    }
  }
}

TEST_CASE("every element of blocks and words can be built where it may stand") {
  for (const auto& rule : element_rules()) {
    const std::string element = "<" + std::string(rule.name) + "/>";
    INFO(element);
    std::string content;
    if ((rule.stands & place::block) != 0) content = element;
    if ((rule.stands & place::text) != 0) content = "<p>" + element + "</p>";
    if ((rule.stands & place::outline_row) != 0) {
      content = "<outline each=\"people\" level=\"d\"><case kind=\"*\">" + element + "</case></outline>";
    }
    const auto text = test::messages(test::report_with(content));
    CHECK(text.find("T101") == std::string::npos);
    CHECK(text.find("T102") == std::string::npos);
  }
}

}  // namespace svodka::templates
