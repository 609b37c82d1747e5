#include <utility>

#include "layout/blocks/blocks.hpp"

namespace svodka::layout {

namespace {

constexpr Points kAroundImage = 6;
constexpr Points kAboveRule = 4, kBelowRule = 8;

}  // namespace

void lay_image(const document::Image& image, NodeId section, bool keep_with_next, Context& context) {
  const auto left = context.paginator.left();
  const auto right = context.paginator.right();
  const auto size = document::size_of(image, right - left, context.paginator.content_height());
  auto node = kArtifact;
  if (!image.alternative.empty()) {
    context.structure.close_lists();
    node = context.structure.add(Role::figure, section);
    context.structure.node(node).name = image.alternative;
  }
  const auto shift = document::left_of(image.align, right - left - size.width);
  Strip strip;
  strip.height = size.height;
  strip.space_before = strip.space_after = kAroundImage;
  strip.keep_with_next = keep_with_next;
  strip.drawings.emplace_back(PlacedImage{node, left + shift, 0, size.width, size.height, image.picture});
  context.paginator.add(std::move(strip));
}

void lay_rule(bool keep_with_next, Context& context) {
  const auto& look = context.theme.table;
  Strip strip;
  strip.height = look.rule;
  strip.space_before = kAboveRule;
  strip.space_after = kBelowRule;
  strip.keep_with_next = keep_with_next;
  strip.rules.push_back({context.paginator.left(), 0, context.paginator.right() - context.paginator.left(),
                         look.rule, look.rule_colour});
  context.paginator.add(std::move(strip));
}

}  // namespace svodka::layout
