#include "settings/theme_file.hpp"

#include "base/files.hpp"
#include "support/catch.hpp"

using namespace svodka;

namespace {

struct Read {
  document::Theme theme;
  std::string messages;
};

Read read(const std::string& text, const std::filesystem::path& folder = {}) {
  base::Diagnostics diagnostics;
  auto theme = settings::read_theme(base::make_source("theme.toml", text), folder, diagnostics);
  return {std::move(theme), render(diagnostics)};
}

}  // namespace

TEST_CASE("an empty theme file is the default theme") {
  CHECK(document::dump(read("").theme) == document::dump(document::default_theme()));
}

TEST_CASE("a theme file changes what it names and nothing else") {
  const auto read_theme = read(
      "name = \"district\"\norganization = \"Управление\"\n"
      "[page]\nleft = 20\nnumber = false\n[fonts]\ntext = \"PT Serif\"\nplain = \"DejaVu Sans\"\n"
      "[styles.note]\nfont = \"plain\"\nsize = 9.5\nbold = true\nalign = \"center\"\ncolour = \"#102030\"\n"
      "[table]\nzebra = \"#F0F0F0\"\n[chart]\npalette = [\"#112233\", \"#FFEEDD\"]\n"
      "[heat]\nworst = \"#FFCCCC\"\nbest = \"#CCFFCC\"\n[states.below]\nfill = "
      "\"none\"\n[states.own]\nitalic = true\n");
  CHECK(read_theme.messages == "");
  auto expected = document::default_theme();
  expected.name = "district";
  expected.author = "Управление";
  expected.margin_left = base::millimetres(20);
  expected.page_number = false;
  expected.families = {"PT Serif", "DejaVu Sans"};
  auto& note = expected.style(document::StyleName::note);
  note.family = 1;
  note.size = 9.5;
  note.bold = true;
  note.align = document::Align::centre;
  note.colour = {0x10, 0x20, 0x30};
  expected.table.zebra = document::Colour{0xF0, 0xF0, 0xF0};
  expected.palette = {{0x11, 0x22, 0x33}, {0xFF, 0xEE, 0xDD}};
  expected.heat.worst = {0xFF, 0xCC, 0xCC};
  expected.heat.best = {0xCC, 0xFF, 0xCC};
  expected.states["below"].fill.reset();
  expected.states["own"].italic = true;
  CHECK(document::dump(read_theme.theme) == document::dump(expected));
}

TEST_CASE("the shipped theme file has no mistake") {
  CHECK(read(base::read_file("report_templates/theme.toml")).messages == "");
}

TEST_CASE("a theme that is not TOML is an error with its place") {
  CHECK(read("[page\nleft = 20\n").messages.starts_with("theme.toml:1:6: error[H101]: "));
}

TEST_CASE("an unknown key is an error with the nearest name") {
  CHECK(read("[page]\nlefft = 20\n").messages ==
        "theme.toml:2:9: error[H102]: unknown key 'lefft'\n"
        "    2 | lefft = 20\n"
        "      |         ^~\n"
        "  hint: did you mean 'left'?\n");
}

TEST_CASE("a value that does not fit says what would") {
  CHECK(read("[styles.body]\nsize = \"big\"\n").messages ==
        "theme.toml:2:8: error[H103]: 'size' needs a number in its limits\n"
        "    2 | size = \"big\"\n"
        "      |        ^~~~~\n");
  CHECK(read("[styles.body]\nsize = 1000\n").messages.find("error[H103]: ") != std::string::npos);
  CHECK(read("[styles.body]\nalign = \"middle\"\n")
            .messages.find("'align' needs left, center, right or justify\n") != std::string::npos);
  CHECK(read("[states.late]\nfill = \"red\"\n")
            .messages.find("'fill' needs a colour like \"#D9EAD3\" or \"none\"\n") != std::string::npos);
  CHECK(read("page = 3\n").messages.find("'page' needs a table\n") != std::string::npos);
  CHECK(read("[styles.body]\nfont = \"none\"\n").messages.find("'font' needs a name from [fonts]\n") !=
        std::string::npos);
}

TEST_CASE("a palette without a colour, or with something else, is an error") {
  for (const auto* wrong : {"[]", "\"#112233\"", "[\"#112233\", \"red\"]", "[1]"}) {
    INFO(wrong);
    CHECK(read("[chart]\npalette = " + std::string(wrong) + "\n")
              .messages.find("'palette' needs a list of colours like \"#D9EAD3\", at least one") !=
          std::string::npos);
  }
}

TEST_CASE("a letterhead has its picture beside the theme file") {
  const auto read_theme = read(
      "[letterhead]\npicture = \"rgb.png\"\npicture_height = 10\nalternative = \"Герб\"\n"
      "lines = [\"УПРАВЛЕНИЕ\", \"ОБРАЗОВАНИЯ\"]\nnotes = [\"Тел.\"]\nrule = false\n",
      "tests/images/pictures");
  CHECK(read_theme.messages == "");
  const auto& head = read_theme.theme.letterhead;
  REQUIRE(head.picture);
  CHECK(head.picture_height == Approx(base::millimetres(10)));
  CHECK(head.alternative == "Герб");
  CHECK(head.lines == std::vector<std::string>{"УПРАВЛЕНИЕ", "ОБРАЗОВАНИЯ"});
  CHECK(head.notes == std::vector<std::string>{"Тел."});
  CHECK_FALSE(head.rule);
}

TEST_CASE("a letterhead's picture that cannot be used is told of at its key") {
  CHECK(read("[letterhead]\npicture = \"none.png\"\n", "tests").messages ==
        "theme.toml:2:11: error[H104]: cannot read tests/none.png: No such file or directory\n"
        "    2 | picture = \"none.png\"\n"
        "      |           ^~~~~~~~~~\n");
  CHECK(read("[letterhead]\nlines = \"УПРАВЛЕНИЕ\"\n").messages.find("'lines' needs a list of texts\n") !=
        std::string::npos);
}
