#include "layout/text/inline_text.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"

namespace svodka::layout {

namespace {

constexpr std::string_view kSoftHyphen = "\u00AD";

struct Step {
  AtomKind kind;
  std::size_t length;  // bytes
};

// What stands at a byte; a word's length is that of its first character.
Step step_at(std::string_view text, std::size_t at) {
  const auto rest = text.substr(at);
  if (rest.front() == ' ' || rest.front() == '\t') return {AtomKind::space, 1};
  if (rest.front() >= '\n' && rest.front() <= '\r') return {AtomKind::line_break, 1};
  if (rest.starts_with("\u00A0")) return {AtomKind::fixed_space, 2};
  if (rest.starts_with("\u0085")) return {AtomKind::line_break, 2};
  if (rest.starts_with("\u2028") || rest.starts_with("\u2029")) return {AtomKind::line_break, 3};
  auto end = at;
  base::next_code_point(text, end);
  return {AtomKind::word, end - at};
}

// The end of the characters from `at` on that belong to a word whatever they are: no spaces and line breaks
// begin with these bytes.
std::size_t skip_word(std::string_view text, std::size_t at, std::size_t stop) {
  const auto is_plain = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > ' ' && byte != 0xC2 && byte != 0xE2;
  };
  while (at < stop && is_plain(text[at])) ++at;
  return at;
}

bool hangs(const Atom& atom) { return atom.kind == AtomKind::space || atom.kind == AtomKind::line_break; }

bool is_cyrillic(char32_t c) { return c >= 0x400 && c <= 0x4FF; }

}  // namespace

double width_before(const fonts::ShapedText& shaped, std::size_t offset) {
  double width = 0;
  for (const auto& run : shaped.runs) {
    for (const auto& glyph : run.glyphs) {
      if (glyph.cluster < offset) width += static_cast<double>(glyph.advance);
    }
  }
  return width;
}

void InlineText::prepare(std::span<const Span> spans, fonts::Style base, double size) {
  size_ = size;
  faces_.clear();
  for (const auto& span : spans) {
    faces_.push_back({base.family, base.bold || span.bold, base.italic || span.italic});
  }
  if (faces_.empty()) faces_.push_back(base);
  shaped_spaces_.assign(faces_.size(), nullptr);
  join(spans);
  cut();
}

void InlineText::join(std::span<const Span> spans) {
  span_ends_.clear();
  std::size_t end = 0;
  for (const auto& span : spans) span_ends_.push_back(end += span.text.size());
  if (spans.size() == 1) {
    text_ = spans.front().text;
    return;
  }
  joined_.clear();
  for (const auto& span : spans) joined_ += span.text;
  text_ = joined_;
}

void InlineText::cut() {
  atoms_.clear();
  opportunities_.clear();
  missing_.clear();
  width_ = spaces_ = 0;
  breaks_.clear();
  tools_.breaker.find(text_, breaks_);
  auto next_break = breaks_.begin();
  std::uint16_t span = 0;
  for (std::size_t at = 0; at < text_.size();) {
    while (at >= span_ends_[span]) ++span;
    if (next_break != breaks_.end() && next_break->offset == at) {
      if (at > 0) add_opportunity(at, next_break->mandatory ? BreakKind::forced : BreakKind::normal);
      ++next_break;
    }
    const auto limit = next_break == breaks_.end() ? text_.size() : next_break->offset;
    const auto stop = std::min(limit, span_ends_[span]);
    const auto first = step_at(text_, at);
    auto end = at + first.length;
    while (first.kind == AtomKind::word && (end = skip_word(text_, end, stop)) < stop) {
      const auto next = step_at(text_, end);
      if (next.kind != AtomKind::word) break;
      end += next.length;
    }
    const bool may_end = end == limit || first.kind == AtomKind::line_break ||
                         (end < text_.size() && step_at(text_, end).kind == AtomKind::space);
    add_atom(at, end, span, first.kind, first.kind != AtomKind::word && !may_end);
    at = end;
  }
  add_opportunity(text_.size(), BreakKind::forced);
}

void InlineText::add_atom(std::size_t begin, std::size_t end, std::uint16_t span, AtomKind kind, bool binds) {
  const auto drawn = kind == AtomKind::space || kind == AtomKind::line_break
                         ? std::string_view(" ")
                         : text_.substr(begin, end - begin);
  const auto& shaped = kind == AtomKind::word ? tools_.shaper.shape(drawn, faces_[span]) : space(span, drawn);
  for (const auto character : shaped.missing) {
    missing_.emplace_back(character, static_cast<std::uint32_t>(begin));
  }
  const Atom atom{static_cast<std::uint32_t>(begin),
                  static_cast<std::uint32_t>(end),
                  span,
                  kind,
                  binds,
                  &shaped,
                  width_,
                  spaces_,
                  shaped.width * size_};
  atoms_.push_back(atom);
  width_ += atom.width;
  if (kind != AtomKind::word && !binds) spaces_ += atom.width;
}

// Of a face every space is the same, so it is looked up once a text.
const fonts::ShapedText& InlineText::space(std::uint16_t span, std::string_view drawn) {
  if (drawn != " ") return tools_.shaper.shape(drawn, faces_[span]);
  if (shaped_spaces_[span] == nullptr) shaped_spaces_[span] = &tools_.shaper.shape(drawn, faces_[span]);
  return *shaped_spaces_[span];
}

