#pragma once
// What commands say: messages to the error stream, tables and data to the output. Private to the room.

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "cli/program.hpp"

namespace svodka::cli {

enum ExitCode : int { kDone = 0, kDocumentFailed = 1, kWrongInput = 2, kEnvironmentFailed = 3 };

// Wrong usage: caught by run_program, which points at --help and exits with kWrongInput.
struct UsageError {
  std::string message;
};

class Console {
 public:
  explicit Console(const Environment& environment) : environment_(environment) {}

  void print(const std::string& text) const;
  void message(const std::string& text) const;  // «svodka: …»
  void diagnostics(const base::Diagnostics& diagnostics) const;
  // Columns as wide as their content, two spaces apart.
  void table(const std::vector<std::string>& columns,
             const std::vector<std::vector<std::string>>& rows) const;

  const Environment& environment() const { return environment_; }

 private:
  const Environment& environment_;
};

// «98 KB»: decimal kilobytes, at least 1.
std::string size_text(std::size_t bytes);

}  // namespace svodka::cli
