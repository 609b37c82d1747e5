#include "base/memory.hpp"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

namespace svodka::base {

namespace {

constexpr std::size_t kLargest = std::size_t{1} << 20;  // longer pieces are mappings of their own
constexpr std::size_t kFirst = std::size_t{256} << 20;  // more than a register of 10,000 rows takes

// The heap grows at once by kFirst bytes, which the kernel may give in a few large pages.
void begin_with_large_pages() {
  constexpr std::uintptr_t page = std::uintptr_t{2} << 20;
  mallopt(M_TOP_PAD, static_cast<int>(kFirst));
  void* volatile more = std::malloc(kLargest / 2);  // than the heap has yet, of the system's few first pages
  std::free(more);
  mallopt(M_TOP_PAD, static_cast<int>(kLargest));
  const auto begin = (reinterpret_cast<std::uintptr_t>(more) + page - 1) / page * page;
  const auto end = reinterpret_cast<std::uintptr_t>(sbrk(0)) / page * page;
  const bool is_heap = begin < end && end - begin <= 2 * kFirst;  // not with another allocator
  if (is_heap) madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);  // it may be refused
}

}  // namespace

void keep_freed_memory() {
  mallopt(M_MMAP_THRESHOLD, static_cast<int>(kLargest));
  mallopt(M_TRIM_THRESHOLD, 2 * static_cast<int>(kFirst));
  begin_with_large_pages();
}

}  // namespace svodka::base
