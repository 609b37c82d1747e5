#pragma once
// Texts in one face that a worker has set or measured before: the documents of a batch share their
// directives, their states, their titles and their running matter.

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "layout/text/typesetter.hpp"

namespace svodka::layout {

// What the lines of a text depend on, but for their colour and the place of their left edge; what its extent
// depends on, but for the widths.
struct ParagraphKey {
  ParagraphKey(const Span& span, const TextLook& look);
  std::string_view text;
  fonts::Style face;
  const TextLook& look;
  Points first_width = 0;
  Points width = 0;
};

// Not for two threads at once.
class ParagraphCache {
 public:
  // About this many bytes are kept; then everything is forgotten at once, so that memory does not grow.
  explicit ParagraphCache(std::size_t most_bytes = std::size_t{4} << 20) : most_bytes_(most_bytes) {}

  // Null when it is not known. Valid until the next add().
  const SetText* find(const ParagraphKey& key);
  const Extent* find_extent(const ParagraphKey& key);
  // Of the key that was looked for last.
  void add(const SetText& set);
  void add(const Extent& extent);

  // Texts that are known, set or measured.
  std::size_t size() const { return paragraphs_.size() + extents_.size(); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>{}(key); }
  };
  template <class Known>
  using ByKey = std::unordered_map<std::string, Known, Hash, std::equal_to<>>;

  void write_key(const ParagraphKey& key);
  // False: it is more than all that may be kept.
  bool make_room(std::size_t bytes);

  ByKey<SetText> paragraphs_;
  ByKey<Extent> extents_;
  std::string key_;  // that was looked for last
  std::size_t most_bytes_;
  std::size_t bytes_ = 0;
};

}  // namespace svodka::layout
