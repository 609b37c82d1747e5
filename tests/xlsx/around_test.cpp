// What stands around the text: running matter, approval, letterhead, pictures, rules, groups.

#include "support.hpp"
#include "support/running.hpp"

namespace svodka::xlsx::test {

using document::Align;
using document::Approval;
using document::PageField;
using document::RunningText;
using Edge = RunningText::Edge;
using On = RunningText::Pages;
using svodka::test::field;
using svodka::test::running;

namespace {

document::Document with(std::vector<RunningText> matter) {
  auto document = document_of<document::Paragraph>({paragraph("текст")});
  document.sections[0].running = std::move(matter);
  return document;
}

// As it stands in the file.
std::string raw(const document::Document& document, const std::string& element) {
  const support::TemporaryFolder folder;
  const auto file = folder.path() / "book.xlsx";
  base::write_file(file, written(document).bytes);
  const auto sheet =
      svodka::test::run_process({"unzip", "-p", file.string(), "xl/worksheets/sheet1.xml"}).output;
  const auto begin = sheet.find("<" + element + ">") + element.size() + 2;
  return sheet.substr(begin, sheet.find("</" + element + ">") - begin);
}

document::Image image(double width, double height, std::string alternative = "план") {
  document::Image image;
  image.picture = images::read_picture("tests/images/pictures/rgb.png", "rgb.png");
  image.width = width;
  image.height = height;
  image.alternative = std::move(alternative);
  return image;
}

}  // namespace

TEST_CASE("a sheet has the document's title and page X of Y below where the template says nothing") {
  auto document = with({});
  document.title = "Отчёт & Ко";
  const auto result = written(document);
  CHECK(result.has("header None | None | None"));
  CHECK(result.has("footer Отчёт && Ко | None | Страница &P из &N"));
}

TEST_CASE("an empty footer means that nothing stands there") {
  const auto result = written(with({running(Edge::bottom, Align::centre, {})}));
  CHECK(result.has("footer None | None | None"));
}

TEST_CASE("running matter stands at its sides with its fields and emphasis") {
  const auto document =
      with({running(Edge::top, Align::right, {{"Протокол "}, {"№ 4", true}}),
            running(Edge::bottom, Align::centre,
                    {{"Страница "}, field(PageField::number), {" из "}, field(PageField::count)})});
  const auto result = written(document);
  CHECK(result.has("footer None | Страница &P из &N | None"));
  const std::string font = "&amp;\"Times New Roman,";
  CHECK(raw(document, "oddHeader") == "&amp;R&amp;12" + font + "Regular\"Протокол " + font + "Bold\"№ 4");
}

TEST_CASE("a long title below a sheet takes two lines and ends after a word") {
  auto document = document_of<document::Paragraph>({paragraph("Текст")});
  document.title = "Протокол";
  for (int i = 0; i < 20; ++i) document.title += " совместного";
  CHECK(written(document).lines.find("совместного… | None | Страница &P из &N\n") != std::string::npos);
}

TEST_CASE("what is for the first page alone is left out, what is for further pages stands on all") {
  const auto result = written(with({running(Edge::top, Align::left, {{"первая"}}, On::first),
                                    running(Edge::top, Align::left, {{"далее"}}, On::further)}));
  CHECK(result.has("header далее | None | None"));
}

TEST_CASE("a sheet whose template prints the number above has only the title below") {
  const auto result = written(with({running(Edge::top, Align::left, {field(PageField::number)})}));
  CHECK(result.has("header &P | None | None"));
  CHECK(result.has("footer Протокол | None | None"));
}

TEST_CASE("the theme's page number stays where the template has words of its own below") {
  CHECK(written(with({running(Edge::bottom, Align::left, {{"низ"}})})).has("header None | &P | None"));
}

TEST_CASE("an ampersand before a letter of the library's codes is text") {
  const auto document = with({running(Edge::top, Align::left, {{"Рога&Gрога &[Picture]"}})});
  CHECK(written(document).messages.empty());
  const std::string font = "&amp;\"Times New Roman,Regular\"";
  CHECK(raw(document, "oddHeader") ==
        "&amp;L&amp;12" + font + "Рога&amp;&amp;" + font + "Gрога &amp;&amp;" + font + "[Picture]");
}

TEST_CASE("a sign after the page's number is text, not arithmetic") {
  const auto document =
      with({running(Edge::bottom, Align::left, {field(PageField::number), {""}, {"-5"}}),
            running(Edge::bottom, Align::centre, {field(PageField::count), {"+5"}}),
            running(Edge::bottom, Align::right, {field(PageField::number), {" - 5"}, {"-6"}})});
  const std::string font = "&amp;\"Times New Roman,Regular\"";
  CHECK(raw(document, "oddFooter") == "&amp;L&amp;12" + font + "&amp;P" + font + "-5&amp;C&amp;12" + font +
                                          "&amp;N" + font + "+5&amp;R&amp;12" + font + "&amp;P - 5-6");
}

TEST_CASE("a header longer than a sheet takes is cut with a warning") {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "слово ";  // 239 and the codes: 2 + 3 + 26
  const auto document = with({running(Edge::top, Align::left, {{text}})});
  CHECK(written(document).messages ==
        "section «Лист»: warning[E115]: the header has 271 characters with its codes, a sheet takes 255; it "
        "was "
        "cut\n"
        "  hint: shorten it, or use less bold and italic\n");
  const auto header = raw(document, "oddHeader");
  CHECK(header.ends_with("…"));
  CHECK(utf16_units(header) == 255 + 4 * 3);  // «&amp;» thrice
}

TEST_CASE("a header of several lines makes the upper margin higher, long lines are broken") {
  auto theme = small_theme();
  const auto lines = written(with({running(Edge::top, Align::left, {{"а\nб\nв\nг"}})}), {}, theme);
  // 28.35 - 12 from the edge, four lines of 15.75 and 2 mm: 85.01 points
  CHECK(lines.has("margins 1.181 0.787 header 0.227"));
  // 400 points are 66 letters.
  const std::string word(30, 'x');
  CHECK(raw(with({running(Edge::top, Align::left, {{word + " " + word + " " + word}})}), "oddHeader")
            .ends_with(word + " " + word + "\n" + word));
  // Beside one letter: 400 - 6 and a gap of 12 are 63 letters.
  CHECK(raw(with({running(Edge::top, Align::left, {{word + " " + word}}),
                  running(Edge::top, Align::right, {{"x"}})}),
            "oddHeader")
            .find(word + " " + word) != std::string::npos);
}

TEST_CASE("an approval stands in the columns at the right: word, position, line and name, date") {
  auto theme = small_theme();
  theme.style(StyleName::approval).left_indent = 200;  // of 400
  const auto result =
      written(document_of<Approval>({{"УТВЕРЖДАЮ", "Начальник", "И. П. Ёлкин", "1 мая 2026 г."}}), {}, theme);
  CHECK(result.has("merge B1:C1"));
  CHECK(result.has("cell B1 s 'УТВЕРЖДАЮ' | align=left wrap"));
  CHECK(result.has("cell B2 s 'Начальник'"));
  CHECK(result.has("cell B3 blank | align=left wrap ruled"));
  CHECK(result.has("cell C3 s 'И. П. Ёлкин' | align=right wrap"));
  CHECK(result.has("cell B4 s '1 мая 2026 г.'"));
}

TEST_CASE("a picture lies over rows as high as it, with its description, at its side") {
  // The picture is 4 × 3 pixels; the page 400 wide.
  const auto centred = written(document_of<document::Content>({image(60, 0), paragraph("текст")}));
  // 170 and 230 of 400 are edges of columns, but for the rounding to whole pixels.
  CHECK(centred.line("picture ") == "picture row 1 + 6 column B + 0.8 to row 1 + 51 column C + 0.8: план");
  CHECK(centred.has("row 1 height=57"));
  auto right = image(60, 40, "");
  right.align = Align::right;
  CHECK(written(document_of<document::Image>({right})).line("picture ").ends_with(": decoration"));
  auto high = image(200, 700);
  const auto result = written(document_of<document::Content>({high, paragraph("текст")}));
  CHECK(result.has("row 1 height=356"));  // 712 over two rows of at most 409
  CHECK(result.has("row 2 height=356"));
}

TEST_CASE("where rows go out as they are written a picture lies over rows of the usual height") {
  auto table = table_of("t", {"Имя"});
  add_row(table, RowKind::body, {"x"});
  const auto result = written(document_of<document::Content>({image(60, 45), table}), {1048576, 0});
  // 15.75 a row: 57 with the gaps are four, and 51 is 3.75 into the fourth.
  CHECK(result.line("picture ").ends_with("to row 4 + 3.8 column D + 0.8: план"));
  CHECK(result.has("cell A5 s 'Имя'"));
}

TEST_CASE("a rule is a border over all columns") {
  const auto result = written(document_of<document::Rule>({{}}));
  CHECK(result.has("cell A1 blank | align=left vertical=top wrap ruled"));
  CHECK(result.has("row 1 height=6"));
}

TEST_CASE("the theme's letterhead stands where the document asks for it") {
  const auto document = document_of<document::LetterheadMark>({{}});
  CHECK_FALSE(written(document).has("cell A1"));
  auto theme = small_theme();
  theme.letterhead.picture = image(0, 0).picture;
  theme.letterhead.lines = {"УПРАВЛЕНИЕ"};
  theme.letterhead.notes = {"улица"};
  const auto result = written(document, {}, theme);
  CHECK(result.line("picture ").ends_with(": decoration"));
  CHECK(result.has("cell A2 s 'УПРАВЛЕНИЕ'"));
  CHECK(result.has("cell A3 s 'улица'"));
  CHECK(result.has("cell A4 blank | align=left vertical=top wrap ruled"));
}

TEST_CASE("a group shares a printed page") {
  // The page is 841.89 - 2 × 56.69 high, rows of 15.75 + 3: at scale 98 and 0.97 of it 38 rows.
  std::vector<document::Paragraph> many(45, paragraph("текст"));
  auto document = document_of(many);
  CHECK(written(document).has("breaks []"));
  for (std::size_t i = 36; i < 41; ++i) document.sections[0].blocks[i].group = 1;
  CHECK(written(document).has("breaks [36]"));
}

}  // namespace svodka::xlsx::test
