#include "templates/build/parts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.hpp"
#include "templates/codes.hpp"
#include "templates/language/checked_element.hpp"
#include "templates/language/hints.hpp"

namespace svodka::templates {

namespace {

// Parts that insert parts that insert parts multiply; no document is that long.
constexpr std::size_t max_inserted_nodes = 200'000;

const XmlAttribute* find_attribute(const XmlNode& node, std::string_view name) {
  const auto found = std::find_if(node.attributes.begin(), node.attributes.end(),
                                  [&](const XmlAttribute& attribute) { return attribute.name == name; });
  return found == node.attributes.end() ? nullptr : &*found;
}

std::string name_of(const XmlNode& node) {
  const auto* name = find_attribute(node, "name");
  return name ? name->value.text() : std::string();
}

std::vector<std::string> queries_of(const XmlNode& part) {
  const auto* queries = find_attribute(part, "queries");
  return queries ? split_words(queries->value.text()) : std::vector<std::string>{};
}

class Inserter {
 public:
  Inserter(const PartNodes& parts, const std::vector<std::string>& query_names,
           base::Diagnostics& diagnostics)
      : parts_(parts), query_names_(query_names), diagnostics_(diagnostics) {}

  XmlNode root(const XmlNode& node) {
    XmlNode made = without_children(node, nullptr);
    for (const auto& child : node.children) {
      if (child.name == "part") {
        made.children.push_back(without_children(child, nullptr));
      } else {
        append(child, nullptr, made.children);
      }
    }
    return made;
  }

 private:
  using Aliases = std::shared_ptr<const QueryAliases>;

  XmlNode without_children(const XmlNode& node, const Aliases& aliases) {
    XmlNode made{node.name, node.span, node.attributes, {}, node.cdata, node.text};
    made.text.set_aliases(aliases);
    for (auto& attribute : made.attributes) attribute.value.set_aliases(aliases);
    return made;
  }

  XmlNode copy(const XmlNode& node, const Aliases& aliases) {
    auto made = without_children(node, aliases);
    for (const auto& child : node.children) append(child, aliases, made.children);
    return made;
  }

  void append(const XmlNode& node, const Aliases& aliases, std::vector<XmlNode>& siblings) {
    if (node.name == "insert") return insert(node, aliases, siblings);
    if (!inserting_.empty() && ++inserted_ > max_inserted_nodes) return report_too_many(node);
    siblings.push_back(copy(node, aliases));
  }

  void insert(const XmlNode& node, const Aliases& aliases, std::vector<XmlNode>& siblings) {
    const auto* part = part_of(node);
    if (!part) return;
    for (const auto& child : node.children) {
      if (child.is_text() && child.text.text().find_first_not_of(" \t\r\n") == std::string::npos) continue;
      diagnostics_.error(codes::text_not_here, child.span, "<insert> holds nothing",
                         "what it stands for is in the <part>");
    }
    const auto inner = aliases_of(node, *part, aliases);
    inserting_.push_back(part);
    for (const auto& child : part->children) append(child, inner, siblings);
    inserting_.pop_back();
  }

  // Null after a diagnostic.
  const XmlNode* part_of(const XmlNode& insert) {
    const auto* attribute = find_attribute(insert, "part");
    if (!attribute) {
      diagnostics_.error(codes::missing_attribute, insert.span, "<insert> needs the attribute 'part'");
      return nullptr;
    }
    const auto found = parts_.find(attribute->value.text());
    if (found == parts_.end()) {
      std::vector<std::string> names;
      for (const auto& [name, part] : parts_) names.push_back(name);
      diagnostics_.error(codes::unknown_part, attribute->value.span(),
                         fmt::format("unknown part '{}'", attribute->value.text()),
                         names.empty() ? "write a <part>, or <import> the library that has it"
                                       : nearest_or_all(attribute->value.text(), names));
      return nullptr;
    }
    if (std::find(inserting_.begin(), inserting_.end(), found->second) == inserting_.end())
      return found->second;
    diagnostics_.error(codes::part_in_itself, attribute->value.span(),
                       fmt::format("the part '{}' would be inserted into itself", found->first));
    return nullptr;
  }

