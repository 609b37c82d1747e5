#include <fmt/format.h>

#include <map>
#include <vector>

#include "pdf/content/content.hpp"
#include "pdf/content/document_pictures.hpp"
#include "pdf/objects/compressor.hpp"
#include "pdf/objects/object_streams.hpp"
#include "pdf/objects/objects.hpp"
#include "pdf/pdf.hpp"
#include "pdf/structure/colour_profile.hpp"
#include "pdf/structure/metadata.hpp"
#include "pdf/structure/navigation.hpp"
#include "pdf/structure/structure.hpp"

namespace svodka::pdf {

namespace {

// A higher level makes files 4 % smaller and takes an eighth longer.
constexpr int kContentLevel = 1;
// Fonts and pictures are compressed once a run, or are small.
constexpr int kFontLevel = 9;

// What one file is made with.
struct Tools {
  const Options& options;
  const std::string& colour_profile;  // compressed
  Compressor& font_compressor;
  Compressor& content_compressor;
  std::map<const fonts::Face*, Repertoire>& repertoires;
  PictureCache& pictures;
};

class FileMaker {
 public:
  FileMaker(layout::Pages pages, const Tools& tools)
      : pages_(std::move(pages)),
        tools_(tools),
        tagged_(tools.options.standard == Standard::a2a),
        fonts_(tools.repertoires),
        pictures_(tools.pictures),
        structure_(pages_.nodes) {}

  std::string make() {
    catalogue_ = objects_.reserve();
    page_tree_ = objects_.reserve();
    font_resources_ = objects_.reserve();
    for (layout::Page& page : pages_.pages) {
      add_page(page);
      page.items = std::vector<layout::Item>();  // of thousands of pages the file takes the place
    }
    objects_.set(font_resources_, fonts_.embed(objects_, tools_.font_compressor));
    if (picture_resources_ != 0) {
      objects_.set(picture_resources_, pictures_.embed(objects_, tools_.font_compressor));
    }
    objects_.set(page_tree_, page_tree());
    std::string catalogue = document_entries();
    const Number info = objects_.add_dictionary(information(pages_));
    HiddenObjects hidden;
    if (tagged_) {
      PackedObjects packed(objects_, tools_.content_compressor,
                           structure_.choose_elements() + outline_size(pages_));
      catalogue += outline_entry(packed);
      catalogue += fmt::format("/MarkInfo<</Marked true>>/StructTreeRoot {} 0 R", structure_.write(packed));
      hidden = packed.finish();
    } else {
      catalogue += outline_entry(objects_);
    }
    objects_.set(catalogue_, catalogue += ">>");
    return objects_.file(catalogue_, info, hidden);
  }

 private:
  void add_page(const layout::Page& page) {
    make_content(page, tagged_ ? &structure_ : nullptr, fonts_, texts_, pictures_, content_);
    const PageContent& content = content_;
    const Number stream =
        objects_.add_stream({}, tools_.content_compressor.zlib(content.stream), Filter::flate);
    if (content.has_pictures && picture_resources_ == 0) picture_resources_ = objects_.reserve();
    // The page comes after its annotations.
    const Number page_object = objects_.next() + static_cast<Number>(content.links.size());
    if (tagged_) {
      structure_.add_page(page_object, content.marks);
      structure_.add_figures(content.figures);
    }
    std::string annotations;
    for (const LinkArea& link : content.links) append_reference(annotations += ' ', add_annotation(link));
    std::string body = fmt::format("<</Type/Page/Parent {} 0 R/MediaBox[0 0 ", page_tree_);
    append_hundredths(body, hundredths(page.width));
    append_hundredths(body += ' ', hundredths(page.height));
    body += fmt::format("]/Resources<</Font {} 0 R", font_resources_);
    if (content.has_pictures) body += fmt::format("/XObject {} 0 R", picture_resources_);
    body += fmt::format(">>/Contents {} 0 R", stream);
    if (tagged_) body += fmt::format("/StructParents {}/Tabs/S", page_objects_.size());
    if (!annotations.empty()) body += "/Annots[" + annotations + "]";
    page_objects_.push_back(objects_.add(body += ">>"));
  }

