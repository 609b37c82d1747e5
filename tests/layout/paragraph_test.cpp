#include "layout/support.hpp"
#include "support/catch.hpp"

using namespace svodka;
using namespace svodka::layout;
using namespace svodka::layout::test;
using document::Align;
using document::StyleName;

namespace {

Laid lay_styled(std::string text, void (*change)(document::ParagraphStyle&)) {
  auto theme = small_theme();
  change(theme.style(StyleName::body));
  return lay(document_of({paragraph(std::move(text))}), theme);
}

}  // namespace

TEST_CASE("a line begins at the margin and the first baseline lies an ascent below the top") {
  const auto laid = lay(document_of({paragraph("Начало")}));
  const auto text = laid.texts(0).at(0);
  CHECK(text.x == 10);                     // margin
  CHECK(text.y == 18);                     // 10 margin + 0.8 × 10 ascent
  CHECK(text.shown->width == Approx(30));  // 6 letters × 5
  CHECK(text.shown->size == 10);
}

TEST_CASE("a line that has spacing shares it above and below its letters") {
  const auto laid = lay_styled("один два три четыре", [](auto& style) { style.line_spacing = 1.5; });
  CHECK(laid.texts(0).at(0).y == 20.5);  // 10 margin + (15 - 10) / 2 + 8 ascent
  CHECK(laid.texts(0).at(1).y == 35.5);  // 15 lower
}

TEST_CASE("the first line is indented and the others are not") {
  const auto laid = lay_styled("слово слово слово слово", [](auto& style) {
    style.left_indent = 5;
    style.first_indent = 20;
  });
  const auto texts = laid.texts(0);
  CHECK(laid.words(0) == "|слово слово |слово слово");  // 80 - 25 = 55 = 11 letters; 80 - 5 = 75 = 15
  CHECK(texts.at(0).x == 35);                           // 10 margin + 5 + 20
  CHECK(texts.at(1).x == 15);                           // 10 margin + 5
}

TEST_CASE("a line's text ends with its space, which has a glyph") {
  const auto laid = lay(document_of({paragraph("слово слово слово")}));
  const auto first = laid.texts(0).at(0);
  CHECK(first.shown->text == "слово слово ");
  CHECK(first.shown->glyphs.size() == 12);
  CHECK(first.shown->glyphs.back().cluster == 21);    // ten letters of two bytes and a space
  CHECK(first.shown->glyphs.back().x == Approx(55));  // 11 × 5
  CHECK(first.shown->width == Approx(55));            // without the space at the end
}

TEST_CASE("text stands left, centred or right") {
  const auto x = [](Align align) {
    auto theme = small_theme();
    theme.style(StyleName::body).align = align;
    return lay(document_of({paragraph("слово")}), theme).texts(0).at(0).x;
  };
  CHECK(x(Align::left) == 10);
  CHECK(x(Align::centre) == Approx(37.5));  // 10 + (80 - 25) / 2
  CHECK(x(Align::right) == Approx(65));     // 90 - 25
  CHECK(x(Align::justify) == 10);           // the last line is not stretched
}

TEST_CASE("a paragraph's own alignment goes before its style's") {
  auto block = paragraph("слово");
  std::get<document::Paragraph>(block.content).align = Align::right;
  CHECK(lay(document_of({block})).texts(0).at(0).x == Approx(65));  // 90 - 25
}

TEST_CASE("justified lines end at the right margin, but for the last") {
  const auto laid =
      lay_styled("сло слово слов слово слово", [](auto& style) { style.align = Align::justify; });
  const auto texts = laid.texts(0);
  REQUIRE(laid.words(0) == "|сло слово слов |слово слово");  // 3 + 1 + 5 + 1 + 4 = 14 letters = 70
  CHECK(texts.at(0).shown->width == Approx(80));
  // 10 spare for 10 of spaces and 13 gaps: letters part by 13 × 0.25 = 3.25, the spaces take 6.75.
  CHECK(texts.at(0).shown->tracking == Approx(0.25));
  CHECK(texts.at(0).shown->stretch == Approx(1.675));
  CHECK(texts.at(0).shown->glyphs.at(4).x == Approx(24.375));  // 15 + 4 × 0.25 + a space of 8.375
  CHECK(texts.at(1).shown->width == Approx(55));               // 11 letters
  CHECK(texts.at(1).shown->stretch == Approx(1));
}

