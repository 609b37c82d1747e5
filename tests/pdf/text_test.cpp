// Extraction gives back the source text.

#include <algorithm>

#include "base/utf8.hpp"
#include "pdf/hand_made.hpp"
#include "support/catch.hpp"

using namespace svodka;
using namespace svodka::test;
using layout::Role;

namespace {

std::string extracted_line(std::string_view text, pdf::Standard standard = pdf::Standard::a2a) {
  HandMade made;
  made.place(made.add_node(Role::paragraph), 85, 100, text);
  return extracted(written(made.pages, standard));
}

std::string fonts_of(const std::string& bytes) { return TemporaryPdf(bytes).ask({"pdffonts", "FILE"}); }

}  // namespace

TEST_CASE("poppler extracts Russian text, quotes, dashes and the number sign as they were") {
  const std::string text = "«Ёлка» – всё о № 7: съёмка, 85 % — «да»; Щ, ъ, э (1) [2] \\3\\ 5−2×3";
  CHECK(extracted_line(text) == text);
  CHECK(extracted_line(text, pdf::Standard::a2b) == text);
  CHECK(extracted_line(text, pdf::Standard::none) == text);
}

TEST_CASE("a no-break space is extracted as a no-break space though it is drawn as a space") {
  HandMade made;  // pdftotext itself turns it into a space, so the tree is asked
  made.place(made.add_node(Role::paragraph), 85, 100, "№\u00A07 от 28\u00A0августа");
  CHECK(TemporaryPdf(written(made.pages)).ask({"pdfinfo", "-struct-text", "FILE"}) ==
        "Document\n  P (block)\n    \"№\u00A07 от 28\u00A0августа\"\n");
}

TEST_CASE("mupdf extracts the same text as poppler") {
  HandMade made;
  made.place(made.add_node(Role::paragraph), 85, 100, "Директорам «школ» № 1–3: отчёт до 01.09.2026.");
  const TemporaryPdf file(written(made.pages));
  const std::string text = file.ask({"mutool", "draw", "-q", "-F", "txt", "FILE"});
  CHECK(text.find("Директорам «школ» № 1–3: отчёт до 01.09.2026.") != std::string::npos);
}

TEST_CASE("words of two lines stay apart because the space at the line end is a glyph") {
  HandMade made;
  const auto node = made.add_node(Role::paragraph);
  made.place(node, 85, 100, "первая строка ");
  made.place(node, 85, 114, "вторая строка");
  const TemporaryPdf file(written(made.pages));
  CHECK(file.ask({"pdftotext", "-raw", "FILE", "-"}) == "первая строка\nвторая строка\n\f");
  CHECK(file.ask({"qpdf", "--qdf", "--stream-data=uncompress", "FILE", "-"}).find("ActualText") ==
        std::string::npos);
}

TEST_CASE("a hyphen that the line break added is extracted as a soft hyphen") {
  HandMade made;
  const auto node = made.add_node(Role::paragraph);
  made.place(node, 85, 100, "образова-");
  layout::ShownText& shown = HandMade::shown_of(made.last_text());
  shown.text.pop_back();
  shown.soft_hyphen = true;
  CHECK(extracted(written(made.pages)) == "образова\u00AD");
}

TEST_CASE("characters beyond the repertoire of Russian text are extracted as they were") {
  const std::string text = "Ω ≤ ½ naïve Å Ж";
  CHECK(extracted_line(text) == text);
}

TEST_CASE("a base and its combining mark are extracted as they were") {
  CHECK(extracted_line("о\u0301кна за\u0301мок") == "о\u0301кна за\u0301мок");
}

TEST_CASE("several glyphs for one character are extracted as that character") {
  HandMade made;
  made.place(made.add_node(Role::paragraph), 85, 100, "аб");
  layout::ShownText& shown = HandMade::shown_of(made.last_text());
  shown.text = "ё";
  shown.glyphs[1].cluster = 0;
  CHECK(extracted(written(made.pages)) == "ё");
}

