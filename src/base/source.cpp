#include "base/source.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"

namespace svodka::base {

namespace {

std::size_t line_begin(const std::string& text, std::size_t offset) {
  if (offset == 0) return 0;
  const auto newline = text.rfind('\n', offset - 1);
  return newline == std::string::npos ? 0 : newline + 1;
}

}  // namespace

Position position_of(const SourceFile& source, std::size_t offset) {
  offset = std::min(offset, source.text.size());
  const auto begin = line_begin(source.text, offset);
  const auto upto = source.text.begin() + static_cast<std::ptrdiff_t>(begin);
  const auto line = static_cast<std::size_t>(std::count(source.text.begin(), upto, '\n')) + 1;
  return {line, count_code_points(std::string_view(source.text).substr(begin, offset - begin)) + 1};
}

std::string_view line_at(const SourceFile& source, std::size_t offset) {
  offset = std::min(offset, source.text.size());
  const auto begin = line_begin(source.text, offset);
  auto end = source.text.find('\n', begin);
  if (end == std::string::npos) end = source.text.size();
  if (end > begin && source.text[end - 1] == '\r') --end;
  return std::string_view(source.text).substr(begin, end - begin);
}

SourcePtr make_source(std::string name, std::string text) {
  return std::make_shared<const SourceFile>(SourceFile{std::move(name), std::move(text)});
}

std::string_view text_of(const SourceSpan& span) {
  if (!span.source) return {};
  return std::string_view(span.source->text).substr(span.begin, span.end - span.begin);
}

void ComposedText::append(SourceSpan piece) {
  const auto at = text_.size();
  text_ += text_of(piece);
  pieces_.push_back({at, std::move(piece)});
}

SourceSpan ComposedText::span(std::size_t begin, std::size_t end) const {
  auto piece = pieces_.begin();
  if (piece == pieces_.end()) return {};
  while (piece + 1 != pieces_.end() && (piece + 1)->at <= begin) ++piece;
  const auto& place = piece->span;
  const auto size = place.end - place.begin;
  return {place.source, place.begin + std::min(begin < piece->at ? 0 : begin - piece->at, size),
          place.begin + std::min(end < piece->at ? 0 : end - piece->at, size)};
}

}  // namespace svodka::base
