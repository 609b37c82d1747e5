#include "layout/text/paragraph_cache.hpp"

#include <type_traits>

namespace svodka::layout {

namespace {

template <class Value>
void append(std::string& key, const Value& value) {
  static_assert(std::is_arithmetic_v<Value> || std::is_enum_v<Value>);  // no padding
  key.append(reinterpret_cast<const char*>(&value), sizeof value);
}

std::size_t bytes_of(const SetText& set) {
  std::size_t bytes = sizeof set;
  for (const auto& line : set.lines) {
    bytes += sizeof line;
    for (const auto& text : line.texts) {
      const auto& shown = *text.shown;
      bytes +=
          sizeof text + sizeof shown + shown.text.capacity() + shown.glyphs.capacity() * sizeof(PlacedGlyph);
    }
  }
  return bytes;
}

}  // namespace

ParagraphKey::ParagraphKey(const Span& span, const TextLook& of) : text(span.text), face(of.face), look(of) {
  face.bold = face.bold || span.bold;
  face.italic = face.italic || span.italic;
}

void ParagraphCache::write_key(const ParagraphKey& key) {
  key_.clear();
  append(key_, key.face.family);
  append(key_, key.face.bold);
  append(key_, key.face.italic);
  append(key_, key.look.size);
  append(key_, key.look.baseline);
  append(key_, key.look.align);
  append(key_, key.look.hyphenate);
  append(key_, key.first_width);
  append(key_, key.width);
  key_ += key.text;
}

const SetText* ParagraphCache::find(const ParagraphKey& key) {
  write_key(key);
  const auto known = paragraphs_.find(key_);
  return known == paragraphs_.end() ? nullptr : &known->second;
}

const Extent* ParagraphCache::find_extent(const ParagraphKey& key) {
  write_key(key);
  const auto known = extents_.find(key_);
  return known == extents_.end() ? nullptr : &known->second;
}

bool ParagraphCache::make_room(std::size_t bytes) {
  constexpr std::size_t of_an_entry = 64;
  bytes += key_.size() + of_an_entry;
  if (bytes_ + bytes > most_bytes_) {
    paragraphs_.clear();
    extents_.clear();
    bytes_ = 0;
  }
  if (bytes > most_bytes_) return false;
  bytes_ += bytes;
  return true;
}

void ParagraphCache::add(const SetText& set) {
  if (make_room(bytes_of(set))) paragraphs_.emplace(key_, set);
}

void ParagraphCache::add(const Extent& extent) {
  if (make_room(sizeof extent)) extents_.emplace(key_, extent);
}

}  // namespace svodka::layout