  // What the part's names of queries mean where it is inserted: what the insert says, else what they mean
  // around it.
  Aliases aliases_of(const XmlNode& insert, const XmlNode& part, const Aliases& around) {
    auto names = queries_of(part);
    QueryAliases aliases;
    for (const auto& name : names)
      aliases[name] = around && around->count(name) > 0 ? around->at(name) : name;
    for (const auto& attribute : insert.attributes) {
      if (attribute.name == "part") continue;
      if (aliases.count(attribute.name) == 0) {
        names.insert(names.begin(), "part");
        diagnostics_.error(codes::unknown_attribute, attribute.name_span,
                           fmt::format("the part '{}' asks for no '{}'", name_of(part), attribute.name),
                           nearest_or_all(attribute.name, names));
        continue;
      }
      auto value = attribute.value;
      value.set_aliases(around);
      const auto& query = value.query_named(value.text());
      if (std::find(query_names_.begin(), query_names_.end(), query) == query_names_.end()) {
        diagnostics_.error(codes::unknown_query, value.span(), fmt::format("unknown query '{}'", query),
                           nearest_or_all(query, query_names_));
      }
      aliases[attribute.name] = query;
    }
    return std::make_shared<const QueryAliases>(std::move(aliases));
  }

  void report_too_many(const XmlNode& node) {
    if (inserted_ != max_inserted_nodes + 1) return;
    diagnostics_.error(codes::too_many_parts, node.span,
                       fmt::format("inserted parts have more than {} elements", max_inserted_nodes));
  }

  const PartNodes& parts_;
  const std::vector<std::string>& query_names_;
  base::Diagnostics& diagnostics_;
  std::vector<const XmlNode*> inserting_;  // outermost first
  std::size_t inserted_ = 0;
};

}  // namespace

std::vector<XmlNode> read_libraries(const XmlNode& root, const ImportReader& import,
                                    std::vector<base::SourcePtr>& sources, base::Diagnostics& diagnostics) {
  std::vector<XmlNode> libraries;
  for (const auto& child : root.children) {
    const auto* src = child.name == "import" ? find_attribute(child, "src") : nullptr;
    if (!src) continue;
    try {
      const auto source = import(src->value.text());
      auto library = read_xml(source, diagnostics);
      if (!library) continue;
      if (library->name != "library") {
        diagnostics.error(codes::not_a_library, library->span,
                          fmt::format("<{}> is not a library", library->name),
                          "a file that others import has the root element <library>");
        continue;
      }
      sources.push_back(source);
      libraries.push_back(std::move(*library));
    } catch (const base::Error& error) {
      diagnostics.error(codes::not_a_library, src->value.span(), error.what(),
                        "'src' is a path from the template's own folder");
    }
  }
  return libraries;
}

PartNodes collect_parts(const XmlNode& root, const std::vector<XmlNode>& libraries,
                        base::Diagnostics& diagnostics) {
  PartNodes parts;
  const auto collect = [&](const XmlNode& file) {
    for (const auto& child : file.children) {
      if (child.name != "part" || name_of(child).empty()) continue;
      if (parts.emplace(name_of(child), &child).second) continue;
      diagnostics.error(codes::duplicate_name, find_attribute(child, "name")->value.span(),
                        fmt::format("another part has the name '{}'", name_of(child)));
    }
  };
  for (const auto& library : libraries) collect(library);
  collect(root);
  return parts;
}

XmlNode with_parts_inserted(const XmlNode& root, const PartNodes& parts,
                            const std::vector<std::string>& query_names, base::Diagnostics& diagnostics) {
  return Inserter(parts, query_names, diagnostics).root(root);
}

}  // namespace svodka::templates
