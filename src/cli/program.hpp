#pragma once
// The program: arguments → exit code, output, files. Everything of the outside comes in by Environment, so
// that tests run it whole.

#include <chrono>
#include <filesystem>
#include <functional>
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
  bool terminal = false;                                // messages go to one
  // One that only goes forward, for progress and timings; and what a person's clock shows, with its zone.
  std::function<std::chrono::nanoseconds()> clock = [] { return std::chrono::nanoseconds(0); };
  std::function<std::string()> wall_clock = [] { return std::string(); };
};

// 0 all done; 1 some document failed; 2 wrong usage or input; 3 the environment failed;
// 130, 143 a batch was interrupted.
int run_program(const std::vector<std::string>& arguments, const Environment& environment);

}  // namespace svodka::cli
