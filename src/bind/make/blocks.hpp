#pragma once
// Elements of a template → blocks of a document. Private to the room.

#include <map>
#include <set>
#include <string>

#include "base/diagnostic.hpp"
#include "bind/make/evaluate.hpp"
#include "bind/make/pictures.hpp"
#include "document/document.hpp"

namespace svodka::bind {

// The format that blocks appear in while an element is walked: the stricter of the element's and what is
// around.
class OnlyScope {
 public:
  OnlyScope(document::Only& only, templates::Only inner);
  ~OnlyScope() { only_ = former_; }
  OnlyScope(const OnlyScope&) = delete;
  OnlyScope& operator=(const OnlyScope&) = delete;

 private:
  document::Only& only_;
  document::Only former_;
};

// Blocks that are made while it lives share a page; inner scopes are part of the outer one.
class GroupScope {
 public:
  GroupScope(std::uint32_t& group, std::uint32_t& groups) : group_(group), outer_(group) {
    if (group_ == 0) group_ = ++groups;
  }
  ~GroupScope() { group_ = outer_; }
  GroupScope(const GroupScope&) = delete;
  GroupScope& operator=(const GroupScope&) = delete;

 private:
  std::uint32_t& group_;
  std::uint32_t outer_;
};

class BlockBuilder {
 public:
  BlockBuilder(const Program& program, Evaluator& evaluator, RowStore& rows, Pictures& pictures,
               base::Diagnostics& diagnostics, document::Document& document)
      : program_(program),
        evaluator_(evaluator),
        rows_(rows),
        pictures_(pictures),
        diagnostics_(diagnostics),
        document_(document) {}

  void add_sections();

 private:
  friend class OutlineBuilder;

  void add(const templates::SectionElement& section);
  void add(const templates::Elements& elements);
  void add(const templates::Element& element);
  void add(const templates::ParagraphElement& paragraph);
  void add(const templates::EachElement& each);
  void add_groups(const templates::EachElement& each, const RowList& rows);
  void add(const templates::OutlineElement& outline);  // outline.cpp
  void add_block(document::Content content);
  void add_running(const std::vector<templates::RunningElement>& own);
  void add_draft_mark();
  document::Approval approval(const templates::ApprovalElement& approval);
  void add(const templates::ImageElement& image);
  void add_name_of_picture(const std::string& name, const std::string& alternative);
  document::Signature signature(const templates::SignatureElement& signature);
  std::string table_id(const std::string& wanted);

  const Program& program_;
  Evaluator& evaluator_;
  RowStore& rows_;
  Pictures& pictures_;
  base::Diagnostics& diagnostics_;
  document::Document& document_;
  document::Only only_ = document::Only::both;
  const RowList* group_ = nullptr;  // rows of the group that a nested <each> walks
  std::uint16_t group_query_ = 0;
  std::uint8_t heading_ = 0;           // level of the last heading that the template wrote
  std::uint32_t group_of_blocks_ = 0;  // that <keep> around what is being built makes; 0: none
  std::uint32_t groups_ = 0;
  std::set<std::string> table_ids_;
  std::map<std::string, int> table_numbers_;
};

// tables.cpp, charts.cpp, matrix.cpp
document::Table build_table(const Program& program, Evaluator& evaluator, RowStore& rows,
                            base::Diagnostics& diagnostics, const templates::TableElement& element);
document::Chart build_chart(const Program& program, Evaluator& evaluator, RowStore& rows,
                            base::Diagnostics& diagnostics, const templates::ChartElement& element);
void fill_matrix(const Program& program, Evaluator& evaluator, RowStore& rows, base::Diagnostics& diagnostics,
                 const templates::TableElement& element, document::Table& table);
document::Column column_of(const templates::ColumnElement& element, Evaluator& evaluator);
document::Heat heat_of(const templates::HeatRule& rule);
document::Align align_of(templates::Align align, document::Align inherited);
document::Width width_of(const templates::Length& length);
void add_cell(document::TableRows& rows, Evaluator& evaluator, const templates::Inlines& content,
              const templates::TextTemplate& state);
// The only expression of a cell that is nothing else; null otherwise.
const templates::Expression* sole_expression(const templates::Inlines& content);

}  // namespace svodka::bind
