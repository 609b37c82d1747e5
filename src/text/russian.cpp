#include "text/russian.hpp"

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/plurrule.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdlib>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "text/unicode/icu.hpp"

namespace svodka::text {

namespace {

const icu::PluralRules& plural_rules() {
  static const auto rules = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<const icu::PluralRules> made(icu::PluralRules::forLocale(russian_locale(), status));
    require(status, "plural rules");
    return made;
  }();
  return *rules;
}

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  return text.toUTF8String(out);
}

bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)); }
bool is_space(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)); }
char32_t upper_letter(char32_t c) { return static_cast<char32_t>(u_toupper(static_cast<UChar32>(c))); }

// Reads initials from left to right: letter, dot, perhaps a hyphen («Ж.-П.»).
class InitialsReader {
 public:
  explicit InitialsReader(std::string_view text) : text_(text) {}

  // Empty when the text is anything else.
  std::string read() {
    std::string out;
    std::string_view joint;
    for (skip_spaces(); at_ < text_.size(); skip_spaces()) {
      const auto letter = base::next_code_point(text_, at_);
      if (!is_letter(letter)) return {};
      out += joint;
      base::append_utf8(out, upper_letter(letter));
      out += '.';
      const bool spaced = skip_spaces();
      const bool dotted = skip('.');
      skip_spaces();
      joint = skip('-') ? "-" : " ";
      if (!spaced && !dotted && joint == " " && at_ < text_.size()) return {};
    }
    return joint == "-" ? std::string{} : out;
  }

 private:
  bool skip_spaces() {
    const auto begin = at_;
    for (auto next = at_; next < text_.size(); at_ = next) {
      if (!is_space(base::next_code_point(text_, next))) break;
    }
    return at_ > begin;
  }
  bool skip(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

// A dot ends a word too: «Т.М.Вязова» are three.
std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0, begin = 0; begin < text.size(); begin = at) {
    auto end = begin;
    for (; at < text.size(); end = at) {
      const auto c = base::next_code_point(text, at);
      if (is_space(c)) break;
      if (c != '.') continue;
      end = at;
      break;
    }
    if (end > begin) words.push_back(text.substr(begin, end - begin));
  }
  return words;
}

bool is_patronymic(std::string_view word) {
  constexpr std::array kEndings{"вич", "ьич", "мич", "тич", "кич", "вна", "ична"};
  const auto small = lower(word);
  return std::ranges::any_of(kEndings, [&](std::string_view ending) { return small.ends_with(ending); });
}

std::string first_letter(std::string_view word) {
  std::size_t at = 0;
  std::string out;
  base::append_utf8(out, base::next_code_point(word, at));
  return out + '.';
}

// Surname, given names and initials of a name; no surname when it is not known which word that is.
class NameReader {
 public:
  explicit NameReader(std::string_view name) : name_(name) {
    const auto words = words_of(name);
    const auto dotted = [](std::string_view word) { return word.ends_with('.'); };
    const auto end = std::ranges::find_if_not(words, dotted);
    if (end != words.begin()) {
      take_initials(words, words.begin(), end);
    } else if (const auto begin = std::ranges::find_if(words, dotted); begin != words.end()) {
      take_initials(words, begin, words.end());
    } else if (words.size() == 3 && is_patronymic(words[1])) {  // «Захар Ильич Станкевич»
      take_names(words[2], words[0], words[1]);
    } else if (words.size() == 3 && is_patronymic(words[2])) {
      take_names(words[0], words[1], words[2]);
    }
  }

  std::string last() const { return surname_.empty() ? name_ : surname_ + ' ' + initials_; }
  std::string first() const { return surname_.empty() ? name_ : initials_ + ' ' + surname_; }
  std::string full() const { return given_.empty() ? last() : surname_ + ' ' + given_; }

 private:
  using Words = std::vector<std::string_view>;

  // Of one word that is no initials there is a surname; of more nobody knows.
  void take_initials(const Words& words, Words::const_iterator begin, Words::const_iterator end) {
    if (words.end() - words.begin() - (end - begin) != 1) return;
    std::string written;
    for (auto word = begin; word != end; ++word) written.append(*word).append(" ");
    const auto normal = InitialsReader(written).read();
    if (normal.empty()) return;
    initials_ = normal;
    surname_ = begin == words.begin() ? words.back() : words.front();
  }
  void take_names(std::string_view surname, std::string_view given, std::string_view patronymic) {
    surname_ = surname;
    given_ = std::string(given) + ' ' + std::string(patronymic);
    initials_ = first_letter(given) + ' ' + first_letter(patronymic);
  }

  std::string name_;
  std::string surname_;
  std::string given_;
  std::string initials_;
};

}  // namespace

std::string_view plural(std::int64_t count, std::string_view one, std::string_view few,
                        std::string_view many) {
  // The rules for whole numbers look at the last two digits only.
  const auto keyword = plural_rules().select(std::abs(static_cast<std::int32_t>(count % 100)));
  if (keyword == icu::UnicodeString(u"one")) return one;
  return keyword == icu::UnicodeString(u"few") ? few : many;
}

std::string normal_initials(std::string_view initials) {
  auto normal = InitialsReader(initials).read();
  return normal.empty() ? std::string(initials) : normal;
}

std::string post(std::string_view position, std::string_view organization, std::string_view genitive) {
  const auto words = words_of(genitive);
  const auto named =
      words.size() > 1 && lower(position).find(lower(words[0]) + ' ' + lower(words[1])) != std::string::npos;
  std::string out(position);
  if (organization.empty() || named) return out;
  return out.empty() ? std::string(organization) : out.append(", ").append(organization);
}

std::string name_last(std::string_view name) { return NameReader(name).last(); }
std::string name_first(std::string_view name) { return NameReader(name).first(); }
std::string full_name(std::string_view name) { return NameReader(name).full(); }

std::string upper(std::string_view text) { return utf8(utf16(text).toUpper(russian_locale())); }

std::string lower(std::string_view text) { return utf8(utf16(text).toLower(russian_locale())); }

std::string capitalised(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    const auto c = base::next_code_point(text, at);
    if (!u_isalnum(static_cast<UChar32>(c))) continue;  // an opening quotation mark
    std::string out(text.substr(0, begin));
    base::append_utf8(out, upper_letter(c));
    return out.append(text.substr(at));
  }
  return std::string(text);
}

std::string nfc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFCInstance(status);
  require(status, "normalisation");
  const auto normal = normalizer->normalize(utf16(text), status);
  require(status, "normalisation");
  return utf8(normal);
}

std::string folded(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFCInstance(status);
  require(status, "normalisation");
  auto letters = normalizer->normalize(utf16(text), status);
  const auto folded = normalizer->normalize(letters.foldCase(), status);
  require(status, "normalisation");
  return utf8(folded);
}

struct Collator::Impl {
  std::unique_ptr<icu::Collator> collator;
};

Collator::Collator() : impl_(std::make_unique<Impl>()) {
  UErrorCode status = U_ZERO_ERROR;
  impl_->collator.reset(icu::Collator::createInstance(russian_locale(), status));
  require(status, "collation");
  impl_->collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
  require(status, "collation");
}
Collator::~Collator() = default;
Collator::Collator(Collator&&) noexcept = default;

int Collator::compare(std::string_view a, std::string_view b) const {
  UErrorCode status = U_ZERO_ERROR;
  const auto piece = [](std::string_view s) {
    return icu::StringPiece(s.data(), static_cast<std::int32_t>(s.size()));
  };
  const auto order = impl_->collator->compareUTF8(piece(a), piece(b), status);
  require(status, "collation");
  return order;
}

}  // namespace svodka::text
