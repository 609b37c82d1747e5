#include "templates/report_builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "base/suggest.hpp"
#include "templates/codes.hpp"
#include "templates/sql_parameters.hpp"

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
  ReportBuilder(Template& report, Build& build) : report_(report), build_(build) {}

  void build(const CheckedElement& root) {
    report_.name = root.word("name");
    report_.title = root.text("title");
    report_.description = root.word("description");
    const auto inside = Scope{}.inside(root);
    for (const auto& child : check_children(children_of(root.node()), inside, build_)) {
      if (child.name() == "parameter") add_parameter(child, inside);
      if (child.name() == "query") add_query(child, inside);
      if (child.name() == "section") add_section(child, inside);
      if (child.name() == "header" || child.name() == "footer") {
        report_.running.push_back(build_running(child, inside, build_));
      }
    }
    if (report_.sections.empty()) {
      diagnostics().error(codes::missing_content, root.span(), "<report> has no <section>");
    }
    check_sql_parameters();
    warn_of_unused_parameters();
    warn_of_unused_queries();
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
    parameter.span = element.span();
    const bool key = element.word("type") == "key";
    if (key && !element.given("of")) {
      diagnostics().error(codes::attributes_disagree, element.span(), "a key parameter needs 'of'",
                          "say what it is the key of: of=\"meeting\"");
    }
    if (element.has("type") && !key && element.given("of")) {
      diagnostics().error(codes::attributes_disagree, element.value_span("of"), "'of' is for type=\"key\"");
    }
    if (element.has("name") && !parameter_names_.insert(parameter.name).second) {
      diagnostics().error(codes::duplicate_name, element.value_span("name"),
                          fmt::format("another parameter has the name '{}'", parameter.name));
    }
    report_.parameters.push_back(std::move(parameter));
  }

  void add_query(const CheckedElement& element, const Scope& inside) {
    QueryText query;
    query.name = element.word("name");
    query.span = element.span();
    if (element.word("rows") == "one") query.rows = Rows::one;
    if (element.word("rows") == "optional") query.rows = Rows::optional;
    if (element.has("name") && !queries_.insert(query.name).second) {
      diagnostics().error(codes::duplicate_name, element.value_span("name"),
                          fmt::format("another query has the name '{}'", query.name));
    }
    const auto fields = read_sql(element, query);
    add_fields(fields, inside.inside(element), query);
    report_.queries.push_back(std::move(query));
  }

  // Puts the one CDATA section into the query and gives back the other children.
  Nodes read_sql(const CheckedElement& element, QueryText& query) {
    Nodes others;
    bool found = false, wrong = false;
    for (const auto& child : element.node().children) {
      const bool blank = child.text.text().find_first_not_of(" \t\r\n") == std::string::npos;
      if (!child.is_text()) {
        others.push_back(&child);
      } else if (child.cdata && !blank && !found) {
        found = true;
        query.sql_span = child.span;
        query.sql = base::text_of(child.span);
      } else if (!blank && !std::exchange(wrong, true)) {
        diagnostics().error(codes::sql_not_verbatim, child.span, "SQL stands in one CDATA section",
                            "write <![CDATA[SELECT …]]>");
      }
    }
    if (!found && !wrong) {
      diagnostics().error(codes::missing_content, element.span(), "<query> has no SQL",
                          "write <![CDATA[SELECT …]]>");
    }
    return others;
  }

  void add_fields(const Nodes& nodes, const Scope& inside, QueryText& query) {
    std::set<std::string> names;
    for (const auto& element : check_children(nodes, inside, build_)) {
      check_children(children_of(element.node()), inside.inside(element), build_);
      query.fields.push_back({element.word("name"), element.word("type"), element.span()});
      if (!element.has("name") || names.insert(element.word("name")).second) continue;
      diagnostics().error(codes::duplicate_name, element.value_span("name"),
                          fmt::format("another <field> has the name '{}'", element.word("name")));
    }
  }

  void add_section(const CheckedElement& element, const Scope& inside) {
    SectionElement section;
    section.title = element.text("title");
    section.landscape = element.word("orientation") == "landscape";
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
      for (const auto& parameter : sql_parameters(query.sql)) check_sql_parameter(query, parameter);
    }
  }

  void check_sql_parameter(const QueryText& query, const SqlParameter& parameter) {
    const auto begin = query.sql_span.begin + parameter.begin;
    const base::SourceSpan span{query.sql_span.source, begin, begin + parameter.text.size()};
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

  bool is_path_root(const std::string& name) const {
    const auto& paths = build_.check.expressions.paths;
    return std::any_of(paths.begin(), paths.end(),
                       [&](const std::vector<std::string>& path) { return path.front() == name; });
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

  void warn_of_unused_queries() {
    for (const auto& query : report_.queries) {
      const bool used = build_.check.used_queries.count(query.name) > 0 || is_path_root(query.name);
      if (used || query.name.empty()) continue;
      diagnostics().warning(codes::unused_query, attribute_span(query.span, "name"),
                            fmt::format("the query '{}' is never used", query.name),
                            "use it in each=\"…\", in=\"…\" or {query.field}, or remove it");
    }
  }

  Template& report_;
  Build& build_;
  std::set<std::string> parameter_names_;
  std::set<std::string> queries_;
  std::set<std::string> used_in_sql_;
};

}  // namespace

void build_report(const XmlNode& root, Template& report, Build& build) {
  const auto element = check_element(root, place::root, {}, build.check);
  if (element) ReportBuilder(report, build).build(*element);
}

}  // namespace svodka::templates
