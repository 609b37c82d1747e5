#include "xlsx/text/styled_text.hpp"

#include <algorithm>

namespace svodka::xlsx {

namespace {

bool same_look(const Stretch& a, const Stretch& b) {
  return a.bold == b.bold && a.italic == b.italic && a.link == b.link;
}

void append(StyledText& out, std::string_view text, Stretch look, Findings& findings) {
  std::string buffer;
  const auto clean = cell_text(text, buffer, findings);
  if (clean.empty()) return;
  look.begin = out.text.size();
  out.text += clean;
  look.end = out.text.size();
  if (!out.stretches.empty() && same_look(out.stretches.back(), look)) {
    out.stretches.back().end = look.end;
  } else {
    out.stretches.push_back(look);
  }
}

void forget_plain(StyledText& text) {
  if (text.stretches.size() == 1 && same_look(text.stretches.front(), Stretch{})) text.stretches.clear();
}

bool is_blank(char c) { return c == ' ' || c == '\n'; }

}  // namespace

StyledText plain_styled(std::string_view text, Findings& findings) {
  StyledText out;
  std::string buffer;
  out.text = cell_text(text, buffer, findings);
  return out;
}

StyledText styled(std::string_view label, const document::Runs& runs, Findings& findings) {
  StyledText out;
  append(out, label, {}, findings);
  if (!out.text.empty() && !runs.empty()) append(out, " ", {}, findings);
  for (const auto& run : runs) {
    Stretch look;
    look.bold = run.bold;
    look.italic = run.italic;
    look.link = !run.href.empty();
    append(out, run.text, look, findings);
    if (out.href.empty()) out.href = run.href;
  }
  forget_plain(out);
  return out;
}

StyledText slice(const StyledText& text, std::size_t begin, std::size_t end) {
  while (begin < end && is_blank(text.text[begin])) ++begin;
  while (end > begin && is_blank(text.text[end - 1])) --end;
  StyledText out;
  out.text = text.text.substr(begin, end - begin);
  bool link = false;
  for (auto stretch : text.stretches) {
    if (stretch.end <= begin || stretch.begin >= end) continue;
    stretch.begin = std::max(stretch.begin, begin) - begin;
    stretch.end = std::min(stretch.end, end) - begin;
    link = link || stretch.link;
    out.stretches.push_back(stretch);
  }
  if (link) out.href = text.href;
  forget_plain(out);
  return out;
}

}  // namespace svodka::xlsx
