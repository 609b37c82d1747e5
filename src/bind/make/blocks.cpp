#include "bind/make/blocks.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace svodka::bind {

using namespace templates;

namespace {

document::RunningText::Pages pages_of(RunningElement::Pages pages) {
  using Pages = document::RunningText::Pages;
  switch (pages) {
    case RunningElement::Pages::first:
      return Pages::first;
    case RunningElement::Pages::further:
      return Pages::further;
    case RunningElement::Pages::all:
      break;
  }
  return Pages::all;
}

}  // namespace

OnlyScope::OnlyScope(document::Only& only, templates::Only inner) : only_(only), former_(only) {
  if (only_ != document::Only::both) return;
  only_ = inner == templates::Only::pdf    ? document::Only::pdf
          : inner == templates::Only::xlsx ? document::Only::xlsx
                                           : document::Only::both;
}

document::Align align_of(templates::Align align, document::Align inherited) {
  switch (align) {
    case templates::Align::left:
      return document::Align::left;
    case templates::Align::centre:
      return document::Align::centre;
    case templates::Align::right:
      return document::Align::right;
    case templates::Align::justify:
      return document::Align::justify;
    case templates::Align::inherit:
      break;
  }
  return inherited;
}

void BlockBuilder::add_sections() {
  for (const auto& section : program_.report.sections) {
    if (!section.test || evaluator_.test(*section.test)) add(section);
  }
}

void BlockBuilder::add(const SectionElement& section) {
  document::Section made;
  made.title = evaluator_.text(section.title);
  made.orientation = section.landscape ? document::Orientation::landscape : document::Orientation::portrait;
  made.continues = section.continues;
  made.appendix = section.appendix;
  made.label = evaluator_.text(section.label);
  document_.sections.push_back(std::move(made));
  add_running(section.running);
  if (program_.report.draft && evaluator_.test(*program_.report.draft)) add_draft_mark();
  heading_ = 0;
  add(section.content);
}

// The report's at the edges where the section has none of its own.
void BlockBuilder::add_running(const std::vector<RunningElement>& own) {
  for (const bool footer : {false, true}) {
    const auto is_here = [&](const RunningElement& element) { return element.footer == footer; };
    const bool has_own = std::any_of(own.begin(), own.end(), is_here);
    for (const auto& element : has_own ? own : program_.report.running) {
      if (!is_here(element)) continue;
      document::RunningText made;
      made.edge = footer ? document::RunningText::Edge::bottom : document::RunningText::Edge::top;
      made.pages = pages_of(element.pages);
      made.align = align_of(element.align, document::Align::centre);
      made.runs = evaluator_.runs(element.content);
      document_.sections.back().running.push_back(std::move(made));  // an empty one too: it means none
    }
  }
}

// «ПРОЕКТ» at the top of every page, at a side that nothing else takes.
void BlockBuilder::add_draft_mark() {
  using document::RunningText;
  auto& running = document_.sections.back().running;
  document::RunningText mark;
  for (const auto side : {document::Align::right, document::Align::left, document::Align::centre}) {
    mark.align = side;
    const bool taken = std::any_of(running.begin(), running.end(), [&](const RunningText& other) {
      return other.edge == RunningText::Edge::top && other.align == side && !other.runs.empty();
    });
    if (!taken) break;
  }
  document::Run word;
  word.text = "ПРОЕКТ";
  word.bold = true;
  mark.runs.push_back(std::move(word));
  running.push_back(std::move(mark));
}

void BlockBuilder::add(const Elements& elements) {
  for (const auto& element : elements) add(element);
}

void BlockBuilder::add_block(document::Content content) {
  document_.sections.back().blocks.push_back({std::move(content), only_, false, group_of_blocks_});
}

void BlockBuilder::add(const Element& element) {
  struct Visitor {
    BlockBuilder& b;
    void operator()(const ParagraphElement& paragraph) { b.add(paragraph); }
    void operator()(const TableElement& element) {
      auto table = build_table(b.program_, b.evaluator_, b.rows_, b.diagnostics_, element);
      table.id = b.table_id(table.id);
      b.add_block(std::move(table));
    }
    void operator()(const ChartElement& element) {
      auto chart = build_chart(b.program_, b.evaluator_, b.rows_, b.diagnostics_, element);
      chart.id = b.table_id(chart.id);
      b.add_block(std::move(chart));
    }
    void operator()(const OutlineElement& outline) { b.add(outline); }
    void operator()(const SignatureElement& signature) {
      auto made = b.signature(signature);
      if (!made.lines.empty()) b.add_block(std::move(made));
    }
    void operator()(const IfElement& branch) {
      b.add(b.evaluator_.test(branch.test) ? branch.then : branch.otherwise);
    }
    void operator()(const EachElement& each) { b.add(each); }
    void operator()(const ApprovalElement& approval) { b.add_block(b.approval(approval)); }
    void operator()(const LetterheadElement&) { b.add_block(document::LetterheadMark{}); }
    void operator()(const ImageElement& image) { b.add(image); }
    void operator()(const RuleElement&) { b.add_block(document::Rule{}); }
    void operator()(const KeepElement& keep) {
      const GroupScope group(b.group_of_blocks_, b.groups_);
      b.add(keep.content);
    }
    void operator()(const PageBreakElement&) { b.add_block(document::PageBreak{}); }
    void operator()(const SpaceElement& space) {
      b.add_block(document::Space{base::millimetres(space.millimetres)});
    }
    void operator()(const EmptyReport&) { b.document_.empty = true; }
    // Only in an outline, whose builder takes them.
    void operator()(const ItemElement&) {}
    void operator()(const OutlineHeading&) {}
  };
  const OnlyScope scope(only_, element.only);
  std::visit(Visitor{*this}, element.node);
}

