#pragma once
// Options of a command through Boost.Program_options. Private to the room.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "text/date.hpp"

namespace svodka::cli {

struct OptionRule {
  std::string name;   // "db"
  std::string value;  // what it takes, for the help: "FILE"; empty: a switch
  std::string help;
  bool repeats = false;
};

struct CommandRule {
  std::string name;
  std::string synopsis;  // "TEMPLATE --db DB --set NAME=KEY…"
  std::string summary;   // one line
  std::string examples;  // whole lines
  std::vector<OptionRule> options;
  int fewest = 0;  // words without a dash
  int most = 0;    // -1: any number
};

class Arguments {
 public:
  // Throws UsageError.
  static Arguments parse(const CommandRule& rule, const std::vector<std::string>& words);

  bool has(const std::string& option) const { return values_.contains(option); }
  const std::string& required(const std::string& option) const;  // throws UsageError when absent or empty
  std::optional<std::string> optional(const std::string& option) const;
  const std::vector<std::string>& all(const std::string& option) const;
  const std::vector<std::string>& words() const { return words_; }
  // --as-of, or `today`. Throws UsageError for what is not a date.
  text::Date as_of(text::Date today) const;

 private:
  std::map<std::string, std::vector<std::string>> values_;
  std::vector<std::string> words_;
};

std::string help_text(const CommandRule& rule);

}  // namespace svodka::cli
