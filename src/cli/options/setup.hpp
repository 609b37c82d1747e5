#pragma once
// What several commands read from their options: templates, theme, parameters. Private to the room.

#include <string>

#include "cli/options/arguments.hpp"
#include "cli/terminal/console.hpp"
#include "report/report.hpp"
#include "report/template_files.hpp"

namespace svodka::cli {

OptionRule templates_option();
OptionRule theme_option();
OptionRule as_of_option();

report::TemplateFiles template_files(const Arguments& arguments, const Console& console);

// --theme, else theme.toml beside the templates, else the built-in one.
document::Theme theme(const Arguments& arguments, const report::TemplateFiles& files,
                      base::Diagnostics& diagnostics);

// --set name=KEY…; throws UsageError for what is not name=value and for a name given twice.
bind::Arguments report_arguments(const Arguments& arguments);

}  // namespace svodka::cli
