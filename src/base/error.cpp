#include "base/error.hpp"

#include <fmt/format.h>

#include <system_error>

namespace svodka::base {

void throw_errno(const std::string& action, const std::string& path, int error_number) {
  throw Error(fmt::format("cannot {} {}: {}", action, path, std::generic_category().message(error_number)));
}

}  // namespace svodka::base
