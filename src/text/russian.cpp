#include "text/russian.hpp"

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/plurrule.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cassert>
#include <cstdlib>
#include <utility>

#include "base/utf8.hpp"
#include "text/icu.hpp"

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
