#include "pdf/content.hpp"

#include <algorithm>
#include <cassert>
#include <optional>
#include <utility>

#include "pdf/text_showing.hpp"

namespace svodka::pdf {

namespace {

using layout::kArtifact;
using layout::NodeId;

bool is_safe_link(std::string_view href) {
  for (const std::string_view scheme : {"http://", "https://", "mailto:"}) {
    if (href.starts_with(scheme)) return true;
  }
  return false;
}

// "0.93 g" or "0.2 0.4 1 rg".
void append_colour(std::string& out, layout::Colour colour) {
  const auto component = [&](std::uint8_t value) { append_hundredths(out, (value * 100 + 127) / 255); };
  component(colour.red);
  if (colour.red == colour.green && colour.red == colour.blue) {
    out += " g\n";
    return;
  }
  out += ' ';
  component(colour.green);
  out += ' ';
  component(colour.blue);
  out += " rg\n";
}

class ContentMaker {
 public:
  ContentMaker(const layout::Page& page, const Structure* structure, DocumentFonts& fonts)
      : height_(page.height), structure_(structure), fonts_(fonts) {
    constexpr std::size_t usual_size = 32768;
    out_.stream.reserve(usual_size);
  }

  void draw(const layout::PlacedText& text) {
    if (text.glyphs.empty() || text.size <= 0) return;
    assert(text.face != nullptr);
    end_boxes();
    if (!in_text_) begin_text();
    mark(text);
    set_colour(text.colour);
    DocumentFont& font = fonts_.of(*text.face);
    set_font(font, hundredths(text.size));
    move_to(hundredths(text.x), hundredths(height_ - text.y));
    show_text(out_.stream, text, font);
    if (is_safe_link(text.href)) add_link(text);
  }

  void draw(const layout::PlacedBox& box) {
    end_text();
    if (structure_ && !in_boxes_) out_.stream += "/Artifact BMC\n";
    if (has_path_ && box.colour != colour_) fill();
    set_colour(box.colour);
    append_hundredths(out_.stream, hundredths(box.x));
    for (const auto value :
         {hundredths(height_ - box.y - box.height), hundredths(box.width), hundredths(box.height)}) {
      out_.stream += ' ';
      append_hundredths(out_.stream, value);
    }
    out_.stream += " re\n";
    in_boxes_ = has_path_ = true;
  }

  void draw(const layout::PlacedPath&) {}
  void draw(const layout::PlacedImage&) {}

  PageContent finish() {
    end_text();
    end_boxes();
    return std::move(out_);
  }

 private:
  void begin_text() {
    out_.stream += "BT\n";
    in_text_ = true;
    x_ = y_ = 0;
  }

  void end_text() {
    if (!in_text_) return;
    end_mark();
    out_.stream += "ET\n";
    in_text_ = false;
  }

  void fill() {
    out_.stream += "f\n";
    has_path_ = false;
  }

  void end_boxes() {
    if (!in_boxes_) return;
    fill();
    if (structure_) out_.stream += "EMC\n";
    in_boxes_ = false;
  }

  // Texts of one node that follow each other are one marked-content sequence.
  void mark(const layout::PlacedText& text) {
    if (!structure_ || marked_ == text.node) return;
    end_mark();
    if (text.node == kArtifact) {
      out_.stream += "/Artifact BMC\n";
    } else {
      out_.stream += '/';
      out_.stream += structure_->type_of(text.node);
      out_.stream += "<</MCID ";
      append_integer(out_.stream, static_cast<long long>(out_.marks.size()));
      out_.stream += ">>BDC\n";
      out_.marks.push_back({text.node, text.text});
    }
    marked_ = text.node;
  }

  void end_mark() {
    if (marked_) out_.stream += "EMC\n";
    marked_.reset();
  }

  void set_colour(layout::Colour colour) {
    if (colour == colour_) return;
    append_colour(out_.stream, colour);
    colour_ = colour;
  }

  void set_font(const DocumentFont& font, long long size) {
    if (&font == font_ && size == size_) return;
    out_.stream += '/';
    out_.stream += font.resource();
    out_.stream += ' ';
    append_hundredths(out_.stream, size);
    out_.stream += " Tf\n";
    font_ = &font;
    size_ = size;
  }

  void move_to(long long x, long long y) {
    append_hundredths(out_.stream, x - x_);
    out_.stream += ' ';
    append_hundredths(out_.stream, y - y_);
    out_.stream += " Td";
    x_ = x;
    y_ = y;
  }

  // Pieces of one link on one line are one area.
  void add_link(const layout::PlacedText& text) {
    if (structure_ && !structure_->is_link(text.node)) return;
    const double baseline = height_ - text.y;
    const LinkArea area{text.node,
                        text.href,
                        text.x,
                        baseline + text.face->descent() * text.size,
                        text.x + text.width,
                        baseline + text.face->ascent() * text.size,
                        baseline};
    if (!out_.links.empty()) {
      LinkArea& last = out_.links.back();
      if (last.node == area.node && last.href == area.href &&
          hundredths(last.baseline) == hundredths(baseline)) {
        last.right = std::max(last.right, area.right);
        return;
      }
    }
    out_.links.push_back(area);
  }

  double height_;
  const Structure* structure_;
  DocumentFonts& fonts_;
  PageContent out_;

  bool in_text_ = false;
  bool in_boxes_ = false;
  bool has_path_ = false;
  std::optional<NodeId> marked_;
  layout::Colour colour_;  // black, as a page begins
  const DocumentFont* font_ = nullptr;
  long long size_ = 0;
  long long x_ = 0, y_ = 0;  // of the text line, hundredths of a point
};

}  // namespace

DocumentFont& DocumentFonts::of(const fonts::Face& face) {
  if (const auto known = fonts_.find(&face); known != fonts_.end()) return known->second;
  Repertoire& repertoire = repertoires_.try_emplace(&face, face).first->second;
  std::string resource = "F" + std::to_string(in_order_.size());
  DocumentFont& font = fonts_.try_emplace(&face, repertoire, std::move(resource)).first->second;
  in_order_.push_back(&font);
  return font;
}

std::string DocumentFonts::embed(Objects& objects, Compressor& compressor) const {
  std::string out = "<<";
  for (const DocumentFont* font : in_order_) {
    out += '/' + font->resource() + ' ';
    append_reference(out, font->embed(objects, compressor));
  }
  return out += ">>";
}

PageContent make_content(const layout::Page& page, const Structure* structure, DocumentFonts& fonts) {
  ContentMaker maker(page, structure, fonts);
  for (const layout::Item& item : page.items) {
    std::visit([&](const auto& placed) { maker.draw(placed); }, item);
  }
  return maker.finish();
}

}  // namespace svodka::pdf
