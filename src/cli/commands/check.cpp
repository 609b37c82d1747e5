#include <fmt/format.h>

#include "cli/commands/commands.hpp"
#include "cli/options/setup.hpp"
#include "database/check.hpp"
#include "database/schema.hpp"
#include "report/check.hpp"

namespace svodka::cli {

namespace {

int check(const Arguments& arguments, const Console& console) {
  base::Diagnostics diagnostics;
  const auto files = template_files(arguments, console);
  const auto as_of = arguments.as_of(console.environment().today);
  const std::filesystem::path database = arguments.optional("db").value_or("");
  if (!database.empty()) database::require_usable(database);

  std::vector<std::filesystem::path> chosen;
  for (const auto& name : arguments.words()) {
    if (auto path = files.find(name, diagnostics); !path.empty()) chosen.push_back(std::move(path));
  }
  if (arguments.words().empty()) chosen = files.all();
  theme(arguments, files, diagnostics);
  report::check_templates(chosen, database, as_of, diagnostics);
  if (!database.empty()) database::check_database(database, as_of, diagnostics);

  console.diagnostics(diagnostics);
  const auto warnings = diagnostics.all().size() - diagnostics.error_count();
  console.message(fmt::format("{} templates{} checked: {} errors, {} warnings", chosen.size(),
                              database.empty() ? "" : " and the database", diagnostics.error_count(),
                              warnings));
  return diagnostics.has_errors() ? kWrongInput : kDone;
}

}  // namespace

Command check_command() {
  return {{"check",
           "[TEMPLATE…] [--db DB]",
           "finds all mistakes of templates, and with --db of the database",
           "  svodka check\n"
           "  svodka check my_report.xml --db district.db\n",
           {{"db", "DB", "the database; without it queries are prepared against an empty one"},
            as_of_option(),
            templates_option(),
            theme_option()},
           0,
           -1},
          check};
}

}  // namespace svodka::cli
