#pragma once
// Strict XML as a tree whose every part knows its place in the file.

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "templates/xml/source_text.hpp"

namespace svodka::templates {

struct XmlAttribute {
  std::string name;
  base::SourceSpan name_span;
  SourceText value;
};

// An element, or a run of text (then the name is empty). Comments and processing instructions are left out.
struct XmlNode {
  std::string name;
  base::SourceSpan span;  // the name in the start tag; the text
  std::vector<XmlAttribute> attributes;
  std::vector<XmlNode> children;
  bool cdata = false;  // text: the content of a CDATA section
  SourceText text;

  bool is_text() const { return name.empty(); }
};

constexpr std::size_t max_template_bytes = std::size_t{4} << 20;
constexpr std::size_t max_template_depth = 64;

// The root element. Empty after an X diagnostic: not UTF-8, not well-formed, with a document type, too large,
// too deep. Source: XML 1.0, fifth edition.
std::optional<XmlNode> read_xml(const base::SourcePtr& source, base::Diagnostics& diagnostics);

// The attributes of a start tag that expat accepted, whose name ends at `name_end`.
std::vector<XmlAttribute> attributes_after(const base::SourcePtr& source, std::size_t name_end);

}  // namespace svodka::templates
