#pragma once
// Name resolution. Private to the room.

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "bind/compile/program.hpp"

namespace svodka::bind {

// Walks a template with the stack of queries whose rows are being walked, numbers every path and reports what
// cannot be.
class Resolver {
 public:
  Resolver(Program& program, base::Diagnostics& diagnostics);

  void resolve_template();

 private:
  // Blocks (resolve_blocks.cpp).
  void resolve(templates::SectionElement& section);
  void resolve(std::vector<templates::RunningElement>& running);
  void resolve(templates::Elements& elements);
  void resolve(templates::Element& element);
  void resolve(templates::TableElement& table);
  void resolve(templates::ColumnElement& column, const templates::TableElement& table);
  void resolve(templates::MatrixColumns& matrix, const templates::TableElement& table);
  void resolve(templates::ChartElement& chart);
  void resolve(templates::SeriesElement& series, const templates::ChartElement& chart);
  void check_number(const templates::SeriesElement& series);
  void check_ratio(const templates::TotalRule& ratio, const templates::TableElement& table);
  void check_summable(const templates::ColumnElement& column, const base::SourceSpan& span);
  bool is_summable(const templates::Expression& value) const;
  void resolve(templates::OutlineElement& outline, const base::SourceSpan& span);
  void resolve(templates::SignatureRow& row, const base::SourceSpan& span);
  void resolve(templates::EachElement& each, const base::SourceSpan& span);
  void read_picture(const templates::ImageElement& image);

  // Inline content, expressions, tests (resolve.cpp).
  void resolve(templates::Inlines& inlines);
  void resolve(templates::InlineEach& each);
  void resolve(templates::TextTemplate& text);
  void resolve(templates::Expression& expression);
  void resolve(templates::Test& test);
  void resolve(templates::Path& path);

  // Runs `walk` with the rows of the query in scope.
  template <class Walk>
  void within(const std::string& query, Walk walk);

  Slot find(const templates::Path& path);
  Slot find_simple(const templates::Path& path);
  Slot find_qualified(const templates::Path& path);
  Slot unknown(const templates::Path& path, const std::string& name, std::vector<std::string> candidates);
  bool in_scope(std::uint16_t query) const;

  void check_digits(const templates::FilterCall& filter);
  void check_filters(const templates::Expression& expression);
  void check_comparison(const templates::Test& test);
  // The named field must be a column of the query.
  void check_field(const std::string& query, const std::string& field, const base::SourceSpan& span);
  // match="field": a column of the query, and a name that means something where the loop stands.
  void check_match(const std::string& query, const std::string& match, const base::SourceSpan& span);
  void check_loop(const std::string& query, const base::SourceSpan& span);
  void count_use(const std::string& query, bool can_stream);

  Program& program_;
  base::Diagnostics& diagnostics_;
  std::vector<std::uint16_t> walked_;  // queries whose rows are walked here, outermost first
  std::vector<int> uses_;              // of each query; 2 and more forbid streaming
};

template <class Walk>
void Resolver::within(const std::string& query, Walk walk) {
  if (query.empty()) return walk();
  walked_.push_back(program_.query(query));
  walk();
  walked_.pop_back();
}

}  // namespace svodka::bind
