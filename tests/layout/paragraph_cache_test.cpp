// What a worker remembers of the texts that it has set changes nothing but the time.

#include "layout/text/paragraph_cache.hpp"

#include <algorithm>

#include "layout/support.hpp"
#include "support/catch.hpp"

using namespace svodka;
using namespace svodka::layout;
using namespace svodka::layout::test;

namespace {

// Lays documents one after the other with one cache.
class Memory {
 public:
  explicit Memory(std::size_t most_bytes = std::size_t{4} << 20) : cache_(most_bytes) {}

  Laid lay(const document::Document& document, const document::Theme& theme = small_theme()) {
    Laid laid;
    laid.pages = paginate(document, theme, {shaper_, breaker_, nullptr, &cache_}, laid.diagnostics);
    return laid;
  }
  const ParagraphCache& cache() const { return cache_; }

 private:
  FakeShaper shaper_;
  text::LineBreaker breaker_;
  ParagraphCache cache_;
};

// Of the same word: justified and not, indented, large, red in a cell.
document::Document many_looks() {
  document::Table table;
  table.columns.resize(2);
  table.columns[0].width = table.columns[1].width = {document::Width::Kind::share, 1};
  table.columns[1].align = document::Align::right;
  table.rows.set_columns(2);
  for (const char* state : {"", "late"}) {
    table.rows.begin_row(document::RowKind::body);
    table.rows.add(text::Value(std::string("срок до мая")));
    table.rows.add(text::Value(std::string("срок до мая")), state);
  }
  auto justified = paragraph("срок до мая и потом ещё раз");
  std::get<document::Paragraph>(justified.content).align = document::Align::justify;
  return document_of({paragraph("срок до мая и потом ещё раз"),
                      justified,
                      heading("срок до мая и потом ещё раз"),
                      item("1.", "срок до мая и потом ещё раз"),
                      {table, document::Only::both, false}});
}

document::Theme striking_theme() {
  auto theme = small_theme();
  theme.style(document::StyleName::heading1).size = 12;
  theme.styles[static_cast<std::size_t>(document::StyleName::item)].hanging = 15;
  theme.states["late"].text = document::Colour{255, 0, 0};
  return theme;
}

}  // namespace

TEST_CASE("a document is laid out the same when its texts were set before") {
  Memory memory;
  const auto document = many_looks();
  const auto theme = striking_theme();
  const auto alone = dump(lay(document, theme).pages);
  CHECK(dump(memory.lay(document, theme).pages) == alone);
  const auto known = memory.cache().size();
  CHECK(known > 0);
  CHECK(dump(memory.lay(document, theme).pages) == alone);
  CHECK(memory.cache().size() == known);
}

TEST_CASE("a text of another width, size or face is set anew") {
  Memory memory;
  const auto document = document_of({paragraph("один два три четыре пять")});
  auto theme = small_theme();
  memory.lay(document, theme);
  for (int change = 0; change < 3; ++change) {
    auto& style = theme.style(document::StyleName::body);
    if (change == 0) theme.margin_right = 30;
    if (change == 1) style.size = 8;
    if (change == 2) style.bold = true;
    CHECK(dump(memory.lay(document, theme).pages) == dump(lay(document, theme).pages));
  }
}

TEST_CASE("a character that no font has is told of in every document") {
  Memory memory;
  const auto document = document_of({paragraph("снег ☃")});
  for (int time = 0; time < 2; ++time) CHECK(memory.lay(document).diagnostics.all().size() == 1);
}

TEST_CASE("memory of texts is bounded") {
  constexpr std::size_t most = 8192;
  Memory memory(most);
  std::size_t greatest = 0;
  for (int i = 0; i < 200; ++i) {
    const auto document = document_of({paragraph("поручение " + std::to_string(i))});
    CHECK(dump(memory.lay(document).pages) == dump(lay(document).pages));
    greatest = std::max(greatest, memory.cache().size());
  }
  CHECK(greatest > 2);
  CHECK(greatest < 40);  // of 200 bytes at least each
}
