// What the file says of itself.

#include "pdf/hand_made.hpp"
#include "pdf/structure/navigation.hpp"
#include "support/catch.hpp"

using namespace svodka;
using namespace svodka::test;
using layout::Role;

namespace {

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

HandMade one_line() {
  HandMade made;
  made.place(made.add_node(Role::paragraph), 85, 100, "Текст");
  return made;
}

}  // namespace

TEST_CASE("pdfinfo shows title, author, dates at midnight UTC, the producer and tags") {
  HandMade made = one_line();
  made.pages.subject = "Итоги <2026> & планы";
  const TemporaryPdf file(written(made.pages));
  const std::string info = file.ask({"pdfinfo", "-isodates", "FILE"});
  CHECK(contains(info, "Title:           Протокол № 7\n"));
  CHECK(contains(info, "Subject:         Итоги <2026> & планы\n"));
  CHECK(contains(info, "Author:          Управление образования\n"));
  CHECK(contains(info, "Producer:        svodka 0."));
  CHECK(contains(info, "CreationDate:    2026-08-28T00:00:00Z\n"));
  CHECK(contains(info, "ModDate:         2026-08-28T00:00:00Z\n"));
  CHECK(contains(info, "Tagged:          yes\n"));
  CHECK(contains(info, "PDF version:     1.7\n"));
  CHECK(contains(info, "Page size:       595 x 842 pts"));
}

TEST_CASE("XMP has the values of the information dictionary and names the standards") {
  HandMade made = one_line();
  made.pages.subject = "Итоги <2026> & планы";
  const std::string xmp = TemporaryPdf(written(made.pages)).ask({"pdfinfo", "-meta", "FILE"});
  CHECK(contains(xmp, R"(<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Протокол № 7</rdf:li>)"));
  CHECK(contains(xmp, "<rdf:li>Управление образования</rdf:li>"));
  CHECK(contains(xmp, "Итоги &lt;2026&gt; &amp; планы"));
  CHECK(contains(xmp, "<xmp:CreateDate>2026-08-28T00:00:00Z</xmp:CreateDate>"));
  CHECK(contains(xmp, "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"));
  CHECK(contains(xmp, "<pdfuaid:part>1</pdfuaid:part>"));
}

TEST_CASE("an untagged file claims PDF/A-2b or nothing") {
  const HandMade made = one_line();
  const TemporaryPdf b(written(made.pages, pdf::Standard::a2b)),
      none(written(made.pages, pdf::Standard::none));
  CHECK(contains(b.ask({"pdfinfo", "-meta", "FILE"}), "<pdfaid:conformance>B</pdfaid:conformance>"));
  CHECK_FALSE(contains(b.ask({"pdfinfo", "-meta", "FILE"}), "pdfuaid:part"));
  CHECK_FALSE(contains(none.ask({"pdfinfo", "-meta", "FILE"}), "pdfaid:part"));
  CHECK(contains(b.ask({"pdfinfo", "FILE"}), "Tagged:          no\n"));
  CHECK(contains(none.ask({"pdfinfo", "FILE"}), "Tagged:          no\n"));
  CHECK(contains(b.ask({"mutool", "show", "FILE", "trailer/Root/OutputIntents"}), "GTS_PDFA1"));
  CHECK(contains(none.ask({"mutool", "show", "FILE", "trailer/Root/OutputIntents"}), "null"));
}

TEST_CASE("pages keep their own sizes") {
  HandMade made = one_line();
  layout::Page& second = made.add_page();
  second.width = 841.89;
  second.height = 595.276;
  const std::string info = TemporaryPdf(written(made.pages)).ask({"pdfinfo", "-l", "2", "FILE"});
  CHECK(contains(info, "Page    1 size:  595 x 842 pts"));
  CHECK(contains(info, "Page    2 size:  841.89 x 595.28 pts"));
}

TEST_CASE("page labels are the printed numbers, counted on where they go on") {
  std::vector<layout::Page> pages(6);
  const char* labels[] = {"1", "5", "6", "A-1", "", "7"};
  for (std::size_t i = 0; i < pages.size(); ++i) pages[i].label = labels[i];
  CHECK(pdf::page_labels(pages) ==
        "<</Nums[0<</S/D/St 1>>1<</S/D/St 5>>3<</P(A-1)>>4<</P()>>5<</S/D/St 7>>]>>");
}

TEST_CASE("the outline nests by level and points at pages") {
  HandMade made = one_line();
  made.add_page();
  made.pages.outline = {{"Первое", 1, 0, 100}, {"Часть", 2, 1, 42.5}, {"Второе", 1, 1, 200}};
  const TemporaryPdf file(written(made.pages));
  const std::string outline = file.ask({"mutool", "show", "FILE", "outline"});
  CHECK(contains(outline, "\t\"Первое\"\t#page=1"));
  CHECK(contains(outline, "\t\t\"Часть\"\t#page=2"));
  CHECK(contains(outline, "\t\"Второе\"\t#page=2"));
  CHECK(contains(file.ask({"qpdf", "--qdf", "FILE", "-"}), "799.5"));  // 842 - 42.5 from the bottom
}

TEST_CASE("the language and the wish to show the title stand in the catalogue") {
  const std::string catalogue =
      TemporaryPdf(written(one_line().pages)).ask({"mutool", "show", "-g", "FILE", "trailer/Root"});
  CHECK(contains(catalogue, "/Lang(ru)"));
  CHECK(contains(catalogue, "/ViewerPreferences<</DisplayDocTitle true>>"));
  CHECK(contains(catalogue, "/MarkInfo<</Marked true>>"));
}
