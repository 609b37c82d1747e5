#pragma once
// Template + rows → document.

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "data/database.hpp"
#include "document/document.hpp"
#include "templates/template.hpp"

namespace svodka::bind {

// A template whose names are resolved against the columns of its queries. Immutable, shared by all workers.
struct Program;

// A program with its queries as they were prepared on the way, for the first binder.
struct Compiled {
  std::shared_ptr<const Program> program;  // null when the template has mistakes
  std::vector<std::unique_ptr<data::Query>> queries;
};

// Prepares every query of the template on the connection and resolves every name, before any row is read.
Compiled compile(const templates::Template& report, data::Database& database, base::Diagnostics& diagnostics);

const templates::Template& template_of(const Program& program);

// As a person gave them: name and text, each once.
using Arguments = std::vector<std::pair<std::string, std::string>>;

// What bind() would say of the arguments themselves: missing, empty, unknown, ill-typed.
void check_arguments(const templates::Template& report, const Arguments& arguments,
                     base::Diagnostics& diagnostics);

// SHA-256 of all that the template brings itself: its text, the libraries and the pictures.
std::string digest_of(const Program& program);

// One worker's prepared queries of one template. Not for two threads at once; the connection must outlive it.
class Binder {
 public:
  // On the connection that the template was compiled on, or on another one, whose queries are prepared anew.
  explicit Binder(Compiled compiled, data::Database& database);
  Binder(std::shared_ptr<const Program> program, data::Database& database);
  ~Binder();
  Binder(Binder&&) noexcept;

  // Missing, empty, unknown or ill-typed arguments and records that are not there are diagnostics; then the
  // document is not complete and must not be written. Each query runs at most once.
  document::Document bind(const Arguments& arguments, base::Diagnostics& diagnostics);

  // Where a character of the document that was bound last comes from: «field 'name' of query 'people', row 3
  // (person 'p-1')», or «the template». Runs the queries again: for messages.
  std::string origin_of(char32_t character);

  // The typed rows of every query as text, for `dump --stage data`.
  std::string dump_rows(const Arguments& arguments, base::Diagnostics& diagnostics);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace svodka::bind