TEST_CASE("a line that cannot be filled without holes ends before the right margin") {
  const auto laid = lay_styled("а бвгде " + std::string(16, 'x') + " слово",
                               [](auto& style) { style.align = Align::justify; });
  const auto first = laid.texts(0).at(0);
  CHECK(first.shown->text == "а бвгде ");
  CHECK(first.shown->width == Approx(37));  // 30 of letters and a space of 1.4 × 5
  CHECK(first.shown->stretch > 3.0F);
  CHECK(laid.texts(0).at(1).shown->width == Approx(80));
}

TEST_CASE("a name too wide for its column parts from its initials, which stay together") {
  // 16 letters fit, the name has 18.
  CHECK(lay(document_of({paragraph("Веретенников И. П.")})).words(0) == "|Веретенников |И. П.");
}

TEST_CASE("spaces that bind keep their width in a justified line") {
  const auto laid = lay_styled("Ли И. П. слово слово", [](auto& style) { style.align = Align::justify; });
  const auto first = laid.texts(0).at(0);
  REQUIRE(first.shown->text == "Ли И. П. слово ");  // 14 letters: 70 of 80
  // 10 spare for the 5 of the only space that is not within the name, and 13 gaps of 0.25 at most.
  CHECK(first.shown->glyphs.at(3).x - first.shown->glyphs.at(2).x == Approx(5 + first.shown->tracking));
  CHECK(first.shown->glyphs.at(6).x - first.shown->glyphs.at(5).x == Approx(5 + first.shown->tracking));
  CHECK(first.shown->glyphs.at(9).x - first.shown->glyphs.at(8).x > 10);
}

TEST_CASE("a line break in the text ends the line, which is not stretched, and extracts as a space") {
  const auto laid = lay_styled("слово сло\nслово", [](auto& style) { style.align = Align::justify; });
  CHECK(laid.words(0) == "|слово сло |слово");
  CHECK(laid.texts(0).at(0).shown->width == Approx(45));  // 9 letters
  CHECK(laid.texts(0).at(1).y == 28);
}

TEST_CASE("a hanging label stands before the text, which keeps its own edge") {
  auto theme = small_theme();
  theme.style(StyleName::item).hanging = 20;
  const auto laid = lay(document_of({item("1.", "слово слово слово"), item("", "без номера")}), theme);
  const auto texts = laid.texts(0);
  CHECK(laid.words(0) == "|1. |слово слово |слово|без номера");
  CHECK(texts.at(0).x == 10);  // margin
  CHECK(texts.at(1).x == 30);  // 10 margin + 20 hanging
  CHECK(texts.at(2).x == 30);
  CHECK(texts.at(3).x == 30);
  CHECK(texts.at(0).y == texts.at(1).y);
}

TEST_CASE("a label wider than its room pushes the first line on") {
  auto theme = small_theme();
  theme.style(StyleName::item).hanging = 20;
  const auto laid = lay(document_of({item("1.2.34.", "слово слово")}), theme);
  CHECK(laid.texts(0).at(1).x == Approx(50));  // 10 margin + 7 letters and a space
  CHECK(laid.texts(0).at(2).x == 30);
}

TEST_CASE("without hanging the label runs in with the first line") {
  auto theme = small_theme();
  theme.style(StyleName::item).first_indent = 10;
  const auto laid = lay(document_of({item("1.17", "слово слово")}), theme);
  CHECK(laid.words(0) == "|1.17 |слово |слово");
  CHECK(laid.texts(0).at(0).x == 20);  // 10 margin + 10 indent
  CHECK(laid.texts(0).at(1).x == 45);  // 20 + 4 letters and a space
  CHECK(laid.texts(0).at(2).x == 10);
}

