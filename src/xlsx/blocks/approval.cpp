#include <algorithm>

#include "xlsx/blocks/paragraphs.hpp"

namespace svodka::xlsx {

namespace {

using document::StyleName;

constexpr Points kLeastGap = 3;

class ApprovalWriter {
 public:
  ApprovalWriter(Book& book, Sheets& sheets) : book_(book), sheets_(sheets) {
    const auto& style = book.style(StyleName::approval);
    look_.text = text_look(style);
    look_.align = style.align;
    look_.vertical = document::VerticalAlign::bottom;
    space_after_ = style.space_after;
  }

  void write(const document::Approval& approval) {
    sheets_.make_room(5);
    sheets_.current().begin_group();
    text(approval.word, kLeastGap);
    text(approval.position, kLeastGap);
    signing_line(approval.name);
    text(approval.date, kLeastGap);
    sheets_.current().end_group();
    write_space(sheets_, space_after_);
  }

 private:
  StyledText styled(const std::string& text) {
    Findings findings;
    auto result = plain_styled(text, findings);
    book_.report(findings, place_of(sheets_.current()));
    return result;
  }

  void text(const std::string& text, Points gap) {
    if (text.empty()) return;
    write_cells(book_, sheets_, {{sheets_.current().grid().approval, styled(text), look_}}, gap);
  }

  // Where the grid has no column for the line, it is written.
  void signing_line(const std::string& name) {
    const auto& grid = sheets_.current().grid();
    const auto gap = look_.text.size;
    if (grid.approval_line.count() == 0) {
      return write_cells(book_, sheets_, {{grid.approval, styled("____________ " + name), look_}}, gap);
    }
    auto line = look_;
    line.border = Border::bottom;
    auto right = look_;
    right.align = document::Align::right;
    write_cells(book_, sheets_,
                {{grid.approval_line, StyledText{}, line}, {grid.approval_name, styled(name), right}}, gap);
  }

  Book& book_;
  Sheets& sheets_;
  CellLook look_;
  Points space_after_ = 0;
};

}  // namespace

void write_approval(Book& book, Sheets& sheets, const document::Approval& approval) {
  ApprovalWriter(book, sheets).write(approval);
}

}  // namespace svodka::xlsx
