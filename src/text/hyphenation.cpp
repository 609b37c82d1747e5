#include <hyphen.h>
#include <unistd.h>

#include <array>
#include <cassert>
#include <climits>
#include <cstdlib>
#include <mutex>
#include <string>
#include <system_error>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "text/breaks.hpp"

namespace svodka::text {

namespace {

constexpr std::size_t kShortestWord = 5;
constexpr std::size_t kLongestWord = 100;  // longer ones are not words
constexpr int kLettersEachSide = 2;

struct FreeDictionary {
  void operator()(HyphenDict* dictionary) const { hnj_hyphen_free(dictionary); }
};

// KOI8-R of a Russian letter in lower case, which is all the patterns know; they have no ё. 0 for anything
// else.
char koi8(char32_t c) {
  if (c == U'ё' || c == U'Ё') c = U'е';
  if (c >= U'А' && c <= U'Я') c += U'а' - U'А';
  constexpr std::u32string_view order = U"юабцдефгхийклмнопярстужвьызшэщчъ";
  const auto place = order.find(c);
  return place == std::u32string_view::npos ? '\0' : static_cast<char>(0xC0 + place);
}

bool is_capital(char32_t c) { return (c >= U'А' && c <= U'Я') || c == U'Ё'; }

// Russian letters in a row, with the place of each in the word.
struct Letters {
  std::string koi8;
  std::vector<std::size_t> offsets;
};

void hyphenate(HyphenDict* dictionary, const Letters& letters, std::vector<std::size_t>& out) {
  const auto count = letters.koi8.size();
  if (count < kShortestWord || count > kLongestWord) return;
  std::array<char, kLongestWord + 5> marks{};
  char** replacements = nullptr;  // stay null: these patterns never change spelling
  int* positions = nullptr;
  int* cuts = nullptr;
  const int failed = hnj_hyphen_hyphenate3(
      dictionary, letters.koi8.c_str(), static_cast<int>(count), marks.data(), nullptr, &replacements,
      &positions, &cuts, kLettersEachSide, kLettersEachSide, kLettersEachSide, kLettersEachSide);
  assert(replacements == nullptr);
  if (failed != 0) return;  // out of memory: the word stays whole
  for (std::size_t i = kLettersEachSide; i + kLettersEachSide <= count; ++i) {
    if (marks[i - 1] & 1) out.push_back(letters.offsets[i]);
  }
}

// Words with digits, Latin letters or accents, and those all in capitals, stay whole.
bool is_hyphenated(std::string_view word) {
  bool small = false;
  for (std::size_t at = 0; at < word.size();) {
    const auto c = base::next_code_point(word, at);
    if ((c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z')) return false;
    if (c >= 0x300 && c <= 0x36F) return false;
    small = small || (koi8(c) != '\0' && !is_capital(c));
  }
  return small;
}

}  // namespace

struct Hyphenator::Impl {
  std::filesystem::path patterns;
  std::once_flag once;
  std::unique_ptr<HyphenDict, FreeDictionary> loaded;

  HyphenDict* dictionary() {
    std::call_once(once, [this] {
      loaded.reset(hnj_hyphen_load(patterns.c_str()));
      if (!loaded) throw base::Error("cannot read the hyphenation patterns " + patterns.string());
      if (std::string_view(loaded->cset) != "KOI8-R") {
        throw base::Error("not prepared hyphenation patterns: " + patterns.string());
      }
    });
    return loaded.get();
  }
};

Hyphenator::Hyphenator(const std::filesystem::path& patterns) : impl_(std::make_unique<Impl>()) {
  if (access(patterns.c_str(), R_OK) != 0) {
    throw base::Error("cannot read the hyphenation patterns " + patterns.string());
  }
  impl_->patterns = patterns;
}
Hyphenator::~Hyphenator() = default;

const std::vector<std::size_t>& WordHyphens::find(std::string_view word) {
  constexpr std::size_t most_words = 16'384;
  if (const auto known = words_.find(word); known != words_.end()) return known->second;
  if (words_.size() >= most_words) words_.clear();  // a run of years must not fill the memory
  std::vector<std::size_t> places;
  hyphenator_.find(word, places);
  return words_.emplace(std::string(word), std::move(places)).first->second;
}

void Hyphenator::find(std::string_view word, std::vector<std::size_t>& out) const {
  out.clear();
  if (!is_hyphenated(word)) return;
  Letters letters;
  for (std::size_t at = 0; at < word.size();) {
    const auto begin = at;
    const auto letter = koi8(base::next_code_point(word, at));
    if (letter != '\0') {
      letters.koi8 += letter;
      letters.offsets.push_back(begin);
      continue;
    }
    hyphenate(impl_->dictionary(), letters, out);
    letters = {};
  }
  hyphenate(impl_->dictionary(), letters, out);
}

std::filesystem::path hyphenation_patterns() {
  std::error_code unknown;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", unknown);
  if (!unknown) {
    const auto installed = program.parent_path().parent_path() / SVODKA_INSTALLED_PATTERNS;
    if (std::filesystem::exists(installed, unknown)) return installed;
  }
  return SVODKA_BUILD_PATTERNS;
}

}  // namespace svodka::text
