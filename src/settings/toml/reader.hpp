#pragma once
// TOML files with a table of keys for every table: what theme and job files share. Private to the room.

#include <toml++/toml.h>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"

namespace svodka::settings {

class TomlReader {
 protected:
  struct Codes {
    base::Code bad_toml, unknown_key, bad_value;
  };
  TomlReader(base::SourcePtr source, Codes codes, base::Diagnostics& diagnostics)
      : source_(std::move(source)), codes_(codes), diagnostics_(diagnostics) {}

  // Takes a node; false when it does not fit. `needs` says what would.
  struct Key {
    std::string_view needs;
    std::function<bool(const toml::node&)> take;
  };
  using Keys = std::map<std::string, Key>;

  std::optional<toml::table> parse();  // empty, with a diagnostic, when it is not TOML
  void read_table(const toml::table& node, const Keys& keys);
  base::SourceSpan span(const toml::node& node) const;

  static Key text(std::string& target);
  static Key texts(std::vector<std::string>& target);
  static Key flag(bool& target);
  static Key number(double& target, double factor, double least, double most);
  static Key table(std::function<void(const toml::table&)> read);

  base::SourcePtr source_;
  Codes codes_;
  base::Diagnostics& diagnostics_;
};

}  // namespace svodka::settings
