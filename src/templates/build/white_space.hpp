#pragma once

#include "templates/template.hpp"

namespace svodka::templates {

// White space of one block's inline content as in HTML: runs collapse to one space, across <b>, <i> and <a>
// too; none at the start, the end, around <br/>, and at both ends of what <each> repeats. An <if> or <each>
// counts as a word; where it prints nothing, spaces on both sides of it remain for bind to join.
void tidy_white_space(Inlines& words);

}  // namespace svodka::templates
