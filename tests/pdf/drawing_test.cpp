// Paths, pictures and figures.

#include "pdf/hand_made.hpp"
#include "support/catch.hpp"

using namespace svodka;
using namespace svodka::test;
using layout::kArtifact;
using layout::Role;

namespace {

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

std::string content_of(const layout::Pages& pages, pdf::Standard standard = pdf::Standard::a2a) {
  return TemporaryPdf(written(pages, standard)).ask({"mutool", "show", "-b", "FILE", "4"});
}

std::string qdf(const std::string& bytes) { return TemporaryPdf(bytes).ask({"qpdf", "--qdf", "FILE", "-"}); }

std::string tree(const layout::Pages& pages) {
  return TemporaryPdf(written(pages)).ask({"pdfinfo", "-struct-text", "FILE"});
}

layout::PlacedPath line(layout::NodeId node, double x, double y, double to_x, double to_y) {
  layout::PlacedPath path;
  path.node = node;
  path.points = {{x, y}, {to_x, to_y}};
  path.stroke_width = 1;
  return path;
}

layout::NodeId add_figure(HandMade& made, const std::string& alternative) {
  const auto figure = made.add_node(Role::figure);
  made.pages.nodes[figure].name = alternative;
  return figure;
}

images::PicturePtr picture(const std::string& file) {
  return images::read_picture("tests/images/pictures/" + file, file);
}

layout::PlacedImage placed(const images::PicturePtr& picture, double y, layout::NodeId node = kArtifact) {
  return {node, 100, y, 80, 60, picture};
}

}  // namespace

TEST_CASE("a line has its width, colour and dash; what does not change is not said again") {
  HandMade made;
  auto& items = made.pages.pages[0].items;
  items.emplace_back(line(kArtifact, 10, 20, 110, 20));
  items.emplace_back(line(kArtifact, 10, 30, 110, 30));
  layout::PlacedPath dashed = line(kArtifact, 10, 40, 110, 40);
  dashed.stroke_width = 0.5;
  dashed.stroke = {255, 0, 51};
  dashed.dash = {3, 1.5};
  items.emplace_back(dashed);
  items.emplace_back(line(kArtifact, 10, 50, 110, 50));
  CHECK(content_of(made.pages) ==
        "/Artifact BMC\n1 w\n1 j\n10 822 m\n110 822 l\nS\n10 812 m\n110 812 l\nS\n"
        "1 0 0.2 RG\n0.5 w\n[3 1.5 ]0 d\n10 802 m\n110 802 l\nS\n"
        "0 G\n1 w\n[]0 d\n10 792 m\n110 792 l\nS\nEMC\n");
}

TEST_CASE("an area is filled, stroked or both; an open path is only stroked") {
  HandMade made;
  layout::PlacedPath area = line(kArtifact, 0, 842, 10, 842);
  area.points.push_back({10, 832});
  area.closed = true;
  area.fill = layout::Colour{0, 0, 255};
  auto& items = made.pages.pages[0].items;
  items.emplace_back(area);
  area.stroke_width = 0;
  items.emplace_back(area);
  area.fill.reset();
  area.stroke_width = 1;
  items.emplace_back(area);
  area.closed = false;
  area.fill = layout::Colour{255, 0, 0};
  items.emplace_back(area);
  const std::string points = "0 0 m\n10 0 l\n10 10 l\n";
  CHECK(content_of(made.pages, pdf::Standard::none) ==
        "0 0 1 rg\n1 w\n1 j\n" + points + "b\n" + points + "f\n" + points + "s\n" + points + "S\n");
}

TEST_CASE("what nobody would see is not drawn") {
  HandMade made;
  auto& items = made.pages.pages[0].items;
  layout::PlacedPath path = line(kArtifact, 0, 0, 10, 10);
  path.stroke_width = 0;
  items.emplace_back(path);
  path.stroke_width = 1;
  path.points.pop_back();
  items.emplace_back(path);
  items.emplace_back(layout::PlacedImage{});
  items.emplace_back(layout::PlacedImage{kArtifact, 0, 0, 0, 10, picture("grey.png")});
  CHECK(content_of(made.pages).empty());
}

