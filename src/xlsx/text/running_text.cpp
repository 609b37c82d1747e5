#include "xlsx/text/running_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "xlsx/codes.hpp"

namespace svodka::xlsx {

namespace {

using document::PageField;
using document::Run;
using document::Runs;
using Edge = document::RunningText::Edge;
using On = document::RunningText::Pages;

constexpr std::size_t kMostUnits = 255;   // of a header or footer with its codes, Excel's limit
constexpr std::size_t kTitleUnits = 150;  // two lines
constexpr Points kSmallSize = 9;          // of what stands where the template says nothing

using Sides = std::array<Runs, 3>;  // left, centre, right

bool is_empty(const Sides& sides) {
  return std::all_of(sides.begin(), sides.end(), [](const Runs& runs) { return runs.empty(); });
}

bool has_number(const Sides& sides) {
  return std::any_of(sides.begin(), sides.end(), [](const Runs& runs) {
    return std::any_of(runs.begin(), runs.end(),
                       [](const Run& run) { return run.field == PageField::number; });
  });
}

Run field(PageField kind) {
  Run run;
  run.field = kind;
  return run;
}

// As one_line, but a line break of the template stays.
std::string clean(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    const auto line = one_line(text.substr(at, end - at));
    if (at > 0) out += '\n';
    // What one_line trims at a run's ends parts it from its neighbours.
    if (at < end && text[at] == ' ') out += ' ';
    out += line;
    if (end > at + 1 && text[end - 1] == ' ' && !line.empty()) out += ' ';
    at = end + 1;
  }
  return out;
}

// Cut after a word.
std::string shortened_title(std::string_view title) {
  auto text = one_line(title);
  if (utf16_units(text) <= kTitleUnits) return text;
  text.resize(first_units(text, kTitleUnits).size());
  const auto space = text.rfind(' ');
  if (space != std::string::npos) text.resize(space);
  return text + "…";
}

class RunningTextMaker {
 public:
  RunningTextMaker(Book& book, const document::Section& section)
      : book_(book), section_(section), look_(text_look(book.style(document::StyleName::running))) {
    width_ = document::text_width(book.theme, section.orientation);
    family_ = family_name(book.theme, look_.family);
    std::erase_if(family_, [](char c) { return c == '"' || c == '&' || c == ','; });
  }

  RunningText make() {
    auto header = sides_of(Edge::top);
    auto footer = sides_of(Edge::bottom);
    const bool own_footer = says_something(Edge::bottom);
    const bool numbered = has_number(header) || has_number(footer);
    RunningText made;
    if (own_footer && !numbered && !says_something(Edge::top) && book_.theme.page_number) {
      header[1] = {field(PageField::number)};
    }
    made.header = write(header, "header", made.header_lines);
    if (!own_footer) {
      look_.size = kSmallSize;
      look_.bold = look_.italic = false;
      const auto title = shortened_title(book_.document.title);
      if (!title.empty()) footer[0] = {{title}};
      if (!numbered) {
        footer[2] = {{"Страница "}, field(PageField::number), {" из "}, field(PageField::count)};
      }
    }
    made.footer = write(footer, "footer", made.footer_lines);
    return made;
  }

 private:
  bool says_something(Edge edge) const {
    return std::any_of(section_.running.begin(), section_.running.end(),
                       [&](const auto& running) { return running.edge == edge; });
  }

  Sides sides_of(Edge edge) const {
    Sides sides;
    for (const auto& running : section_.running) {
      if (running.edge != edge || running.pages == On::first) continue;
      auto& side = sides[document::side_of(running.align)];
      if (!side.empty()) side.push_back({"\n"});
      for (auto run : running.runs) {
        run.text = clean(run.text);
        side.push_back(std::move(run));
      }
    }
    return sides;
  }

  std::string write(Sides& sides, std::string_view what, std::size_t& lines) {
    if (is_empty(sides)) return {};
    wrap(sides);
    for (const auto& side : sides) {
      const auto text = document::plain_text(side);
      const auto breaks = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
      if (!side.empty()) lines = std::max(lines, breaks + 1);
    }
    auto codes = in_codes(sides);
    if (utf16_units(codes) <= kMostUnits) return codes;
    book_.diagnostics.warning_in(
        running_text_cut, fmt::format("section «{}»", section_.title),
        fmt::format("the {} has {} characters with its codes, a sheet takes {}; it was cut", what,
                    utf16_units(codes), kMostUnits),
        "shorten it, or use less bold and italic");
    for (auto units = utf16_units(codes); units > kMostUnits; units = utf16_units(codes)) {
      shorten(sides, units - kMostUnits);
      codes = in_codes(sides);
    }
    return codes;
  }

