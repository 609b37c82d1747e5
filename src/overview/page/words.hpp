#pragma once
// What went wrong, in words of people who have not made the program.

#include <string>
#include <string_view>

namespace svodka::overview::page {

struct Reason {
  std::string_view what;
  std::string_view advice;
};

// Of a document's message; `code` is empty for what the environment did, then the message decides.
Reason reason_of(std::string_view code, std::string_view message);

// Of a run that the environment has stopped.
Reason reason_of_stop(std::string_view message);

}  // namespace svodka::overview::page
