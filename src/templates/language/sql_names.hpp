#pragma once
// What an SQL text names, found without parsing it.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace svodka::templates {

struct SqlName {
  std::string text;       // as it stands: ":meeting", "?1"; SELECT
  std::size_t begin = 0;  // in the SQL
};

// Both in order, repeated ones too. Strings, quoted names and comments hold none.
struct SqlNames {
  std::vector<SqlName> parameters;  // :name, and the other forms SQLite knows (?, ?1, $name, @name)
  std::vector<SqlName> words;       // keywords, names and numbers
};
SqlNames sql_names(std::string_view sql);

}  // namespace svodka::templates
