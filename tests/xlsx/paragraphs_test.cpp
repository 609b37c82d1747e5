#include "support.hpp"

namespace svodka::xlsx::test {

using document::Paragraph;
using document::ParagraphRole;

TEST_CASE("a paragraph is one wrapped cell over the page's width, as high as its lines") {
  // 140 letters of 6 points are 840; between paddings of 5 pixels the page has 396.25, of which 98.5 % are
  // filled: 3 lines, 15.75 each, and a gap of 3.
  const auto result = written(document_of<Paragraph>({paragraph(std::string(139, 'a') + " b")}));
  CHECK(result.has("row 1 height=50.25 "));
  CHECK(result.line("cell A1").ends_with("| align=justify vertical=top wrap"));
  CHECK(result.has("widths {'A': 66.71}"));  // 66.71 digits of 8 pixels are 400.3 points
}

TEST_CASE("text over a table is merged over its columns") {
  auto document = document_of<Paragraph>({paragraph("Итоги")});
  auto table = table_of("t", {"А", "Б"});
  add_row(table, RowKind::body, {"x", "y"});
  document.sections[0].blocks.push_back({table});
  const auto result = written(document);
  CHECK(result.has("merge A1:C1"));
  CHECK(result.has("cell A1 s 'Итоги'"));
}

TEST_CASE("a paragraph too tall for a row goes on in the next, word for word") {
  std::string text;
  for (int i = 0; i < 600; ++i) text += "слово" + std::to_string(i) + " ";
  const auto result = written(document_of<Paragraph>({paragraph(text)}));
  CHECK(result.has("row 2 height="));
  std::string joined;
  for (int row = 1; result.has("cell A" + std::to_string(row)); ++row) {
    const auto line = result.line("cell A" + std::to_string(row) + " ");
    const auto begin = line.find('\'') + 1;
    joined += line.substr(begin, line.find("' |") - begin) + " ";
    const auto height = std::stod(result.line("row " + std::to_string(row) + " ").substr(13));
    CHECK(height <= 409);
  }
  CHECK(joined == text);
}

TEST_CASE("a paragraph too tall for a row is cut after a sentence, not after initials") {
  std::string text;
  for (int i = 0; i < 80; ++i) text += "Поручить Иванову М. П. представить отчёт. ";
  const auto result = written(document_of<Paragraph>({paragraph(text)}));
  CHECK(result.line("cell A1 ").find("представить отчёт.' |") != std::string::npos);
  CHECK(result.has("cell A2 s 'Поручить"));
}

TEST_CASE("an item keeps its label verbatim and is indented by its depth") {
  auto item = paragraph("представить сведения");
  item.role = ParagraphRole::item;
  item.style = StyleName::item;
  item.label = "1.17";
  auto bullet = item;
  bullet.label = "–";
  bullet.level = 2;  // 2 × 18 points are 2 steps of three spaces of 6 points
  const auto result = written(document_of<Paragraph>({item, bullet}));
  CHECK(result.has("cell A1 s '1.17 представить сведения' | align=left vertical=top wrap"));
  CHECK(result.has("cell A2 s '– представить сведения' | align=left vertical=top indent=2 wrap"));
}

TEST_CASE("bold and italic stretches are rich text, each with the cell's font") {
  Paragraph mixed;
  mixed.runs = {
      {"РЕШИЛИ:", true, false, {}}, {" принять ", false, false, {}}, {"к сведению", false, true, {}}};
  const auto result = written(document_of<Paragraph>({mixed}));
  CHECK(result.has("rich b(РЕШИЛИ:) ( принять ) i(к сведению)"));
  CHECK(result.has("cell A1 s 'РЕШИЛИ: принять к сведению'"));
}

TEST_CASE("text that is bold throughout is a bold cell") {
  Paragraph bold;
  bold.runs = {{"Итоги", true, false, {}}};
  const auto result = written(document_of<Paragraph>({bold}));
  CHECK_FALSE(result.has("rich"));
  CHECK(result.has("cell A1 s 'Итоги' | bold"));
}

TEST_CASE("a link on one line is the cell's, that of a longer text has a row of its own") {
  Paragraph brief;
  brief.runs = {{"приказ", false, false, "https://example.org/a?q=external:1"}};
  auto lengthy = brief;
  lengthy.runs.push_back({std::string(100, 'x'), false, false, {}});
  const auto result = written(document_of<Paragraph>({brief, lengthy}));
  CHECK(result.line("cell A1").ends_with("wrap link=https://example.org/a?q=external%3A1"));
  CHECK(result.line("cell A2").find("link=") == std::string::npos);
  CHECK(result.line("cell A3").ends_with("link=https://example.org/a?q=external%3A1"));
  CHECK(result.has("rich u(приказ)"));
}

TEST_CASE("an address too long for a row of its own is told") {
  Paragraph lengthy;
  lengthy.runs = {{std::string(100, 'x'), false, false, "https://" + std::string(60, 'a')}};
  const auto result = written(document_of<Paragraph>({lengthy}));
  CHECK(result.messages == "sheet «Лист», row 2: warning[E107]: the address 'https://" +
                               std::string(60, 'a') + "' takes several lines\n");
}

TEST_CASE("a signature has its position at the left, a line, and the name at the right") {
  auto document = empty_document();
  document.sections[0].blocks.push_back({document::Signature{{{"Председатель", "И. П. Сидоров"}}}});
  const auto result = written(document);
  CHECK(result.has("cell A1 s 'Председатель' | align=left wrap"));
  CHECK(result.has("cell B1 blank | align=left wrap ruled"));
  CHECK(result.has("cell C1 s 'И. П. Сидоров' | align=right wrap"));
}

TEST_CASE("an appendix begins with its label") {
  auto document = document_of<Paragraph>({paragraph("Список")});
  document.sections[0].appendix = true;
  document.sections[0].label = "Приложение 1";
  const auto result = written(document);
  CHECK(result.has("cell A1 s 'Приложение 1'"));
  CHECK(result.has("cell A2 s 'Список'"));
}

TEST_CASE("blocks for PDF are left out, a space is an empty row") {
  auto document = document_of<Paragraph>({paragraph("раз"), paragraph("два")});
  document.sections[0].blocks[0].only = document::Only::pdf;
  document.sections[0].blocks.push_back({document::Space{30}});
  document.sections[0].blocks.push_back({paragraph("три")});
  const auto result = written(document);
  CHECK(result.has("cell A1 s 'два'"));
  CHECK(result.has("row 2 height=30.0"));
  CHECK(result.has("cell A3 s 'три'"));
}

TEST_CASE("a heading, a caption and what stands before a signature go to the page of what follows") {
  const auto rows = [](std::size_t count) {
    std::vector<document::Content> contents;
    for (std::size_t i = 0; i < count; ++i) contents.emplace_back(paragraph("Абзац"));
    return contents;
  };
  auto heading = paragraph("Раздел");
  heading.role = document::ParagraphRole::heading;
  auto contents = rows(100);
  contents.insert(contents.begin(), heading);  // all rows are equal
  const auto breaks = written(document_of<document::Content>(contents)).line("breaks [");
  const auto fitting = static_cast<std::size_t>(std::stoi(breaks.substr(breaks.find('[') + 1)));
  REQUIRE(fitting > 10);

  contents = rows(fitting - 1);
  contents.emplace_back(heading);
  contents.emplace_back(paragraph("Текст"));
  const auto before_heading = "breaks [" + std::to_string(fitting - 1) + "]\n";
  CHECK(written(document_of<document::Content>(contents)).has(before_heading));

  auto table = table_of("pairs", {"Школа"});
  table.caption = "Пары";
  add_row(table, document::RowKind::body, {"№ 1"});
  contents = rows(fitting - 1);
  contents.emplace_back(table);
  contents.emplace_back(paragraph("Текст"));
  CHECK(written(document_of<document::Content>(contents)).has(before_heading));

  contents = rows(fitting);
  contents.emplace_back(document::Signature{{{"Секретарь", "И. П. Белкин"}}});
  CHECK(written(document_of<document::Content>(contents))
            .has("breaks [" + std::to_string(fitting - 2) + "]\n"));
}

TEST_CASE("a page break breaks before its row, and the sheet is scaled since fitting would undo it") {
  auto document = document_of<Paragraph>({paragraph("раз")});
  document.sections[0].blocks.push_back({document::PageBreak{}});
  document.sections[0].blocks.push_back({paragraph("два")});
  const auto result = written(document);
  CHECK(result.has("breaks [1]"));
  CHECK(result.has("paper 9 portrait fit=None scale=97"));
}

}  // namespace svodka::xlsx::test
