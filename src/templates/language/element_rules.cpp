#include "templates/language/element_rules.hpp"

#include <algorithm>

namespace svodka::templates {

namespace {

using enum AttributeType;

constexpr bool required = true;
constexpr Place words_of_block = place::text | place::link;

AttributeRule only() { return {"only", choice, false, {"pdf", "xlsx"}}; }
AttributeRule align() { return {"align", choice, false, {"left", "center", "right", "justify"}}; }

AttributeRule heat() { return {"heat", choice, false, {"more", "less"}}; }

std::vector<AttributeRule> paragraph_attributes() {
  return {{"style", style}, align(), {"keep-with-next", flag}, {"label", text}, only()};
}

std::vector<AttributeRule> column_attributes() {
  return {{"name", name},       {"title", text},  {"group", plain},
          {"width", width},     align(),          {"valign", choice, false, {"top", "middle", "bottom"}},
          {"hyphenate", flag},  {"repeat", flag}, {"total", total},
          {"state", text},      heat(),           {"heat-low", number},
          {"heat-high", number}};
}

std::vector<AttributeRule> table_attributes() {
  return {{"each", query, required},
          {"match", field},
          {"row", field},
          {"id", name},
          {"caption", text},
          {"total", text},
          {"filter", flag},
          {"number-row", flag},
          {"row-height", height},
          {"borders", choice, false, {"grid", "rows", "none"}},
          only()};
}

std::vector<AttributeRule> running_attributes() {
  return {{"pages", choice, false, {"all", "first", "further"}},
          {"align", choice, false, {"left", "center", "right"}}};
}

std::vector<ElementRule> report_elements() {
  return {
      {"report",
       place::root,
       place::report,
       {{"name", name, required},
        {"title", text, required},
        {"description", plain},
        {"draft", test},
        {"xmlns", name_space, required}}},
      {"library", place::imported, place::library, {{"xmlns", name_space, required}}},
      {"import", place::report, place::nowhere, {{"src", path, required}}},
      {"parameter",
       place::report,
       place::nowhere,
       {{"name", name, required},
        {"type", choice, required, {"key", "text", "integer", "date", "period"}},
        {"of", choice, false, {"meeting", "organization", "resolution", "person", "indicator", "conclusion"}},
        {"label", plain, required},
        {"values", words},
        {"default", plain}}},
      {"query",
       place::report | place::library,
       place::query,
       {{"name", name, required}, {"rows", choice, false, {"many", "one", "optional"}}}},
      {"with", place::report | place::library, place::query, {{"name", name, required}}},
      {"part",
       place::report | place::library,
       place::nowhere,
       {{"name", name, required}, {"queries", words}}},
      {"field",
       place::query,
       place::nowhere,
       {{"name", field, required}, {"type", choice, required, {"integer", "decimal", "date", "text"}}}},
      {"section",
       place::report,
       place::block | place::section,
       {{"title", text, required},
        {"orientation", choice, false, {"portrait", "landscape"}},
        {"continues", flag},
        {"appendix", flag},
        {"label", text},
        {"if", test}}},
      {"header", place::report | place::section, place::text | place::running, running_attributes()},
      {"footer", place::report | place::section, place::text | place::running, running_attributes()},
  };
}

std::vector<ElementRule> block_elements() {
  return {
      {"p", place::block, words_of_block, paragraph_attributes()},
      {"title", place::block, words_of_block, paragraph_attributes()},
      {"h1", place::block, words_of_block, paragraph_attributes()},
      {"h2", place::block, words_of_block, paragraph_attributes()},
      {"h3", place::block, words_of_block, paragraph_attributes()},
      {"h4", place::block, words_of_block, paragraph_attributes()},
      {"if", place::block, place::inherited | place::branch, {{"test", test, required}, only()}},
      {"each",
       place::block,
       place::block | place::loop,
       {{"in", query}, {"match", field}, {"by", field}, only()}},
      {"else", place::branch, place::inherited, {}},
      {"empty", place::loop, place::block, {}},
      {"outline",
       place::block,
       place::outline,
       {{"each", query, required},
        {"level", field, required},
        {"kind", field},
        {"match", field},
        {"under", choice, false, {"title", "h1", "h2", "h3"}},
        only()}},
      {"case", place::outline, place::block | place::outline_row, {{"kind", words, required}}},
      {"empty", place::outline, place::block, {}},
      {"heading", place::outline_row, words_of_block, {{"label", text}, only()}},
      {"item", place::outline_row, words_of_block, {{"label", text}, {"marker", text}, only()}},
      {"signature",
       place::block,
       place::nowhere,
       {{"position", text, required}, {"name", text, required}, only()}},
      {"signatures", place::block, place::signatures, {only()}},
      {"signature",
       place::signatures,
       place::nowhere,
       {{"each", query}, {"match", field}, {"position", text, required}, {"name", text, required}}},
      {"approval",
       place::block,
       place::nowhere,
       {{"word", text}, {"position", text, required}, {"name", text, required}, {"date", text}, only()}},
      {"letterhead", place::block, place::nowhere, {only()}},
      {"image",
       place::block,
       place::nowhere,
       {{"src", path},
        {"picture", text},
        {"width", height},
        {"height", height},
        {"align", choice, false, {"left", "center", "right"}},
        {"alt", text, required},
        only()}},
      {"hr", place::block, place::nowhere, {only()}},
      {"keep", place::block, place::inherited, {only()}},
      {"page-break", place::block, place::nowhere, {only()}},
      {"space", place::block, place::nowhere, {{"height", height}, only()}},
      {"nothing-to-report", place::block, place::nowhere, {only()}},
  };
}

std::vector<ElementRule> table_elements() {
  return {
      {"table", place::block, place::table, table_attributes()},
      {"column", place::table, words_of_block | place::cell, column_attributes()},
      {"columns",
       place::table,
       place::matrix,
       {{"by", field, required},
        {"order", field},
        {"title", text, required},
        {"width", width},
        align(),
        {"fit", choice, false, {"page", "panels"}},
        heat(),
        {"heat-low", number},
        {"heat-high", number}}},
      {"cell", place::matrix, words_of_block | place::cell, {{"state", text}}},
      {"group",
       place::table,
       place::nowhere,
       {{"by", field, required}, {"title", text, required}, {"subtotal", text}}},
      {"empty", place::table, words_of_block, {}},
  };
}

std::vector<ElementRule> chart_elements() {
  return {
      {"chart",
       place::block,
       place::chart,
       {{"each", query, required},
        {"match", field},
        {"id", name},
        {"type", choice, required, {"bars", "stacked", "lines", "bullet"}},
        {"direction", choice, false, {"vertical", "horizontal"}},
        {"title", text},
        {"category", text, required},
        {"category-title", text},
        {"value-title", text},
        {"height", height},
        {"alt", text},
        only()}},
      {"series", place::chart, place::nowhere, {{"by", field}, {"title", text}, {"value", text, required}}},
      {"empty", place::chart, words_of_block, {}},
  };
}

std::vector<ElementRule> word_elements() {
  return {
      {"b", place::text, place::inherited, {}},
      {"i", place::text, place::inherited, {}},
      {"a", place::link, place::text, {{"href", text, required}}},
      {"br", place::text, place::nowhere, {}},
      {"page-number", place::running, place::nowhere, {}},
      {"page-count", place::running, place::nowhere, {}},
      {"li", place::cell, words_of_block, {{"label", text}}},
      {"if", place::text, place::inherited | place::branch, {{"test", test, required}}},
      {"each",
       place::text,
       place::inherited,
       {{"in", query, required}, {"match", field}, {"separator", text}}},
  };
}

}  // namespace

const AttributeRule* ElementRule::attribute(std::string_view attribute_name) const {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const AttributeRule& rule) { return rule.name == attribute_name; });
  return found == attributes.end() ? nullptr : &*found;
}

