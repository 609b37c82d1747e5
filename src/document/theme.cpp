#include "document/theme.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace svodka::document {

namespace {

constexpr std::array<std::string_view, kStyleCount> kStyleNames = {
    "body",    "title",    "subtitle",    "heading1",   "heading2",        "heading3", "heading4",
    "item",    "cell",     "cell_header", "cell_total", "caption",         "note",     "signature",
    "running", "appendix", "approval",    "letterhead", "letterhead_note", "chart"};

using base::millimetres;

void set_text_styles(Theme& theme) {
  ParagraphStyle text;
  text.first_indent = millimetres(12.5);
  theme.styles.fill(text);
  auto& title = theme.style(StyleName::title);
  title = {.bold = true,
           .align = Align::centre,
           .line_spacing = 1.0,
           .space_before = 6,
           .space_after = 2,
           .keep_with_next = true};
  theme.style(StyleName::subtitle) = {
      .align = Align::centre, .line_spacing = 1.0, .space_after = 2, .keep_with_next = true};
  theme.style(StyleName::note) = {.size = 11, .line_spacing = 1.0, .space_before = 2};
  theme.style(StyleName::signature) = {.align = Align::left, .line_spacing = 1.0, .space_before = 14};
  theme.style(StyleName::running) = {.size = 12, .align = Align::centre, .line_spacing = 1.0};
  theme.style(StyleName::appendix) = {
      .align = Align::right, .line_spacing = 1.0, .space_after = 6, .keep_with_next = true};
  theme.style(StyleName::approval) = {
      .align = Align::left, .line_spacing = 1.0, .left_indent = millimetres(85), .space_after = 12};
  theme.style(StyleName::letterhead) = {
      .bold = true, .align = Align::centre, .line_spacing = 1.0, .keep_with_next = true};
  theme.style(StyleName::letterhead_note) = {
      .size = 11, .align = Align::centre, .line_spacing = 1.0, .keep_with_next = true};
  theme.style(StyleName::chart) = {.size = 9, .align = Align::left, .line_spacing = 1.0};
  auto& item = theme.style(StyleName::item);
  item.first_indent = 0;
  item.hanging = millimetres(12.5);
}

void set_headings(Theme& theme) {
  ParagraphStyle heading{.bold = true,
                         .align = Align::centre,
                         .line_spacing = 1.0,
                         .space_before = 12,
                         .space_after = 6,
                         .keep_with_next = true};
  theme.style(StyleName::heading1) = heading;
  heading.align = Align::left;
  heading.space_before = 10;
  theme.style(StyleName::heading2) = heading;
  heading.italic = true;
  heading.space_before = 8;
  heading.space_after = 4;
  theme.style(StyleName::heading3) = heading;
  heading.bold = false;
  theme.style(StyleName::heading4) = heading;
}

void set_table_styles(Theme& theme) {
  ParagraphStyle cell{.size = 11, .align = Align::left, .line_spacing = 1.0};
  theme.style(StyleName::cell) = cell;
  cell.bold = true;
  theme.style(StyleName::cell_total) = cell;
  cell.align = Align::centre;
  theme.style(StyleName::cell_header) = cell;
  theme.style(StyleName::caption) = {.size = 12,
                                     .align = Align::left,
                                     .line_spacing = 1.0,
                                     .space_before = 8,
                                     .space_after = 4,
                                     .keep_with_next = true};
}

void set_states(Theme& theme) {
  const Colour black{};
  theme.states["overdue"] = {Colour{0xF4, 0xC7, 0xC3}, true, false, black};
  theme.states["late"] = {Colour{0xFC, 0xE8, 0xB2}, false, true, black};
  theme.states["on_time"] = {Colour{0xD9, 0xEA, 0xD3}, false, false, black};
  theme.states["not_due"] = {std::nullopt, false, false, black};
  theme.states["pending"] = {Colour{0xE8, 0xEA, 0xF6}, false, true, black};
  theme.states["below"] = {Colour{0xF4, 0xC7, 0xC3}, true, false, black};
  theme.states["reached"] = {Colour{0xD9, 0xEA, 0xD3}, false, false, black};
  theme.states["absent"] = {std::nullopt, false, true, black};
}

std::string hexadecimal(Colour c) { return fmt::format("#{:02X}{:02X}{:02X}", c.red, c.green, c.blue); }

}  // namespace

