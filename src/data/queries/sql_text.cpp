#include "data/queries/sql_text.hpp"

#include <algorithm>

namespace svodka::data {

namespace {

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

// SQLite takes every byte above 127 for a letter.
bool is_name_byte(char c) {
  const auto u = upper(c);
  return (u >= 'A' && u <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) > 127;
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

// A doubled closing mark stands for itself.
std::size_t end_of_quoted(std::string_view sql, std::size_t at) {
  const char close = sql[at] == '[' ? ']' : sql[at];
  for (++at; at < sql.size(); ++at) {
    if (sql[at] != close) continue;
    if (at + 1 < sql.size() && sql[at + 1] == close && close != ']') {
      ++at;
    } else {
      return at + 1;
    }
  }
  return sql.size();
}

std::size_t after(std::string_view sql, std::string_view mark, std::size_t from) {
  const auto found = sql.find(mark, from);
  return found == std::string_view::npos ? sql.size() : found + mark.size();
}

std::size_t skip_blanks(std::string_view sql, std::size_t at) {
  for (;;) {
    while (at < sql.size() && is_space(sql[at])) ++at;
    if (sql.substr(at).starts_with("--")) {
      at = after(sql, "\n", at);
    } else if (sql.substr(at).starts_with("/*")) {
      at = after(sql, "*/", at + 2);
    } else {
      return at;
    }
  }
}

std::string_view text_at(std::string_view sql, const SqlPlace& place) {
  return sql.substr(place.begin, place.end - place.begin);
}

bool is_quoted_name(std::string_view token) {
  return token.size() >= 2 && (token.front() == '"' || token.front() == '`' || token.front() == '[');
}

template <typename Test>
std::optional<SqlPlace> find_token(std::string_view sql, Test test) {
  for (auto at = skip_blanks(sql, 0); at < sql.size();) {
    const auto place = token_at(sql, at);
    if (test(text_at(sql, place))) return place;
    at = skip_blanks(sql, place.end);
  }
  return std::nullopt;
}

}  // namespace

bool same_name(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return upper(x) == upper(y); });
}

std::string ascii_upper(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), upper);
  return out;
}

SqlPlace token_at(std::string_view sql, std::size_t at) {
  if (at >= sql.size()) return {sql.size(), sql.size()};
  constexpr std::string_view quotes = "'\"`[";
  if (quotes.find(sql[at]) != std::string_view::npos) return {at, end_of_quoted(sql, at)};
  auto end = at;
  while (end < sql.size() && is_name_byte(sql[end])) ++end;
  return {at, std::max(end, at + 1)};
}

SqlPlace first_token(std::string_view sql) { return token_at(sql, skip_blanks(sql, 0)); }

std::optional<SqlPlace> find_name(std::string_view sql, std::string_view name) {
  return find_token(sql, [&](std::string_view token) {
    if (is_quoted_name(token)) token = token.substr(1, token.size() - 2);
    return same_name(token, name);
  });
}

std::optional<SqlPlace> find_now(std::string_view sql) {
  return find_token(sql, [](std::string_view token) { return same_name(token, "'now'"); });
}

}  // namespace svodka::data
