#include "xlsx/text/formats.hpp"

#include "xlsx/package/library.hpp"
#include "xlsx/text/hygiene.hpp"

namespace svodka::xlsx {

namespace {

using document::Align;
using document::Colour;
using document::VerticalAlign;

constexpr std::size_t kMaxFontName = 31;  // LF_FACESIZE less the zero
constexpr Colour kLinkColour{0x05, 0x63, 0xC1};

std::uint8_t horizontal(Align align) {
  switch (align) {
    case Align::left:
      return LXW_ALIGN_LEFT;
    case Align::centre:
      return LXW_ALIGN_CENTER;
    case Align::right:
      return LXW_ALIGN_RIGHT;
    case Align::justify:
      return LXW_ALIGN_JUSTIFY;
  }
  return LXW_ALIGN_LEFT;
}

std::uint8_t vertical(VerticalAlign align) {
  switch (align) {
    case VerticalAlign::top:
      return LXW_ALIGN_VERTICAL_TOP;
    case VerticalAlign::middle:
      return LXW_ALIGN_VERTICAL_CENTER;
    case VerticalAlign::bottom:
      return LXW_ALIGN_VERTICAL_BOTTOM;
  }
  return LXW_ALIGN_VERTICAL_TOP;
}

std::uint8_t border_style(document::Points rule) {
  if (rule < 0.4) return LXW_BORDER_HAIR;
  if (rule < 1.2) return LXW_BORDER_THIN;
  return rule < 2 ? LXW_BORDER_MEDIUM : LXW_BORDER_THICK;
}

std::string with_decimals(std::string digits, std::uint8_t decimals) {
  if (decimals > 0) digits += '.' + std::string(decimals, '0');
  return digits;
}

}  // namespace

TextLook text_look(const document::ParagraphStyle& style) {
  return {style.family, style.size, style.bold, style.italic, false, style.colour};
}

std::string number_format(const text::Format& format, text::ValueType type) {
  using Kind = text::Format::Kind;
  const bool date = type == text::ValueType::date;
  if (type == text::ValueType::text || type == text::ValueType::empty) return {};
  switch (format.kind) {
    case Kind::date_long:
      return date ? "[$-419]d mmmm yyyy\" г.\"" : "";
    case Kind::date_day_month:
      return date ? "[$-419]d mmmm" : "";
    case Kind::date_month:
      return date ? "[$-419]mmmm yyyy\" г.\"" : "";
    case Kind::number:
      if (!date) return with_decimals(format.grouping ? "#,##0" : "0", format.decimals);
      break;
    case Kind::percent:
      if (!date) return with_decimals("0", format.decimals) + "\" %\"";  // 85 is stored, not 0.85
      break;
    case Kind::general:
    case Kind::date_short:
      break;
  }
  if (date) return "dd.mm.yyyy";
  return type == text::ValueType::integer ? "0" : "";  // General turns long integers into powers of ten
}

std::string family_name(const document::Theme& theme, std::uint16_t family) {
  if (family >= theme.families.size()) return "Times New Roman";
  const std::string_view alternatives = theme.families[family];
  const auto name = one_line(alternatives.substr(0, alternatives.find(',')));
  return std::string(first_units(name, kMaxFontName));
}

lxw_format* Formats::cell(const CellLook& look) {
  auto& format = cells_[look];
  if (format != nullptr) return format;
  format = workbook_add_format(workbook_);
  if (format == nullptr) check(LXW_ERROR_MEMORY_MALLOC_FAILED, "make a format");
  set_font(format, look.text);
  set_border(format, look.border);
  if (look.fill) format_set_bg_color(format, library_colour(*look.fill));
  format_set_align(format, horizontal(look.align));
  format_set_align(format, vertical(look.vertical));
  if (look.wrap) format_set_text_wrap(format);
  if (look.indent > 0) format_set_indent(format, look.indent);
  if (!look.number_format.empty()) format_set_num_format(format, look.number_format.c_str());
  return format;
}

lxw_format* Formats::text(const TextLook& look) {
  auto& format = texts_[look];
  if (format != nullptr) return format;
  format = workbook_add_format(workbook_);
  if (format == nullptr) check(LXW_ERROR_MEMORY_MALLOC_FAILED, "make a format");
  set_font(format, look);
  return format;
}

lxw_format* Formats::state(const document::CellState& state) {
  auto* format = workbook_add_format(workbook_);
  if (format == nullptr) check(LXW_ERROR_MEMORY_MALLOC_FAILED, "make a format");
  if (state.fill) format_set_bg_color(format, library_colour(*state.fill));
  if (state.bold) format_set_bold(format);
  if (state.italic) format_set_italic(format);
  if (state.text != Colour{}) format_set_font_color(format, library_colour(state.text));
  return format;
}

void Formats::set_font(lxw_format* format, const TextLook& look) const {
  format_set_font_name(format, family_name(theme_, look.family).c_str());
  format_set_font_size(format, look.size);
  if (look.bold) format_set_bold(format);
  if (look.italic) format_set_italic(format);
  if (look.link) format_set_underline(format, LXW_UNDERLINE_SINGLE);
  const auto colour = look.link ? kLinkColour : look.colour;
  if (colour != Colour{}) format_set_font_color(format, library_colour(colour));
}

void Formats::set_border(lxw_format* format, Border border) const {
  if (border == Border::none) return;
  const auto colour = theme_.table.rule_colour;
  if (border == Border::bottom) {
    format_set_bottom(format, LXW_BORDER_THIN);
    return;
  }
  const auto style = border_style(theme_.table.rule);
  if (border == Border::box) {
    format_set_border(format, style);
  } else {
    format_set_top(format, style);
    format_set_bottom(format, style);
  }
  if (colour != Colour{}) format_set_border_color(format, library_colour(colour));
}

}  // namespace svodka::xlsx
