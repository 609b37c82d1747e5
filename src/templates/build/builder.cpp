#include "templates/build/builder.hpp"

#include <fmt/format.h>

#include "templates/codes.hpp"

namespace svodka::templates {

namespace {

constexpr std::string_view white_space = " \t\r\n";

// Where the text stands that is not white space; empty when there is none.
std::optional<base::SourceSpan> visible_text(const XmlNode& node) {
  const auto& text = node.text.text();
  const auto begin = text.find_first_not_of(white_space);
  if (begin == std::string::npos) return std::nullopt;
  return node.text.span(begin, text.find_last_not_of(white_space) + 1);
}

std::optional<base::SourceSpan> visible_span(const XmlNode& node) {
  return node.is_text() ? visible_text(node) : node.span;
}

std::string_view name_of(Only only) { return only == Only::pdf ? "PDF" : "XLSX"; }

}  // namespace

Scope Scope::inside(const CheckedElement& element) const {
  Scope result = *this;
  result.parent = element.name();
  result.grouped = false;
  result.here = element.rule().holds & ~Place{place::inherited};
  if ((element.rule().holds & place::inherited) != 0) {
    result.here |= here & ~Place{place::branch | place::loop | place::section};
    result.grouped = grouped;
  }
  const auto own = element.rule().attribute("only") ? only_of(element) : Only::both;
  if (own != Only::both) result.only = own;
  return result;
}

Nodes children_of(const XmlNode& node) {
  Nodes nodes;
  for (const auto& child : node.children) nodes.push_back(&child);
  return nodes;
}

Parts take_part(const XmlNode& node, std::string_view part, bool last, Build& build) {
  Parts parts;
  for (const auto& child : node.children) {
    const bool is_part = child.name == part;
    const auto span = visible_span(child);
    if (is_part && parts.part) {
      build.diagnostics().error(codes::misplaced_part, child.span,
                                fmt::format("<{}> has a second <{}>", node.name, part), "keep one of them");
    } else if (is_part) {
      parts.part = &child;
    } else if (last && parts.part && span) {
      build.diagnostics().error(codes::misplaced_part, *span, fmt::format("nothing may follow <{}>", part),
                                fmt::format("put <{}> last in <{}>", part, node.name));
    } else {
      parts.content.push_back(&child);
    }
  }
  return parts;
}

std::vector<CheckedElement> check_children(const Nodes& nodes, const Scope& scope, Build& build) {
  std::vector<CheckedElement> elements;
  for (const auto* node : nodes) {
    if (!node->is_text()) {
      if (auto element = check_element(*node, scope.here, scope.parent, build.check)) {
        elements.push_back(std::move(*element));
      }
    } else if (const auto span = visible_text(*node)) {
      build.diagnostics().error(codes::text_not_here, *span,
                                fmt::format("<{}> holds no text of its own", scope.parent),
                                (scope.here & place::block) != 0 ? "put it in <p>" : "");
    }
  }
  return elements;
}

std::string read_id(const CheckedElement& element, Build& build) {
  auto id = element.word("id");
  if (!id.empty() && !build.table_ids.insert(id).second) {
    build.diagnostics().error(codes::duplicate_name, element.value_span("id"),
                              fmt::format("another table or chart has the id '{}'", id));
  }
  return id;
}

Align align_of(const CheckedElement& element, Align otherwise) {
  const auto word = element.word("align");
  if (word == "left") return Align::left;
  if (word == "center") return Align::centre;
  if (word == "right") return Align::right;
  if (word == "justify") return Align::justify;
  return otherwise;
}

Only only_of(const CheckedElement& element) {
  const auto word = element.word("only");
  return word == "pdf" ? Only::pdf : word == "xlsx" ? Only::xlsx : Only::both;
}

void warn_unless_for(Only format, const CheckedElement& element, std::string_view attribute,
                     const Scope& scope, Build& build) {
  const auto here = scope.inside(element).only;
  if (here == Only::both || here == format) return;
  const auto what = attribute.empty() ? fmt::format("<{}>", element.name()) : fmt::format("'{}'", attribute);
  build.diagnostics().warning(codes::no_effect,
                              attribute.empty() ? element.span() : element.value_span(attribute),
                              fmt::format("{} has no effect in {}, and this place is only for {}", what,
                                          name_of(here), name_of(here)));
}

}  // namespace svodka::templates