  Number add_annotation(const LinkArea& link) {
    constexpr int print = 1 << 2;  // PDF/A wants annotations that print (ISO 19005-2, 6.3.2)
    std::string body = fmt::format("<</Type/Annot/Subtype/Link/F {}/Border[0 0 0]/Rect[", print);
    for (const double value : {link.area.left, link.area.bottom, link.area.right, link.area.top}) {
      append_hundredths(body += ' ', hundredths(value));
    }
    body += "]/Contents" + text_string(printable(link.href));
    body += "/A<</S/URI/URI" + uri(link.href) + ">>";
    const auto key = static_cast<std::uint32_t>(pages_.pages.size() + annotation_count_++);
    if (tagged_) body += fmt::format("/StructParent {}", key);
    const Number annotation = objects_.add(body += ">>");
    if (tagged_) structure_.add_annotation(link.node, annotation, key);
    return annotation;
  }

  std::string page_tree() const {
    std::string out = fmt::format("<</Type/Pages/Count {}/Kids[", page_objects_.size());
    for (const Number page : page_objects_) append_reference(out += ' ', page);
    return out += "]>>";
  }

  // Of the catalogue, without its end.
  std::string document_entries() {
    std::string out =
        fmt::format("<</Type/Catalog/Pages {} 0 R/PageLabels{}", page_tree_, page_labels(pages_.pages));
    if (!pages_.language.empty()) out += "/Lang" + text_string(printable(pages_.language));
    out += "/ViewerPreferences<</DisplayDocTitle true>>";
    const Number metadata = objects_.add_stream({{"Type", "/Metadata"}, {"Subtype", "/XML"}},
                                                xmp(pages_, tools_.options.standard), Filter::none);
    out += fmt::format("/Metadata {} 0 R", metadata);
    if (tools_.options.standard != Standard::none) out += "/OutputIntents[" + output_intent() + "]";
    return out;
  }

  std::string outline_entry(ObjectSink& objects) const {
    if (pages_.outline.empty()) return {};
    return fmt::format("/Outlines {} 0 R", add_outline(objects, pages_, page_objects_));
  }

  std::string output_intent() {
    const Number profile = objects_.add_stream({{"N", "3"}}, tools_.colour_profile, Filter::flate);
    return fmt::format(
        "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
        "/Info(sRGB IEC61966-2.1)/DestOutputProfile {} 0 R>>",
        profile);
  }

  layout::Pages pages_;
  const Tools& tools_;
  bool tagged_;
  Objects objects_;
  DocumentFonts fonts_;
  TextShowing texts_;
  PageContent content_;  // of the page that is being added
  DocumentPictures pictures_;
  Structure structure_;
  Number catalogue_ = 0, page_tree_ = 0, font_resources_ = 0;
  Number picture_resources_ = 0;  // none as long as there is no picture
  std::vector<Number> page_objects_;
  std::size_t annotation_count_ = 0;
};

}  // namespace

struct Writer::Impl {
  explicit Impl(const Options& chosen) : options(chosen) {
    if (options.standard != Standard::none) {
      colour_profile = font_compressor.zlib(read_colour_profile(options.colour_profile));
    }
  }

  Options options;
  Compressor font_compressor{kFontLevel};
  Compressor content_compressor{kContentLevel};
  std::string colour_profile;
  std::map<const fonts::Face*, Repertoire> repertoires;
  PictureCache pictures;
};

Writer::Writer(const Options& options) : impl_(std::make_unique<Impl>(options)) {}

Writer::~Writer() = default;

std::string Writer::write(layout::Pages pages) {
  const Tools tools{impl_->options,         impl_->colour_profile,
                    impl_->font_compressor, impl_->content_compressor,
                    impl_->repertoires,     impl_->pictures};
  return FileMaker(std::move(pages), tools).make();
}

}  // namespace svodka::pdf
