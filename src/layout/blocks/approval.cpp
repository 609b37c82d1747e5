#include <algorithm>
#include <string>
#include <utility>

#include "layout/blocks/blocks.hpp"

namespace svodka::layout {

namespace {

constexpr double kWidestName = 0.6;  // of the block; the rest is room to sign
constexpr double kToSign = 0.8;      // of the letters' size, above the line to sign on
constexpr double kToDate = 0.4;

class ApprovalLayout {
 public:
  ApprovalLayout(NodeId section, Context& context)
      : section_(section),
        context_(context),
        style_(context.theme.style(document::StyleName::approval)),
        look_(context.typesetter.look_of(style_)) {
    right_ = context.paginator.right();
    left_ = right_ - document::approval_width(context.theme);
  }

  std::vector<Strip> strips(const document::Approval& approval) {
    add_text(approval.word, 0);
    add_text(approval.position, 0);
    add_signing_line(approval.name);
    add_text(approval.date, kToDate * look_.size);
    strips_.front().space_before = style_.space_before;
    strips_.back().space_after = style_.space_after;
    return std::move(strips_);
  }

 private:
  std::vector<Line> set(const std::string& text, Points left) {
    const Span span{text, false, false, {}};
    auto lines = context_.typesetter.set({&span, 1}, look_, {left, left, right_}).lines;
    context_.structure.own(lines, context_.structure.add(Role::paragraph, section_));
    return lines;
  }

  void append(std::vector<Line> lines, Points space_before) {
    auto strips = strips_of(std::move(lines), look_.line_height);
    strips.front().space_before = space_before;
    std::move(strips.begin(), strips.end(), std::back_inserter(strips_));
  }

  void add_text(const std::string& text, Points space_before) {
    if (!text.empty()) append(set(text, left_), space_before);
  }

  // The name stands at the right, the line before it.
  void add_signing_line(const std::string& name) {
    const auto needed = context_.typesetter.width(name, look_);
    const auto name_left = right_ - std::min(needed, kWidestName * (right_ - left_));
    auto lines = name.empty() ? std::vector<Line>(1) : set(name, name_left);
    append(std::move(lines), kToSign * look_.size);
    const auto end = name.empty() ? right_ : name_left - look_.size / 2;
    const auto thickness = context_.theme.table.rule;
    strips_.back().rules.push_back(
        {left_, look_.baseline + 2 * thickness, end - left_, thickness, look_.colour});
  }

  NodeId section_;
  Context& context_;
  const document::ParagraphStyle& style_;
  TextLook look_;
  Points left_ = 0, right_ = 0;
  std::vector<Strip> strips_;
};

}  // namespace

void lay_approval(const document::Approval& approval, NodeId section, bool keep_with_next, Context& context) {
  context.structure.close_lists();
  auto strips = ApprovalLayout(section, context).strips(approval);
  keep_together(strips, true, keep_with_next);
  context.paginator.add(std::move(strips));
}

}  // namespace svodka::layout
