#include "cli/options/arguments.hpp"

#include <fmt/format.h>

#include <boost/program_options.hpp>

#include "cli/terminal/console.hpp"

namespace svodka::cli {

namespace po = boost::program_options;

namespace {

po::options_description describe(const CommandRule& rule) {
  po::options_description options("Options", 100);
  options.add_options()("help,h", "this text");
  for (const auto& option : rule.options) {
    if (option.value.empty()) {
      options.add_options()(option.name.c_str(), option.help.c_str());
    } else {
      options.add_options()(option.name.c_str(),
                            po::value<std::vector<std::string>>()->value_name(option.value)->composing(),
                            option.help.c_str());
    }
  }
  return options;
}

po::parsed_options parse_words(const po::options_description& options,
                               const std::vector<std::string>& words) {
  namespace style = po::command_line_style;
  const int strict = style::allow_long | style::long_allow_adjacent | style::long_allow_next |
                     style::allow_short | style::allow_dash_for_short | style::short_allow_next;
  try {
    return po::command_line_parser(words)
        .options(options)
        .style(strict)

        .allow_unregistered()
        .run();
  } catch (const po::error& error) {
    throw UsageError{error.what()};
  }
}

}  // namespace

Arguments Arguments::parse(const CommandRule& rule, const std::vector<std::string>& words) {
  Arguments arguments;
  for (const auto& option : parse_words(describe(rule), words).options) {
    if (option.unregistered)
      throw UsageError{fmt::format("unknown option {}", option.original_tokens.front())};
    if (option.position_key != -1) {
      arguments.words_.insert(arguments.words_.end(), option.value.begin(), option.value.end());
      continue;
    }
    auto& values = arguments.values_[option.string_key];
    values.insert(values.end(), option.value.begin(), option.value.end());
  }
  if (arguments.has("help")) return arguments;
  for (const auto& option : rule.options) {
    if (!option.repeats && arguments.all(option.name).size() > 1) {
      throw UsageError{fmt::format("--{} is given twice", option.name)};
    }
  }
  const auto count = static_cast<int>(arguments.words_.size());
  if (count < rule.fewest)
    throw UsageError{fmt::format("too few arguments: svodka {} {}", rule.name, rule.synopsis)};
  if (rule.most >= 0 && count > rule.most) {
    throw UsageError{
        fmt::format("unexpected argument '{}'", arguments.words_[static_cast<std::size_t>(rule.most)])};
  }
  return arguments;
}

const std::string& Arguments::required(const std::string& option) const {
  const auto& values = all(option);
  if (values.empty() || values.front().empty()) throw UsageError{fmt::format("--{} is missing", option)};
  return values.front();
}

std::optional<std::string> Arguments::optional(const std::string& option) const {
  const auto& values = all(option);
  return values.empty() ? std::nullopt : std::optional(values.front());
}

const std::vector<std::string>& Arguments::all(const std::string& option) const {
  static const std::vector<std::string> none;
  const auto found = values_.find(option);
  return found == values_.end() ? none : found->second;
}

text::Date Arguments::as_of(text::Date today) const {
  const auto given = optional("as-of");
  if (!given) return today;
  const auto date = text::Date::parse(*given);
  if (!date) throw UsageError{fmt::format("--as-of '{}' is not a date like 2026-10-31", *given)};
  return *date;
}

std::string help_text(const CommandRule& rule) {
  std::string text = fmt::format("{}\n\nUsage: svodka {} {}\n", rule.summary, rule.name, rule.synopsis);
  std::size_t width = 0;
  const auto left = [](const OptionRule& option) {
    return "--" + option.name + (option.value.empty() ? "" : " " + option.value);
  };
  for (const auto& option : rule.options) width = std::max(width, left(option).size());
  text += "\nOptions:\n";
  for (const auto& option : rule.options)
    text += fmt::format("  {:<{}}  {}\n", left(option), width, option.help);
  text += fmt::format("  {:<{}}  this text\n", "--help", width);
  return text + "\nExamples:\n" + rule.examples;
}

}  // namespace svodka::cli
