#include <cassert>
#include <map>
#include <utility>

#include "templates/build/builder.hpp"
#include "templates/build/white_space.hpp"

namespace svodka::templates {

namespace {

using WordNode = decltype(Inline::node);

Inlines raw_words(const Nodes& nodes, const Scope& scope, Build& build);

WordNode bold(const CheckedElement& element, const Scope& scope, Build& build) {
  return Styled{true, false, raw_words(children_of(element.node()), scope.inside(element), build)};
}

WordNode italic(const CheckedElement& element, const Scope& scope, Build& build) {
  return Styled{false, true, raw_words(children_of(element.node()), scope.inside(element), build)};
}

WordNode anchor(const CheckedElement& element, const Scope& scope, Build& build) {
  return Anchor{element.text("href"), raw_words(children_of(element.node()), scope.inside(element), build)};
}

WordNode line_break(const CheckedElement& element, const Scope& scope, Build& build) {
  check_children(children_of(element.node()), scope.inside(element), build);
  return LineBreak{};
}

WordNode page_number(const CheckedElement& element, const Scope& scope, Build& build) {
  check_children(children_of(element.node()), scope.inside(element), build);
  return PageWord{element.name() == "page-count"};
}

WordNode list_item(const CheckedElement& element, const Scope& scope, Build& build) {
  auto label = element.has("label") ? element.text("label") : TextTemplate{Literal{"–"}};
  return ListItem{std::move(label), raw_words(children_of(element.node()), scope.inside(element), build)};
}

WordNode condition(const CheckedElement& element, const Scope& scope, Build& build) {
  const auto parts = take_part(element.node(), "else", true, build);
  const auto inside = scope.inside(element);
  InlineIf result{element.test("test"), raw_words(parts.content, inside, build), {}};
  if (parts.part) {
    if (const auto part = check_element(*parts.part, inside.here, inside.parent, build.check)) {
      result.otherwise = raw_words(children_of(part->node()), inside.inside(*part), build);
    }
  }
  return result;
}

WordNode loop(const CheckedElement& element, const Scope& scope, Build& build) {
  return InlineEach{element.word("in"), element.word("match"), element.text("separator"),
                    raw_words(children_of(element.node()), scope.inside(element), build), element.span()};
}

using WordBuilder = WordNode (*)(const CheckedElement&, const Scope&, Build&);

WordBuilder builder_of(std::string_view name) {
  static const std::map<std::string_view, WordBuilder> builders{{"b", bold},
                                                                {"i", italic},
                                                                {"a", anchor},
                                                                {"br", line_break},
                                                                {"li", list_item},
                                                                {"if", condition},
                                                                {"each", loop},
                                                                {"page-number", page_number},
                                                                {"page-count", page_number}};
  const auto found = builders.find(name);
  assert(found != builders.end());
  return found->second;
}

Inlines raw_words(const Nodes& nodes, const Scope& scope, Build& build) {
  Inlines words;
  for (const auto* node : nodes) {
    if (node->is_text()) {
      for (auto& part : parse_text(node->text, build.check.expressions)) {
        std::visit([&](auto& value) { words.push_back({std::move(value)}); }, part);
      }
    } else if (const auto element = check_element(*node, scope.here, scope.parent, build.check)) {
      words.push_back({builder_of(element->name())(*element, scope, build)});
    }
  }
  return words;
}

}  // namespace

Inlines build_words(const Nodes& nodes, const Scope& scope, Build& build) {
  auto words = raw_words(nodes, scope, build);
  tidy_white_space(words);
  return words;
}

Inlines build_words(const CheckedElement& element, const Scope& scope, Build& build) {
  return build_words(children_of(element.node()), scope.inside(element), build);
}

}  // namespace svodka::templates
