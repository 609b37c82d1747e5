#include "base/files.hpp"
#include "parse.hpp"
#include "support/catch.hpp"
#include "templates/language/element_rules.hpp"
#include "templates/language/style_names.hpp"

namespace svodka::templates {

namespace {

std::vector<std::string> whole_examples(const std::string& page) {
  const std::string open = "```xml\n<report", close = "\n```";
  std::vector<std::string> examples;
  for (std::size_t at = 0; (at = page.find(open, at)) != std::string::npos;) {
    const auto begin = at + std::string("```xml\n").size();
    const auto end = page.find(close, begin);
    examples.push_back(page.substr(begin, end - begin));
    at = end;
  }
  return examples;
}

}  // namespace

TEST_CASE("every whole example of docs/templates.md is right") {
  const auto examples = whole_examples(base::read_file("docs/templates.md"));
  CHECK(examples.size() >= 4);
  for (const auto& example : examples) CHECK(test::messages(example).empty());
}

TEST_CASE("docs/templates.md has every element, attribute, choice, filter and style") {
  const auto page = base::read_file("docs/templates.md");
  const auto has = [&](const std::string& text) { return page.find(text) != std::string::npos; };
  for (const auto& rule : element_rules()) {
    INFO(std::string(rule.name));
    CHECK(has("`<" + std::string(rule.name) + ">`"));
    for (const auto& attribute : rule.attributes) {
      INFO(std::string(attribute.name));
      CHECK(has("`" + std::string(attribute.name) + "`"));
      for (const auto choice : attribute.choices) CHECK(has("`" + std::string(choice) + "`"));
    }
  }
  for (const auto& filter : filters()) CHECK(has("`" + std::string(filter.name)));
  for (const auto style : style_names) CHECK(has("`" + std::string(style) + "`"));
}

}  // namespace svodka::templates
