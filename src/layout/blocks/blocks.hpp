#pragma once
// Blocks of a document → strips and nodes.

#include "document/document.hpp"
#include "layout/flow/paginator.hpp"
#include "layout/flow/structure.hpp"
#include "layout/text/typesetter.hpp"

namespace svodka::layout {

// What every block is laid out with.
struct Context {
  const document::Theme& theme;
  Typesetter& typesetter;
  Structure& structure;
  Paginator& paginator;
  base::Diagnostics& diagnostics;
};

// Each lays one block under the node `section`. keep_with_next: its last strip shares a page with the next
// block.
void lay_paragraph(const document::Paragraph& paragraph, NodeId section, bool keep_with_next,
                   Context& context);
// The words that stand where a table has no rows or a chart no values, under its title.
void lay_empty(const std::string& title, const document::Runs& words, NodeId section, bool keep_with_next,
               Context& context);
void lay_signature(const document::Signature& signature, NodeId section, bool keep_with_next,
                   Context& context);
void lay_approval(const document::Approval& approval, NodeId section, bool keep_with_next, Context& context);
void lay_image(const document::Image& image, NodeId section, bool keep_with_next, Context& context);
void lay_rule(bool keep_with_next, Context& context);
void lay_table(const document::Table& table, NodeId section, bool keep_with_next, Context& context);
void lay_chart(const document::Chart& chart, NodeId section, bool keep_with_next, Context& context);

}  // namespace svodka::layout
