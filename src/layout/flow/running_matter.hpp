#pragma once
// What stands in the margins: headers, footers and the theme's page number. All of it is artifacts.

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "document/document.hpp"
#include "layout/flow/paginator.hpp"
#include "layout/text/typesetter.hpp"

namespace svodka::layout {

class RunningMatter {
 public:
  RunningMatter(const document::Theme& theme, Typesetter& typesetter, base::Diagnostics& diagnostics);

  // Margins that keep the text of the section's first or further pages clear of what stands in them.
  PageMargins margins(const document::Section& section, bool first);

  // Prints it on page `index` (zero-based) of the document, which is of the section, when all pages are
  // known.
  void put(const document::Section& section, bool first, std::size_t index, Pages& pages);

 private:
  using Edge = document::RunningText::Edge;
  struct PageFacts {
    bool first;            // of the section
    bool theme_number;     // the theme prints a number on this page unless the section does
    std::string number;    // page X
    std::string count;     // of Y
    Points width, height;  // of the page
  };
  using Sides = std::array<document::Runs, 3>;  // left, centre, right

  static bool applies(const document::RunningText& running, const PageFacts& facts);
  static bool has_number(const document::Section& section, const PageFacts& facts);
  Sides sides(const document::Section& section, Edge edge, const PageFacts& facts) const;
  // Line by line from the top one, all sides; y of every text is 0.
  std::vector<Line> set(const Sides& sides, const PageFacts& facts);
  std::size_t most_lines(const PageFacts& facts) const;  // a third of the page
  void tell_of_cut(std::size_t lines, const PageFacts& facts);
  std::array<Points, 3> shares(const Sides& sides, Points width);

  const document::Theme& theme_;
  Typesetter& typesetter_;
  base::Diagnostics& diagnostics_;
  TextLook look_;
  bool told_ = false;  // that something is cut
};

}  // namespace svodka::layout
