#pragma once
// Outlines (bookmarks) and page labels.

#include <string>
#include <vector>

#include "layout/pages.hpp"
#include "pdf/objects/objects.hpp"

namespace svodka::pdf {

// How many objects add_outline adds.
std::size_t outline_size(const layout::Pages& pages);

// The number of the outline dictionary; `pages.outline` is not empty. `page_objects` by page.
Number add_outline(ObjectSink& objects, const layout::Pages& pages, const std::vector<Number>& page_objects);

// The value of PageLabels (ISO 32000-1, 12.4.2), with one range for labels that count on.
std::string page_labels(const std::vector<layout::Page>& pages);

}  // namespace svodka::pdf
