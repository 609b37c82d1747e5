#include "cli/terminal/interruption.hpp"

namespace svodka::cli {

namespace {

std::atomic<int> caught{0};
static_assert(std::atomic<int>::is_always_lock_free);  // may be written by a handler

void note(int signal) { caught.store(signal); }

}  // namespace

Interruption::Interruption() {
  caught.store(0);
  struct sigaction action {};
  action.sa_handler = note;
  action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, &interrupt_);
  sigaction(SIGTERM, &action, &terminate_);
}

Interruption::~Interruption() {
  sigaction(SIGINT, &interrupt_, nullptr);
  sigaction(SIGTERM, &terminate_, nullptr);
}

const std::atomic<int>* Interruption::flag() const { return &caught; }

}  // namespace svodka::cli
