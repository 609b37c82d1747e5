#pragma once
// A chart: drawn as vectors in PDF, native in XLSX.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "document/table.hpp"

namespace svodka::document {

struct Series {
  std::string title;                          // in the legend
  std::vector<std::optional<double>> values;  // one a category; a missing value is not drawn and is not 0
};

struct Chart {
  enum class Kind : std::uint8_t {
    bars,     // one series, or several side by side
    stacked,  // bars upon each other: no negative values
    lines,
    bullet  // series 0 is the fact, a bar; series 1 the plan, a mark across it
  };
  std::string id;  // unique among the tables and charts of the document
  Kind kind = Kind::bars;
  bool horizontal = false;  // bars and bullet: categories from top to bottom
  std::string title;
  std::string category_title, value_title;  // of the axes, or empty
  std::vector<std::string> categories;
  std::vector<Series> series;
  text::Format format;      // of the values
  Points height = 0;        // 0: by its content
  std::string alternative;  // never empty when there are values
  Runs empty_text;          // printed instead of a chart without values

  bool has_values() const;
};

// The values that a chart has, if any.
struct Extremes {
  double least = 0, greatest = 0;
};
std::optional<Extremes> value_extremes(const Chart& chart);

// How both writers draw it.
inline constexpr Colour kChartGrid{0xD9, 0xD9, 0xD9}, kChartOutline{0x40, 0x40, 0x40};
inline constexpr double kChartTitleSize = 1.15;  // of the labels'

// What a chart shows, in words: its title and every value. For charts whose template gives no text of its
// own.
std::string describe(const Chart& chart);

}  // namespace svodka::document
