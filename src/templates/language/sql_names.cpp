#include "templates/language/sql_names.hpp"

#include <algorithm>

namespace svodka::templates {

namespace {

// https://www.sqlite.org/lang_expr.html#varparam: letters, digits, _, and every byte above 0x7F. A $ may go
// on a name, so that a name with $ inside is passed as a whole.
bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}

class SqlScanner {
 public:
  explicit SqlScanner(std::string_view sql) : sql_(sql) {}

  SqlNames scan() {
    while (at_ < sql_.size()) step();
    return std::move(found_);
  }

 private:
  bool at(std::string_view sign) const { return sql_.substr(at_, sign.size()) == sign; }

  void step() {
    const char c = sql_[at_];
    if (c == '\'' || c == '"' || c == '`') return skip_past(std::string_view(&c, 1), 1);
    if (c == '[') return skip_past("]", 1);
    if (at("--")) return skip_past("\n", 2);
    if (at("/*")) return skip_past("*/", 2);
    if (c == ':' || c == '?' || c == '@' || c == '$') return parameter();
    if (is_word(c)) return word();
    ++at_;
  }

  // A doubled quote reads as two texts next to each other: the end is the same.
  void skip_past(std::string_view end, std::size_t opening) {
    const auto found = sql_.find(end, at_ + opening);
    at_ = found == sql_.npos ? sql_.size() : found + end.size();
  }

  void skip_word() {
    while (at_ < sql_.size() && is_word(sql_[at_])) ++at_;
  }

  void word() {
    const auto begin = at_;
    skip_word();
    found_.words.push_back({std::string(sql_.substr(begin, at_ - begin)), begin});
  }

  void parameter() {
    const auto begin = at_++;
    skip_word();
    const bool nameless = at_ - begin == 1 && sql_[begin] != '?';
    if (!nameless) found_.parameters.push_back({std::string(sql_.substr(begin, at_ - begin)), begin});
  }

  std::string_view sql_;
  std::size_t at_ = 0;
  SqlNames found_;
};

}  // namespace

SqlNames sql_names(std::string_view sql) { return SqlScanner(sql).scan(); }

}  // namespace svodka::templates
