#pragma once
// What there is to render: templates, their parameters, and the records that parameters name.

#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "report/template_files.hpp"
#include "text/date.hpp"

namespace svodka::report {

struct Listing {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
};

Listing list_templates(const TemplateFiles& files, base::Diagnostics& diagnostics);
Listing list_parameters(const std::filesystem::path& template_file, base::Diagnostics& diagnostics);

// what: meetings, resolutions, organizations. Throws base::Error when the database cannot be used.
Listing list_records(const std::string& what, const std::filesystem::path& database, text::Date as_of);
const std::vector<std::string>& record_lists();

// An array of objects, a column a member.
std::string to_json(const Listing& listing);

}  // namespace svodka::report
