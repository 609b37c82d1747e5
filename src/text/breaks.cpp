#include "text/breaks.hpp"

#include <unicode/brkiter.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <string>

#include "text/unicode/icu.hpp"
#include "text/unicode/no_break.hpp"

namespace svodka::text {

namespace {

// UTF-16 of UTF-8, each damaged sequence as one U+FFFD, as U8_NEXT counts them.
void convert(std::string_view text, std::u16string& out) {
  constexpr UChar32 replacement = 0xFFFD;
  out.resize(text.size());  // it never takes more units than bytes
  UErrorCode status = U_ZERO_ERROR;
  std::int32_t size = 0;
  u_strFromUTF8WithSub(out.data(), static_cast<std::int32_t>(out.size()), &size, text.data(),
                       static_cast<std::int32_t>(text.size()), replacement, nullptr, &status);
  if (status == U_STRING_NOT_TERMINATED_WARNING) status = U_ZERO_ERROR;
  require(status, "text");
  out.resize(static_cast<std::size_t>(size));
}

// A place in a text that goes forward in UTF-8 and in UTF-16 alike.
class Place {
 public:
  explicit Place(std::string_view text) : text_(text) {}

  // The byte where the UTF-16 unit stands.
  std::size_t byte_of(std::int32_t unit) {
    while (units_ < unit) {
      UChar32 character = 0;
      U8_NEXT_OR_FFFD(text_.data(), bytes_, static_cast<std::int32_t>(text_.size()), character);
      units_ += U16_LENGTH(character);
    }
    return static_cast<std::size_t>(bytes_);
  }

 private:
  std::string_view text_;
  std::int32_t bytes_ = 0;
  std::int32_t units_ = 0;
};

}  // namespace

// Half the work of walking UTF-8 is in ICU's access to it: it walks UTF-16.
struct LineBreaker::Impl {
  std::unique_ptr<icu::BreakIterator> iterator;
  std::u16string units;
  UText text = UTEXT_INITIALIZER;

  Impl() = default;
  ~Impl() { utext_close(&text); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  void open(std::string_view utf8) {
    convert(utf8, units);
    UErrorCode status = U_ZERO_ERROR;
    utext_openUChars(&text, units.data(), static_cast<std::int64_t>(units.size()), &status);
    iterator->setText(&text, status);
    require(status, "line breaks");
  }
};

LineBreaker::LineBreaker() : impl_(std::make_unique<Impl>()) {
  UErrorCode status = U_ZERO_ERROR;
  impl_->iterator.reset(icu::BreakIterator::createLineInstance(russian_locale(), status));
  require(status, "line breaks");
}
LineBreaker::~LineBreaker() = default;
LineBreaker::LineBreaker(LineBreaker&&) noexcept = default;

void LineBreaker::find(std::string_view text, std::vector<Break>& out) {
  out.clear();
  impl_->open(text);
  auto& iterator = *impl_->iterator;
  Place place(text);
  for (auto at = iterator.next(); at != icu::BreakIterator::DONE; at = iterator.next()) {
    const auto offset = place.byte_of(at);
    if (offset >= text.size()) break;
    const bool mandatory = iterator.getRuleStatus() >= UBRK_LINE_HARD;
    if (mandatory || !is_break_forbidden(text, offset)) out.push_back({offset, mandatory});
  }
}

}  // namespace svodka::text