  // Takes the end of the longest text.
  static void shorten(Sides& sides, std::size_t excess) {
    Runs* longest_side = nullptr;
    std::size_t longest = 0, units = 0;
    for (auto& side : sides) {
      for (std::size_t i = 0; i < side.size(); ++i) {
        if (longest_side && utf16_units(side[i].text) <= units) continue;
        longest_side = &side;
        longest = i;
        units = utf16_units(side[i].text);
      }
    }
    auto& text = (*longest_side)[longest].text;
    if (units <= excess + 1) {
      longest_side->erase(longest_side->begin() + static_cast<std::ptrdiff_t>(longest));
      return;
    }
    text = std::string(first_units(text, units - excess - 1)) + "…";
  }

  // As it is measured: a page field may have three digits.
  static StyledText printed(const Runs& side) {
    StyledText text;
    for (const auto& run : side) text.text += run.field == PageField::none ? run.text : "000";
    return text;
  }

  // What a side may fill beside the others.
  Points share_of(std::size_t side, const Sides& sides) {
    if (!sides[1].empty() && !(sides[0].empty() && sides[2].empty())) return width_ / 3 - look_.size;
    const auto& other = sides[2 - side];
    if (side == 1 || other.empty()) return width_;
    return std::max(width_ / 2, width_ - book_.measure.width(printed(other).text, look_)) - look_.size;
  }

  // Programs do not wrap it, so it is broken where it is wider than its part of the page.
  void wrap(Sides& sides) {
    std::array<Points, 3> shares{};
    for (std::size_t i = 0; i < sides.size(); ++i) shares[i] = share_of(i, sides);
    for (std::size_t i = 0; i < sides.size(); ++i) {
      auto& side = sides[i];
      if (side.empty()) continue;
      const auto starts = book_.measure.lines(printed(side), look_, shares[i]);
      std::size_t begin = 0;  // of the run in the whole
      for (auto& run : side) {
        const auto length = run.field == PageField::none ? run.text.size() : 3;
        for (auto start : starts) {
          const bool inside = run.field == PageField::none && start > begin && start <= begin + length;
          if (inside && run.text[start - begin - 1] == ' ') run.text[start - begin - 1] = '\n';
        }
        begin += length;
      }
    }
  }

  std::string in_codes(const Sides& sides) const {
    static constexpr std::array<std::string_view, 3> names = {"&L", "&C", "&R"};
    std::string out;
    for (std::size_t i = 0; i < sides.size(); ++i) {
      if (sides[i].empty()) continue;
      out += names[i];
      out += fmt::format("&{}", std::lround(look_.size));
      std::string last;  // so that neighbours of one look do not repeat it
      bool after_field = false;
      for (const auto& run : sides[i]) {
        const auto font = font_code(run);
        // Excel takes «&P-5» for the page's number less five: a code between says the same.
        const bool is_signed = run.text.starts_with('-') || run.text.starts_with('+');
        if (font != last || (after_field && is_signed)) out += font;
        last = font;
        after_field = run.field != PageField::none || (after_field && run.text.empty());
        out += run.field == PageField::number  ? "&P"
               : run.field == PageField::count ? "&N"
                                               : escaped(run.text, font);
      }
    }
    return out;
  }

  std::string font_code(const Run& run) const {
    const bool bold = run.bold || look_.bold;
    const bool italic = run.italic || look_.italic;
    return fmt::format("&\"{},{}\"", family_,
                       bold ? (italic ? "Bold Italic" : "Bold") : (italic ? "Italic" : "Regular"));
  }

  // The library takes «&G», also in «&&G», for a picture: a code between says the same.
  static std::string escaped(std::string_view text, const std::string& font) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] != '&') {
        out += text[i];
        continue;
      }
      out += "&&";
      if (i + 1 < text.size() && (text[i + 1] == 'G' || text[i + 1] == '[')) out += font;
    }
    return out;
  }

  Book& book_;
  const document::Section& section_;
  TextLook look_;
  std::string family_;
  Points width_ = 0;
};

}  // namespace

RunningText running_text(Book& book, const document::Section& section) {
  return RunningTextMaker(book, section).make();
}

}  // namespace svodka::xlsx
