#include <filesystem>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "support/catch.hpp"
#include "text/breaks.hpp"

using namespace svodka::text;

namespace {

std::string hyphenated(const std::string& word) {
  static const Hyphenator hyphenator(hyphenation_patterns());
  std::vector<std::size_t> places;
  hyphenator.find(word, places);
  auto out = word;
  for (auto place = places.rbegin(); place != places.rend(); ++place) out.insert(*place, 1, '-');
  return out;
}

}  // namespace

TEST_CASE("words are hyphenated by Russian rules") {
  CHECK(hyphenated("образовательной") == "об-ра-зо-ва-тель-ной");
  CHECK(hyphenated("функционирование") == "функ-ци-о-ни-ро-ва-ние");
  CHECK(hyphenated("Распоряжение") == "Рас-по-ря-же-ние");
  CHECK(hyphenated("подъезд") == "подъ-езд");
}

TEST_CASE("ё breaks as е and punctuation does not matter") {
  CHECK(hyphenated("отчётность") == "от-чёт-ность");
  CHECK(hyphenated("«отчётность»,") == "«от-чёт-ность»,");
}

TEST_CASE("the parts of a hyphened word are hyphenated each on its own") {
  CHECK(hyphenated("контрольно-счётной") == "кон-троль-но-счёт-ной");
}

TEST_CASE("two letters stay on each side") {
  CHECK(hyphenated("армия") == "ар-мия");
  CHECK(hyphenated("осенью") == "осе-нью");
}

TEST_CASE("short words, capitals, digits, Latin letters and accents stay whole") {
  for (const auto* word : {"дома", "МИНИСТЕРСТВО", "школа2", "педагогический2026", "webинарный",
                           "образова\u0301тельной", "", "statement", "12345"}) {
    INFO(word);
    CHECK(hyphenated(word) == word);
  }
}

TEST_CASE("patterns that cannot be read or are not prepared are an error") {
  CHECK_THROWS_WITH(Hyphenator("no/such.dic"), "cannot read the hyphenation patterns no/such.dic");
  CHECK(std::filesystem::exists(hyphenation_patterns()));
}
