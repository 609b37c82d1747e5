#pragma once
// The :parameters of an SQL text, found without parsing it.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace svodka::templates {

struct SqlParameter {
  std::string text;       // as it stands: ":meeting", "?1"
  std::size_t begin = 0;  // in the SQL
};

// In order, repeated ones too; :name, and the other forms SQLite knows (?, ?1, $name, @name). Strings, quoted
// names and comments hold none.
std::vector<SqlParameter> sql_parameters(std::string_view sql);

}  // namespace svodka::templates
