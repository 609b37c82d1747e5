#include "templates/language/checked_element.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <utility>

#include "templates/codes.hpp"
#include "templates/language/hints.hpp"

namespace svodka::templates {

namespace {

const XmlAttribute* find_attribute(const XmlNode& node, std::string_view name) {
  const auto found = std::find_if(node.attributes.begin(), node.attributes.end(),
                                  [&](const XmlAttribute& attribute) { return attribute.name == name; });
  return found == node.attributes.end() ? nullptr : &*found;
}

std::string place_name(std::string_view parent) {
  return parent.empty() ? std::string("as the root of a template") : fmt::format("in <{}>", parent);
}

void report_element(const XmlNode& node, Place here, std::string_view parent,
                    base::Diagnostics& diagnostics) {
  if (node.name == "a" && (here & place::text) != 0 && (here & place::running) == 0) {
    diagnostics.error(codes::element_not_here, node.span, "a link cannot stand in a link");
    return;
  }
  if (is_element(node.name)) {
    const auto parents = parents_of(node.name);
    diagnostics.error(
        codes::element_not_here, node.span,
        fmt::format("<{}> cannot stand {}", node.name, place_name(parent)),
        parents.empty() ? "it is the root of a template" : fmt::format("it stands in {}", parents));
    return;
  }
  diagnostics.error(codes::unknown_element, node.span, fmt::format("unknown element <{}>", node.name),
                    nearest_or_all(node.name, elements_allowed(here)));
}

void report_attribute(const XmlNode& node, const XmlAttribute& attribute, const ElementRule& rule,
                      base::Diagnostics& diagnostics) {
  std::vector<std::string> names;
  for (const auto& known : rule.attributes) names.emplace_back(known.name);
  diagnostics.error(codes::unknown_attribute, attribute.name_span,
                    fmt::format("<{}> has no attribute '{}'", node.name, attribute.name),
                    nearest_or_all(attribute.name, names));
}

}  // namespace

base::SourceSpan CheckedElement::value_span(std::string_view attribute) const {
  const auto* found = find_attribute(*node_, attribute);
  return found ? found->value.span() : node_->span;
}

bool CheckedElement::given(std::string_view attribute) const {
  assert(rule_->attribute(attribute));
  return find_attribute(*node_, attribute) != nullptr;
}

template <class T>
T CheckedElement::get(std::string_view attribute) const {
  assert(rule_->attribute(attribute));
  const auto found = values_.find(attribute);
  if (found == values_.end()) return T{};
  assert(std::holds_alternative<T>(found->second));
  return std::get<T>(found->second);
}

template std::string CheckedElement::get(std::string_view) const;
template std::vector<std::string> CheckedElement::get(std::string_view) const;
template TextTemplate CheckedElement::get(std::string_view) const;
template Test CheckedElement::get(std::string_view) const;
template bool CheckedElement::get(std::string_view) const;
template Length CheckedElement::get(std::string_view) const;
template double CheckedElement::get(std::string_view) const;
template TotalRule CheckedElement::get(std::string_view) const;

std::optional<CheckedElement> check_element(const XmlNode& node, Place here, std::string_view parent,
                                            const CheckContext& context) {
  auto& diagnostics = context.expressions.diagnostics;
  const auto* rule = find_rule(node.name, here);
  if (!rule) {
    report_element(node, here, parent, diagnostics);
    return std::nullopt;
  }
  CheckedElement element(node, *rule);
  for (const auto& attribute : node.attributes) {
    const auto* known = rule->attribute(attribute.name);
    if (!known) {
      report_attribute(node, attribute, *rule, diagnostics);
    } else if (auto value = read_attribute(attribute.value, *known, context)) {
      element.set(known->name, std::move(*value));
    }
  }
  for (const auto& known : rule->attributes) {
    if (!known.required || element.given(known.name)) continue;
    diagnostics.error(codes::missing_attribute, node.span,
                      fmt::format("<{}> needs the attribute '{}'", node.name, known.name));
  }
  return element;
}

}  // namespace svodka::templates
