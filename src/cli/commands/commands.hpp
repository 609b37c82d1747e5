#pragma once
// The subcommands. Private to the room.

#include <vector>

#include "cli/options/arguments.hpp"
#include "cli/terminal/console.hpp"

namespace svodka::cli {

struct Command {
  CommandRule rule;
  int (*run)(const Arguments& arguments, const Console& console);
};

Command init_command();
Command migrate_command();
Command import_command();
Command render_command();
Command batch_command();
Command list_command();
Command check_command();
Command dump_command();

}  // namespace svodka::cli
