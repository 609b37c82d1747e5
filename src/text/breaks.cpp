#include "text/breaks.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include "text/icu.hpp"
#include "text/no_break.hpp"

namespace svodka::text {

namespace {

class Utf8Text {
 public:
  explicit Utf8Text(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&text_, text.data(), static_cast<std::int64_t>(text.size()), &status);
    require(status, "text");
  }
  ~Utf8Text() { utext_close(&text_); }
  Utf8Text(const Utf8Text&) = delete;
  Utf8Text& operator=(const Utf8Text&) = delete;
  UText* get() { return &text_; }

 private:
  UText text_ = UTEXT_INITIALIZER;
};

}  // namespace

struct LineBreaker::Impl {
  std::unique_ptr<icu::BreakIterator> iterator;
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
  Utf8Text utf8(text);
  auto& iterator = *impl_->iterator;
  UErrorCode status = U_ZERO_ERROR;
  iterator.setText(utf8.get(), status);
  require(status, "line breaks");
  iterator.first();
  for (auto at = iterator.next(); at != icu::BreakIterator::DONE; at = iterator.next()) {
    const auto offset = static_cast<std::size_t>(at);
    if (offset >= text.size()) break;
    const bool mandatory = iterator.getRuleStatus() >= UBRK_LINE_HARD;
    if (mandatory || !is_break_forbidden(text, offset)) out.push_back({offset, mandatory});
  }
}

}  // namespace svodka::text
