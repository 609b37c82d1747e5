#pragma once
// Places in source texts (templates, themes, import files), for messages that point at them.

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace svodka::base {

// A text that was read, with the name messages call it by. Immutable once shared.
struct SourceFile {
  std::string name;
  std::string text;
};
using SourcePtr = std::shared_ptr<const SourceFile>;

// Bytes [begin, end) of a source; without a source, no known place.
struct SourceSpan {
  SourcePtr source;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// One-based; the column counts code points.
struct Position {
  std::size_t line = 0;
  std::size_t column = 0;
};

Position position_of(const SourceFile& source, std::size_t offset);

// The line that holds the offset, without its line break.
std::string_view line_at(const SourceFile& source, std::size_t offset);

SourcePtr make_source(std::string name, std::string text);

// The bytes of the span; empty without a source.
std::string_view text_of(const SourceSpan& span);

// A text put together from pieces of sources and glue between them, which knows where its bytes stand.
class ComposedText {
 public:
  ComposedText() = default;
  ComposedText(SourceSpan piece) { append(std::move(piece)); }

  void append(SourceSpan piece);
  void append(std::string_view glue) { text_ += glue; }

  const std::string& text() const { return text_; }
  // The place of bytes [begin, end) of text(), in the piece that holds `begin` or comes before it.
  SourceSpan span(std::size_t begin, std::size_t end) const;

 private:
  struct Piece {
    std::size_t at;  // in text_
    SourceSpan span;
  };
  std::string text_;
  std::vector<Piece> pieces_;
};

}  // namespace svodka::base
