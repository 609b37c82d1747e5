#include "xlsx/sheet/grid.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace svodka::xlsx {

namespace {

constexpr Points kNear = base::millimetres(3);
constexpr double kEdgeReach = 0.18;     // of a table's width: how far its edge may be from where it is wanted
constexpr double kApprovalLine = 0.45;  // of an approval's width
constexpr double kPositionEnd = 0.48, kLineEnd = 0.7;  // of a signature line, parts of the width

class GridMaker {
 public:
  explicit GridMaker(const GridNeeds& needs) : needs_(needs) {}

  Grid make() {
    lay_fixed();
    for (std::size_t i = 0; i < needs_.tables.size(); ++i) {
      if (!is_fixed(i)) lay_refined(needs_.tables[i]);
    }
    lay_width();
    if (needs_.signatures) lay_signature_edges();
    if (needs_.approval_width > 0) lay_approval_edges();
    for (const auto wish : needs_.wishes) insert(std::min(wish, edges().back()));
    for (std::size_t i = 0; i < needs_.tables.size(); ++i) {
      grid_.tables.push_back(is_fixed(i) ? one_to_one(needs_.tables[i]) : spans_of(needs_.tables[i]));
    }
    if (needs_.signatures) place_signature();
    if (needs_.approval_width > 0) place_approval();
    return std::move(grid_);
  }

 private:
  std::vector<Points>& edges() { return grid_.edges; }

  bool is_fixed(std::size_t table) const {
    const auto& shape = needs_.tables[table];
    if (shape.filter) return true;
    if (needs_.tables.size() > 1) return false;
    const auto width = std::max(sum_of(shape.widths), needs_.text_width);
    if (needs_.signatures && !has_edges(shape, kPositionEnd * width, kLineEnd * width)) return false;
    const auto block = needs_.approval_width;
    return block == 0 || has_edges(shape, width - block, width - block * (1 - kApprovalLine));
  }

  static Points sum_of(const std::vector<Points>& widths) {
    return std::accumulate(widths.begin(), widths.end(), 0.0);
  }

  // Two inner edges of the table are near enough to these places for what stands between them.
  static bool has_edges(const TableShape& shape, Points first, Points second) {
    const auto near = kEdgeReach * sum_of(shape.widths);
    std::size_t found = 0;
    Points at = 0;
    for (std::size_t i = 0; i + 1 < shape.widths.size() && found < 2; ++i) {
      at += shape.widths[i];
      if (std::abs(at - (found == 0 ? first : second)) <= near) ++found;
    }
    return found == 2;
  }

  // Fixed tables lie over each other, column by column; each grid column is as wide as the widest.
  void lay_fixed() {
    std::vector<Points> widths;
    for (std::size_t i = 0; i < needs_.tables.size(); ++i) {
      if (!is_fixed(i)) continue;
      const auto& table = needs_.tables[i].widths;
      widths.resize(std::max(widths.size(), table.size()));
      for (std::size_t column = 0; column < table.size(); ++column) {
        widths[column] = std::max(widths[column], table[column]);
      }
    }
    edges().assign(1, 0);
    for (const auto width : widths) edges().push_back(edges().back() + width);
    fixed_end_ = edges().back();
  }

  // The tables' own right edges decide where nothing else does.
  void lay_refined(const TableShape& table) {
    Points at = 0;
    for (const auto width : table.widths) insert(at += width);
  }

  void lay_width() {
    const bool nothing = edges().size() == 1;
    if (needs_.prose || needs_.signatures || needs_.approval_width > 0 || nothing)
      insert(std::max(needs_.text_width, kNear * 2));
  }

  void lay_signature_edges() {
    insert(edges().back() * kPositionEnd);
    insert(edges().back() * kLineEnd);
  }

  std::size_t nearest(Points at) const {
    std::size_t best = 0;
    for (std::size_t i = 1; i < grid_.edges.size(); ++i) {
      if (std::abs(grid_.edges[i] - at) < std::abs(grid_.edges[best] - at)) best = i;
    }
    return best;
  }

  // Not inside a fixed table, and not where an edge is near.
  void insert(Points at) {
    if (at < fixed_end_ || std::abs(edges()[nearest(at)] - at) < kNear) return;
    edges().insert(std::upper_bound(edges().begin(), edges().end(), at), at);
  }

  static std::vector<Span> one_to_one(const TableShape& table) {
    std::vector<Span> spans;
    for (std::size_t i = 0; i < table.widths.size(); ++i) spans.push_back({i, i + 1});
    return spans;
  }

  // Every column gets the nearest edges and at least one grid column; the grid grows when there are too few.
  std::vector<Span> spans_of(const TableShape& table) {
    const auto count = table.widths.size();
    while (grid_.columns() < count) edges().push_back(edges().back() + 3 * kNear);
    std::vector<std::size_t> ends;
    Points at = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const auto least = i == 0 ? 1 : ends.back() + 1;
      const auto greatest = grid_.columns() - (count - 1 - i);
      ends.push_back(std::clamp(nearest(at += table.widths[i]), least, greatest));
    }
    std::vector<Span> spans;
    for (std::size_t i = 0; i < count; ++i) spans.push_back({i == 0 ? 0 : ends[i - 1], ends[i]});
    return spans;
  }

  void place_signature() {
    const auto columns = grid_.columns();
    const auto width = edges().back();
    auto line =
        std::clamp<std::size_t>(nearest(width * kPositionEnd), 1, std::max<std::size_t>(columns - 1, 1));
    auto name = std::max(nearest(width * kLineEnd), line + 1);
    if (columns >= 3) {
      line = std::min(line, columns - 2);
      name = std::clamp(name, line + 1, columns - 1);
    } else {
      name = line = std::min(line, columns);
    }
    grid_.position = {0, line};
    grid_.line = {line, name};
    grid_.name = {name, columns};
  }

  Points approval_left() const { return std::max(grid_.edges.back() - needs_.approval_width, 0.0); }
  Points approval_middle() const {
    return grid_.edges.back() - (grid_.edges.back() - approval_left()) * (1 - kApprovalLine);
  }

  void lay_approval_edges() {
    const auto left = approval_left(), middle = approval_middle();
    insert(left);
    insert(middle);
  }

  void place_approval() {
    const auto columns = grid_.columns();
    const auto first = std::min(nearest(approval_left()), columns - 1);
    const auto name = std::max(nearest(approval_middle()), first + 1);
    grid_.approval = {first, columns};
    if (name >= columns) return;
    grid_.approval_line = {first, name};
    grid_.approval_name = {name, columns};
  }

  const GridNeeds& needs_;
  Grid grid_;
  Points fixed_end_ = 0;
};

}  // namespace

Grid make_grid(const GridNeeds& needs) { return GridMaker(needs).make(); }

}  // namespace svodka::xlsx
