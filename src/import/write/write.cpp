#include "import/write/write.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "import/codes.hpp"
#include "import/write/rows.hpp"
#include "import/write/runs.hpp"
#include "import/write/table.hpp"

namespace svodka::import {

namespace {

class Writer {
 public:
  Writer(sqlite::Connection& connection, const ImportSet& set, Keys& keys, const ReplacementPlan& plan,
         Mistakes& mistakes, ImportResult& result)
      : connection_(connection),
        set_(set),
        keys_(keys),
        plan_(plan),
        mistakes_(mistakes),
        result_(result),
        assignments_(connection),
        rows_(set, keys, assignments_, mistakes) {}

  void write() {
    // History hangs on assignments, which runs make of everything else.
    const auto is_history = [](const RecordKind& kind) { return kind.about != About::nothing; };
    for (const auto& kind : record_kinds()) {
      if (!is_history(kind)) write_kind(kind);
    }
    remove_leavers();
    assignments_.forget();
    for (const auto& record : set_.of("assignment_runs")) expand_run(record);
    for (const auto& kind : record_kinds()) {
      if (is_history(kind)) write_kind(kind);
    }
  }

 private:
  void write_kind(const RecordKind& kind) {
    const auto& records = set_.of(kind);
    std::unordered_set<std::string> kept;
    if (!records.empty()) {
      Table table(connection_, kind);
      for (const auto& record : records) {
        const auto row = rows_.make(record, table.columns());
        if (!row) continue;
        if (kind.mode == Mode::replaced && !kind.has_key()) kept.insert(identity_of(table.columns(), *row));
        store(table, record, *row);
      }
    }
    if (kind.mode == Mode::replaced && !kind.has_key()) sweep(kind, kept);
  }

  void store(Table& table, const Record& record, const Row& row) {
    auto& counts = result_.arrays[std::string(record.kind->name)];
    std::vector<std::size_t> filled;
    const auto differing =
        is_new(record) ? std::optional<std::vector<std::size_t>>() : table.differences(row, filled);
    if (!differing) {
      table.insert(row);
      ++counts.added;
    } else if (differing->empty()) {
      ++counts.unchanged;
    } else if (may_change(table, record, *differing, filled)) {
      table.update(row);
      ++counts.updated;
    }
  }

  bool is_new(const Record& record) const {
    return record.kind->has_key() && !keys_.is_stored(*record.kind, record["key"].text());
  }

  bool may_change(const Table& table, const Record& record, const std::vector<std::size_t>& differing,
                  const std::vector<std::size_t>& filled) {
    if (record.kind->mode != Mode::append_only) return true;
    for (const auto column : differing) {
      const auto& field = record.kind->fields[table.columns()[column].field];
      const bool fills = std::find(filled.begin(), filled.end(), column) != filled.end();
      if (field.filled_later && fills) continue;
      mistakes_.at(set_, record, field.name, codes::rewritten_history,
                   fmt::format("'{}' differs from what is stored for this record", field.name),
                   next_of(record));
      return false;
    }
    return true;
  }

  static std::string next_of(const Record& record) {
    const std::string_view field = record.kind->find("ordinal") ? "ordinal" : "revision";
    const auto number = std::get<std::int64_t>(record[field].value) + 1;
    const auto what = record.kind->name == "entry_reviews" ? "submit and review" : "write";
    return fmt::format("history is not rewritten: {} {} {}", what, field, number);
  }

  void sweep(const RecordKind& kind, const std::unordered_set<std::string>& kept) {
    const auto& owners = plan_.owners.at(&kind);
    if (owners.empty()) return;
    ListSweeper sweeper(connection_, kind);
    std::int64_t gone = 0;
    for (const auto owner : owners) gone += sweeper.sweep(owner, kept);
    if (gone > 0) result_.arrays[std::string(kind.name)].removed += gone;
  }

  void remove_leavers() {
    for (const auto& kind : record_kinds()) {
      const auto left_out = plan_.left_out.find(&kind);
      if (left_out == plan_.left_out.end() || left_out->second.empty()) continue;
      if (kind.name == "items") remove_assignments(left_out->second);
      auto remove = connection_.prepare(fmt::format("DELETE FROM {} WHERE id = ?", kind.name));
      for (const auto& left_out_record : left_out->second) {
        remove.bind(1, left_out_record.id);
        remove.run();
        ++result_.arrays[std::string(kind.name)].removed;
      }
    }
    for (const auto& kind : record_kinds()) check_still_used(kind);
  }

  void remove_assignments(const std::vector<LeftOut>& items) {
    auto remove = connection_.prepare("DELETE FROM assignments WHERE item_id = ?");
    for (const auto& item : items) {
      remove.bind(1, item.id);
      remove.run();
      if (connection_.changes() > 0) result_.arrays["assignments"].removed += connection_.changes();
    }
  }

  // Rows of `kind` that refer to records that have left.
  void check_still_used(const RecordKind& kind) {
    if (kind.about != About::nothing) return;
    for (const auto& field : kind.fields) {
      if (field.type != FieldType::reference) continue;
      const auto& target = *find_kind(field.target);
      const auto left_out = plan_.left_out.find(&target);
      if (left_out == plan_.left_out.end() || left_out->second.empty()) continue;
      auto select = connection_.prepare(users_sql(kind, field));
      for (const auto& left_out_record : left_out->second) tell_user(kind, target, left_out_record, select);
    }
  }

  // Keys of what refers: of the row itself, or of its owner.
  static std::string users_sql(const RecordKind& kind, const Field& field) {
    if (kind.has_key())
      return fmt::format("SELECT key FROM {} WHERE {}_id = ? ORDER BY key", kind.name, field.name);
    const auto& first = kind.fields.front();
    return fmt::format("SELECT o.key FROM {} r JOIN {} o ON o.id = r.{}_id WHERE r.{}_id = ? ORDER BY o.key",
                       kind.name, first.target, first.name, field.name);
  }

  void tell_user(const RecordKind& kind, const RecordKind& target, const LeftOut& left_out_record,
                 sqlite::Statement& select) {
    select.bind(1, left_out_record.id);
    if (select.step()) {
      const auto& witness = record_to_point_at(set_, keys_, target, left_out_record);
      mistakes_.add(codes::still_used, set_.span(witness), fmt::format("/{}", target.name),
                    fmt::format("'{}' is left out, but {} of '{}' refers to it", left_out_record.key,
                                kind.name, select.text(0)));
    }
    select.reset();
  }

  void expand_run(const Record& run) {
    const auto& resolution = run["resolution"].text();
    const auto* until = std::get_if<text::Date>(&run["until"].value);
    const AssignmentRun order{*keys_.find(*find_kind("resolutions"), resolution),
                              std::get<text::Date>(run["assigned_on"].value),
                              until == nullptr ? std::nullopt : std::optional(*until)};
    const auto made = import::expand_run(connection_, order, assignments_);
    if (made.assignments > 0) result_.arrays["assignments"].added += made.assignments;
    if (made.occurrences > 0) result_.arrays["occurrences"].added += made.occurrences;
  }

  sqlite::Connection& connection_;
  const ImportSet& set_;
  Keys& keys_;
  const ReplacementPlan& plan_;
  Mistakes& mistakes_;
  ImportResult& result_;
  Assignments assignments_;
  RowMaker rows_;
};

}  // namespace

void write_set(sqlite::Connection& connection, const ImportSet& set, Keys& keys, const ReplacementPlan& plan,
               Mistakes& mistakes, ImportResult& result) {
  Writer(connection, set, keys, plan, mistakes, result).write();
}

}  // namespace svodka::import
