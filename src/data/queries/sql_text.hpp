#pragma once
// Looking into the text of a statement, for messages that point into it; for this room's .cpp files.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace svodka::data {

// ASCII letter case aside, as SQL compares names.
bool same_name(std::string_view a, std::string_view b);
std::string ascii_upper(std::string_view text);

// Bytes [begin, end) of a statement.
struct SqlPlace {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The identifier, number or string that begins at `at`; at least one character.
SqlPlace token_at(std::string_view sql, std::size_t at);
// The first token that is not space or comment; the empty place at the end when there is none.
SqlPlace first_token(std::string_view sql);
// The first token that is `name`, quoted or not, outside comments and string literals.
std::optional<SqlPlace> find_name(std::string_view sql, std::string_view name);
// The first string literal that reads 'now', letter case aside.
std::optional<SqlPlace> find_now(std::string_view sql);

}  // namespace svodka::data