TEST_CASE("a text that stands in several places is shown in each") {
  HandMade made;
  const auto node = made.add_node(Role::paragraph);
  made.place(node, 85, 100, "не начато ");
  layout::PlacedText again = made.last_text();
  made.place(node, 85, 120, "срок ");
  for (const double y : {140.0, 160.0}) {
    again.y = y;
    made.pages.pages[0].items.emplace_back(again);
  }
  CHECK(extracted(written(made.pages)) == "не начато\nсрок\nне начато\nне начато");
}

TEST_CASE("glyphs stand where layout placed them, to a fiftieth of a point") {
  HandMade made;
  const std::string text = "Справка о ходе исполнения поручений";
  made.place(made.add_node(Role::paragraph), 85, 100, text, {}, 14);
  layout::ShownText& shown = HandMade::shown_of(made.last_text());
  for (std::size_t i = 0; i < shown.glyphs.size(); ++i) {
    shown.glyphs[i].x += static_cast<float>(i) * 0.7F;  // justified, as it were
  }
  const double last = 85.0 + static_cast<double>(shown.glyphs.back().x);
  const TemporaryPdf file(written(made.pages));
  const std::string words = file.ask({"pdftotext", "-bbox", "FILE", "-"});
  const auto word = words.rfind("xMax=\"");
  REQUIRE(word != std::string::npos);
  const double right = std::stod(words.substr(word + 6));
  const double advance = shown.face->advance(shown.glyphs.back().id) * 14;
  CHECK(right == Approx(last + advance).margin(0.03));
}

TEST_CASE("tracking is a character spacing of the file, exact, and not an adjustment of each glyph") {
  HandMade made;
  const auto node = made.add_node(Role::paragraph);
  const std::string text = "Справка о ходе исполнения поручений";
  made.place(node, 85, 100, text, {}, 14);
  made.place(node, 85, 120, text, {}, 14);
  layout::ShownText& shown = HandMade::shown_of(std::get<layout::PlacedText>(made.pages.pages[0].items[0]));
  shown.tracking = -0.0873F;
  for (std::size_t i = 0; i < shown.glyphs.size(); ++i) {
    shown.glyphs[i].x += shown.tracking * static_cast<float>(i);
  }
  const double right =
      85.0 + static_cast<double>(shown.glyphs.back().x) + shown.face->advance(shown.glyphs.back().id) * 14;
  const TemporaryPdf file(written(made.pages));
  CHECK(file.ask({"pdftotext", "-raw", "FILE", "-"}) == text + "\n" + text + "\n\f");
  const std::string content = file.ask({"mutool", "show", "-b", "FILE", "4"});
  const auto begin = content.find("-0.0873 Tc\n"), end = content.find("0 Tc\n", begin + 6);
  REQUIRE(begin != std::string::npos);
  REQUIRE(end != std::string::npos);
  std::size_t pieces = 0;  // of the array: what rounding adds up to, once in a while
  for (auto at = begin; (at = content.find(")", at + 1)) < end;) ++pieces;
  CHECK(pieces < 8);
  const std::string words = file.ask({"pdftotext", "-bbox", "FILE", "-"});
  const auto word = words.find("поручений</word>");
  REQUIRE(word != std::string::npos);
  const auto x = words.rfind("xMax=\"", word);
  CHECK(std::stod(words.substr(x + 6)) == Approx(right).margin(0.03));
}

TEST_CASE("a glyph raised by layout is raised in the file and the next one is not") {
  HandMade made;
  made.place(made.add_node(Role::paragraph), 85, 100, "м2 и");
  HandMade::shown_of(made.last_text()).rises.at(1) = 4.5F;
  const std::string content = TemporaryPdf(written(made.pages)).ask({"mutool", "show", "-b", "FILE", "4"});
  CHECK(content.find("4.5 Ts[") != std::string::npos);
  CHECK(content.find("0 Ts[") != std::string::npos);
}

