#include "templates/build/report_builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "base/suggest.hpp"
#include "templates/build/query_builder.hpp"
#include "templates/codes.hpp"
#include "templates/language/sql_names.hpp"

namespace svodka::templates {

namespace {

ParameterType parameter_type(const std::string& word) {
  if (word == "text") return ParameterType::text;
  if (word == "integer") return ParameterType::integer;
  if (word == "date") return ParameterType::date;
  if (word == "period") return ParameterType::period;
  return ParameterType::key;
}

class ReportBuilder {
 public:
  ReportBuilder(Template& report, Build& build) : report_(report), build_(build), queries_(build) {}

  void build(const CheckedElement& root, const std::vector<XmlNode>& libraries) {
    report_.name = root.word("name");
    report_.title = root.text("title");
    report_.description = root.word("description");
    if (root.has("draft")) report_.draft = root.test("draft");
    const auto inside = Scope{}.inside(root);
    for (const auto& child : check_children(children_of(root.node()), inside, build_)) {
      if (child.name() == "parameter") add_parameter(child, inside);
      if (child.name() == "query" || child.name() == "with") queries_.add(child, inside, false);
      if (child.name() == "section") add_section(child, inside);
      if (child.name() == "header" || child.name() == "footer") {
        report_.running.push_back(build_running(child, inside, build_));
      }
    }
    if (report_.sections.empty()) {
      diagnostics().error(codes::missing_content, root.span(), "<report> has no <section>");
    }
    for (const auto& library : libraries) add_library(library);
    report_.queries = queries_.finish();
    check_sql_parameters();
    warn_of_unused_parameters();
  }

 private:
  base::Diagnostics& diagnostics() { return build_.diagnostics(); }

  void add_parameter(const CheckedElement& element, const Scope& inside) {
    check_children(children_of(element.node()), inside.inside(element), build_);
    Parameter parameter;
    parameter.name = element.word("name");
    parameter.type = parameter_type(element.word("type"));
    parameter.of = element.word("of");
    parameter.label = element.word("label");
    parameter.values = element.words("values");
    if (element.has("default")) parameter.default_value = element.word("default");
    parameter.span = element.span();
    const bool key = element.word("type") == "key";
    if (key && !element.given("of")) {
      diagnostics().error(codes::attributes_disagree, element.span(), "a key parameter needs 'of'",
                          "say what it is the key of: of=\"meeting\"");
    }
    if (element.has("type") && !key && element.given("of")) {
      diagnostics().error(codes::attributes_disagree, element.value_span("of"), "'of' is for type=\"key\"");
    }
    if (element.has("type") && parameter.type != ParameterType::text && element.given("values")) {
      diagnostics().error(codes::attributes_disagree, element.value_span("values"),
                          "'values' is for type=\"text\"");
    }
    if (element.has("name") && !parameter_names_.insert(parameter.name).second) {
      diagnostics().error(codes::duplicate_name, element.value_span("name"),
                          fmt::format("another parameter has the name '{}'", parameter.name));
    }
    report_.parameters.push_back(std::move(parameter));
  }

  void add_library(const XmlNode& root) {
    const auto library = check_element(root, place::imported, {}, build_.check);
    if (!library) return;
    const auto inside = Scope{}.inside(*library);
    for (const auto& child : check_children(children_of(root), inside, build_)) {
      if (child.name() != "part") queries_.add(child, inside, true);
    }
  }

  void add_section(const CheckedElement& element, const Scope& inside) {
    SectionElement section;
    section.title = element.text("title");
    section.landscape = element.word("orientation") == "landscape";
    section.continues = element.flag("continues");
    section.appendix = element.flag("appendix");
    section.label = element.text("label");
    if (element.has("if")) section.test = element.test("if");
    const auto blocks = take_running(element, inside.inside(element), section);
    section.content = build_blocks(blocks, inside.inside(element), build_);
    section.span = element.span();
    if (std::all_of(blocks.begin(), blocks.end(), [](const XmlNode* child) { return child->is_text(); })) {
      diagnostics().error(codes::missing_content, element.span(), "<section> is empty");
    }
    report_.sections.push_back(std::move(section));
  }

  // Gives back the other children.
  Nodes take_running(const CheckedElement& element, const Scope& inside, SectionElement& section) {
    Nodes blocks;
    bool begun = false;
    for (const auto* child : children_of(element.node())) {
      if (child->name != "header" && child->name != "footer") {
        begun = begun || !child->is_text();
        blocks.push_back(child);
        continue;
      }
      const auto running = check_element(*child, inside.here, inside.parent, build_.check);
      if (begun) {
        diagnostics().error(codes::misplaced_part, child->span,
                            fmt::format("<{}> stands after blocks", child->name),
                            fmt::format("put <{}> first in <section>", child->name));
      }
      if (running) section.running.push_back(build_running(*running, inside, build_));
    }
    return blocks;
  }

  void check_sql_parameters() {
    for (const auto& query : report_.queries) {
      for (const auto& parameter : sql_names(query.sql.text()).parameters) {
        check_sql_parameter(query, parameter);
      }
    }
  }

  void check_sql_parameter(const QueryText& query, const SqlName& parameter) {
    const auto span = query.sql.span(parameter.begin, parameter.begin + parameter.text.size());
    const auto name = parameter.text.substr(1);
    if (parameter.text[0] != ':') {
      diagnostics().error(codes::parameter_form, span,
                          fmt::format("'{}' is not how parameters are written", parameter.text),
                          "write :name, with a <parameter name=\"name\">");
      return;
    }
    used_in_sql_.insert(name);
    if (parameter_names_.count(name) > 0) return;
    auto hint = base::did_you_mean(name, {parameter_names_.begin(), parameter_names_.end()});
    if (hint.empty()) hint = fmt::format("declare it: <parameter name=\"{}\" …/>", name);
    diagnostics().error(codes::undeclared_parameter, span,
                        fmt::format("no <parameter> has the name '{}'", name), std::move(hint));
  }

  void warn_of_unused_parameters() {
    for (const auto& parameter : report_.parameters) {
      const bool used = used_in_sql_.count(parameter.name) > 0 ||
                        build_.check.expressions.paths.count({parameter.name}) > 0;
      if (used || parameter.name.empty()) continue;
      diagnostics().warning(codes::unused_parameter, attribute_span(parameter.span, "name"),
                            fmt::format("the parameter '{}' is never used", parameter.name),
                            "use it in a query, or remove it: people would be asked for it in vain");
    }
  }

  Template& report_;
  Build& build_;
  QueryBuilder queries_;
  std::set<std::string> parameter_names_;
  std::set<std::string> used_in_sql_;
};

}  // namespace

void build_report(const XmlNode& root, const std::vector<XmlNode>& libraries, Template& report,
                  Build& build) {
  const auto element = check_element(root, place::root, {}, build.check);
  if (element) ReportBuilder(report, build).build(*element, libraries);
}

}  // namespace svodka::templates
