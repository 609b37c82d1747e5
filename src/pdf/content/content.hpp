#pragma once
// The content stream of a page (ISO 32000-1, 9.4 and 14.6).

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "layout/pages.hpp"
#include "pdf/content/document_pictures.hpp"
#include "pdf/content/graphics.hpp"
#include "pdf/structure/structure.hpp"
#include "pdf/text/document_font.hpp"
#include "pdf/text/text_showing.hpp"

namespace svodka::pdf {

// Where a link is.
struct LinkArea {
  layout::NodeId node;
  std::string_view href;
  Area area;
  layout::Points baseline;
};

// The views point into the page it was made from. One serves page after page: memory is not asked for anew.
struct PageContent {
  std::string stream;
  std::vector<Mark> marks;  // empty when untagged
  std::vector<LinkArea> links;
  std::vector<FigureArea> figures;  // a figure that was drawn in several goes has as many
  bool has_pictures = false;

  void clear();
};

// The fonts of one document, in the order of their first use.
class DocumentFonts {
 public:
  // `repertoires` outlives this and is shared by documents.
  explicit DocumentFonts(std::map<const fonts::Face*, Repertoire>& repertoires) : repertoires_(repertoires) {}
  DocumentFont& of(const fonts::Face& face);
  // The value of the Font resource.
  std::string embed(Objects& objects, Compressor& compressor) const;

 private:
  DocumentFont& find(const fonts::Face& face);

  std::map<const fonts::Face*, Repertoire>& repertoires_;
  DocumentFont* latest_ = nullptr;
  std::map<const fonts::Face*, DocumentFont> fonts_;
  std::vector<const DocumentFont*> in_order_;
};

// With a structure, texts of a node become marked content, all that is drawn for a figure with an alternative
// text becomes one, and the rest artifacts; without (null), nothing is marked. `out` holds this page then,
// and nothing of what it held.
void make_content(const layout::Page& page, const Structure* structure, DocumentFonts& fonts,
                  TextShowing& texts, DocumentPictures& pictures, PageContent& out);

}  // namespace svodka::pdf
