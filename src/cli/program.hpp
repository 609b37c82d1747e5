#pragma once
// The program: arguments → exit code, output, files. Everything of the outside comes in by Environment, so
// that tests run it whole.

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "text/date.hpp"

namespace svodka::cli {

struct Environment {
  std::ostream& out;    // data
  std::ostream& error;  // messages
  bool colour = false;  // of messages
  text::Date today;
  std::vector<std::filesystem::path> template_folders;  // searched after --templates
};

// 0 all done; 1 some document failed; 2 wrong usage or input; 3 the environment failed.
int run_program(const std::vector<std::string>& arguments, const Environment& environment);

}  // namespace svodka::cli