TEST_CASE("every font is an embedded subset with Unicode values") {
  HandMade made;
  const auto node = made.add_node(Role::paragraph);
  made.place(node, 85, 100, "Обычный ");
  made.place(node, 85, 120, "полужирный", {.bold = true});
  made.place(node, 85, 140, "курсив", {.italic = true});
  const std::string fonts = fonts_of(written(made.pages));
  for (const char* face : {"+LiberationSerif ", "+LiberationSerif-Bold ", "+LiberationSerif-Italic "}) {
    CHECK(fonts.find(face) != std::string::npos);
  }
  const std::string expected = "CID TrueType      Identity-H       yes yes yes";
  std::size_t count = 0;
  for (auto at = fonts.find(expected); at != std::string::npos; at = fonts.find(expected, at + 1)) ++count;
  CHECK(count == 3);
}

TEST_CASE("a document embeds few letters, the common characters or the whole repertoire, as it needs") {
  const std::string alphabet =
      "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ абвгдежзийклмнопрстуфхцчшщъыьэюя 0123456789 XIV";
  const std::string latin = alphabet + " mail@example.ru „5 ₽“";
  std::size_t smaller = 0;
  for (const std::string& text : {std::string("Да"), alphabet, latin}) {
    HandMade made;
    made.place(made.add_node(Role::paragraph), 20, 100, text, {}, 8);
    const std::string bytes = written(made.pages);
    CHECK(extracted(bytes) == text);
    CHECK(bytes.size() > smaller + 2000);
    smaller = bytes.size();
  }
}

TEST_CASE("text that no one should have typed still makes a well-formed file") {
  const std::string bad[] = {
      std::string("а\0б", 5), "а\xD0",  "\xFF\xFE\xC0\x80",        "a\uFFFEb\uFEFFc", "\uE000\uE001",
      "а\tб\nв\rг",           "(((\\)", "\xF0\x9F\x98\x80 улыбка", "\u0301\u0301",    "ﷺ العربية עברית",
  };
  for (const std::string& text : bad) {
    HandMade made;
    made.pages.title = made.pages.author = made.pages.subject = text;
    made.pages.outline.push_back({text, 1, 0, 0});
    made.pages.pages[0].label = text;
    const auto node = made.add_node(Role::paragraph);
    made.place(node, 85, 100, "слово");
    HandMade::shown_of(made.last_text()).text = text;  // damaged clusters as well
    made.place(node, 85, 120, text);
    const TemporaryPdf file(written(made.pages));
    INFO(text);
    CHECK(file.ask({"qpdf", "--check", "FILE"}).find("No syntax or stream encoding errors") !=
          std::string::npos);
    CHECK(file.ask({"mutool", "draw", "-q", "-F", "txt", "FILE"}).find("error") == std::string::npos);
    file.ask({"pdftotext", "FILE", "-"});
  }
}

TEST_CASE("a character that no face has is drawn as a replacement and extracted as itself") {
  HandMade made;
  made.place(made.add_node(Role::paragraph), 85, 100, "аб");
  layout::ShownText& shown = HandMade::shown_of(made.last_text());
  shown.text = "а\u13A0";
  shown.glyphs[1].id = 0;
  CHECK(extracted(written(made.pages)) == "а\u13A0");
}

TEST_CASE("a document with more characters than a font can number is an error") {
  HandMade made;
  const auto node = made.add_node(Role::paragraph);
  for (char32_t first = 0x400; first < 0x510; ++first) {
    made.place(node, 85, 100, "а");
    layout::ShownText& shown = HandMade::shown_of(made.last_text());
    const layout::PlacedGlyph glyph = shown.glyphs[0];
    shown.text.clear();
    shown.glyphs.clear();
    shown.rises.clear();
    for (char32_t second = 0x400; second < 0x510; ++second) {
      shown.glyphs.push_back({glyph.id, static_cast<std::uint16_t>(shown.text.size()), 0});
      base::append_utf8(shown.text, first);
      base::append_utf8(shown.text, second);
    }
  }
  CHECK_THROWS_WITH(
      written(made.pages),
      "cannot make the PDF file: more than 65,535 different characters in the face LiberationSerif");
}
