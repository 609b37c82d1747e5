#include "layout/text/line_maker.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"

namespace svodka::layout {

Line LineMaker::make(const Opportunity& begin, const Opportunity& end, Points x, const LineFilling& filling) {
  line_ = {};
  shown_ = nullptr;
  invisible_.clear();
  pen_ = x;
  filling_ = filling;
  room_ = text_.text().substr(begin.offset, end.offset - begin.offset);
  const auto& atoms = text_.atoms();
  for (std::size_t i = begin.atom; i < atoms.size() && atoms[i].begin < end.offset; ++i) {
    const auto& atom = atoms[i];
    if (atom.kind == AtomKind::word) {
      add(atom, std::max(atom.begin, begin.offset), std::min(atom.end, end.offset));
    } else {
      add_space(atom);
    }
  }
  if (end.kind == BreakKind::hyphen) add_hyphen();
  return std::move(line_);
}

// Bytes [begin, end) of the paragraph, within one word.
void LineMaker::add(const Atom& atom, std::size_t begin, std::size_t end) {
  const auto paragraph = text_.text();
  auto written = begin;  // up to here the line has the text
  for (const auto& run : atom.shaped->runs) {
    PlacedText* placed = nullptr;
    for (const auto& glyph : run.glyphs) {
      const auto at = atom.begin + glyph.cluster;
      if (at < begin || at >= end) continue;
      if (placed == nullptr) {
        const auto run_end = std::min(end, atom.begin + run.text_end);
        placed = &text_in(run.face, atom.span);
        shown_->text += paragraph.substr(written, run_end - written);
        written = run_end;
      }
      const auto from_end = written - at;
      add_glyph(*placed, glyph, shown_->text.size() - from_end);
      shown_->width = pen_ - filling_.tracking - placed->x;
    }
  }
  const auto rest = paragraph.substr(written, end - written);
  (shown_ == nullptr ? invisible_ : shown_->text) += rest;
}

void LineMaker::add_space(const Atom& atom) {
  for (const auto& run : atom.shaped->runs) {
    auto& placed = text_in(run.face, atom.span);
    const auto cluster = shown_->text.size();
    shown_->text += atom.kind == AtomKind::fixed_space ? "\u00A0" : " ";
    for (auto glyph : run.glyphs) {
      if (!atom.binds) glyph.advance *= static_cast<float>(filling_.stretch);
      add_glyph(placed, glyph, cluster);
    }
  }
}

// For a soft hyphen of the source the glyph stands for it; otherwise it stands for nothing.
void LineMaker::add_hyphen() {
  constexpr std::string_view soft_hyphen = "\u00AD";
  for (const auto& run : text_.hyphen(span_).runs) {
    auto& placed = text_in(run.face, span_);
    const bool in_source = shown_->text.ends_with(soft_hyphen);
    const auto cluster = shown_->text.size() - (in_source ? soft_hyphen.size() : 0);
    for (const auto& glyph : run.glyphs) add_glyph(placed, glyph, cluster);
    shown_->width = pen_ - filling_.tracking - placed.x;
    shown_->soft_hyphen = !in_source;
  }
}

bool LineMaker::looks_alike(std::uint16_t a, std::uint16_t b) const {
  if (a == b) return true;
  const auto& left = spans_[a];
  const auto& right = spans_[b];
  return left.bold == right.bold && left.italic == right.italic && left.href == right.href;
}

PlacedText& LineMaker::text_in(const fonts::Face* face, std::uint16_t span) {
  constexpr std::size_t most_bytes = 60'000;  // a glyph's place in the text takes 16 bits
  if (!line_.texts.empty() && shown_->face == face && looks_alike(span, span_) &&
      shown_->text.size() < most_bytes) {
    span_ = span;
    return line_.texts.back();
  }
  span_ = span;
  auto& placed = line_.texts.emplace_back();
  auto shown = std::make_shared<ShownText>();
  shown_ = shown.get();
  placed.shown = std::move(shown);
  shown_->text.reserve(room_.size());
  shown_->glyphs.reserve(base::count_code_points(room_) + 1);  // a hyphen perhaps
  room_ = {};
  placed.x = pen_;
  placed.y = look_.baseline;
  placed.colour = look_.colour;
  shown_->face = face;
  shown_->size = look_.size;
  shown_->stretch = static_cast<float>(filling_.wanted);
  shown_->tracking = static_cast<float>(filling_.tracking);
  shown_->text += std::exchange(invisible_, {});
  if (span < spans_.size()) shown_->href = spans_[span].href;
  return placed;
}

void LineMaker::add_glyph(PlacedText& placed, const fonts::Glyph& glyph, std::size_t cluster) {
  if (glyph.y_offset != 0 || !shown_->rises.empty()) {
    shown_->rises.resize(shown_->glyphs.size());
    shown_->rises.push_back(static_cast<float>(static_cast<double>(glyph.y_offset) * look_.size));
  }
  shown_->glyphs.push_back(
      {static_cast<std::uint16_t>(glyph.id), static_cast<std::uint16_t>(cluster),
       static_cast<float>(pen_ - placed.x + static_cast<double>(glyph.x_offset) * look_.size)});
  pen_ += static_cast<double>(glyph.advance) * look_.size + filling_.tracking;
}

}  // namespace svodka::layout
