#include "templates/xml/tree.hpp"

#include <expat.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <new>
#include <utility>

#include "base/utf8.hpp"
#include "templates/codes.hpp"
#include "templates/xml/errors.hpp"

namespace svodka::templates {

namespace {

constexpr std::string_view spaces = " \t\r\n";
constexpr std::string_view cdata_mark = "<![CDATA[";

// Turns expat's events into the tree; what expat refuses, into one diagnostic.
class XmlReader {
 public:
  XmlReader(const base::SourcePtr& source, base::Diagnostics& diagnostics)
      : source_(source), diagnostics_(diagnostics), parser_(XML_ParserCreate("UTF-8")) {
    if (!parser_) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser_.get(), on_text);
    XML_SetCdataSectionHandler(parser_.get(), on_cdata, on_cdata_end);
    XML_SetStartDoctypeDeclHandler(parser_.get(), on_document_type);
    XML_SetXmlDeclHandler(parser_.get(), on_declaration);
  }

  std::optional<XmlNode> read() {
    const auto& text = source_->text;
    const auto status = XML_Parse(parser_.get(), text.data(), static_cast<int>(text.size()), XML_TRUE);
    if (refused_) return std::nullopt;
    if (status != XML_STATUS_OK) {
      explain_xml_error(XML_GetErrorCode(parser_.get()), source_, event_begin(),
                        open_.empty() ? base::SourceSpan{} : open_.back().span, diagnostics_);
      return std::nullopt;
    }
    return std::move(root_);
  }

 private:
  struct FreeParser {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
  };

  static XmlReader& of(void* self) { return *static_cast<XmlReader*>(self); }
  static void on_start(void* self, const XML_Char* name, const XML_Char**) { of(self).start(name); }
  static void on_end(void* self, const XML_Char*) { of(self).end(); }
  static void on_text(void* self, const XML_Char*, int) { of(self).add_text(); }
  static void on_cdata(void* self) { of(self).begin_cdata(); }
  static void on_cdata_end(void* self) { of(self).in_cdata_ = false; }
  static void on_document_type(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    of(self).refuse_document_type();
  }
  static void on_declaration(void* self, const XML_Char*, const XML_Char* encoding, int) {
    if (encoding) of(self).check_encoding(encoding);
  }

  std::size_t event_begin() const {
    const auto index = XML_GetCurrentByteIndex(parser_.get());
    return std::min(static_cast<std::size_t>(std::max<XML_Index>(index, 0)), source_->text.size());
  }

  base::SourceSpan place(std::size_t begin, std::size_t length) const {
    return {source_, begin, begin + length};
  }

  void refuse(const base::Code& code, base::SourceSpan span, std::string message, std::string hint = {}) {
    if (std::exchange(refused_, true)) return;
    diagnostics_.error(code, std::move(span), std::move(message), std::move(hint));
    const auto stopped = XML_StopParser(parser_.get(), XML_FALSE);
    static_cast<void>(stopped);  // fails only when it has stopped already; refused_ decides
  }

  void refuse_document_type() {
    constexpr std::string_view mark = "<!DOCTYPE";
    refuse(codes::document_type, place(source_->text.find(mark), mark.size()),
           "a template has no document type and declares no entities", "remove <!DOCTYPE …>");
  }

  void check_encoding(const std::string& encoding) {
    std::string upper = encoding;
    for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (upper == "UTF-8") return;
    const auto word = source_->text.find("encoding");  // the declaration is the first thing in the file
    const auto quote = source_->text.find_first_of("\"'", word);
    refuse(codes::not_utf8, place(quote + 1, encoding.size()),
           fmt::format("templates are written in UTF-8, not in {}", encoding),
           "save the file as UTF-8 and write encoding=\"UTF-8\"");
  }

  void start(std::string name) {
    if (refused_) return;
    const auto begin = event_begin() + 1;  // after <
    XmlNode node;
    node.span = place(begin, name.size());
    node.name = std::move(name);
    if (open_.size() == max_template_depth) {
      return refuse(codes::too_deep, node.span,
                    fmt::format("elements are nested deeper than {} levels", max_template_depth));
    }
    node.attributes = attributes_after(source_, node.span.end);
    open_.push_back(std::move(node));
  }

  void end() {
    if (refused_) return;
    auto node = std::move(open_.back());
    open_.pop_back();
    for (auto& child : node.children) {
      if (!child.is_text()) continue;
      const auto kind = child.cdata ? TextKind::cdata : TextKind::content;
      child.text = SourceText(source_, child.span.begin, child.span.end, kind);
    }
    if (open_.empty()) {
      root_ = std::move(node);
    } else {
      open_.back().children.push_back(std::move(node));
    }
  }

  void begin_cdata() {
    if (refused_) return;
    in_cdata_ = true;
    add_text_node(place(event_begin() + cdata_mark.size(), 0));
  }

  // expat hands text over in pieces; neighbouring ones are one run.
  void add_text() {
    if (refused_) return;
    const auto piece = place(event_begin(), static_cast<std::size_t>(XML_GetCurrentByteCount(parser_.get())));
    const auto& siblings = open_.back().children;
    const bool continues = !siblings.empty() && siblings.back().is_text() &&
                           siblings.back().cdata == in_cdata_ && siblings.back().span.end == piece.begin;
    if (!continues) return add_text_node(piece);
    open_.back().children.back().span.end = piece.end;
  }

  void add_text_node(base::SourceSpan span) {
    XmlNode node;
    node.span = std::move(span);
    node.cdata = in_cdata_;
    open_.back().children.push_back(std::move(node));
  }

  base::SourcePtr source_;
  base::Diagnostics& diagnostics_;
  std::unique_ptr<XML_ParserStruct, FreeParser> parser_;
  std::vector<XmlNode> open_;
  std::optional<XmlNode> root_;
  bool in_cdata_ = false;
  bool refused_ = false;
};

}  // namespace

// Accepted start tags have names, quotes and > where they must be.
std::vector<XmlAttribute> attributes_after(const base::SourcePtr& source, std::size_t name_end) {
  const auto& text = source->text;
  std::vector<XmlAttribute> attributes;
  auto at = text.find_first_not_of(spaces, name_end);
  while (text[at] != '>' && text[at] != '/') {
    const auto end = text.find_first_of(" \t\r\n=", at);
    const auto open = text.find_first_of("\"'", end);
    const auto close = text.find(text[open], open + 1);
    attributes.push_back({text.substr(at, end - at),
                          {source, at, end},
                          SourceText(source, open + 1, close, TextKind::attribute)});
    at = text.find_first_not_of(spaces, close + 1);
  }
  return attributes;
}

std::optional<XmlNode> read_xml(const base::SourcePtr& source, base::Diagnostics& diagnostics) {
  const auto& text = source->text;
  if (text.size() > max_template_bytes) {
    diagnostics.error(
        codes::too_large, {source, 0, 0},
        fmt::format("the file has {} bytes, a template at most {}", text.size(), max_template_bytes));
    return std::nullopt;
  }
  if (const auto bad = base::find_invalid_utf8(text); bad != std::string::npos) {
    diagnostics.error(codes::not_utf8, {source, bad, bad + 1}, "this byte is not UTF-8",
                      "save the file as UTF-8");
    return std::nullopt;
  }
  return XmlReader(source, diagnostics).read();
}

}  // namespace svodka::templates
