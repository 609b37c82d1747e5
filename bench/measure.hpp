#pragma once
// Time and memory of a piece of work, for the programs of this folder.

#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <string>

namespace svodka::bench {

inline double cpu_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

[[noreturn]] inline void fail(const std::string& message) {
  fmt::print(stderr, "bench: {}\n", message);
  std::exit(2);
}

struct Cost {
  double milliseconds = 0;
  double megabytes = 0;  // the greatest resident size of the process
};

// In a process of its own, so that the peak of memory is its own. `work` does its thing and gives the CPU
// milliseconds that count.
inline Cost alone(const std::function<double()>& work) {
  std::fflush(stdout);
  int ends[2];
  if (pipe(ends) != 0) fail("no pipe");
  const pid_t child = fork();
  if (child == 0) {
    const double spent = work();
    _exit(write(ends[1], &spent, sizeof spent) == sizeof spent ? 0 : 1);
  }
  close(ends[1]);
  Cost cost;
  int status = 0;
  rusage usage{};
  const bool told = read(ends[0], &cost.milliseconds, sizeof cost.milliseconds) == sizeof cost.milliseconds;
  close(ends[0]);
  if (child < 0 || wait4(child, &status, 0, &usage) != child || status != 0 || !told) fail("a child failed");
  cost.megabytes = static_cast<double>(usage.ru_maxrss) / 1024;
  return cost;
}

}  // namespace svodka::bench
