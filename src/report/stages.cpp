#include "report/stages.hpp"

#include "database/schema.hpp"
#include "report/template_files.hpp"

namespace svodka::report {

std::unique_ptr<Stages> Stages::open(const std::filesystem::path& template_file,
                                     const std::filesystem::path& database, text::Date as_of,
                                     base::Diagnostics& diagnostics) {
  const auto report = read_template(template_file, diagnostics);
  if (diagnostics.has_errors()) return nullptr;
  database::require_usable(database);
  auto stages =
      std::unique_ptr<Stages>(new Stages(data::Database::open(database, database::catalogue(), as_of)));
  auto compiled = bind::compile(report, stages->database_, diagnostics);
  if (!compiled.program) return nullptr;
  stages->binder_ = std::make_unique<bind::Binder>(std::move(compiled), stages->database_);
  return stages;
}

document::Document Stages::bind(const bind::Arguments& arguments, const document::Theme& theme,
                                base::Diagnostics& diagnostics) {
  auto document = binder_->bind(arguments, diagnostics);
  document.author = theme.author;
  return document;
}

std::string Stages::origin_of(char32_t character) { return binder_->origin_of(character); }

std::string Stages::dump_rows(const bind::Arguments& arguments, base::Diagnostics& diagnostics) {
  return binder_->dump_rows(arguments, diagnostics);
}

}  // namespace svodka::report
