#include "settings/toml/reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/suggest.hpp"
#include "base/utf8.hpp"

namespace svodka::settings {

namespace {

// toml++ counts code points.
std::size_t offset_of(const base::SourceFile& source, const toml::source_position& position) {
  std::size_t offset = 0;
  for (auto line = position.line; line > 1; --line) offset = source.text.find('\n', offset) + 1;
  for (auto column = position.column; column > 1 && offset < source.text.size(); --column) {
    base::next_code_point(source.text, offset);
  }
  return offset;
}

}  // namespace

std::optional<toml::table> TomlReader::parse() {
  try {
    return toml::parse(source_->text);
  } catch (const toml::parse_error& error) {
    const auto at = offset_of(*source_, error.source().begin);
    diagnostics_.error(codes_.bad_toml, {source_, at, at + 1}, std::string(error.description()));
    return std::nullopt;
  }
}

void TomlReader::read_table(const toml::table& node, const Keys& keys) {
  std::vector<std::string> names;
  for (const auto& [name, key] : keys) names.push_back(name);
  for (const auto& [name, value] : node) {
    const auto found = keys.find(std::string(name.str()));
    if (found == keys.end()) {
      diagnostics_.error(codes_.unknown_key, span(value), fmt::format("unknown key '{}'", name.str()),
                         base::did_you_mean(name.str(), names));
    } else if (!found->second.take(value)) {
      diagnostics_.error(codes_.bad_value, span(value),
                         fmt::format("'{}' needs {}", name.str(), found->second.needs));
    }
  }
}

base::SourceSpan TomlReader::span(const toml::node& node) const {
  const auto& region = node.source();
  const auto begin = offset_of(*source_, region.begin);
  return {source_, begin, std::max(begin + 1, offset_of(*source_, region.end))};
}

TomlReader::Key TomlReader::text(std::string& target) {
  return {"a text", [&target](const toml::node& node) {
            const auto value = node.value<std::string>();
            if (value) target = *value;
            return value.has_value();
          }};
}

TomlReader::Key TomlReader::texts(std::vector<std::string>& target) {
  return {"a list of texts", [&target](const toml::node& node) {
            const auto* list = node.as_array();
            if (!list) return false;
            target.clear();
            for (const auto& element : *list) {
              if (!element.is_string()) return false;
              target.push_back(element.value_or(std::string()));
            }
            return true;
          }};
}

TomlReader::Key TomlReader::flag(bool& target) {
  return {"true or false", [&target](const toml::node& node) {
            const auto value = node.value_exact<bool>();
            if (value) target = *value;
            return value.has_value();
          }};
}

TomlReader::Key TomlReader::number(double& target, double factor, double least, double most) {
  return {"a number in its limits", [=, &target](const toml::node& node) {
            const auto value = node.value<double>();
            if (!value || *value < least || *value > most) return false;
            target = *value * factor;
            return true;
          }};
}

TomlReader::Key TomlReader::table(std::function<void(const toml::table&)> read) {
  return {"a table", [read = std::move(read)](const toml::node& node) {
            if (node.is_table()) read(*node.as_table());
            return node.is_table();
          }};
}

}  // namespace svodka::settings
