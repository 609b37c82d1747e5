// Tagged files are hybrid-reference files (ISO 32000-1, 7.5.8.4).

#include "pdf/objects/object_streams.hpp"

#include "pdf/hand_made.hpp"
#include "support/catch.hpp"

using namespace svodka;
using namespace svodka::test;
using layout::Role;

namespace {

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

HandMade paragraphs(int number) {
  HandMade made;
  for (int i = 0; i < number; ++i) made.place(made.add_node(Role::paragraph), 85, 20 + i % 800, "Пункт");
  return made;
}

std::string trailer_value(const std::string& bytes, std::string_view key) {
  const auto begin = bytes.find(key, bytes.rfind("trailer"));
  REQUIRE(begin != std::string::npos);
  const auto end = bytes.find_first_of("/>", begin + key.size() + 1);
  return bytes.substr(begin + key.size(), end - begin - key.size());
}

std::string identifier(const std::string& bytes) { return trailer_value(bytes, "/ID[<"); }

}  // namespace

TEST_CASE("a tagged file packs its elements, and its trailer says where the references to them are") {
  const std::string bytes = written(paragraphs(3).pages);
  CHECK(count(bytes, "/S/P") == 0);
  CHECK(count(bytes, "/StructTreeRoot") == 1);  // the catalogue's entry alone
  CHECK(count(bytes, "/Type/ObjStm") + count(bytes, "/Type /ObjStm") == 1);
  const std::size_t offset = std::stoul(trailer_value(bytes, "/XRefStm "));
  const std::size_t number = std::stoul(bytes.substr(offset));
  CHECK(bytes.substr(offset).starts_with(std::to_string(number) + " 0 obj\n"));
  CHECK(
      TemporaryPdf(bytes).ask({"mutool", "show", "-g", "FILE", std::to_string(number)}).find("/Type/XRef") !=
      std::string::npos);
}

TEST_CASE("elements of several object streams are all found, and the readers have nothing to complain of") {
  const TemporaryPdf file(written(paragraphs(1100).pages));
  CHECK(count(file.ask({"mutool", "show", "FILE", "grep"}), "/Type/ObjStm") == 3);
  CHECK(count(file.ask({"pdfinfo", "-struct", "FILE"}), "  P (block)\n") == 1100);
  const std::string report = file.ask({"qpdf", "--check", "FILE"});
  CHECK(count(report, "No syntax or stream encoding errors found") == 1);
  CHECK(count(report, "WARNING") == 0);
  CHECK(count(file.ask({"mutool", "show", "FILE", "grep"}), "/S/P") == 1100);
  // 1100 paragraphs, document, root and parent tree
  CHECK(count(file.ask({"qpdf", "--show-xref", "FILE"}), "compressed; stream = ") == 1103);
}

TEST_CASE("numbers of packed objects follow all others without a gap") {
  HandMade made = paragraphs(501);
  made.pages.outline = {{"Первое", 1, 0, 100}, {"Второе", 1, 0, 200}};
  const std::string bytes = written(made.pages);
  const std::string references = TemporaryPdf(bytes).ask({"qpdf", "--show-xref", "FILE"});
  const auto size = std::stoul(trailer_value(bytes, "/Size "));
  for (std::size_t number = 1; number < size; ++number) {
    INFO(number);
    CHECK(references.find(std::to_string(number) + "/0: ") != std::string::npos);
  }
  CHECK(references.find(std::to_string(size) + "/0: ") == std::string::npos);
}

TEST_CASE("a tagged paragraph takes a few bytes more than an untagged one") {
  const layout::Pages pages = paragraphs(700).pages;
  const std::size_t tagged = written(pages).size(), untagged = written(pages, pdf::Standard::a2b).size();
  CHECK(tagged - untagged < 700 * 18);
}

TEST_CASE("an untagged file has neither object streams nor a cross-reference stream") {
  for (const auto standard : {pdf::Standard::a2b, pdf::Standard::none}) {
    HandMade made = paragraphs(3);
    made.pages.outline = {{"Первое", 1, 0, 100}};
    const std::string bytes = written(made.pages, standard);
    CHECK(count(bytes, "ObjStm") == 0);
    CHECK(count(bytes, "XRef") == 0);
    CHECK(count(TemporaryPdf(bytes).ask({"mutool", "show", "FILE", "outline"}), "Первое") == 1);
  }
}

TEST_CASE("documents with the same title and date have identifiers of their own") {
  const std::string three = written(paragraphs(3).pages);
  CHECK(identifier(three) == identifier(written(paragraphs(3).pages)));
  CHECK(identifier(three).size() == 32);
  CHECK(identifier(three) != identifier(written(paragraphs(4).pages)));
  CHECK(identifier(three) != identifier(written(paragraphs(3).pages, pdf::Standard::a2b)));
}