TEST_CASE("strokes and fills have colours of their own, and texts keep theirs") {
  HandMade made;
  auto& items = made.pages.pages[0].items;
  const auto node = made.add_node(Role::paragraph);
  made.place(node, 85, 100, "!");
  layout::PlacedPath red = line(kArtifact, 10, 20, 110, 20);
  red.stroke = {255, 0, 0};
  items.emplace_back(red);
  items.emplace_back(layout::PlacedBox{10, 20, 100, 0.5, {0, 255, 0}});
  made.place(node, 85, 114, "!");
  const std::string content = content_of(made.pages);
  CHECK(contains(
      content,
      "ET\n/Artifact BMC\n1 0 0 RG\n1 w\n1 j\n10 822 m\n110 822 l\nS\n0 1 0 rg\n10 821.5 100 0.5 re\n"
      "f\nEMC\nBT\n/P<</MCID 1>>BDC\n0 g\n85 728 Td"));
}

TEST_CASE("all that follows each other for one figure is one marked-content sequence around text objects") {
  HandMade made;
  const auto before = made.add_node(Role::paragraph);
  const auto figure = add_figure(made, "План и факт");
  const auto after = made.add_node(Role::paragraph);
  auto& items = made.pages.pages[0].items;
  made.place(before, 85, 100, "Выше ");
  items.emplace_back(line(figure, 100, 200, 300, 200));
  items.emplace_back(layout::PlacedBox{120, 150, 20, 50, {}, figure});
  made.place(figure, 125, 145, "85");
  items.emplace_back(placed(picture("grey.png"), 140, figure));
  made.place(figure, 225, 145, "90");
  made.place(after, 85, 300, "Ниже");
  CHECK(tree(made.pages) ==
        "Document\n  P (block)\n    \"Выше \"\n  Figure:\n     /Placement /Block\n"
        "     /BBox [99.5 641.5 300.5 707.69]\n    \"8590\"\n  P (block)\n    \"Ниже\"\n");
  const std::string content = content_of(made.pages);
  CHECK(count(content, "/Figure<</MCID 1>>BDC\n") == 1);
  CHECK(contains(
      content,
      "EMC\nET\n/Figure<</MCID 1>>BDC\n1 w\n1 j\n100 642 m\n300 642 l\nS\n120 642 20 50 re\nf\nBT\n"));
  CHECK(contains(content, "]TJ\nET\nq\n80 0 0 60 100 642 cm\n/I0 Do\nQ\nBT\n"));
  CHECK(contains(content, "]TJ\nET\nEMC\nBT\n/P<</MCID 2>>BDC\n"));
}

TEST_CASE("a figure carries its alternative text, and its box is what was drawn for it") {
  HandMade made;
  const auto figure = add_figure(made, "Герб");
  made.pages.pages[0].items.emplace_back(placed(picture("rgba.png"), 200, figure));
  const std::string file = qdf(written(made.pages));
  CHECK(contains(file, "/Alt <feff0413043504400431"));
  CHECK(contains(tree(made.pages), "/BBox [100 582 180 642]"));
}

TEST_CASE("a figure drawn in two goes is one element with one box") {
  HandMade made;
  const auto figure = add_figure(made, "Герб");
  auto& items = made.pages.pages[0].items;
  items.emplace_back(line(figure, 100, 200, 300, 200));
  items.emplace_back(line(kArtifact, 0, 10, 10, 10));
  items.emplace_back(line(figure, 400, 250, 450, 250));
  const std::string said = tree(made.pages);
  CHECK(count(said, "Figure:") == 1);
  CHECK(contains(said, "/BBox [99.5 591.5 450.5 642.5]"));
}

