#include "base/memory.hpp"

#include <malloc.h>

namespace svodka::base {

void keep_freed_memory() {
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
  mallopt(M_TRIM_THRESHOLD, 4 << 20);
}

}  // namespace svodka::base
