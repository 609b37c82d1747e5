#include "templates/template.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "templates/build/builder.hpp"
#include "templates/build/parts.hpp"
#include "templates/build/report_builder.hpp"
#include "templates/build/table_ids.hpp"
#include "templates/codes.hpp"
#include "templates/xml/tree.hpp"

namespace svodka::templates {

namespace {

// Loops need every query's name before the first section is read.
void add_query_names(const XmlNode& root, std::vector<std::string>& names) {
  for (const auto& child : root.children) {
    if (child.name != "query") continue;
    for (const auto& attribute : child.attributes) {
      if (attribute.name == "name") names.push_back(attribute.value.text());
    }
  }
}

// File by file in the order of each, whatever the order of the checks. A part that is inserted twice has each
// mistake once.
void append_sorted(const base::Diagnostics& found, const Template& report, base::Diagnostics& diagnostics) {
  std::vector<base::SourcePtr> files{report.source};
  files.insert(files.end(), report.imports.begin(), report.imports.end());
  const auto key = [&](const base::Diagnostic& diagnostic) {
    return std::pair(std::find(files.begin(), files.end(), diagnostic.span.source), diagnostic.span.begin);
  };
  auto all = found.all();
  std::stable_sort(all.begin(), all.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  for (auto at = all.begin(); at != all.end(); ++at) {
    const bool told = std::any_of(all.begin(), at, [&](const base::Diagnostic& earlier) {
      return key(earlier) == key(*at) && earlier.message == at->message;
    });
    if (!told) diagnostics.add(*at);
  }
}

}  // namespace

Template parse_template(const base::SourcePtr& source, const ImportReader& import,
                        base::Diagnostics& diagnostics) {
  Template report;
  report.source = source;
  const auto root = read_xml(source, diagnostics);
  if (!root) return report;
  base::Diagnostics found;
  const auto libraries = read_libraries(*root, import, report.imports, found);
  std::vector<std::string> names;
  add_query_names(*root, names);
  for (const auto& library : libraries) add_query_names(library, names);
  const auto parts = collect_parts(*root, libraries, found);
  const auto whole = with_parts_inserted(*root, parts, names, found);
  ExpressionContext expressions{found, {}};
  std::set<std::string> used_queries;
  Build build{{expressions, names, used_queries}};
  build_report(whole, libraries, report, build);
  assign_table_ids(report);
  append_sorted(found, report, diagnostics);
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
