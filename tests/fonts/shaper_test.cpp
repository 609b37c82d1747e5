#include <thread>

#include "fonts/fonts.hpp"
#include "support/catch.hpp"

using namespace svodka::fonts;

namespace {

const FontSet& fonts() {
  static const FontSet set({"Liberation Serif"});
  return set;
}

std::vector<std::string> faces_of(const ShapedText& shaped) {
  std::vector<std::string> names;
  for (const auto& run : shaped.runs) names.emplace_back(run.face->postscript_name());
  return names;
}

}  // namespace

TEST_CASE("a word is one run whose advances add up to its width") {
  const auto shaper = fonts().make_shaper();
  const auto& shaped = shaper->shape("отчёт", {});
  REQUIRE(shaped.runs.size() == 1);
  const auto& run = shaped.runs.front();
  CHECK(run.face == &fonts().face({}));
  CHECK(run.text_begin == 0);
  CHECK(run.text_end == 10);
  REQUIRE(run.glyphs.size() == 5);
  double sum = 0;
  for (std::size_t i = 0; i < 5; ++i) {
    CHECK(run.glyphs[i].cluster == 2 * i);
    sum += run.glyphs[i].advance;
  }
  CHECK(sum == Approx(shaped.width));
  CHECK(run.glyphs[3].id == fonts().face({}).glyph_of(U'ё'));
  CHECK(shaped.missing.empty());
}

TEST_CASE("kerning moves letters together") {
  const auto shaper = fonts().make_shaper();
  CHECK(shaper->width("AV", {}) < shaper->width("A", {}) + shaper->width("V", {}));
}

TEST_CASE("letters never join into a ligature") {
  const auto shaper = fonts().make_shaper();
  CHECK(shaper->shape("fi", {}).runs.front().glyphs.size() == 2);
}

TEST_CASE("a no-break space is as wide as a space, a soft hyphen has no glyph") {
  const auto shaper = fonts().make_shaper();
  CHECK(shaper->width(" ", {}) == 0.25);
  CHECK(shaper->width("\u00A0", {}) == 0.25);
  CHECK(shaper->width("\t", {}) == 0.25);
  CHECK(shaper->width("об\u00ADраз", {}) == shaper->width("образ", {}));
  CHECK(shaper->shape("об\u00ADраз", {}).runs.front().glyphs.size() == 5);
}

TEST_CASE("a character the face lacks comes from the next face that has it") {
  const auto shaper = fonts().make_shaper();
  const auto& shaped = shaper->shape("100₽,", {0, true, false});
  CHECK(faces_of(shaped) ==
        std::vector<std::string>{"LiberationSerif-Bold", "PTSerif-Bold", "LiberationSerif-Bold"});
  CHECK(shaped.runs[1].text_begin == 3);
  CHECK(shaped.runs[1].text_end == 6);
  CHECK(shaped.runs[1].glyphs.front().cluster == 3);
  CHECK(shaped.missing.empty());
  CHECK(faces_of(shaper->shape("საქართველო", {})) == std::vector<std::string>{"DejaVuSans"});
}

TEST_CASE("a no-break hyphen is drawn by the hyphen of the same face") {
  const auto shaper = fonts().make_shaper();
  const auto& shaped = shaper->shape("как\u2011то", {});
  CHECK(shaped.runs.size() == 1);
  CHECK(shaped.runs.front().glyphs[3].id != 0);
  CHECK(shaped.missing.empty());
}

TEST_CASE("a letter and its mark come from one face") {
  const auto shaper = fonts().make_shaper();
  const auto& shaped = shaper->shape("и\u0306о\u0301", {});
  CHECK(shaped.runs.size() == 1);
  CHECK(shaped.runs.front().glyphs.front().id == fonts().face({}).glyph_of(U'й'));
}

TEST_CASE("a character in no font is listed at each place and drawn as U+FFFD") {
  const auto shaper = fonts().make_shaper();
  const auto& shaped = shaper->shape("а\U0001FAE0б\U0001FAE0\u0301", {});
  CHECK(shaped.missing == std::vector<char32_t>{0x1FAE0, 0x1FAE0});
  CHECK(faces_of(shaped) ==
        std::vector<std::string>{"LiberationSerif", "DejaVuSans", "LiberationSerif", "DejaVuSans"});
  for (const auto at : {1, 3}) {
    const auto& run = shaped.runs[static_cast<std::size_t>(at)];
    REQUIRE(run.glyphs.size() == 1);
    CHECK(run.glyphs.front().id == run.face->glyph_of(0xFFFD));
  }
  CHECK(shaped.runs[3].text_end == 14);  // 2 + 4 + 2 + 4 + 2 bytes
  CHECK(shaper->shape("\n", {}).missing == std::vector<char32_t>{U'\n'});
}

TEST_CASE("an empty text has no runs") {
  const auto shaper = fonts().make_shaper();
  CHECK(shaper->shape("", {}).runs.empty());
  CHECK(shaper->width("", {}) == 0);
}

TEST_CASE("a shaped word stays where it is when others follow") {
  const auto shaper = fonts().make_shaper();
  const auto* first = &shaper->shape("первое", {});
  for (int i = 0; i < 2000; ++i) shaper->shape(std::to_string(i), {});
  CHECK(first == &shaper->shape("первое", {}));
}

TEST_CASE("between documents words stay known, one too many and none is, and all are shaped the same again") {
  const auto shaper = fonts().make_shaper();
  const auto few = shaper->shape("отчёт", {});
  shaper->shape("отчёт", {0, true, false});
  CHECK(shaper->trim() == 2);
  for (std::size_t i = 2; i < kMostWords; ++i) shaper->shape(std::to_string(i), {});
  CHECK(shaper->trim() == kMostWords);
  shaper->shape("лишнее", {});
  CHECK(shaper->trim() == 0);
  const auto& again = shaper->shape("отчёт", {});
  CHECK(again.width == few.width);
  REQUIRE(again.runs.size() == few.runs.size());
  const auto& glyphs = again.runs.front().glyphs;
  REQUIRE(glyphs.size() == few.runs.front().glyphs.size());
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    CHECK(glyphs[i].id == few.runs.front().glyphs[i].id);
    CHECK(glyphs[i].advance == few.runs.front().glyphs[i].advance);
  }
  CHECK(shaper->trim() == 1);
}

TEST_CASE("a single-spaced line is as high as the font says") {
  const auto metrics = fonts().make_shaper()->metrics({});
  CHECK(metrics.ascent == Approx(1825 / 2048.0));
  CHECK(metrics.descent == Approx(443 / 2048.0));
  CHECK(metrics.height == Approx((1825 + 443 + 87) / 2048.0));  // ascent + descent + line gap
}

TEST_CASE("two threads shape with one font set") {
  double widths[2] = {};
  const auto work = [&](double& width) {
    const auto shaper = fonts().make_shaper();
    for (int i = 0; i < 500; ++i) width += shaper->width("слово" + std::to_string(i), {});
  };
  std::thread other(work, std::ref(widths[0]));
  work(widths[1]);
  other.join();
  CHECK(widths[0] == widths[1]);
  CHECK(widths[0] > 500);
}