void BlockBuilder::add(const ParagraphElement& element) {
  document::Paragraph paragraph;
  paragraph.style = document::style_name(element.style).value();  // templates knows the same names
  if (element.heading > 0) {
    paragraph.role = document::ParagraphRole::heading;
    paragraph.level = element.heading;
    heading_ = element.heading;
  }
  if (element.align != templates::Align::inherit)
    paragraph.align = align_of(element.align, document::Align::left);
  paragraph.keep_with_next = element.keep_with_next;
  paragraph.label = evaluator_.text(element.label);
  paragraph.runs = evaluator_.runs(element.content);
  if (paragraph.runs.empty() && paragraph.label.empty()) return;  // every part came out empty
  add_block(std::move(paragraph));
}

document::Approval BlockBuilder::approval(const ApprovalElement& element) {
  document::Approval made;
  made.word = element.word.empty() ? "УТВЕРЖДАЮ" : evaluator_.text(element.word);
  made.position = evaluator_.text(element.position);
  made.name = evaluator_.text(element.name);
  made.date = evaluator_.text(element.date);
  if (made.date.empty()) made.date = fmt::format("«___» ____________ {} г.", document_.created.year());
  return made;
}

void BlockBuilder::add(const ImageElement& element) {
  document::Image made;
  made.alternative = evaluator_.text(element.alternative);
  if (element.picture.empty()) {
    made.picture = program_.pictures.at(element.src);
  } else {
    const auto name = evaluator_.text(element.picture);
    if (name.empty()) return;
    made.picture = pictures_.find(name, diagnostics_);
    if (!made.picture) return add_name_of_picture(name, made.alternative);
  }
  made.width = base::millimetres(element.width);
  made.height = base::millimetres(element.height);
  made.align = align_of(element.align, document::Align::centre);
  add_block(std::move(made));
}

// In place of a picture that there is not: a reader must see that something is missing.
void BlockBuilder::add_name_of_picture(const std::string& name, const std::string& alternative) {
  document::Paragraph paragraph;
  paragraph.style = document::StyleName::note;
  paragraph.align = document::Align::centre;
  document::Run words;
  words.text =
      fmt::format("[{}: файл «{}» не загружен]", alternative.empty() ? "Изображение" : alternative, name);
  words.italic = true;
  paragraph.runs.push_back(std::move(words));
  add_block(std::move(paragraph));
}

document::Signature BlockBuilder::signature(const SignatureElement& element) {
  document::Signature made;
  const auto add_line = [&](const SignatureRow& row) {
    made.lines.push_back({evaluator_.text(row.position), evaluator_.text(row.name)});
  };
  for (const auto& row : element.rows) {
    if (row.query.empty()) {
      add_line(row);
      continue;
    }
    const auto query = program_.query(row.query);
    for (const auto* person : evaluator_.rows(row.query, row.match)) {
      const Standing standing(rows_, query, person);
      add_line(row);
    }
  }
  return made;
}

void BlockBuilder::add(const EachElement& each) {
  const auto query = each.query.empty() ? group_query_ : program_.query(each.query);
  const auto rows = each.query.empty() ? *group_ : evaluator_.rows(each.query, each.match);
  if (rows.empty()) return add(each.empty);
  if (!each.by.empty()) return add_groups(each, rows);
  for (const auto* row : rows) {
    const Standing standing(rows_, query, row);
    add(each.content);
  }
}

void BlockBuilder::add_groups(const EachElement& each, const RowList& rows) {
  const auto query = each.query.empty() ? group_query_ : program_.query(each.query);
  const auto by = program_.queries[query].column(each.by);
  const auto* outer = group_;
  const auto outer_query = group_query_;
  for (auto first = rows.begin(); first != rows.end();) {
    const auto last =
        std::find_if(first, rows.end(), [&](const Row* row) { return (*row)[by] != (**first)[by]; });
    const RowList group(first, last);
    group_ = &group;
    group_query_ = query;
    const Standing standing(rows_, query, *first);
    add(each.content);
    first = last;
  }
  group_ = outer;
  group_query_ = outer_query;
}

// A table or chart in a loop appears several times: its id is numbered from the second on.
std::string BlockBuilder::table_id(const std::string& wanted) {
  auto id = wanted;
  auto& number = table_numbers_[wanted];  // the last one given
  while (!table_ids_.insert(id).second) {
    number = std::max(number + 1, 2);
    id = fmt::format("{}-{}", wanted, number);
  }
  return id;
}

}  // namespace svodka::bind
