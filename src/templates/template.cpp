#include "templates/template.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "templates/builder.hpp"
#include "templates/codes.hpp"
#include "templates/report_builder.hpp"
#include "templates/table_ids.hpp"
#include "templates/xml_tree.hpp"

namespace svodka::templates {

namespace {

// Loops need every query's name before the first section is read.
std::vector<std::string> query_names(const XmlNode& root) {
  std::vector<std::string> names;
  for (const auto& child : root.children) {
    if (child.name != "query") continue;
    for (const auto& attribute : child.attributes) {
      if (attribute.name == "name") names.push_back(attribute.value.text());
    }
  }
  return names;
}

// In the order of the file, whatever the order of the checks.
void append_sorted(const base::Diagnostics& found, base::Diagnostics& diagnostics) {
  auto all = found.all();
  std::stable_sort(all.begin(), all.end(), [](const base::Diagnostic& a, const base::Diagnostic& b) {
    return a.span.begin < b.span.begin;
  });
  for (auto& diagnostic : all) diagnostics.add(std::move(diagnostic));
}

}  // namespace

Template parse_template(const base::SourcePtr& source, base::Diagnostics& diagnostics) {
  Template report;
  report.source = source;
  const auto root = read_xml(source, diagnostics);
  if (!root) return report;
  base::Diagnostics found;
  ExpressionContext expressions{found, {}};
  const auto names = query_names(*root);
  std::set<std::string> used_queries;
  Build build{{expressions, names, used_queries}};
  build_report(*root, report, build);
  assign_table_ids(report);
  append_sorted(found, diagnostics);
  return report;
}

base::SourceSpan attribute_span(const base::SourceSpan& element, std::string_view attribute) {
  if (!element.source) return element;
  for (const auto& given : attributes_after(element.source, element.end)) {
    if (given.name == attribute) return given.value.span();
  }
  return element;
}

}  // namespace svodka::templates
