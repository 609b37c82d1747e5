#include "layout/layout.hpp"

#include <algorithm>
#include <utility>

#include "layout/blocks/blocks.hpp"
#include "layout/flow/paginator.hpp"
#include "layout/flow/running_matter.hpp"
#include "layout/flow/structure.hpp"
#include "layout/text/typesetter.hpp"

namespace svodka::layout {

namespace {

using document::Block;
using document::Section;

bool is_printed(const Block& block) { return block.only != document::Only::xlsx; }

// A section for the workbook alone has no pages.
bool has_pages(const Section& section) {
  return section.blocks.empty() || std::any_of(section.blocks.begin(), section.blocks.end(), is_printed);
}

// The next block that prints something is a signature, or lines kept together with one: neither may stand
// alone on a page.
bool signature_follows(const std::vector<Block>& blocks, std::size_t index) {
  std::uint32_t group = 0;
  for (auto next = index + 1; next < blocks.size(); ++next) {
    const auto& block = blocks[next];
    const bool is_gap = std::holds_alternative<document::Space>(block.content) ||
                        std::holds_alternative<document::Rule>(block.content);
    if (!is_printed(block) || is_gap) continue;
    const bool is_signature = std::holds_alternative<document::Signature>(block.content);
    if (group == 0 && is_signature) return true;
    if (group == 0 && block.group != blocks[index].group) group = block.group;
    if (group == 0 || block.group != group) return false;
    if (is_signature) return true;
    if (!std::holds_alternative<document::Paragraph>(block.content)) return false;
  }
  return false;
}

// The next block that prints something explains the table that the block is, and not what comes after: it
// does not begin a page alone.
bool note_follows(const std::vector<Block>& blocks, std::size_t index) {
  if (!std::holds_alternative<document::Table>(blocks[index].content)) return false;
  const auto next =
      std::find_if(blocks.begin() + static_cast<std::ptrdiff_t>(index) + 1, blocks.end(), is_printed);
  if (next == blocks.end()) return false;
  const auto* paragraph = std::get_if<document::Paragraph>(&next->content);
  return paragraph != nullptr && paragraph->style == document::StyleName::note &&
         !paragraph->keep_with_next && !next->keep_with_next;
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
  void operator()(const document::Approval& approval) const {
    lay_approval(approval, section, keep_with_next, context);
  }
  void operator()(const document::LetterheadMark&) const {
    for (const auto& block : document::letterhead_blocks(context.theme)) {
      std::visit(BlockLayout{section, true, context}, block.content);
    }
  }
  void operator()(const document::Image& image) const { lay_image(image, section, keep_with_next, context); }
  void operator()(const document::Chart& chart) const { lay_chart(chart, section, keep_with_next, context); }
  void operator()(const document::Rule&) const { lay_rule(keep_with_next, context); }
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

void lay_blocks(const Section& section, NodeId node, Context& context) {
  std::uint32_t group = 0;
  for (std::size_t i = 0; i < section.blocks.size(); ++i) {
    const auto& block = section.blocks[i];
    if (!is_printed(block)) continue;
    if (block.group != group) {
      if (group != 0) context.paginator.end_group();
      if (block.group != 0) context.paginator.begin_group();
      group = block.group;
    }
    const bool keep_with_next =
        block.keep_with_next || signature_follows(section.blocks, i) || note_follows(section.blocks, i);
    std::visit(BlockLayout{node, keep_with_next, context}, block.content);
  }
  if (group != 0) context.paginator.end_group();
}

void lay_section(const Section& section, Context& context) {
  context.structure.close_lists();
  const auto node = context.structure.add(Role::section, 0);
  lay_label(section, node, context);
  lay_blocks(section, node, context);
}

struct SectionPages {
  const Section* section;
  std::size_t first;  // page, zero-based
};

void put_running_matter(const std::vector<SectionPages>& sections, RunningMatter& running, Pages& pages) {
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const auto end = i + 1 < sections.size() ? sections[i + 1].first : pages.pages.size();
    for (auto page = sections[i].first; page < end; ++page) {
      running.put(*sections[i].section, page == sections[i].first, page, pages);
    }
  }
}

}  // namespace

Pages paginate(const document::Document& document, const document::Theme& theme, Tools tools,
               base::Diagnostics& diagnostics) {
  tools.shaper.trim();
  Pages pages;
  pages.title = document.title;
  pages.author = document.author;
  pages.subject = document.subject;
  pages.language = document.language;
  pages.created = document.created;
  Typesetter typesetter(tools, diagnostics);
  Structure structure(pages.nodes);
  Paginator paginator(theme, pages);
  RunningMatter running(theme, typesetter, diagnostics);
  Context context{theme, typesetter, structure, paginator, diagnostics};
  std::vector<SectionPages> sections;
  for (const auto& section : document.sections) {
    if (!has_pages(section)) continue;
    typesetter.set_context(section.title.empty() ? std::string() : "section «" + section.title + "»");
    // The pages that it shares keep the running matter of the section before.
    const bool shares = section.continues && !section.appendix && !sections.empty() &&
                        sections.back().section->orientation == section.orientation;
    if (!shares) {
      paginator.begin_section(section.orientation, section.title, running.margins(section, true),
                              running.margins(section, false));
      sections.push_back({&section, paginator.page()});
    }
    lay_section(section, context);
  }
  if (pages.pages.empty()) paginator.begin_section(document::Orientation::portrait, {}, {}, {});
  paginator.finish();
  put_running_matter(sections, running, pages);
  return pages;
}

}  // namespace svodka::layout
