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

TEST_CASE("words seen before are hyphenated the same") {
  const Hyphenator hyphenator(hyphenation_patterns());
  WordHyphens words(hyphenator);
  const auto first = words.find("армия");
  CHECK(first == std::vector<std::size_t>{4});
  CHECK(words.find("осенью") == std::vector<std::size_t>{6});
  CHECK(words.find("армия") == first);
}

TEST_CASE("surnames beside initials and months of dates stay whole") {
  const auto beside = [](std::string_view text, std::string_view word) {
    const auto at = text.find(word);
    return stays_whole(text, at, at + word.size());
  };
  CHECK(beside("Берёзкин Г. А.", "Берёзкин"));
  CHECK(beside("контроль: Берёзкин\u00A0Г.\u00A0А., срок", "Берёзкин"));
  CHECK(beside("Г. А. Берёзкин", "Берёзкин"));
  CHECK(beside("(Г.\u00A0А.\u00A0Берёзкин)", "Берёзкин"));
  CHECK(beside("контроль: Мальцева-Гордиенок Е. А.", "Мальцева"));
  CHECK(beside("контроль: Мальцева-Гордиенок Е. А.", "Гордиенок"));
  CHECK(beside("17 октября 2025 года", "октября"));
  CHECK(beside("в октябре 2025 года", "октябре"));
  CHECK_FALSE(beside("в октябре", "октябре"));
  CHECK_FALSE(beside("Берёзкин", "Берёзкин"));
  CHECK_FALSE(beside("Берёзкин Глеб", "Берёзкин"));
  CHECK_FALSE(beside("директор Г. А. Берёзкин", "директор"));
  CHECK_FALSE(beside("Работа сдана. Директор", "Директор"));
}

TEST_CASE("patterns that cannot be read or are not prepared are an error") {
  CHECK_THROWS_WITH(Hyphenator("no/such.dic"), "cannot read the hyphenation patterns no/such.dic");
  CHECK(std::filesystem::exists(hyphenation_patterns()));
}
