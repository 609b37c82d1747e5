#include "pdf/pdf.hpp"

#include <future>

#include "base/error.hpp"
#include "pdf/hand_made.hpp"
#include "support/catch.hpp"

using namespace svodka;
using namespace svodka::test;
using layout::Role;

namespace {

// Texts, boxes, colours, faces, several pages.
layout::Pages sample(int number) {
  HandMade made;
  made.pages.title += " / " + std::to_string(number);
  for (int page = 0; page < 3; ++page) {
    if (page > 0) made.add_page();
    made.place(layout::kArtifact, 300, 30, std::to_string(page + 1));
    for (int line = 0; line < 20; ++line) {
      const auto node = made.add_node(Role::paragraph);
      made.pages.pages.back().items.emplace_back(
          layout::PlacedBox{80, 90.0 + 20 * line, 400, 0.5, {200, 0, 10}});
      made.place(node, 85, 100 + 20 * line, "Строка " + std::to_string(line * number) + " «текста» ",
                 {.bold = line % 2 == 0});
      made.last_text().colour = {0, 0, static_cast<std::uint8_t>(line)};
    }
  }
  return made.pages;
}

std::string content_of(const std::string& bytes, int object) {
  return TemporaryPdf(bytes).ask({"mutool", "show", "-b", "FILE", std::to_string(object)});
}

}  // namespace

TEST_CASE("qpdf accepts files of every standard") {
  for (const auto standard : {pdf::Standard::a2a, pdf::Standard::a2b, pdf::Standard::none}) {
    const std::string report = TemporaryPdf(written(sample(1), standard)).ask({"qpdf", "--check", "FILE"});
    CHECK(report.find("No syntax or stream encoding errors found") != std::string::npos);
    CHECK(report.find("WARNING") == std::string::npos);
  }
}

TEST_CASE("the same pages give the same bytes, whatever was written before") {
  pdf::Writer used;
  for (int i = 2; i < 5; ++i) used.write(sample(i));
  CHECK(used.write(sample(1)) == pdf::Writer().write(sample(1)));
  CHECK(used.write(sample(1)) != used.write(sample(2)));
}

TEST_CASE("two threads with writers of their own give the same bytes") {
  const auto work = [](const layout::Pages& pages) {
    pdf::Writer writer;
    std::string bytes;
    for (int i = 0; i < 20; ++i) bytes = writer.write(pages);
    return bytes;
  };
  const layout::Pages pages = sample(1);
  auto other = std::async(std::launch::async, work, std::cref(pages));
  CHECK(work(pages) == other.get());
}

TEST_CASE("boxes of one colour are one path, and operators come only when something changes") {
  HandMade made;
  auto& items = made.pages.pages[0].items;
  items.emplace_back(layout::PlacedBox{10, 20, 100, 0.5, {}});
  items.emplace_back(layout::PlacedBox{10, 30, 100, 0.5, {}});
  items.emplace_back(layout::PlacedBox{10, 40, 100, 10, {255, 0, 51}});
  const auto node = made.add_node(Role::paragraph);
  made.place(node, 85, 100, "!");
  made.place(node, 85, 114, "!");
  const std::string content = content_of(written(made.pages), 4);
  const std::string cid("\0\x02", 2);  // the repertoire begins with a space and an exclamation mark
  CHECK(content ==
        "/Artifact BMC\n10 821.5 100 0.5 re\n10 811.5 100 0.5 re\nf\n1 0 0.2 rg\n10 792 100 10 re\nf\nEMC\n"
        "BT\n/P<</MCID 0>>BDC\n0 g\n/F0 12 Tf\n85 742 Td[(" +
            cid + ")]TJ\n0 -14 Td[(" + cid + ")]TJ\nEMC\nET\n");
}

TEST_CASE("a colour profile that cannot be read is named, with its package") {
  pdf::Options options;
  options.colour_profile = "/nowhere/sRGB.icc";
  CHECK_THROWS_WITH(
      pdf::Writer(options),
      "cannot read /nowhere/sRGB.icc: No such file or directory (the sRGB colour profile that PDF/A "
      "needs; install the Debian package icc-profiles-free)");
  options.standard = pdf::Standard::none;
  CHECK_NOTHROW(pdf::Writer(options));
}

TEST_CASE("a file that is no colour profile is refused") {
  pdf::Options options;
  options.colour_profile = "CMakeLists.txt";
  CHECK_THROWS_WITH(
      pdf::Writer(options),
      "CMakeLists.txt is not an RGB colour profile (the Debian package icc-profiles-free has one)");
}

TEST_CASE("an empty document is a file with an empty page") {
  const HandMade made;
  const TemporaryPdf file(written(made.pages));
  CHECK(file.ask({"qpdf", "--check", "FILE"}).find("No syntax") != std::string::npos);
  CHECK(file.ask({"pdfinfo", "FILE"}).find("Pages:           1\n") != std::string::npos);
}
