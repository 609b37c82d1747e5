#include "report/template_files.hpp"

#include "base/files.hpp"
#include "support/catch.hpp"
#include "support/temporary.hpp"

using namespace svodka;

TEST_CASE("a template is found by name in the first folder that has it, or as a file") {
  const support::TemporaryFolder folder;
  const auto own = folder.path() / "own";
  const auto shipped = folder.path() / "shipped";
  std::filesystem::create_directories(own);
  std::filesystem::create_directories(shipped);
  base::write_file(own / "protocol.xml", "<a/>");
  base::write_file(shipped / "protocol.xml", "<b/>");
  base::write_file(shipped / "list.xml", "<c/>");
  base::write_file(shipped / "theme.toml", "");
  const report::TemplateFiles files({own, shipped, folder.path() / "none"});
  base::Diagnostics diagnostics;
  CHECK(files.find("protocol", diagnostics) == own / "protocol.xml");
  CHECK(files.find("list", diagnostics) == shipped / "list.xml");
  CHECK(files.find("./own.xml", diagnostics) == "./own.xml");
  CHECK(files.all() == std::vector<std::filesystem::path>{shipped / "list.xml", own / "protocol.xml"});
  CHECK(files.theme() == shipped / "theme.toml");
  CHECK(diagnostics.all().empty());
}

TEST_CASE("a template that is not there is an error that says what there is") {
  const support::TemporaryFolder folder;
  base::write_file(folder.path() / "protocol.xml", "<a/>");
  base::write_file(folder.path() / "list.xml", "<a/>");
  base::Diagnostics diagnostics;
  CHECK(report::TemplateFiles({folder.path()}).find("protokol", diagnostics).empty());
  CHECK(report::TemplateFiles({folder.path()}).find("x", diagnostics).empty());
  CHECK(report::TemplateFiles({}).find("x", diagnostics).empty());
  CHECK(render(diagnostics) ==
        "svodka: error[J101]: no template is called 'protokol'\n  hint: did you mean 'protocol'?\n"
        "svodka: error[J101]: no template is called 'x'\n  hint: there are: list, protocol\n"
        "svodka: error[J101]: no template is called 'x'\n"
        "  hint: no folder of the search path holds a template: give --templates FOLDER\n");
}