// A break before the atom that comes next.
void InlineText::add_opportunity(std::size_t offset, BreakKind kind) {
  Opportunity opportunity;
  opportunity.offset = static_cast<std::uint32_t>(offset);
  opportunity.atom = static_cast<std::uint32_t>(atoms_.size());
  opportunity.next = opportunity.end = width_;
  opportunity.next_spaces = opportunity.end_spaces = spaces_;
  opportunity.kind = kind;
  for (auto atom = atoms_.rbegin(); atom != atoms_.rend() && hangs(*atom); ++atom) {
    opportunity.end = atom->start;
    opportunity.end_spaces = atom->spaces;
  }
  if (kind == BreakKind::normal && text_.substr(0, offset).ends_with(kSoftHyphen)) {
    opportunity.kind = BreakKind::hyphen;
    opportunity.hyphen = hyphen(atoms_.back().span).width * size_;
  }
  opportunities_.push_back(opportunity);
}

void InlineText::add_inside(const Atom& atom, std::size_t index, std::size_t offset, BreakKind kind,
                            std::vector<Opportunity>& out) const {
  Opportunity opportunity;
  opportunity.offset = static_cast<std::uint32_t>(offset);
  opportunity.atom = static_cast<std::uint32_t>(index);
  opportunity.next = opportunity.end = atom.start + width_before(*atom.shaped, offset - atom.begin) * size_;
  opportunity.next_spaces = opportunity.end_spaces = atom.spaces;
  opportunity.kind = kind;
  out.push_back(opportunity);
}

void InlineText::hyphenate() {
  if (tools_.hyphens == nullptr) return;
  hyphenated_.clear();
  std::size_t index = 0;
  for (const auto& opportunity : opportunities_) {
    for (; index < opportunity.atom; ++index) {
      if (atoms_[index].kind == AtomKind::word) add_hyphenation(index, hyphenated_);
    }
    hyphenated_.push_back(opportunity);
  }
  std::swap(opportunities_, hyphenated_);
}

// In each stretch of Cyrillic letters of the atom: what stands around is punctuation.
void InlineText::add_hyphenation(std::size_t index, std::vector<Opportunity>& out) {
  const auto& atom = atoms_[index];
  for (std::size_t at = atom.begin; at < atom.end;) {
    auto end = at;
    auto next = at;
    while (next < atom.end && is_cyrillic(base::next_code_point(text_, next))) end = next;
    if (end > at && !text::stays_whole(text_, at, end)) {
      for (const auto hyphen_at : tools_.hyphens->find(text_.substr(at, end - at))) {
        add_inside(atom, index, at + hyphen_at, BreakKind::hyphen, out);
        out.back().hyphen = hyphen(atom.span).width * size_;
      }
    }
    at = std::max(next, end);
  }
}

bool InlineText::add_last_resorts(double width) {
  constexpr double rounding = 1e-3;
  const Opportunity start;
  bool needed = false;
  std::vector<Opportunity> refined;
  for (std::size_t i = 0; i < opportunities_.size(); ++i) {
    const auto& before = i == 0 ? start : opportunities_[i - 1];
    const auto& after = opportunities_[i];
    if (after.end + after.hyphen - before.next > width + rounding) {
      if (!needed)
        refined.assign(opportunities_.begin(), opportunities_.begin() + static_cast<std::ptrdiff_t>(i));
      needed = true;
      add_last_resorts_between(before, after, width, refined);
    }
    if (needed) refined.push_back(after);
  }
  if (needed) opportunities_ = std::move(refined);
  return needed;
}

// «И.»
bool InlineText::is_initial(std::size_t index) const {
  const auto& atom = atoms_[index];
  const auto word = text_.substr(atom.begin, atom.end - atom.begin);
  return atom.kind == AtomKind::word && word.ends_with('.') && base::count_code_points(word) == 2;
}

// First the spaces that should not break, but for those between initials; between letters only in a word
// wider than the line.
void InlineText::add_last_resorts_between(const Opportunity& before, const Opportunity& after, double width,
                                          std::vector<Opportunity>& out) const {
  for (auto index = before.atom; index < atoms_.size() && atoms_[index].begin < after.offset; ++index) {
    const auto& atom = atoms_[index];
    if (atom.kind != AtomKind::word) continue;
    const bool after_space = index > before.atom && atoms_[index - 1].kind != AtomKind::word;
    const bool among_initials = is_initial(index) && index >= 2 && is_initial(index - 2);
    if (after_space && !among_initials) {
      add_inside(atom, index, atom.begin, BreakKind::apart, out);
      out.back().end = atoms_[index - 1].start;
      out.back().end_spaces = atoms_[index - 1].spaces;
    }
    auto word_end = index;  // a word may have several faces
    while (word_end + 1 < atoms_.size() && atoms_[word_end + 1].kind == AtomKind::word) ++word_end;
    auto word_begin = index;
    while (word_begin > 0 && atoms_[word_begin - 1].kind == AtomKind::word) --word_begin;
    const auto& last = atoms_[word_end];
    if (last.start + last.width - atoms_[word_begin].start <= width) continue;
    std::uint32_t cluster = 0;
    for (const auto& run : atom.shaped->runs) {
      for (const auto& glyph : run.glyphs) {
        const auto offset = atom.begin + glyph.cluster;
        if (glyph.cluster == cluster || offset <= before.offset || offset >= after.offset) continue;
        cluster = glyph.cluster;
        add_inside(atom, index, offset, BreakKind::inside, out);
      }
    }
  }
}

}  // namespace svodka::layout
