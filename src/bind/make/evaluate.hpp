#pragma once
// Expressions, tests and inline content against the rows of a document. Private to the room.

#include <string>

#include "bind/compile/program.hpp"
#include "bind/make/rows.hpp"
#include "document/document.hpp"

namespace svodka::bind {

class Evaluator {
 public:
  Evaluator(const Program& program, RowStore& rows, text::Date as_of)
      : program_(program), rows_(rows), as_of_(as_of) {}

  text::Value value(const templates::Path& path);
  // The value after its filters; typed as long as the filters only say how it is displayed.
  text::Value value(const templates::Expression& expression);
  // Digits after the comma that a field gives the value; document::kColumnDecimals when none does.
  std::int8_t decimals(const templates::Expression& expression);
  std::string text(const templates::Expression& expression);
  std::string text(const templates::TextTemplate& parts);
  bool test(const templates::Test& test);
  // In a cell a U+0009 stands between the label of a list item and its text; values have none.
  document::Runs runs(const templates::Inlines& inlines);

  // The rows a loop walks: all, or those that match the scope around.
  const RowList& rows(const std::string& query, const std::string& match);
  // The value that `name` has where the loop stands, for match and by.
  text::Value scope_value(const std::string& name);

 private:
  friend class RunBuilder;
  text::Format format(const templates::Expression& expression);
  std::string filtered(const templates::Expression& expression, std::size_t from, text::Value value);
  bool compare(const templates::Test& test);

  const Program& program_;
  RowStore& rows_;
  text::Date as_of_;
};

// <0, 0, >0; numbers by value, dates by day, texts by code point.
int compare_values(const text::Value& a, const text::Value& b);

}  // namespace svodka::bind
