#include <fmt/format.h>

#include <cassert>

#include "base/digest.hpp"
#include "base/utf8.hpp"
#include "bind/bind.hpp"
#include "bind/codes.hpp"
#include "bind/compile/arguments.hpp"
#include "bind/make/blocks.hpp"

namespace svodka::bind {

using text::Value;

namespace {

// The users' keys in a row: « (meeting 'conf-1', person 'p-1')»; empty without them.
std::string keys_of(const Row& row, const std::vector<data::QueryColumn>& columns) {
  std::string out;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto* key = std::get_if<std::string>(&row[i]);
    if (key == nullptr || !columns[i].is_key) continue;
    out += fmt::format("{}{} '{}'", out.empty() ? " (" : ", ", columns[i].name, *key);
  }
  return out.empty() ? out : out + ")";
}

}  // namespace

void check_arguments(const templates::Template& report, const Arguments& arguments,
                     base::Diagnostics& diagnostics) {
  read_arguments(report, arguments, diagnostics);
}

std::string digest_of(const Program& program) {
  base::Sha256 digest;
  digest.add_field(program.report.source->text);
  for (const auto& library : program.report.imports) digest.add_field(library->text);
  for (const auto& [name, picture] : program.pictures) {
    digest.add_field(name);
    digest.add_field(picture->bytes);
  }
  return digest.finish();
}

struct Binder::Impl {
  std::shared_ptr<const Program> program;
  text::Date as_of;
  std::vector<std::unique_ptr<data::Query>> queries;
  Pictures pictures;
  std::vector<std::pair<std::string, Value>> parameters;  // of the document that was bound last
};

Binder::Binder(Compiled compiled, data::Database& database)
    : impl_(std::make_unique<Impl>(Impl{std::move(compiled.program),
                                        database.as_of(),
                                        std::move(compiled.queries),
                                        Pictures(database),
                                        {}})) {}

Binder::Binder(std::shared_ptr<const Program> program, data::Database& database)
    : impl_(std::make_unique<Impl>(Impl{std::move(program), database.as_of(), {}, Pictures(database), {}})) {
  base::Diagnostics diagnostics;
  for (const auto& query : impl_->program->report.queries) {
    impl_->queries.push_back(prepare(query, database, diagnostics));
  }
  assert(!diagnostics.has_errors());  // compile() has prepared the same statements
}

Binder::~Binder() = default;
Binder::Binder(Binder&&) noexcept = default;

document::Document Binder::bind(const Arguments& arguments, base::Diagnostics& diagnostics) {
  const auto& program = *impl_->program;
  document::Document document;
  document.report = program.report.name;
  document.created = impl_->as_of;
  auto parameters = read_arguments(program.report, arguments, diagnostics);
  if (diagnostics.has_errors()) return document;
  impl_->parameters = parameters;
  document.properties.push_back({"report", program.report.name});
  for (const auto& [name, value] : parameters) document.properties.push_back({name, text::display(value)});
  document.properties.push_back({"as_of", impl_->as_of.iso()});

  RowStore rows(program, impl_->queries, diagnostics);
  rows.set_parameters(std::move(parameters));
  for (std::size_t i = 0; i < program.queries.size(); ++i) {  // a record that is not there stops the document
    if (program.queries[i].rows == templates::Rows::one) rows.single(static_cast<std::uint16_t>(i));
  }
  if (diagnostics.has_errors()) return document;
  Evaluator evaluator(program, rows, impl_->as_of);
  document.title = evaluator.text(program.report.title);
  BlockBuilder(program, evaluator, rows, impl_->pictures, diagnostics, document).add_sections();
  return document;
}

std::string Binder::origin_of(char32_t character) {
  std::string letter;
  base::append_utf8(letter, character);
  for (const auto& [name, value] : impl_->parameters) {
    const auto* text = std::get_if<std::string>(&value);
    if (text != nullptr && text->find(letter) != std::string::npos)
      return fmt::format("parameter '{}'", name);
  }
  base::Diagnostics ignored;  // bind() has told of wrong values
  for (const auto& query : impl_->queries) {
    query->start(impl_->parameters);
    Row row;
    for (std::size_t number = 1; query->next(row, ignored); ++number) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        const auto* text = std::get_if<std::string>(&row[i]);
        if (text == nullptr || text->find(letter) == std::string::npos) continue;
        const auto& columns = query->columns();
        auto origin = fmt::format("field '{}' of query '{}', row {}{}", columns[i].name, query->name(),
                                  number, keys_of(row, columns));
        query->start(impl_->parameters);  // lets go of the rows that are left
        return origin;
      }
    }
  }
  return "the template";
}

std::string Binder::dump_rows(const Arguments& arguments, base::Diagnostics& diagnostics) {
  const auto parameters = read_arguments(impl_->program->report, arguments, diagnostics);
  if (diagnostics.has_errors()) return {};
  std::string out;
  for (const auto& query : impl_->queries) {
    out += "query " + query->name() + "\n";
    for (const auto& column : query->columns())
      out += fmt::format("  {} {}\n", column.name, text::name_of(column.type));
    query->start(parameters);
    for (Row row; query->next(row, diagnostics);) {
      out += "  row";
      for (const auto& value : row) out += " | " + text::display(value);
      out += "\n";
    }
  }
  return out;
}

}  // namespace svodka::bind
