#pragma once
// The way of the data, stage by stage, for one template on one connection:
//
//   read_template   file → templates::Template     parse, check
//   bind::compile   Template → bind::Program       prepare queries, resolve names
//   Binder::bind    Program + rows → Document
//   Worker::paginate  Document → layout::Pages
//   Worker::render_pdf, render_xlsx  → bytes

#include <filesystem>
#include <memory>
#include <string>

#include "base/diagnostic.hpp"
#include "bind/bind.hpp"
#include "data/database.hpp"
#include "document/document.hpp"
#include "text/date.hpp"

namespace svodka::report {

class Stages {
 public:
  // Reads the template and prepares its queries; null with errors in the diagnostics. Throws base::Error when
  // a file cannot be used.
  static std::unique_ptr<Stages> open(const std::filesystem::path& template_file,
                                      const std::filesystem::path& database, text::Date as_of,
                                      base::Diagnostics& diagnostics);

  document::Document bind(const bind::Arguments& arguments, const document::Theme& theme,
                          base::Diagnostics& diagnostics);
  // As Binder::origin_of.
  std::string origin_of(char32_t character);
  std::string dump_rows(const bind::Arguments& arguments, base::Diagnostics& diagnostics);

 private:
  Stages(data::Database database) : database_(std::move(database)) {}

  data::Database database_;
  std::unique_ptr<bind::Binder> binder_;
};

}  // namespace svodka::report
