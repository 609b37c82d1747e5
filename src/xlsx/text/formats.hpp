#pragma once
// How a cell looks, and the library's formats made once for each look.

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "document/theme.hpp"
#include "fonts/fonts.hpp"
#include "text/value.hpp"

struct lxw_format;
struct lxw_workbook;

namespace svodka::xlsx {

struct TextLook {
  std::uint16_t family = 0;
  document::Points size = 12;
  bool bold = false;
  bool italic = false;
  bool link = false;
  document::Colour colour = {};
  auto operator<=>(const TextLook&) const = default;

  fonts::Style style() const { return {family, bold, italic}; }
};

TextLook text_look(const document::ParagraphStyle& style);

// bottom: a line to write on, whatever the theme's borders are.
enum class Border : std::uint8_t { none, box, rows, bottom };

struct CellLook {
  TextLook text;
  std::optional<document::Colour> fill;
  Border border = Border::none;
  document::Align align = document::Align::left;
  document::VerticalAlign vertical = document::VerticalAlign::top;
  bool wrap = true;
  std::uint8_t indent = 0;    // times kIndent
  std::string number_format;  // empty: General
  auto operator<=>(const CellLook&) const = default;
};

// The number format that shows a value as text::display does.
std::string number_format(const text::Format& format, text::ValueType type);

// The name a spreadsheet asks the system for: the first of a family's alternatives.
std::string family_name(const document::Theme& theme, std::uint16_t family);

class Formats {
 public:
  Formats(lxw_workbook* workbook, const document::Theme& theme) : workbook_(workbook), theme_(theme) {}

  lxw_format* cell(const CellLook& look);
  lxw_format* text(const TextLook& look);               // of a stretch inside a cell
  lxw_format* state(const document::CellState& state);  // what a rule lays over a cell

 private:
  void set_font(lxw_format* format, const TextLook& look) const;
  void set_border(lxw_format* format, Border border) const;

  lxw_workbook* workbook_;
  const document::Theme& theme_;
  std::map<CellLook, lxw_format*> cells_;
  std::map<TextLook, lxw_format*> texts_;
};

}  // namespace svodka::xlsx
