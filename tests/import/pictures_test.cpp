// Pictures beside import files: read, checked, stored, given back.

#include <filesystem>

#include "base/files.hpp"
#include "data/database.hpp"
#include "database/schema.hpp"
#include "support.hpp"
#include "support/catch.hpp"
#include "support/temporary.hpp"

using namespace svodka;
using import::test::ImportFolder;
namespace fs = std::filesystem;

namespace {

const std::string resolution = R"({
"meetings": [{"key": "m", "kind": "forum", "format": "mixed"}],
"resolutions": [{"key": "r", "meeting": "m", "kind": "decision", "title": "Р"}],
"items": [{"key": "i", "resolution": "r", "ordinal": 1, "kind": "image", "content": "NAME"}]})";

std::string naming(const std::string& name) {
  auto text = resolution;
  return text.replace(text.find("NAME"), 4, name);
}

// A folder with an import file that names one picture, and a database.
class PictureFolder {
 public:
  explicit PictureFolder(const std::string& name) { base::write_file(json(), naming(name)); }

  fs::path operator/(const std::string& name) const { return folder_ / name.c_str(); }
  fs::path json() const { return folder_ / "a.json"; }
  const ImportFolder& store() const { return store_; }

  std::string mistakes() {
    base::Diagnostics diagnostics;
    result = import::import_files({json()}, store_.database(), diagnostics);
    auto text = base::render(diagnostics);
    const auto folder = (folder_ / "").string();
    for (auto at = text.find(folder); at != std::string::npos; at = text.find(folder))
      text.erase(at, folder.size());
    return text;
  }

  import::ImportResult result;

 private:
  support::TemporaryFolder folder_;
  ImportFolder store_;
};

std::string refused(const std::string& name, const std::string& message) {
  const auto line = naming(name).substr(naming(name).find("\"items\""));
  const auto column = line.find("\"content\"") + 12;
  return "a.json:4:" + std::to_string(column) + ": /items/0/content: error[I124]: " + message + "\n    4 | " +
         line + "\n      | " + std::string(column - 1, ' ') +
         std::string(name.size() + 2, '^')
             .replace(0, 1, "^")
             .replace(1, std::string::npos, std::string(name.size() + 1, '~')) +
         "\n  hint: put a PNG or JPEG file of that name beside the import file\n";
}

}  // namespace

TEST_CASE("a picture beside the import file is stored and given back byte by byte") {
  PictureFolder folder("scheme.png");
  fs::copy_file("fixtures/resolutions/council-scheme.png", folder / "scheme.png");
  const auto bytes = base::read_file(folder / "scheme.png");
  CHECK(folder.mistakes() == "");
  CHECK(folder.result.arrays["pictures"] == import::ImportCounts{1, 0, 0, 0});
  const auto database = data::Database::open(folder.store().database(), database::catalogue(), text::Date());
  CHECK(database.picture("scheme.png") == bytes);
  CHECK(database.picture("' OR 1") == std::nullopt);
}

TEST_CASE("a picture imported again changes nothing, another content takes its place") {
  PictureFolder folder("scheme.png");
  fs::copy_file("fixtures/resolutions/council-scheme.png", folder / "scheme.png");
  CHECK(folder.mistakes() == "");
  const auto before = folder.store().bytes();
  CHECK(folder.mistakes() == "");
  CHECK(folder.result.arrays["pictures"] == import::ImportCounts{0, 0, 1, 0});
  CHECK(folder.store().bytes() == before);
}

TEST_CASE("a picture that is missing, elsewhere or no picture is refused") {
  PictureFolder missing("none.png");
  CHECK(missing.mistakes() == refused("none.png", "there is no file 'none.png'"));
  PictureFolder elsewhere("../a.png");
  CHECK(elsewhere.mistakes() ==
        refused("../a.png", "'../a.png' is not the name of a file beside the import file"));
  PictureFolder text("a.png");
  base::write_file(text / "a.png", "not a picture");
  CHECK(text.mistakes().find("error[I124]: ") != std::string::npos);
  CHECK(text.store().rows("SELECT count(*) FROM items") == "0\n");
  PictureFolder large("a.png");
  base::write_file(large / "a.png", std::string((std::size_t{5} << 20) + 1, 'x'));
  CHECK(large.mistakes() == refused("a.png", "'a.png' is larger than 5 MB"));
}
