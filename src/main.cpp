#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
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

// 2026-11-01T02:00:07+03:00
std::string wall_clock() {
  const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm local{};
  char text[32];
  const auto size = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S%z", ::localtime_r(&now, &local));
  return std::string(text, size).insert(size - 2, ":");
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
  const svodka::cli::Environment environment{
      std::cout,
      std::cerr,
      wants_colour(STDERR_FILENO),
      svodka::text::today(),
      template_folders(),
      ::isatty(STDERR_FILENO) == 1,
      [] { return std::chrono::steady_clock::now().time_since_epoch(); },
      wall_clock};
  return svodka::cli::run_program({argv + 1, argv + argc}, environment);
}
