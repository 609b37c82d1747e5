#include "report/check.hpp"

#include "bind/bind.hpp"
#include "data/database.hpp"
#include "database/schema.hpp"
#include "report/template_files.hpp"

namespace svodka::report {

void check_templates(const std::vector<std::filesystem::path>& files, const std::filesystem::path& database,
                     text::Date as_of, base::Diagnostics& diagnostics) {
  auto connection = database.empty()
                        ? data::Database::in_memory(database::schema_sql(), database::catalogue(), as_of)
                        : data::Database::open(database, database::catalogue(), as_of);
  for (const auto& file : files) {
    base::Diagnostics own;
    const auto report = read_template(file, own);
    if (!own.has_errors()) bind::compile(report, connection, own);
    diagnostics.append(own);
  }
}

}  // namespace svodka::report
