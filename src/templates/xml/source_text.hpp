#pragma once
// A piece of XML text with its references resolved (&lt; &#160;), that still knows where every byte came
// from.

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/source.hpp"

namespace svodka::templates {

using QueryAliases = std::map<std::string, std::string>;

enum class TextKind { content, attribute, cdata };

class SourceText {
 public:
  SourceText() = default;
  // Bytes [begin, end) of the source, well-formed as expat accepts them. In content and attributes references
  // are resolved; line ends become U+000A, and in attributes tabs and line ends become spaces
  // (XML 1.0, 2.11, 3.3.3).
  SourceText(base::SourcePtr source, std::size_t begin, std::size_t end, TextKind kind);

  const std::string& text() const { return text_; }
  // The place in the source of bytes [begin, end) of text().
  base::SourceSpan span(std::size_t begin, std::size_t end) const;
  base::SourceSpan span() const { return span(0, text_.size()); }
  // The bytes as they stand in the source.
  std::string_view raw() const;

  // In an inserted part, names of queries stand for others.
  void set_aliases(std::shared_ptr<const QueryAliases> aliases) { aliases_ = std::move(aliases); }
  const std::string& query_named(const std::string& name) const;

 private:
  void decode(std::size_t begin, std::size_t end, TextKind kind);

  base::SourcePtr source_;
  std::string text_;
  std::shared_ptr<const QueryAliases> aliases_;
  std::vector<std::size_t> offsets_{0};  // of each byte of text_, and one past the last
};

}  // namespace svodka::templates
