#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "cli/commands/commands.hpp"
#include "cli/options/setup.hpp"
#include "report/listing.hpp"

namespace svodka::cli {

namespace {

report::Listing listing_of(const Arguments& arguments, const Console& console,
                           base::Diagnostics& diagnostics) {
  const auto& words = arguments.words();
  const auto& what = words.front();
  const auto files = template_files(arguments, console);
  const auto most = what == "parameters" ? 2U : 1U;
  if (words.size() > most) throw UsageError{fmt::format("unexpected argument '{}'", words[most])};
  if (what == "templates") return report::list_templates(files, diagnostics);
  if (what == "parameters") {
    if (words.size() < 2) throw UsageError{"list parameters needs the name of a template"};
    const auto file = files.find(words[1], diagnostics);
    return file.empty() ? report::Listing{} : report::list_parameters(file, diagnostics);
  }
  const auto& records = report::record_lists();
  if (std::find(records.begin(), records.end(), what) == records.end()) {
    throw UsageError{
        fmt::format("list knows templates, parameters, {}; not '{}'", fmt::join(records, ", "), what)};
  }
  return report::list_records(what, arguments.required("db"), console.environment().today);
}

int list(const Arguments& arguments, const Console& console) {
  base::Diagnostics diagnostics;
  const auto listing = listing_of(arguments, console, diagnostics);
  console.diagnostics(diagnostics);
  if (diagnostics.has_errors()) return kWrongInput;
  if (arguments.has("json")) {
    console.print(report::to_json(listing));
  } else {
    console.table(listing.columns, listing.rows);
  }
  return kDone;
}

}  // namespace

Command list_command() {
  return {{"list",
           "templates | parameters TEMPLATE | meetings | resolutions | organizations | people | indicators | "
           "conclusions",
           "shows what there is to render",
           "  svodka list templates\n"
           "  svodka list parameters execution_report\n"
           "  svodka list meetings --db district.db --json\n",
           {{"db", "DB", "the database, for all but templates and parameters"},
            {"json", "", "JSON instead of a table"},
            templates_option()},
           1,
           2},
          list};
}

}  // namespace svodka::cli
