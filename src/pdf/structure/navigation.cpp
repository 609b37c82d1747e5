#include "pdf/structure/navigation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cstddef>

namespace svodka::pdf {

namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

struct OutlineLinks {
  std::size_t parent = kNone, previous = kNone, next = kNone, first = kNone, last = kNone;
  std::size_t descendants = 0;
};

// Each entry hangs under the nearest earlier one of a smaller level. The last element is the root.
std::vector<OutlineLinks> outline_tree(const std::vector<layout::OutlineEntry>& entries) {
  const std::size_t root = entries.size();
  std::vector<OutlineLinks> links(entries.size() + 1);
  std::vector<std::size_t> open{root};
  for (std::size_t i = 0; i < entries.size(); ++i) {
    while (open.back() != root && entries[open.back()].level >= entries[i].level) open.pop_back();
    OutlineLinks& parent = links[open.back()];
    links[i].parent = open.back();
    links[i].previous = parent.last;
    if (parent.last == kNone) {
      parent.first = i;
    } else {
      links[parent.last].next = i;
    }
    parent.last = i;
    for (const std::size_t ancestor : open) ++links[ancestor].descendants;
    open.push_back(i);
  }
  return links;
}

// 0 unless the label is a plain decimal number from 1.
long decimal_label(const std::string& label) {
  long value = 0;
  const char* const end = label.data() + label.size();
  const auto [stop, error] = std::from_chars(label.data(), end, value);
  return error == std::errc{} && stop == end && value > 0 && label.front() != '0' ? value : 0;
}

}  // namespace

std::size_t outline_size(const layout::Pages& pages) {
  return pages.outline.empty() ? 0 : pages.outline.size() + 1;
}

Number add_outline(ObjectSink& objects, const layout::Pages& pages, const std::vector<Number>& page_objects) {
  const std::vector<layout::OutlineEntry>& entries = pages.outline;
  const std::vector<OutlineLinks> links = outline_tree(entries);
  const Number root = objects.next();
  const auto number = [&](std::size_t index) {
    return index == entries.size() ? root : root + 1 + static_cast<Number>(index);
  };
  const auto append_link = [&](std::string& out, const char* key, std::size_t index) {
    if (index != kNone) append_reference(out += key, number(index));
  };
  const auto append_children = [&](std::string& out, const OutlineLinks& own) {
    append_link(out, "/First ", own.first);
    append_link(out, "/Last ", own.last);
    if (own.descendants > 0) out += fmt::format("/Count {}", own.descendants);
  };
  std::string body = "<</Type/Outlines";
  append_children(body, links.back());
  objects.add(body += ">>");
  for (std::size_t i = 0; i < entries.size(); ++i) {
    assert(entries[i].page < pages.pages.size());
    body = "<</Title" + text_string(printable(entries[i].title));
    append_link(body, "/Parent ", links[i].parent);
    append_link(body, "/Prev ", links[i].previous);
    append_link(body, "/Next ", links[i].next);
    append_children(body, links[i]);
    append_reference(body += "/Dest[", page_objects[entries[i].page]);
    append_hundredths(body += "/XYZ null ", hundredths(pages.pages[entries[i].page].height - entries[i].y));
    objects.add(body += " null]>>");
  }
  return root;
}

std::string page_labels(const std::vector<layout::Page>& pages) {
  std::string out = "<</Nums[";
  long next = 0;  // the label that would go on counting
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const long value = decimal_label(pages[i].label);
    if (value != 0 && value == next) {
      ++next;
      continue;
    }
    if (value != 0) {
      out += fmt::format("{}<</S/D/St {}>>", i, value);
    } else {
      out += fmt::format("{}<</P{}>>", i, text_string(printable(pages[i].label)));
    }
    next = value != 0 ? value + 1 : 0;
  }
  return out += "]>>";
}

}  // namespace svodka::pdf
