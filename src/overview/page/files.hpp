#pragma once
// The parts of index.html that do not depend on the run; embed.cmake makes the source of them.

#include <string_view>

namespace svodka::overview::page {

extern const std::string_view skeleton;  // HTML with @@names@@ where the writer puts something
extern const std::string_view style;
extern const std::string_view script;

}  // namespace svodka::overview::page
