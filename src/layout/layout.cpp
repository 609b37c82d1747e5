#include "layout/layout.hpp"

#include <algorithm>
#include <utility>

#include "layout/blocks.hpp"
#include "layout/paginator.hpp"
#include "layout/structure.hpp"
#include "layout/typesetter.hpp"

namespace svodka::layout {

namespace {

using document::Block;
using document::Section;

bool is_printed(const Block& block) { return block.only != document::Only::xlsx; }

// A section for the workbook alone has no pages.
bool has_pages(const Section& section) {
  return section.blocks.empty() || std::any_of(section.blocks.begin(), section.blocks.end(), is_printed);
}

// The next block that prints something is a signature, which must not stand alone on a page.
bool signature_follows(const std::vector<Block>& blocks, std::size_t index) {
  for (auto next = index + 1; next < blocks.size(); ++next) {
    const auto& block = blocks[next];
    if (!is_printed(block) || std::holds_alternative<document::Space>(block.content)) continue;
    return std::holds_alternative<document::Signature>(block.content);
  }
  return false;
}

struct BlockLayout {
  NodeId section;
  bool keep_with_next;
  Context& context;

  void operator()(const document::Paragraph& paragraph) const {
    lay_paragraph(paragraph, section, keep_with_next, context);
  }
  void operator()(const document::Table& table) const { lay_table(table, section, keep_with_next, context); }
  void operator()(const document::Signature& signature) const {
    lay_signature(signature, section, keep_with_next, context);
  }
  void operator()(const document::Approval&) const {}
  void operator()(const document::Image&) const {}
  void operator()(const document::Chart& chart) const { lay_chart(chart, section, keep_with_next, context); }
  void operator()(const document::Rule&) const {}
  void operator()(const document::PageBreak&) const { context.paginator.break_page(); }
  void operator()(const document::Space& space) const {
    Strip strip;
    strip.height = space.height;
    strip.spacer = true;
    strip.keep_with_next = true;  // it belongs to what follows
    context.paginator.add(std::move(strip));
  }
};

void lay_label(const Section& section, NodeId node, Context& context) {
  if (!section.appendix || section.label.empty()) return;
  document::Paragraph label;
  label.style = document::StyleName::appendix;
  label.runs = {{section.label, false, false, {}}};
  lay_paragraph(label, node, true, context);
}

void lay_section(const Section& section, Context& context) {
  context.typesetter.set_context(section.title.empty() ? std::string() : "section «" + section.title + "»");
  context.structure.close_lists();
  const auto node = context.structure.add(Role::section, 0);
  context.paginator.begin_section(section.orientation, section.title);
  lay_label(section, node, context);
  for (std::size_t i = 0; i < section.blocks.size(); ++i) {
    const auto& block = section.blocks[i];
    if (!is_printed(block)) continue;
    const bool keep_with_next = block.keep_with_next || signature_follows(section.blocks, i);
    std::visit(BlockLayout{node, keep_with_next, context}, block.content);
  }
}

}  // namespace

Pages paginate(const document::Document& document, const document::Theme& theme, Tools tools,
               base::Diagnostics& diagnostics) {
  Pages pages;
  pages.title = document.title;
  pages.author = document.author;
  pages.subject = document.subject;
  pages.language = document.language;
  pages.created = document.created;
  Typesetter typesetter(tools, diagnostics);
  Structure structure(pages.nodes);
  Paginator paginator(theme, typesetter, pages);
  Context context{theme, typesetter, structure, paginator, diagnostics};
  for (const auto& section : document.sections) {
    if (has_pages(section)) lay_section(section, context);
  }
  if (pages.pages.empty()) paginator.begin_section(document::Orientation::portrait, {});
  paginator.finish();
  return pages;
}

}  // namespace svodka::layout
