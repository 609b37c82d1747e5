#include "bind/make/rows.hpp"

#include <fmt/format.h>

#include <cassert>
#include <utility>

#include "bind/codes.hpp"

namespace svodka::bind {

using text::Value;

std::string match_key(const Value& value) {
  struct Visitor {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(std::int64_t number) const { return fmt::format("i{}", number); }
    std::string operator()(double number) const { return fmt::format("d{}", number); }
    std::string operator()(text::Date date) const { return "@" + date.iso(); }
    std::string operator()(const std::string& text) const { return "t" + text; }
  };
  return std::visit(Visitor{}, value);
}

RowStore::RowStore(const Program& program, std::vector<std::unique_ptr<data::Query>>& queries,
                   base::Diagnostics& diagnostics)
    : program_(program),
      queries_(queries),
      diagnostics_(diagnostics),
      loaded_(program.queries.size()),
      current_(program.queries.size()) {}

void RowStore::set_parameters(std::vector<std::pair<std::string, Value>> parameters) {
  parameters_ = std::move(parameters);
}

void RowStore::start(std::uint16_t query) { queries_[query]->start(parameters_); }

bool RowStore::next(std::uint16_t query, Row& row) { return queries_[query]->next(row, diagnostics_); }

RowStore::Loaded& RowStore::load(std::uint16_t query) {
  auto& loaded = loaded_[query];
  if (loaded.loaded) return loaded;
  assert(!program_.queries[query].streamed);
  loaded.loaded = true;
  start(query);
  for (Row row; next(query, row);) loaded.rows.push_back(std::exchange(row, {}));
  loaded.list.reserve(loaded.rows.size());
  for (const auto& row : loaded.rows) loaded.list.push_back(&row);
  check_count(query, loaded.rows.size());
  return loaded;
}

void RowStore::check_count(std::uint16_t query, std::size_t count) {
  const auto& plan = program_.queries[query];
  if (plan.rows == templates::Rows::many) return;
  if (count > 1) {
    diagnostics_.error(
        codes::many_rows, program_.report.queries[query].span,
        fmt::format("query '{}' found {} rows where at most one is expected", plan.name, count));
  } else if (count == 0 && plan.rows == templates::Rows::one) {
    std::string given;
    for (const auto& [name, value] : parameters_) {
      given += fmt::format("{}{} = '{}'", given.empty() ? "" : ", ", name, text::display(value));
    }
    diagnostics_.error(codes::no_row, program_.report.queries[query].span,
                       fmt::format("query '{}' found no row for {}", plan.name, given),
                       "'svodka list' shows the keys that the database has");
  }
}

const RowList& RowStore::all(std::uint16_t query) { return load(query).list; }

const RowList& RowStore::matching(std::uint16_t query, std::uint16_t field, const Value& value) {
  auto& loaded = load(query);
  const auto [index, fresh] = loaded.by_field.try_emplace(field);
  if (fresh) {
    for (const auto* row : loaded.list) index->second[match_key((*row)[field])].push_back(row);
  }
  static const RowList none;
  const auto found = index->second.find(match_key(value));
  return found == index->second.end() ? none : found->second;
}

const Row* RowStore::single(std::uint16_t query) {
  const auto& rows = load(query).rows;
  return rows.empty() ? nullptr : &rows.front();
}

}  // namespace svodka::bind
