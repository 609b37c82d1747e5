#include <fmt/format.h>

#include <cassert>
#include <map>
#include <set>
#include <utility>

#include "templates/build/builder.hpp"
#include "templates/codes.hpp"

namespace svodka::templates {

namespace {

using BlockNode = decltype(Element::node);

// Content and <else> or <empty>, both blocks.
std::pair<Elements, Elements> blocks_and_part(const CheckedElement& element, std::string_view part_name,
                                              const Scope& inside, Build& build) {
  const auto parts = take_part(element.node(), part_name, true, build);
  std::pair<Elements, Elements> result{build_blocks(parts.content, inside, build), {}};
  if (!parts.part) return result;
  if (const auto part = check_element(*parts.part, inside.here, inside.parent, build.check)) {
    result.second = build_blocks(children_of(part->node()), inside.inside(*part), build);
  }
  return result;
}

BlockNode paragraph(const CheckedElement& element, const Scope& scope, Build& build) {
  const auto& name = element.name();
  ParagraphElement result;
  if (name[0] == 'h') result.heading = static_cast<std::uint8_t>(name[1] - '0');
  const auto implied = result.heading > 0 ? fmt::format("heading{}", result.heading)
                       : name == "title"  ? name
                                          : "body";
  result.style = element.has("style") ? element.word("style") : implied;
  result.align = align_of(element, Align::inherit);
  result.keep_with_next = element.flag("keep-with-next");
  if (result.keep_with_next) warn_unless_for(Only::pdf, element, "keep-with-next", scope, build);
  result.label = element.text("label");
  result.content = build_words(element, scope, build);
  return result;
}

BlockNode item(const CheckedElement& element, const Scope& scope, Build& build) {
  return ItemElement{element.text("label"), element.text("marker"), build_words(element, scope, build)};
}

BlockNode heading(const CheckedElement& element, const Scope& scope, Build& build) {
  return OutlineHeading{element.text("label"), build_words(element, scope, build)};
}

BlockNode condition(const CheckedElement& element, const Scope& scope, Build& build) {
  auto [then, otherwise] = blocks_and_part(element, "else", scope.inside(element), build);
  return IfElement{element.test("test"), std::move(then), std::move(otherwise)};
}

BlockNode loop(const CheckedElement& element, const Scope& scope, Build& build) {
  if (!element.given("in") && !scope.grouped) {
    build.diagnostics().error(codes::each_without_query, element.span(), "<each> does not say what it walks",
                              "name a query with in=\"…\"; without it <each> stands in <each by=\"…\">");
  }
  if (!element.given("in") && element.given("match")) {
    build.diagnostics().error(codes::attributes_disagree, element.value_span("match"),
                              "'match' chooses rows of a query, and 'in' names none", "add in=\"…\"");
  }
  auto inside = scope.inside(element);
  inside.grouped = element.has("by");
  EachElement result{element.word("in"), element.word("match"), element.word("by"), {}, {}};
  std::tie(result.content, result.empty) = blocks_and_part(element, "empty", inside, build);
  return result;
}

OutlineCase outline_case(const CheckedElement& element, const Scope& scope, std::set<std::string>& known,
                         Build& build) {
  for (const auto& kind : element.words("kind")) {
    if (known.insert(kind).second) continue;
    build.diagnostics().error(codes::duplicate_name, element.value_span("kind"),
                              fmt::format("the kind '{}' has two cases", kind), "keep it in one of them");
  }
  return {element.words("kind"), build_blocks(children_of(element.node()), scope.inside(element), build),
          element.span()};
}

BlockNode outline(const CheckedElement& element, const Scope& scope, Build& build) {
  OutlineElement result;
  result.query = element.word("each");
  result.level = element.word("level");
  if (element.has("kind")) result.kind = element.word("kind");
  result.match = element.word("match");
  result.under = element.word("under");
  const auto inside = scope.inside(element);
  const auto parts = take_part(element.node(), "empty", false, build);
  std::set<std::string> kinds;
  for (const auto& child : check_children(parts.content, inside, build)) {
    result.cases.push_back(outline_case(child, inside, kinds, build));
  }
  if (parts.part) {
    if (const auto part = check_element(*parts.part, inside.here, inside.parent, build.check)) {
      result.empty = build_blocks(children_of(part->node()), inside.inside(*part), build);
    }
  }
  if (result.cases.empty()) {
    build.diagnostics().error(codes::missing_content, element.span(), "<outline> has no <case>",
                              "say what a row of each kind prints: <case kind=\"…\">");
  }
  return result;
}

SignatureRow signature_row(const CheckedElement& element, const Scope& scope, Build& build) {
  check_children(children_of(element.node()), scope.inside(element), build);
  return {{}, {}, element.text("position"), element.text("name")};
}

BlockNode signature(const CheckedElement& element, const Scope& scope, Build& build) {
  return SignatureElement{{signature_row(element, scope, build)}};
}

BlockNode signatures(const CheckedElement& element, const Scope& scope, Build& build) {
  const auto inside = scope.inside(element);
  SignatureElement result;
  for (const auto& child : check_children(children_of(element.node()), inside, build)) {
    auto& row = result.rows.emplace_back(signature_row(child, inside, build));
    row.query = child.word("each");
    row.match = child.word("match");
  }
  if (result.rows.empty()) {
    build.diagnostics().error(codes::missing_content, element.span(), "<signatures> has no <signature>");
  }
  return result;
}

BlockNode table(const CheckedElement& element, const Scope& scope, Build& build) {
  return build_table(element, scope, build);
}

BlockNode approval(const CheckedElement& element, const Scope& scope, Build& build) {
  check_children(children_of(element.node()), scope.inside(element), build);
  return ApprovalElement{element.text("word"), element.text("position"), element.text("name"),
                         element.text("date")};
}

BlockNode letterhead(const CheckedElement& element, const Scope& scope, Build& build) {
  check_children(children_of(element.node()), scope.inside(element), build);
  return LetterheadElement{};
}

BlockNode image(const CheckedElement& element, const Scope& scope, Build& build) {
  check_children(children_of(element.node()), scope.inside(element), build);
  if (element.given("src") == element.given("picture")) {
    build.diagnostics().error(
        codes::attributes_disagree, element.span(),
        element.given("src") ? "<image> has both 'src' and 'picture'"
                             : "<image> has neither 'src' nor 'picture'",
        "src=\"plan.png\" is a file beside the template, picture=\"{content}\" the name of a "
        "picture in the database");
  }
  return ImageElement{element.word("src"),
                      element.text("picture"),
                      element.value_span("src"),
                      element.length("width").amount,
                      element.length("height").amount,
                      align_of(element, Align::centre),
                      element.text("alt")};
}

BlockNode rule(const CheckedElement& element, const Scope& scope, Build& build) {
  check_children(children_of(element.node()), scope.inside(element), build);
  return RuleElement{};
}

BlockNode keep(const CheckedElement& element, const Scope& scope, Build& build) {
  return KeepElement{build_blocks(children_of(element.node()), scope.inside(element), build)};
}

BlockNode chart(const CheckedElement& element, const Scope& scope, Build& build) {
  return build_chart(element, scope, build);
}

BlockNode page_break(const CheckedElement& element, const Scope& scope, Build& build) {
  check_children(children_of(element.node()), scope.inside(element), build);
  warn_unless_for(Only::pdf, element, {}, scope, build);
  return PageBreakElement{};
}

BlockNode space(const CheckedElement& element, const Scope& scope, Build& build) {
  check_children(children_of(element.node()), scope.inside(element), build);
  SpaceElement result;
  if (element.has("height")) result.millimetres = element.length("height").amount;
  return result;
}

BlockNode nothing_to_report(const CheckedElement& element, const Scope& scope, Build& build) {
  check_children(children_of(element.node()), scope.inside(element), build);
  return EmptyReport{};
}

using BlockBuilder = BlockNode (*)(const CheckedElement&, const Scope&, Build&);

BlockBuilder builder_of(std::string_view name) {
  static const std::map<std::string_view, BlockBuilder> builders{{"p", paragraph},
                                                                 {"title", paragraph},
                                                                 {"h1", paragraph},
                                                                 {"h2", paragraph},
                                                                 {"h3", paragraph},
                                                                 {"h4", paragraph},
                                                                 {"if", condition},
                                                                 {"each", loop},
                                                                 {"outline", outline},
                                                                 {"item", item},
                                                                 {"heading", heading},
                                                                 {"signature", signature},
                                                                 {"signatures", signatures},
                                                                 {"table", table},
                                                                 {"approval", approval},
                                                                 {"letterhead", letterhead},
                                                                 {"image", image},
                                                                 {"hr", rule},
                                                                 {"keep", keep},
                                                                 {"chart", chart},
                                                                 {"page-break", page_break},
                                                                 {"space", space},
                                                                 {"nothing-to-report", nothing_to_report}};
  const auto found = builders.find(name);
  assert(found != builders.end());
  return found->second;
}

void check_only(const CheckedElement& element, const Scope& scope, Build& build) {
  const auto own = only_of(element);
  if (own == Only::both || scope.only == Only::both || own == scope.only) return;
  build.diagnostics().warning(
      codes::no_effect, element.value_span("only"),
      fmt::format("<{}> never appears: what is around it is for the other format", element.name()));
}

}  // namespace

RunningElement build_running(const CheckedElement& element, const Scope& scope, Build& build) {
  RunningElement result;
  result.footer = element.name() == "footer";
  const auto pages = element.word("pages");
  if (pages == "first") result.pages = RunningElement::Pages::first;
  if (pages == "further") result.pages = RunningElement::Pages::further;
  result.align = align_of(element, Align::centre);
  result.content = build_words(element, scope, build);
  return result;
}

Elements build_blocks(const Nodes& nodes, const Scope& scope, Build& build) {
  Elements blocks;
  for (const auto& element : check_children(nodes, scope, build)) {
    check_only(element, scope, build);
    blocks.push_back({builder_of(element.name())(element, scope, build), only_of(element), element.span()});
  }
  return blocks;
}

}  // namespace svodka::templates
