#include "cli/program.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>

#include "base/error.hpp"
#include "base/suggest.hpp"
#include "cli/commands/commands.hpp"

namespace svodka::cli {

namespace {

const std::vector<Command>& commands() {
  static const std::vector<Command> all{init_command(),  import_command(), render_command(),
                                        batch_command(), list_command(),   check_command(),
                                        dump_command(),  migrate_command()};
  return all;
}

std::string overview() {
  std::string text =
      "svodka makes protocols, execution reports and attendance lists as PDF and XLSX from a database.\n\n"
      "Usage: svodka COMMAND …\n\nCommands:\n";
  for (const auto& command : commands())
    text += fmt::format("  {:<8} {}\n", command.rule.name, command.rule.summary);
  return text +
         "\n'svodka COMMAND --help' explains a command; 'svodka --version' tells the version.\n"
         "\nExamples:\n"
         "  svodka init school.db\n"
         "  svodka import district.json meetings.json --db school.db\n"
         "  svodka render protocol --db school.db --set meeting=conf-2025-08 --output protocol\n";
}

const Command& command_named(const std::string& name) {
  std::vector<std::string> names;
  for (const auto& command : commands()) {
    if (command.rule.name == name) return command;
    names.push_back(command.rule.name);
  }
  auto hint = base::did_you_mean(name, names);
  throw UsageError{fmt::format("unknown command '{}'{}", name, hint.empty() ? "" : ", " + hint)};
}

int dispatch(const std::vector<std::string>& words, const Console& console) {
  if (words.empty()) throw UsageError{"no command is given"};
  if (words.front() == "--help" || words.front() == "-h" || words.front() == "help") {
    console.print(overview());
    return kDone;
  }
  if (words.front() == "--version") {
    console.print("svodka " SVODKA_VERSION "\n");
    return kDone;
  }
  const auto& command = command_named(words.front());
  const auto arguments = Arguments::parse(command.rule, {words.begin() + 1, words.end()});
  if (arguments.has("help")) {
    console.print(help_text(command.rule));
    return kDone;
  }
  return command.run(arguments, console);
}

}  // namespace

int run_program(const std::vector<std::string>& arguments, const Environment& environment) {
  const Console console(environment);
  try {
    return dispatch(arguments, console);
  } catch (const UsageError& error) {
    const auto command =
        arguments.empty() || arguments.front().starts_with("-") ? "" : " " + arguments.front();
    const bool known = std::any_of(commands().begin(), commands().end(),
                                   [&](const Command& c) { return " " + c.rule.name == command; });
    console.message(error.message);
    console.message(fmt::format("see 'svodka{} --help'", known ? command : ""));
    return kWrongInput;
  } catch (const std::exception& error) {
    console.message(error.what());
    return kEnvironmentFailed;
  }
}

}  // namespace svodka::cli