std::optional<StyleName> style_name(const std::string& name) {
  for (std::size_t i = 0; i < kStyleCount; ++i) {
    if (kStyleNames[i] == name) return static_cast<StyleName>(i);
  }
  return std::nullopt;
}

std::string_view name_of(StyleName style) { return kStyleNames[static_cast<std::size_t>(style)]; }

StyleName heading_style(int level) {
  constexpr std::array styles{StyleName::heading1, StyleName::heading2, StyleName::heading3,
                              StyleName::heading4};
  return styles[static_cast<std::size_t>(std::clamp(level, 1, static_cast<int>(styles.size()))) - 1];
}

Theme default_theme() {
  Theme theme;
  theme.name = "default";
  theme.families = {"Times New Roman, PT Astra Serif, Liberation Serif"};
  set_text_styles(theme);
  set_headings(theme);
  set_table_styles(theme);
  set_states(theme);
  return theme;
}

std::string dump(const Theme& theme) {
  std::string out = fmt::format("theme {}\nauthor {}\n", theme.name, theme.author);
  for (const auto& family : theme.families) out += fmt::format("family {}\n", family);
  out += fmt::format("page {} x {} margins {} {} {} {} number {} {} indent {}\n", theme.page_width,
                     theme.page_height, theme.margin_left, theme.margin_right, theme.margin_top,
                     theme.margin_bottom, theme.page_number, theme.page_number_top, theme.outline_indent);
  for (std::size_t i = 0; i < kStyleCount; ++i) {
    const auto& s = theme.styles[i];
    out += fmt::format(
        "style {} family {} size {}{}{} align {} spacing {} first {} left {} hanging {} before {} after "
        "{}{}{} {}\n",
        kStyleNames[i], s.family, s.size, s.bold ? " bold" : "", s.italic ? " italic" : "",
        static_cast<int>(s.align), s.line_spacing, s.first_indent, s.left_indent, s.hanging, s.space_before,
        s.space_after, s.keep_with_next ? " keep" : "", s.hyphenate ? " hyphenate" : "",
        hexadecimal(s.colour));
  }
  const auto& t = theme.table;
  out += fmt::format("table borders {} rule {} {} padding {} {} gap {} header {} group {} zebra {}\n",
                     static_cast<int>(t.borders), t.rule, hexadecimal(t.rule_colour), t.padding_x,
                     t.padding_y, t.paragraph_gap, hexadecimal(t.header_fill), hexadecimal(t.group_fill),
                     t.zebra ? hexadecimal(*t.zebra) : "none");
  for (const auto colour : theme.palette) out += fmt::format("series {}\n", hexadecimal(colour));
  out += fmt::format("heat {} {} {}\n", hexadecimal(theme.heat.worst), hexadecimal(theme.heat.middle),
                     hexadecimal(theme.heat.best));
  for (const auto& [name, state] : theme.states) {
    out += fmt::format("state {} fill {}{}{} text {}\n", name, state.fill ? hexadecimal(*state.fill) : "none",
                       state.bold ? " bold" : "", state.italic ? " italic" : "", hexadecimal(state.text));
  }
  const auto& head = theme.letterhead;
  if (head.picture) {
    out += fmt::format("letterhead picture {} x {} px height {}: {}\n", head.picture->width,
                       head.picture->height, head.picture_height, head.alternative);
  }
  for (const auto& line : head.lines) out += fmt::format("letterhead line {}\n", line);
  for (const auto& note : head.notes) out += fmt::format("letterhead note {}\n", note);
  if (!head.rule) out += "letterhead without rule\n";
  return out;
}

}  // namespace svodka::document
