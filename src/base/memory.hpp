#pragma once
// How the process's heap behaves.

namespace svodka::base {

// A batch makes and frees the same few hundred kilobytes for every document (a deflate state alone has 670
// KB): keeps up to 4 MB of them instead of asking the system anew each time, which costs a sixth of a short
// report. For the beginning of a program; without it everything works too.
void keep_freed_memory();

}  // namespace svodka::base
