#include "pdf/content/content.hpp"

#include <algorithm>
#include <cassert>
#include <optional>
#include <utility>

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

class ContentMaker {
 public:
  ContentMaker(const layout::Page& page, const Structure* structure, DocumentFonts& fonts, TextShowing& texts,
               DocumentPictures& pictures, PageContent& out)
      : height_(page.height),
        structure_(structure),
        fonts_(fonts),
        texts_(texts),
        pictures_(pictures),
        out_(out),
        graphics_(out_.stream, page.height) {
    out_.clear();
  }

  void draw(const layout::PlacedText& text) {
    assert(text.shown != nullptr && text.shown->face != nullptr);
    const layout::ShownText& shown = *text.shown;
    if (shown.glyphs.empty() || shown.size <= 0) return;
    if (is_figure(text.node)) {
      enter_block(text.node);
      figure_area().include(area_of(text, height_));
    } else {
      leave_block();
    }
    begin_text();
    if (!block_) mark(text);
    graphics_.set_fill(text.colour);
    DocumentFont& font = fonts_.of(*shown.face);
    set_font(font, hundredths(shown.size));
    set_tracking(ten_thousandths(static_cast<double>(shown.tracking)));
    move_to(hundredths(text.x), hundredths(height_ - text.y));
    texts_.show(out_.stream, shown, font);
    if (is_safe_link(shown.href)) add_link(text);
  }

  void draw(const layout::PlacedBox& box) {
    enter_graphics(box);
    graphics_.draw(box);
  }

  void draw(const layout::PlacedPath& path) {
    if (!is_visible(path)) return;
    enter_graphics(path);
    graphics_.draw(path);
  }

  void draw(const layout::PlacedImage& image) {
    if (!is_visible(image)) return;
    enter_graphics(image);
    graphics_.draw(image, pictures_.resource_of(image.picture));
    out_.has_pictures = true;
  }

  void finish() {
    end_text();
    leave_block();
  }

 private:
  // One that is told of: without an alternative text it is decoration.
  bool is_figure(NodeId node) const { return structure_ && structure_->is_figure(node); }

  void begin_text() {
    if (in_text_) return;
    graphics_.finish();
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

  template <typename Item>
  void enter_graphics(const Item& item) {
    end_text();
    const bool figure = is_figure(item.node);
    if (structure_) enter_block(figure ? item.node : kArtifact);
    if (figure) figure_area().include(area_of(item, height_));
  }

  // A marked-content sequence around text objects and graphics: of artifacts, or of one figure.
  void enter_block(NodeId node) {
    if (block_ == node) return;
    end_text();
    leave_block();
    begin_mark(node, {});
    block_ = node;
    if (node == kArtifact) return;
    constexpr double far = 1e7;
    out_.figures.push_back({node, {far, far, -far, -far}});
  }

  void leave_block() {
    if (block_ && in_text_) end_text();
    graphics_.finish();
    if (block_) out_.stream += "EMC\n";
    block_.reset();
  }

  Area& figure_area() { return out_.figures.back().area; }

  // Inside a text object, texts of one node that follow each other are one marked-content sequence.
  void mark(const layout::PlacedText& text) {
    if (!structure_) return;
    const NodeId node = structure_->is_decoration(text.node) ? kArtifact : text.node;
    if (marked_ == node) return;
    end_mark();
    begin_mark(node, text.shown->text);
    marked_ = node;
  }

  void begin_mark(NodeId node, std::string_view text) {
    if (node == kArtifact) {
      out_.stream += "/Artifact BMC\n";
      return;
    }
    out_.stream += '/';
    out_.stream += structure_->type_of(node);
    out_.stream += "<</MCID ";
    append_integer(out_.stream, static_cast<long long>(out_.marks.size()));
    out_.stream += ">>BDC\n";
    out_.marks.push_back({node, text});
  }

  void end_mark() {
    if (marked_) out_.stream += "EMC\n";
    marked_.reset();
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

  void set_tracking(long long tracking) {
    if (tracking == tracking_) return;
    append_ten_thousandths(out_.stream, tracking);
    out_.stream += " Tc\n";
    tracking_ = tracking;
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
    const LinkArea link{text.node, text.shown->href, area_of(text, height_), height_ - text.y};
    if (!out_.links.empty()) {
      LinkArea& last = out_.links.back();
      if (last.node == link.node && last.href == link.href &&
          hundredths(last.baseline) == hundredths(link.baseline)) {
        last.area.right = std::max(last.area.right, link.area.right);
        return;
      }
    }
    out_.links.push_back(link);
  }

  double height_;
  const Structure* structure_;
  DocumentFonts& fonts_;
  TextShowing& texts_;
  DocumentPictures& pictures_;
  PageContent& out_;
  Graphics graphics_;

  std::optional<NodeId> block_;
  bool in_text_ = false;
  std::optional<NodeId> marked_;
  const DocumentFont* font_ = nullptr;
  long long size_ = 0;
  long long tracking_ = 0;   // ten-thousandths of a point
  long long x_ = 0, y_ = 0;  // of the text line, hundredths of a point
};

}  // namespace

DocumentFont& DocumentFonts::of(const fonts::Face& face) {
  if (latest_ && &latest_->face() == &face) return *latest_;
  latest_ = &find(face);
  return *latest_;
}

DocumentFont& DocumentFonts::find(const fonts::Face& face) {
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

void PageContent::clear() {
  stream.clear();
  marks.clear();
  links.clear();
  figures.clear();
  has_pictures = false;
}

void make_content(const layout::Page& page, const Structure* structure, DocumentFonts& fonts,
                  TextShowing& texts, DocumentPictures& pictures, PageContent& out) {
  ContentMaker maker(page, structure, fonts, texts, pictures, out);
  for (const layout::Item& item : page.items) {
    std::visit([&](const auto& placed) { maker.draw(placed); }, item);
  }
  maker.finish();
}

}  // namespace svodka::pdf
