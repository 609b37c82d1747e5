#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "base/error.hpp"
#include "fonts/fonts.hpp"
#include "support/catch.hpp"
#include "support/temporary.hpp"

using namespace svodka::fonts;

namespace {

constexpr auto kDejaVu = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";

// A configuration of fontconfig in a folder of its own, in force while it lives.
class Configuration {
 public:
  Configuration() {
    std::filesystem::create_directories(folder_ / "conf.d");
    ::setenv("FONTCONFIG_FILE", (folder_ / "fonts.conf").c_str(), 1);
  }
  ~Configuration() { ::unsetenv("FONTCONFIG_FILE"); }
  Configuration(const Configuration&) = delete;
  Configuration& operator=(const Configuration&) = delete;

  void write(const char* name, const std::string& elements) const {
    std::ofstream(folder_ / name) << "<?xml version=\"1.0\"?><fontconfig>" << elements << "</fontconfig>";
  }
  void link_to_nothing(const char* name) const {
    std::filesystem::create_symlink(folder_ / "nothing", folder_ / name);
  }
  // A folder with one font, as an element.
  std::string fonts() const {
    std::filesystem::create_directories(folder_ / "fonts");
    std::filesystem::copy_file(kDejaVu, folder_ / "fonts" / "sans.ttf");
    return "<dir>" + (folder_ / "fonts").string() + "</dir>";
  }
  std::string cache() const { return "<cachedir>" + (folder_ / "cache").string() + "</cachedir>"; }

 private:
  svodka::support::TemporaryFolder folder_;
};

constexpr auto kFurther = "<include ignore_missing=\"yes\">conf.d</include>";

bool is_installed(const std::string& family) try {
  return FontSet({family}).face({0, false, false}).family() == family;
} catch (const svodka::base::Error&) {
  return false;
}

}  // namespace

TEST_CASE("a folder of fonts that fontconfig's main file names is searched") {
  const Configuration configuration;
  configuration.write("fonts.conf", configuration.fonts() + configuration.cache() + kFurther);
  CHECK(is_installed("DejaVu Sans"));
  CHECK_FALSE(is_installed("Liberation Serif"));
}

TEST_CASE("a folder of fonts that a further file of fontconfig names is searched") {
  const Configuration configuration;
  configuration.write("fonts.conf", configuration.cache() + kFurther);
  CHECK_FALSE(is_installed("DejaVu Sans"));
  configuration.write("conf.d/10-rules.conf",
                      "<alias><family>A</family><prefer><family>B</family></prefer></alias>");
  configuration.write("conf.d/20-school.conf", configuration.fonts());
  CHECK(is_installed("DejaVu Sans"));
}

TEST_CASE("a font that fontconfig rejects is not installed") {
  const Configuration configuration;
  configuration.write("fonts.conf", configuration.fonts() + configuration.cache() + kFurther);
  configuration.write(
      "conf.d/70-no.conf",
      "<selectfont><rejectfont><pattern><patelt name=\"family\"><string>DejaVu Sans</string></patelt>"
      "</pattern></rejectfont></selectfont>");
  CHECK_FALSE(is_installed("DejaVu Sans"));
}

TEST_CASE("a further file of fontconfig that is not there hinders nothing") {
  const Configuration configuration;
  configuration.write("fonts.conf", configuration.fonts() + configuration.cache() + kFurther);
  configuration.link_to_nothing("conf.d/30-removed.conf");
  CHECK(is_installed("DejaVu Sans"));
}

TEST_CASE("a configuration of fontconfig without a folder of further files is read whole") {
  const Configuration configuration;
  configuration.write("fonts.conf", configuration.fonts() + configuration.cache());
  CHECK(is_installed("DejaVu Sans"));
}

TEST_CASE("the first installed alternative of a family is taken") {
  const FontSet fonts({"No Such Font, Liberation Serif, DejaVu Sans", "DejaVu Sans"});
  CHECK(fonts.face({0, false, false}).family() == "Liberation Serif");
  CHECK(fonts.face({1, false, false}).family() == "DejaVu Sans");
}

TEST_CASE("each style has its own face") {
  const FontSet fonts({"Liberation Serif"});
  CHECK(fonts.face({0, false, false}).postscript_name() == "LiberationSerif");
  CHECK(fonts.face({0, true, false}).postscript_name() == "LiberationSerif-Bold");
  CHECK(fonts.face({0, false, true}).postscript_name() == "LiberationSerif-Italic");
  CHECK(fonts.face({0, true, true}).postscript_name() == "LiberationSerif-BoldItalic");
  CHECK(fonts.face({0, true, true}).bold());
  CHECK(fonts.face({0, true, true}).italic());
  CHECK_FALSE(fonts.face({0, false, false}).bold());
}

TEST_CASE("condensed faces are not taken for ordinary ones") {
  const FontSet fonts({"DejaVu Sans"});
  CHECK(fonts.face({0, false, false}).postscript_name() == "DejaVuSans");
  CHECK(fonts.face({0, true, false}).postscript_name() == "DejaVuSans-Bold");
}

TEST_CASE("an alias of fontconfig does not count as an installed family") {
  CHECK_THROWS_WITH(FontSet({"Times, No Such Font"}),
                    "no font of the family 'Times', 'No Such Font' is installed; Liberation Serif is in "
                    "fonts-liberation2 (Debian 12) and fonts-liberation (Debian 13)");
}
