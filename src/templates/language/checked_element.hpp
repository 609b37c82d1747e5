#pragma once
// An element that may stand where it stands, with its attributes read by their types.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "templates/expressions/expressions.hpp"
#include "templates/language/element_rules.hpp"
#include "templates/template.hpp"
#include "templates/xml/tree.hpp"

namespace svodka::templates {

using AttributeValue =
    std::variant<std::string, std::vector<std::string>, TextTemplate, Test, bool, Length, double, TotalRule>;

// References the node and the table of rules; valid while both live.
class CheckedElement {
 public:
  CheckedElement(const XmlNode& node, const ElementRule& rule) : node_(&node), rule_(&rule) {}

  const XmlNode& node() const { return *node_; }
  const ElementRule& rule() const { return *rule_; }
  const std::string& name() const { return node_->name; }
  const base::SourceSpan& span() const { return node_->span; }

  // Of the attribute's value; of the element when it is not given.
  base::SourceSpan value_span(std::string_view attribute) const;
  // Given and well-formed.
  bool has(std::string_view attribute) const { return values_.count(attribute) > 0; }
  // Given, even with a wrong value.
  bool given(std::string_view attribute) const;

  // The value, or an empty one when it is not given or wrong.
  std::string word(std::string_view attribute) const { return get<std::string>(attribute); }
  std::vector<std::string> words(std::string_view attribute) const {
    return get<std::vector<std::string>>(attribute);
  }
  TextTemplate text(std::string_view attribute) const { return get<TextTemplate>(attribute); }
  Test test(std::string_view attribute) const { return get<Test>(attribute); }
  bool flag(std::string_view attribute) const { return get<bool>(attribute); }
  Length length(std::string_view attribute) const { return get<Length>(attribute); }
  double number(std::string_view attribute) const { return get<double>(attribute); }
  TotalRule total(std::string_view attribute) const { return get<TotalRule>(attribute); }

  void set(std::string_view attribute, AttributeValue value) {
    values_.insert_or_assign(attribute, std::move(value));
  }

 private:
  template <class T>
  T get(std::string_view attribute) const;

  const XmlNode* node_;
  const ElementRule* rule_;
  std::map<std::string_view, AttributeValue> values_;  // keys live in the rule
};

// What checking attributes needs to know of the whole template.
struct CheckContext {
  ExpressionContext& expressions;
  const std::vector<std::string>& query_names;
  std::set<std::string>& used_queries;
};

// Checks the element's name, its place, its attributes. Empty after a diagnostic when the element may not
// stand here; with wrong attributes it comes back without them. `parent` is for messages.
std::optional<CheckedElement> check_element(const XmlNode& node, Place here, std::string_view parent,
                                            const CheckContext& context);

// Empty after a diagnostic. Defined in attribute_values.cpp.
std::optional<AttributeValue> read_attribute(const SourceText& value, const AttributeRule& rule,
                                             const CheckContext& context);

std::vector<std::string> split_words(std::string_view text);  // parted by spaces

bool is_name(std::string_view text);  // lower_snake_case, starting with a letter

}  // namespace svodka::templates
