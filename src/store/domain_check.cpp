#include "store/domain_check.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

#include "store/check_codes.hpp"
#include "store/schema.hpp"
#include "store/sqlite.hpp"

namespace svodka::store {

namespace {

// A rule is a query whose rows are (context, message).
struct Rule {
  const base::Code& code;
  std::string_view hint;
  std::string_view sql;
};

constexpr Rule rules[] = {
    {codes::no_addressee, "add item_addressees to it or to an item above it",
     R"(SELECT 'item ' || i.key, 'a tracked item that nobody is responsible for'
          FROM items AS i JOIN item_effective AS e ON e.item_id = i.id
         WHERE i.tracked AND NOT e.withdrawn AND e.addressee_text IS NULL
           AND NOT EXISTS (SELECT 1 FROM assignments WHERE item_id = i.id)
         ORDER BY i.resolution_id, e.position)"},
    {codes::no_chair, "give one attendance record the role chair",
     R"(SELECT 'meeting ' || key, 'its attendance list names no chair' FROM meetings AS m
         WHERE NOT draft AND NOT EXISTS (SELECT 1 FROM attendance WHERE meeting_id = m.id AND role = 'chair')
         ORDER BY id)"},
    {codes::no_secretary, "give one attendance record the role secretary",
     R"(SELECT 'meeting ' || key, 'its attendance list names no secretary' FROM meetings AS m
         WHERE NOT draft AND NOT EXISTS (SELECT 1 FROM attendance WHERE meeting_id = m.id AND role = 'secretary')
         ORDER BY id)"},
    {codes::tracked_heading, "track the items below it",
     R"(SELECT 'item ' || i.key, 'an item of kind ' || i.kind || ' has a status of its own'
          FROM items AS i JOIN item_effective AS e ON e.item_id = i.id
         WHERE i.tracked AND i.kind IN ('addressee', 'direction', 'level', 'heading', 'table', 'image')
         ORDER BY i.resolution_id, e.position)"},
    // «1.» may restart in every section; «1.17» may not.
    {codes::duplicate_number, "kept as it is; correct the import file if the document prints something else",
     R"(SELECT 'item ' || i.key, 'number ' || i.number || ' is printed before, at item ' || first.key
          FROM items AS i
          JOIN item_effective AS e ON e.item_id = i.id
          JOIN items AS first ON first.id = (
            SELECT o.id FROM items AS o JOIN item_effective AS oe ON oe.item_id = o.id
             WHERE o.resolution_id = i.resolution_id AND o.number = i.number AND oe.position < e.position
               AND (o.parent_id IS i.parent_id OR i.number GLOB '*[0-9].[0-9]*')
             ORDER BY oe.position LIMIT 1)
         ORDER BY i.resolution_id, e.position)"},
    {codes::stated_count, "both are kept; correct whichever is wrong",
     R"(SELECT 'meeting ' || meeting, 'it states ' || stated_count || ' participants, its list has ' || listed_count
          FROM meeting_card WHERE stated_count <> listed_count ORDER BY held_on, meeting)"},
    {codes::ambiguous_target, "say at_least for «довести до» and at_most for «снизить до»",
     R"(SELECT 'item ' || i.key, 'target «' || t.text || '» may mean at least or at most'
          FROM item_target_card AS t
          JOIN items AS i ON i.key = t.item
          JOIN item_effective AS e ON e.item_id = i.id
         WHERE t.operator = 'up_to' AND t.unit = '%' AND t.indicator IS NULL
         ORDER BY i.resolution_id, e.position)"},
    {codes::early_deadline, "correct the deadline or the date of the meeting",
     R"(SELECT 'item ' || i.key, 'deadline ' || i.deadline_on || ' is before the meeting of ' || m.held_on
          FROM items AS i
          JOIN item_effective AS e ON e.item_id = i.id
          JOIN resolutions AS r ON r.id = i.resolution_id
          JOIN meetings AS m ON m.id = r.meeting_id
         WHERE i.deadline_on < m.held_on
         ORDER BY i.resolution_id, e.position)"},
    {codes::nobody_assigned, "check the tags and types of organizations on the date of the run",
     R"(SELECT 'item ' || i.key, 'assigned to nobody by the runs of resolution ' || r.key
          FROM items AS i
          JOIN item_effective AS e ON e.item_id = i.id
          JOIN resolutions AS r ON r.id = i.resolution_id
         WHERE i.tracked AND NOT e.withdrawn AND e.addressee_text IS NOT NULL
           AND EXISTS (SELECT 1 FROM assignment_runs WHERE resolution_id = r.id)
           AND NOT EXISTS (SELECT 1 FROM assignments WHERE item_id = i.id)
         ORDER BY i.resolution_id, e.position)"},
    {codes::unknown_occurrence, "give the date of an occurrence, or none when the item does not recur",
     R"(SELECT h.kind || ' of ' || i.key || '@' || coalesce(o.key, p.key),
               iif(h.occurrence = '', 'no occurrence is given, and the item recurs',
                   'the item has no occurrence on ' || h.occurrence)
          FROM (SELECT 'entry' AS kind, assignment_id, occurrence, id FROM entries
                UNION ALL SELECT 'extension', assignment_id, occurrence, id FROM extensions
                UNION ALL SELECT 'control decision', assignment_id, occurrence, id FROM control_decisions) AS h
          JOIN assignments AS a ON a.id = h.assignment_id
          JOIN items AS i ON i.id = a.item_id
          LEFT JOIN organizations AS o ON o.id = a.organization_id
          LEFT JOIN people AS p ON p.id = a.person_id
         WHERE CASE h.occurrence
                 WHEN '' THEN EXISTS (SELECT 1 FROM occurrences WHERE assignment_id = a.id)
                 ELSE NOT EXISTS (SELECT 1 FROM occurrences WHERE assignment_id = a.id AND due_on = h.occurrence)
               END
         ORDER BY h.kind, h.id)"},
    {codes::future_history, "correct the dates, or check as of a later day",
     R"(SELECT 'table ' || h.source, count(*) || ' dated after ' || as_of() || ', the last on ' || max(h.day)
          FROM (SELECT 'entries' AS source, submitted_on AS day FROM entries
                UNION ALL SELECT 'extensions', approved_on FROM extensions
                UNION ALL SELECT 'control_decisions', decided_on FROM control_decisions) AS h
         WHERE h.day > as_of()
         GROUP BY h.source ORDER BY h.source)"},
    {codes::no_text, "give its text",
     R"(SELECT 'item ' || i.key, 'a tracked item without text'
          FROM items AS i JOIN item_effective AS e ON e.item_id = i.id
         WHERE i.tracked AND trim(ifnull(i.text, '')) = ''
         ORDER BY i.resolution_id, e.position)"},
};

bool whole(Connection& connection, base::Diagnostics& diagnostics) {
  Statement integrity = connection.prepare("PRAGMA integrity_check");
  while (integrity.step()) {
    if (integrity.text(0) == "ok") continue;
    diagnostics.error_in(codes::damaged, connection.name(), integrity.text(0),
                         "restore it from a copy, or import everything anew");
  }
  Statement references = connection.prepare(
      "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check ORDER BY \"table\", rowid");
  while (references.step()) {
    const std::string row = references.is_null(1) ? "a row" : fmt::format("row {}", references.integer(1));
    diagnostics.error_in(codes::dangling_reference, fmt::format("table {}", references.text(0)),
                         fmt::format("{} refers to a missing row of {}", row, references.text(2)),
                         "restore it from a copy, or import everything anew");
  }
  return !diagnostics.has_errors();
}

// «1.24.» is 24 after «1.»; a number without digits at its end is none.
struct PrintedNumber {
  std::string prefix;
  int last = 0;
};

std::optional<PrintedNumber> printed_number(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const std::size_t digits_end = text.find_last_of("0123456789");
  if (digits_end == std::string_view::npos) return std::nullopt;
  std::size_t begin = digits_end + 1;
  while (begin > 0 && is_digit(text[begin - 1])) --begin;
  PrintedNumber number{std::string(text.substr(0, begin)), 0};
  const auto read = std::from_chars(text.data() + begin, text.data() + digits_end + 1, number.last);
  if (read.ec != std::errc{}) return std::nullopt;
  return number;
}

// Numbers of siblings that skip: 1.5 after 1.3. Restarts and repetitions are not gaps.
void check_gaps(Connection& connection, base::Diagnostics& diagnostics) {
  Statement items = connection.prepare(
      "SELECT i.key, i.number, i.resolution_id, ifnull(i.parent_id, 0) FROM items AS i "
      "JOIN item_effective AS e ON e.item_id = i.id WHERE i.number IS NOT NULL "
      "ORDER BY i.resolution_id, i.parent_id, e.position");
  std::optional<PrintedNumber> before;
  std::string number_before;
  std::int64_t resolution = 0;
  std::int64_t parent = 0;
  while (items.step()) {
    if (items.integer(2) != resolution || items.integer(3) != parent) before.reset();
    resolution = items.integer(2);
    parent = items.integer(3);
    const auto number = printed_number(items.text(1));
    if (before && number && number->prefix == before->prefix && number->last > before->last + 1) {
      diagnostics.warning_in(codes::number_gap, "item " + items.text(0),
                             fmt::format("number {} follows number {}", items.text(1), number_before),
                             "kept as it is; check that no item is missing");
    }
    before = number;
    number_before = items.text(1);
  }
}

void check_rule(const Rule& rule, Connection& connection, base::Diagnostics& diagnostics) {
  Statement rows = connection.prepare(rule.sql);
  while (rows.step()) {
    diagnostics.warning_in(rule.code, rows.text(0), rows.text(1), std::string(rule.hint));
  }
}

}  // namespace

void check_database(const std::filesystem::path& path, text::Date as_of, base::Diagnostics& diagnostics) {
  require_usable(path);
  Connection connection(path, Connection::Mode::read_only);
  connection.set_as_of(as_of);
  if (!whole(connection, diagnostics)) return;
  for (const auto& rule : rules) check_rule(rule, connection, diagnostics);
  check_gaps(connection, diagnostics);
}

}  // namespace svodka::store
