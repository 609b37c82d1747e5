#include <fmt/format.h>

#include "cli/commands/commands.hpp"
#include "cli/options/setup.hpp"
#include "report/stages.hpp"
#include "report/workshop.hpp"

namespace svodka::cli {

namespace {

// The stage as text; empty with errors in the diagnostics.
std::string dump_stage(const std::string& stage, const Arguments& arguments, const Console& console,
                       base::Diagnostics& diagnostics) {
  const auto files = template_files(arguments, console);
  const auto file = files.find(arguments.words().front(), diagnostics);
  if (file.empty()) return {};
  if (stage == "template") return templates::dump(report::read_template(file, diagnostics));

  const auto look = theme(arguments, files, diagnostics);
  if (diagnostics.has_errors()) return {};
  const auto stages = report::Stages::open(file, arguments.required("db"),
                                           arguments.as_of(console.environment().today), diagnostics);
  if (!stages) return {};
  if (stage == "data") return stages->dump_rows(report_arguments(arguments), diagnostics);
  const auto document = stages->bind(report_arguments(arguments), look, diagnostics);
  if (diagnostics.has_errors()) return {};
  if (stage == "document") return document::dump(document);
  const report::Workshop workshop(look);
  return layout::dump(report::Worker(workshop).paginate(document, diagnostics));
}

int dump(const Arguments& arguments, const Console& console) {
  const auto& stage = arguments.required("stage");
  if (stage != "template" && stage != "data" && stage != "document" && stage != "pages") {
    throw UsageError{fmt::format("--stage '{}' is not template, data, document or pages", stage)};
  }
  base::Diagnostics diagnostics;
  const auto text = dump_stage(stage, arguments, console, diagnostics);
  console.diagnostics(diagnostics);
  if (diagnostics.has_errors()) return kWrongInput;
  console.print(text);
  return kDone;
}

}  // namespace

Command dump_command() {
  return {{"dump",
           "--stage template|data|document|pages TEMPLATE …",
           "shows a stage on the way from template and database to file as text",
           "  svodka dump --stage template protocol\n"
           "  svodka dump --stage document protocol --db district.db --set meeting=conf-2025-08\n",
           {{"stage", "NAME", "template, data, document or pages"},
            {"db", "DB", "the database; not for --stage template"},
            {"set", "NAME=VALUE", "a parameter of the report; once for each", true},
            as_of_option(),
            templates_option(),
            theme_option()},
           1,
           1},
          dump};
}

}  // namespace svodka::cli
