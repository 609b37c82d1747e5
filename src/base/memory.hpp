#pragma once
// How the process's heap behaves.

namespace svodka::base {

// Page faults are a third of a short process's time and a quarter of a long table's: the heap begins with
// room for the largest document (of addresses, not of memory), which the kernel may back with large pages. A
// batch makes and frees the same few hundred kilobytes for every document (a deflate state alone has 670 KB):
// what is freed is kept. For the beginning of a program; without it everything works too.
void keep_freed_memory();

}  // namespace svodka::base