TEST_CASE("nested items stand further in") {
  const auto laid = lay(document_of({item("1", "слово"), item("а", "слово", 1), item("–", "слово", 2)}));
  CHECK(laid.texts(0).at(0).x == 10);
  CHECK(laid.texts(0).at(2).x == 15);  // 10 margin + 5 outline indent
  CHECK(laid.texts(0).at(4).x == 20);
}

TEST_CASE("a centred heading is centred with its label") {
  auto block = heading("слово");
  auto& content = std::get<document::Paragraph>(block.content);
  content.label = "1.";
  content.align = Align::centre;
  const auto laid = lay(document_of({block}));
  CHECK(laid.words(0) == "|1. слово");
  CHECK(laid.texts(0).at(0).x == Approx(30));  // 10 + (80 - 8 × 5) / 2
}

TEST_CASE("a word with several faces is not broken between them") {
  auto block = paragraph("");
  std::get<document::Paragraph>(block.content).runs = {{"слово сло", false, false, {}},
                                                       {"во", true, false, {}},
                                                       {"слово.", false, true, {}},
                                                       {" да", false, false, {}}};
  const auto laid = lay(document_of({block}));
  CHECK(laid.words(0) == "|слово |сло|во|слово.| да");  // 5 + 1 + 11 = 17 letters do not fit
  CHECK(laid.texts(0).at(1).x == 10);
  CHECK(laid.texts(0).at(2).x == Approx(25));  // 10 + 3 × 5
}

TEST_CASE("runs that look alike are one text") {
  auto block = paragraph("");
  std::get<document::Paragraph>(block.content).runs = {{"сло", false, false, {}}, {"во", false, false, {}}};
  CHECK(lay(document_of({block})).words(0) == "|слово");
}

TEST_CASE("a word wider than the line is broken between letters") {
  const auto laid = lay(document_of({paragraph("да " + std::string(40, 'x'))}));
  CHECK(laid.words(0) ==
        "|да |" + std::string(16, 'x') + "|" + std::string(16, 'x') + "|" + std::string(8, 'x'));
}

TEST_CASE("a soft hyphen shows only where the line breaks") {
  const auto laid = lay(document_of({paragraph("а\u00ADб вгдежзи обра\u00ADзование")}));
  const auto texts = laid.texts(0);
  REQUIRE(laid.words(0) == "|а\u00ADб вгдежзи обра\u00AD|зование");
  CHECK(texts.at(0).shown->width == Approx(80));  // 2 + 1 + 7 + 1 + 4 letters and the hyphen = 16
  CHECK_FALSE(texts.at(0).shown->soft_hyphen);    // the text has it
  CHECK(texts.at(0).shown->glyphs.back().id == '-');
  CHECK(texts.at(0).shown->text.substr(texts.at(0).shown->glyphs.back().cluster) == "\u00AD");
}

TEST_CASE("words are hyphenated where the style asks for it") {
  const text::Hyphenator hyphenator(text::hyphenation_patterns());
  auto theme = small_theme();
  const auto document = document_of({paragraph("да, «образовательной» деятельности")});
  CHECK(lay(document, theme, &hyphenator).texts(0).at(0).shown->text == "да, ");
  theme.style(StyleName::body).hyphenate = true;
  const auto first = lay(document, theme, &hyphenator).texts(0).at(0);
  CHECK(first.shown->text == "да, «образова");
  CHECK(first.shown->soft_hyphen);
  CHECK(first.shown->glyphs.size() == 14);
  CHECK(first.shown->glyphs.back().cluster == first.shown->text.size());
  CHECK(lay(document, theme, nullptr).texts(0).at(0).shown->text == "да, ");
}

TEST_CASE("a paragraph without text takes a line") {
  const auto laid = lay(document_of({paragraph("раз"), paragraph(""), paragraph("два")}));
  CHECK(laid.texts(0).at(1).y == 38);  // two lines below 18
}
