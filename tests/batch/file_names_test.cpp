#include "batch/job/file_names.hpp"

#include "batch/job/pattern.hpp"
#include "support/catch.hpp"

using namespace svodka::batch;

TEST_CASE("ordinary names fit, Russian ones too") {
  for (const auto* path :
       {"school-7/отчёт за 2026-10", "Лицей № 4", "a.b", "com10", "console", "МБОУ «СОШ»"}) {
    CHECK(unfit_path(path) == "");
  }
}

TEST_CASE("a path climbs nowhere and hides nothing") {
  CHECK(unfit_path("../a") == "a part of it is '..'");
  CHECK(unfit_path("a/./b") == "a part of it is '.'");
  CHECK(unfit_path("/etc/a") == "a part of it is empty");
  CHECK(unfit_path("a//b") == "a part of it is empty");
  CHECK(unfit_path("a/") == "a part of it is empty");
  CHECK(unfit_path(".svodka/journal") == "'.svodka' begins with a dot");
}

TEST_CASE("what Windows does not take does not fit") {
  CHECK(unfit_path("a/CON") == "'CON' is the name of a device on Windows");
  CHECK(unfit_path("lpt1.отчёт") == "'lpt1.отчёт' is the name of a device on Windows");
  CHECK(unfit_path("отчёт.") == "'отчёт.' ends with a dot");
  CHECK(unfit_path("отчёт ") == "'отчёт ' begins or ends with a space");
  CHECK(unfit_path("10:30") == "it holds ':'");
  CHECK(unfit_path("a\\b") == "it holds '\\'");
}

TEST_CASE("characters that nobody sees do not fit") {
  CHECK(unfit_path("a\nb") == "it holds the invisible character U+000A");
  CHECK(unfit_path("a\u200Bb") == "it holds the invisible character U+200B");
  CHECK(unfit_path("a\u202Eb") == "it holds the invisible character U+202E");
  CHECK(unfit_path("\xD0") == "it is not UTF-8");
}

TEST_CASE("a name leaves room for its extension and for a name beside it") {
  std::string letters;
  for (int i = 0; i < 105; ++i) letters += "ж";
  CHECK(unfit_path(letters) == "");
  CHECK(unfit_path(letters + "a") == "'" + letters + "a' is 211 bytes long, more than 210");
  CHECK(unfit_path(std::string(255, 'a') + "/b") == "");
  CHECK(unfit_path(std::string(256, 'a') + "/b") ==
        "'" + std::string(256, 'a') + "' is 256 bytes long, more than 255");
}

TEST_CASE("a value is a part of one name") {
  CHECK(unfit_value("school-7") == "");
  CHECK(unfit_value("") == "it is empty");
  CHECK(unfit_value("a/b") == "it holds '/'");
}

TEST_CASE("names that differ only in letter case or Unicode form are one name") {
  TakenPaths taken;
  CHECK(taken.take("школы/Отчёт") == "");
  CHECK(taken.take("школы/отчёт") == "школы/Отчёт");
  CHECK(taken.take("школы/Отче\u0308т") == "школы/Отчёт");
  CHECK(taken.take("школы/Отчёт") == "школы/Отчёт");
  CHECK(taken.take("Школы/другой") == "школы");
  CHECK(taken.take("школы/другой") == "");
}

TEST_CASE("names in braces are filled, doubled braces stay") {
  std::string mistake;
  const auto pattern = Pattern::parse("{a}/{{x}}-{b}", mistake);
  REQUIRE(pattern);
  CHECK(pattern->names() == std::vector<std::string>{"a", "b"});
  CHECK(pattern->expand([](const std::string& name) { return "<" + name + ">"; }) == "<a>/{x}-<b>");
  for (const auto& [text, why] : {std::pair("{a", "'{' is not closed"), std::pair("{}", "'{}' has no name"),
                                  std::pair("a}", "'}' closes nothing; a brace is written twice")}) {
    CHECK_FALSE(Pattern::parse(text, mistake));
    CHECK(mistake == why);
  }
}