const std::vector<ElementRule>& element_rules() {
  static const std::vector<ElementRule> rules = [] {
    std::vector<ElementRule> all;
    for (auto part :
         {report_elements(), block_elements(), table_elements(), chart_elements(), word_elements()}) {
      all.insert(all.end(), part.begin(), part.end());
    }
    return all;
  }();
  return rules;
}

const ElementRule* find_rule(std::string_view name, Place here) {
  for (const auto& rule : element_rules()) {
    if (rule.name == name && (rule.stands & here) != 0) return &rule;
  }
  return nullptr;
}

bool is_element(std::string_view name) { return find_rule(name, ~Place{0}) != nullptr; }

std::vector<std::string> elements_allowed(Place here) {
  std::vector<std::string> names;
  for (const auto& rule : element_rules()) {
    if ((rule.stands & here) != 0) names.emplace_back(rule.name);
  }
  return names;
}

std::string parents_of(std::string_view name) {
  Place stands = place::nowhere;
  for (const auto& rule : element_rules()) {
    if (rule.name == name) stands |= rule.stands;
  }
  std::string parents;
  for (const auto& rule : element_rules()) {
    if ((rule.holds & stands) == 0) continue;
    const auto parent = "<" + std::string(rule.name) + ">";
    if (parents.find(parent) == std::string::npos) parents += (parents.empty() ? "" : ", ") + parent;
  }
  return parents;
}

}  // namespace svodka::templates
