#pragma once
// Where the lines of a paragraph end, by widths alone: this knows no text and no fonts.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace svodka::layout {

enum class BreakKind : std::uint8_t {
  normal,  // between words, after a hyphen
  forced,  // a line break in the text, the end of the text
  hyphen,  // a hyphen is added
  apart,   // last resort: a space that should not break
  inside,  // last resort: between two letters of a word wider than the line
};

// A place where a line may end. Widths are natural, in points, from the start of the paragraph.
struct Opportunity {
  std::uint32_t offset = 0;  // bytes: the next line starts here
  std::uint32_t atom = 0;    // index of the atom that holds that byte
  double end = 0;            // width up to the last visible thing before it
  double next = 0;           // width up to the start of the next line: the spaces between hang
  double end_spaces = 0;     // how much of `end` is spaces, and of `next`
  double next_spaces = 0;
  double hyphen = 0;  // width of the hyphen that a break here adds
  BreakKind kind = BreakKind::normal;
};

struct LineWidths {
  double first = 0;
  double rest = 0;
  double shortest_last = 0;  // a last line shorter than this looks torn off
};

enum class Lines : std::uint8_t {
  ragged,    // each takes what it can
  balanced,  // no more of them than that, and the widest as narrow as it can be: no word alone under a title
  justified  // total fit (Knuth and Plass, Breaking Paragraphs into Lines, 1981)
};

// Chooses line ends. Keeps scratch memory between paragraphs.
class LineFitter {
 public:
  // The first line that ends at the last of these opportunities, which is forced, is the last line. `ends`
  // gets their indices.
  void fit(const std::vector<Opportunity>& opportunities, const LineWidths& widths, Lines lines,
           std::vector<std::uint32_t>& ends);

 private:
  struct Node {
    std::int64_t at;  // the line that starts here follows this opportunity; -1: the paragraph starts
    std::size_t previous;
    double demerits;
    int fitness;
    bool hyphen;
  };
  struct Measured {
    double room, natural, spaces;
  };

  double room_after(std::int64_t at) const { return at < 0 ? widths_.first : widths_.rest; }
  Measured line_between(std::int64_t after, std::size_t end) const;
  void fit_greedily(std::size_t from, std::size_t to, std::vector<std::uint32_t>& ends) const;
  void balance(std::size_t from, std::size_t to, std::vector<std::uint32_t>& ends);
  bool ends_words(const std::vector<std::uint32_t>& ends) const;
  std::size_t fill_line(std::int64_t after, std::size_t to) const;
  bool fit_totally(std::size_t from, std::size_t to, double tolerance, std::vector<std::uint32_t>& ends);
  void extend_lines_to(std::size_t end, double tolerance);
  double demerits(const Node& before, const Measured& line, std::size_t end, double ratio, int fitness) const;

  const std::vector<Opportunity>* opportunities_ = nullptr;
  LineWidths widths_;
  std::vector<Node> nodes_;
  std::vector<std::size_t> active_;
  std::vector<std::uint32_t> chosen_, tried_;  // while lines are balanced
};

}  // namespace svodka::layout
