#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "base/memory.hpp"
#include "cli/program.hpp"
#include "text/date.hpp"

namespace {

// Beside the program: <prefix>/share/svodka/templates when installed, report_templates in the source tree.
std::vector<std::filesystem::path> template_folders() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  const auto folder = program.parent_path().parent_path();
  return {folder / "share/svodka/templates", folder / "report_templates"};
}

bool wants_colour(int descriptor) {
  const char* no_colour = std::getenv("NO_COLOR");
  return ::isatty(descriptor) == 1 && (no_colour == nullptr || *no_colour == '\0');
}

}  // namespace

int main(int argc, char** argv) {
  // A file that grows beyond a limit is an error of the write, which is told of and cleaned up, not the end.
  std::signal(SIGXFSZ, SIG_IGN);
  svodka::base::keep_freed_memory();
  const svodka::cli::Environment environment{std::cout, std::cerr, wants_colour(STDERR_FILENO),
                                             svodka::text::today(), template_folders()};
  return svodka::cli::run_program({argv + 1, argv + argc}, environment);
}
