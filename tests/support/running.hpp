#pragma once
// Running matter of a section, as a template makes it.

#include <utility>

#include "document/document.hpp"

namespace svodka::test {

inline document::Run field(document::PageField kind) {
  document::Run run;
  run.field = kind;
  return run;
}

inline document::RunningText running(document::RunningText::Edge edge, document::Align align,
                                     document::Runs runs,
                                     document::RunningText::Pages pages = document::RunningText::Pages::all) {
  document::RunningText made;
  made.edge = edge;
  made.align = align;
  made.pages = pages;
  made.runs = std::move(runs);
  return made;
}

}  // namespace svodka::test
