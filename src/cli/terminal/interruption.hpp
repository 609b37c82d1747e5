#pragma once
// Ctrl-C and `kill` while a batch runs. Private to the room.

#include <atomic>
#include <csignal>

namespace svodka::cli {

// SIGINT and SIGTERM are noted as long as it lives; the second one of a kind ends the program as ever.
class Interruption {
 public:
  Interruption();
  ~Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;

  const std::atomic<int>* flag() const;
  int signal() const { return flag()->load(); }  // 0: none

 private:
  struct sigaction interrupt_ {};
  struct sigaction terminate_ {};
};

}  // namespace svodka::cli
