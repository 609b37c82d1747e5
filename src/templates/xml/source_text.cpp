#include "templates/xml/source_text.hpp"

#include <charconv>
#include <optional>
#include <utility>

#include "base/utf8.hpp"

namespace svodka::templates {

namespace {

std::optional<char32_t> named_reference(std::string_view name) {
  if (name == "lt") return U'<';
  if (name == "gt") return U'>';
  if (name == "amp") return U'&';
  if (name == "quot") return U'"';
  if (name == "apos") return U'\'';
  return std::nullopt;
}

// What stands between & and ;
std::optional<char32_t> reference(std::string_view name) {
  if (!name.starts_with('#')) return named_reference(name);
  const bool hexadecimal = name.starts_with("#x");
  name.remove_prefix(hexadecimal ? 2 : 1);
  std::uint32_t number = 0;
  const auto last = name.data() + name.size();
  const auto [stop, failure] = std::from_chars(name.data(), last, number, hexadecimal ? 16 : 10);
  if (failure != std::errc() || stop != last) return std::nullopt;
  return static_cast<char32_t>(number);
}

}  // namespace

SourceText::SourceText(base::SourcePtr source, std::size_t begin, std::size_t end, TextKind kind)
    : source_(std::move(source)), offsets_() {
  decode(begin, end, kind);
  offsets_.push_back(end);
}

void SourceText::decode(std::size_t begin, std::size_t end, TextKind kind) {
  const std::string_view raw(source_->text.data(), end);
  for (auto at = begin; at < end;) {
    const auto start = at;
    const auto semicolon = raw[at] == '&' && kind != TextKind::cdata ? raw.find(';', at) : raw.npos;
    const auto referred =
        semicolon == raw.npos ? std::nullopt : reference(raw.substr(at + 1, semicolon - at - 1));
    if (referred) {
      base::append_utf8(text_, *referred);
      at = semicolon + 1;
    } else {
      const bool carriage_return = raw[at] == '\r';
      if (carriage_return && at + 1 < end && raw[at + 1] == '\n') ++at;
      const char byte = carriage_return ? '\n' : raw[at];
      const bool flattened = kind == TextKind::attribute && (byte == '\n' || byte == '\t');
      text_ += flattened ? ' ' : byte;
      ++at;
    }
    offsets_.resize(text_.size(), start);
  }
}

base::SourceSpan SourceText::span(std::size_t begin, std::size_t end) const {
  return {source_, offsets_[begin], offsets_[end]};
}

std::string_view SourceText::raw() const {
  if (!source_) return {};
  return std::string_view(source_->text).substr(offsets_.front(), offsets_.back() - offsets_.front());
}

const std::string& SourceText::query_named(const std::string& name) const {
  if (!aliases_) return name;
  const auto found = aliases_->find(name);
  return found == aliases_->end() ? name : found->second;
}

}  // namespace svodka::templates