TEST_CASE("a figure that nothing is told of is an artifact, with its texts") {
  HandMade made;
  const auto figure = add_figure(made, "");
  made.pages.pages[0].items.emplace_back(line(figure, 100, 200, 300, 200));
  made.place(figure, 125, 145, "85");
  made.place(made.add_node(Role::paragraph), 85, 300, "Ниже");
  CHECK(tree(made.pages) == "Document\n  P (block)\n    \"Ниже\"\n");
  CHECK(count(content_of(made.pages), "/Artifact BMC") == 2);
}

TEST_CASE("without a standard a figure is drawn and nothing is marked") {
  HandMade made;
  const auto figure = add_figure(made, "Герб");
  made.pages.pages[0].items.emplace_back(line(figure, 100, 200, 300, 200));
  made.place(figure, 125, 145, "85");
  const std::string content = content_of(made.pages, pdf::Standard::none);
  CHECK_FALSE(contains(content, "BDC"));
  CHECK_FALSE(contains(content, "EMC"));
  CHECK(contains(content, "S\nBT\n"));
}

TEST_CASE("a picture on many pages is one object, and a second picture another") {
  HandMade made;
  const auto grey = picture("grey.png"), colour = picture("rgb.png");
  for (int page = 0; page < 3; ++page) {
    if (page > 0) made.add_page();
    made.pages.pages.back().items.emplace_back(placed(grey, 10));
    made.pages.pages.back().items.emplace_back(placed(grey, 200));
    if (page == 1) made.pages.pages.back().items.emplace_back(placed(colour, 400));
  }
  const std::string listed = TemporaryPdf(written(made.pages)).ask({"pdfimages", "-list", "FILE"});
  CHECK(count(listed, "image       4     3  gray    1   8  image  no") == 6);
  CHECK(count(listed, "image       4     3  rgb     3   8  image  no") == 1);
  CHECK(count(qdf(written(made.pages)), "/Subtype /Image") == 2);
}

TEST_CASE("a page without pictures names none") {
  HandMade made;
  made.pages.pages[0].items.emplace_back(placed(picture("grey.png"), 10));
  made.add_page();
  CHECK(count(qdf(written(made.pages)), "/XObject") == 2);  // of the first page, and the picture itself
}

TEST_CASE("transparency is a mask of its own; JPEG is embedded as it is; neither is interpolated") {
  HandMade made;
  const auto jpeg = picture("rgb.jpg");
  for (const auto& one : {picture("rgba.png"), jpeg, picture("grey.jpg")}) {
    made.pages.pages[0].items.emplace_back(placed(one, 10));
  }
  const std::string bytes = written(made.pages);
  CHECK(contains(bytes, jpeg->bytes));
  CHECK_FALSE(contains(bytes, "/Interpolate"));
  const std::string listed = TemporaryPdf(bytes).ask({"pdfimages", "-list", "FILE"});
  CHECK(contains(listed, "image       4     3  rgb     3   8  image  no"));
  CHECK(contains(listed, "smask       4     3  gray    1   8  image  no"));
  CHECK(contains(listed, "image      16     8  rgb     3   8  jpeg   no"));
  CHECK(contains(listed, "image      16     8  gray    1   8  jpeg   no"));
  CHECK(TemporaryPdf(bytes).ask({"qpdf", "--check", "FILE"}).find("No syntax") != std::string::npos);
}

TEST_CASE("pixels of a picture come out as they were") {
  HandMade made;
  made.pages.pages[0].items.emplace_back(placed(picture("rgb.png"), 10));
  const std::string bytes = TemporaryPdf(written(made.pages)).ask({"mutool", "show", "-b", "FILE", "7"});
  CHECK(bytes == images::decode(*picture("rgb.png")).colour);
}

TEST_CASE("a writer that has shown a picture writes the same bytes again") {
  HandMade made;
  made.pages.pages[0].items.emplace_back(placed(picture("rgba.png"), 10));
  HandMade same;
  same.pages.pages[0].items.emplace_back(placed(picture("rgba.png"), 10));
  pdf::Writer writer;
  const std::string first = writer.write(made.pages);
  CHECK(writer.write(made.pages) == first);
  CHECK(writer.write(same.pages) == first);
}
