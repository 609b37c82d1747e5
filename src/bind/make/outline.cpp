#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "bind/codes.hpp"
#include "bind/make/blocks.hpp"

namespace svodka::bind {

using namespace templates;

// Walks preorder rows with a level. Headings nest under headings and items under items, so that an item below
// a heading is not pushed in by it.
class OutlineBuilder {
 public:
  OutlineBuilder(BlockBuilder& blocks, const OutlineElement& outline)
      : b_(blocks),
        outline_(outline),
        query_(b_.program_.query(outline.query)),
        level_(b_.program_.queries[query_].column(outline.level)),
        kind_(b_.program_.queries[query_].column(outline.kind)),
        heading_above_(outline.under.empty() ? b_.heading_ : level_of(outline.under)) {}

  void add(const Row& row) {
    const auto depth = depth_of(row);
    if (depth < 0) return;
    while (!open_.empty() && open_.back().depth >= depth) open_.pop_back();
    const auto* branch = case_of(row);
    if (!branch) return;
    open_.push_back({depth, What::other});
    const Standing standing(b_.rows_, query_, &row);
    for (const auto& element : branch->content) add(element);
  }

 private:
  static int level_of(const std::string& under) { return under == "title" ? 0 : under.back() - '0'; }

  enum class What { heading, item, other };
  struct Open {
    std::int64_t depth;
    What what;
  };

  std::int64_t depth_of(const Row& row) {
    const auto* depth = std::get_if<std::int64_t>(&row[level_]);
    if (depth && *depth >= 0) return *depth;
    b_.diagnostics_.error(codes::bad_level, b_.program_.report.queries[query_].span,
                          fmt::format("level '{}' of the outline over '{}' is not a whole number from 0",
                                      text::display(row[level_]), outline_.query));
    return -1;
  }

  const OutlineCase* case_of(const Row& row) {
    const auto kind = text::display(row[kind_]);
    const OutlineCase* fallback = nullptr;
    for (const auto& branch : outline_.cases) {
      for (const auto& name : branch.kinds) {
        if (name == kind) return &branch;
        if (name == "*") fallback = &branch;
      }
    }
    if (!fallback) {
      b_.diagnostics_.error(
          codes::no_case, b_.program_.report.queries[query_].span,
          fmt::format("no <case> takes a row of kind '{}' of query '{}'", kind, outline_.query),
          fmt::format("add <case kind=\"{}\"> or <case kind=\"*\">", kind));
    }
    return fallback;
  }

  std::uint8_t count(What what) const {
    return static_cast<std::uint8_t>(
        std::count_if(open_.begin(), open_.end() - 1, [&](const Open& open) { return open.what == what; }));
  }

  void add(const Element& element) {
    const OnlyScope scope(b_.only_, element.only);
    if (const auto* item = std::get_if<ItemElement>(&element.node)) return add(*item);
    if (const auto* heading = std::get_if<OutlineHeading>(&element.node)) return add(*heading);
    if (const auto* branch = std::get_if<IfElement>(&element.node)) {
      for (const auto& part : b_.evaluator_.test(branch->test) ? branch->then : branch->otherwise) add(part);
      return;
    }
    if (const auto* keep = std::get_if<KeepElement>(&element.node)) {
      const GroupScope group(b_.group_of_blocks_, b_.groups_);
      for (const auto& part : keep->content) add(part);
      return;
    }
    b_.add(element);
  }

  void add(const ItemElement& element) {
    open_.back().what = What::item;
    document::Paragraph paragraph;
    paragraph.role = document::ParagraphRole::item;
    paragraph.style = document::StyleName::item;
    paragraph.level = count(What::item);
    paragraph.label = b_.evaluator_.text(element.label);
    if (paragraph.label.empty()) paragraph.label = b_.evaluator_.text(element.marker);
    paragraph.runs = b_.evaluator_.runs(element.content);
    b_.add_block(std::move(paragraph));
  }

  void add(const OutlineHeading& element) {
    open_.back().what = What::heading;
    const auto level = std::min(6, heading_above_ + 1 + count(What::heading));
    document::Paragraph paragraph;
    paragraph.role = document::ParagraphRole::heading;
    paragraph.level = static_cast<std::uint8_t>(level);
    paragraph.style = document::heading_style(level);
    paragraph.label = b_.evaluator_.text(element.label);
    paragraph.runs = b_.evaluator_.runs(element.content);
    b_.add_block(std::move(paragraph));
  }

  BlockBuilder& b_;
  const OutlineElement& outline_;
  std::uint16_t query_, level_, kind_;
  int heading_above_;
  std::vector<Open> open_;
};

void BlockBuilder::add(const OutlineElement& outline) {
  const auto& rows = evaluator_.rows(outline.query, outline.match);
  if (rows.empty()) return add(outline.empty);
  OutlineBuilder builder(*this, outline);
  for (const auto* row : rows) builder.add(*row);
}

}  // namespace svodka::bind
