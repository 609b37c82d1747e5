#pragma once
// Failures of the environment (unreadable database, full disk): thrown, caught once for each document.

#include <stdexcept>
#include <string>

namespace svodka::base {

// The message names the path or statement and what the system or library said.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Error with the text of errno: "cannot write out/x.pdf: No space left on device".
[[noreturn]] void throw_errno(const std::string& action, const std::string& path, int error_number);

}  // namespace svodka::base
