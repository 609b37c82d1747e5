#include "database/check.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

#include "database/codes.hpp"
#include "database/schema.hpp"
#include "sqlite/connection.hpp"

namespace svodka::database {

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
     R"(SELECT h.kind || ' of ' || a.key,
               iif(h.occurrence = '', 'no occurrence is given, and the item recurs',
                   'the item has no occurrence on ' || h.occurrence)
          FROM (SELECT 'entry' AS kind, assignment_id, occurrence, id FROM entries
                UNION ALL SELECT 'extension', assignment_id, occurrence, id FROM extensions
                UNION ALL SELECT 'control decision', assignment_id, occurrence, id FROM control_decisions) AS h
          JOIN assignments AS a ON a.id = h.assignment_id
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
    // «Руководителям школ:» with or without directives below; or a tracked stem above directives.
    {codes::heading_as_directive, "make its kind addressee, and track the items below it",
     R"(SELECT 'item ' || i.key, 'a directive that only names addressees: «' || trim(i.text) || '»'
          FROM items AS i JOIN item_effective AS e ON e.item_id = i.id
         WHERE i.kind = 'directive' AND rtrim(i.text) GLOB '*:'
           AND ((length(i.text) <= 150
                 AND (i.text GLOB 'Руководител[юя]*' OR i.text GLOB 'Директор[уа]*' OR i.text GLOB 'Заведующ[иеа]*м*'
                      OR i.text GLOB 'Управлени[юя]*' OR i.text GLOB 'Методическ[оим]*м*' OR i.text GLOB 'Учителям*'
                      OR i.text GLOB 'Школам*' OR i.text GLOB 'Администраци[яи]*' OR i.text GLOB 'Образовательным*'
                      OR i.text GLOB 'Общеобразовательным*' OR i.text GLOB 'Муниципальн[оы]м*'))
                OR (i.tracked AND e.deadline = 'none'
                    AND EXISTS (SELECT 1 FROM items WHERE parent_id = i.id AND kind = 'directive')))
         ORDER BY i.resolution_id, e.position)"},
    {codes::numbered_heading, "kept as it is; correct the import file if the document prints something else",
     R"(SELECT 'item ' || key, 'heading ' || number || ' stands between directives ' || before || ' and ' || after
          FROM (SELECT i.key, i.kind, i.number, i.resolution_id, e.position, lag(i.number) OVER siblings AS before,
                       lag(i.kind) OVER siblings AS kind_before, lead(i.number) OVER siblings AS after,
                       lead(i.kind) OVER siblings AS kind_after
                  FROM items AS i JOIN item_effective AS e ON e.item_id = i.id
                WINDOW siblings AS (PARTITION BY i.resolution_id, ifnull(i.parent_id, 0) ORDER BY e.position))
         WHERE kind IN ('addressee', 'heading') AND number GLOB '*[0-9].[0-9]*' AND kind_before = 'directive'
           AND kind_after = 'directive' AND before GLOB '*[0-9].[0-9]*' AND after GLOB '*[0-9].[0-9]*'
         ORDER BY resolution_id, position)"},
    {codes::letter_for_digit, "kept as it is; correct the import file if the document prints a number",
     R"(SELECT 'item ' || key, label || ' follows ' || before
          FROM (SELECT i.key, i.resolution_id, e.position, coalesce(i.number, i.marker) AS label,
                       lag(coalesce(i.number, i.marker)) OVER (
                         PARTITION BY i.resolution_id, ifnull(i.parent_id, 0) ORDER BY e.position) AS before
                  FROM items AS i JOIN item_effective AS e ON e.item_id = i.id)
         WHERE label GLOB '[А-Яа-яA-Za-z][.)]' AND before GLOB '[0-9]*[.)]' AND NOT before GLOB '*[0-9].[0-9]*'
         ORDER BY resolution_id, position)"},
    {codes::tracked_twice, "track the item or the items below it",
     R"(SELECT 'item ' || i.key, 'tracked, and so is item ' || below.key || ' below it'
          FROM items AS i
          JOIN item_effective AS e ON e.item_id = i.id
          JOIN items AS below ON below.id = (SELECT c.id FROM items AS c JOIN item_effective AS ce ON ce.item_id = c.id
                                              WHERE c.parent_id = i.id AND c.tracked ORDER BY ce.position LIMIT 1)
         WHERE i.tracked
         ORDER BY i.resolution_id, e.position)"},
    {codes::empty_other, "write what the expert says to it",
     R"(SELECT 'conclusion ' || x.key, 'criterion ' || c.key || ': «' || o.text || '» is chosen without a text'
          FROM conclusion_choices AS ch
          JOIN criterion_options AS o ON o.id = ch.option_id
          JOIN criteria AS c ON c.id = o.criterion_id
          JOIN expert_conclusions AS x ON x.id = ch.conclusion_id
         WHERE o.other AND ch.text IS NULL
         ORDER BY x.key, c.key)"},
    {codes::no_text, "give its text",
     R"(SELECT 'item ' || i.key, 'a tracked item without text'
          FROM items AS i JOIN item_effective AS e ON e.item_id = i.id
         WHERE i.tracked AND trim(ifnull(i.text, '')) = ''
         ORDER BY i.resolution_id, e.position)"},
};

bool whole(sqlite::Connection& connection, base::Diagnostics& diagnostics) {
  sqlite::Statement integrity = connection.prepare("PRAGMA integrity_check");
  while (integrity.step()) {
    if (integrity.text(0) == "ok") continue;
    diagnostics.error_in(codes::damaged, connection.name(), integrity.text(0),
                         "restore it from a copy, or import everything anew");
  }
  sqlite::Statement references = connection.prepare(
      "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check ORDER BY \"table\", rowid");
  while (references.step()) {
    const std::string row = references.is_null(1) ? "a row" : fmt::format("row {}", references.integer(1));
    diagnostics.error_in(codes::dangling_reference, fmt::format("table {}", references.text(0)),
                         fmt::format("{} refers to a missing row of {}", row, references.text(2)),
                         "restore it from a copy, or import everything anew");
  }
  return !diagnostics.has_errors();
}

// The place of «в)» among the letters that lists use (GOST 2.105 leaves out ё, з, й, о, ч, ъ, ы, ь); 0 for
// others.
int letter_place(std::string_view text) {
  constexpr std::string_view letters = "абвгдежиклмнпрстуфхцшщэюя";
  constexpr std::size_t letter_bytes = 2;
  if (text.size() != letter_bytes + 1 || (text.back() != ')' && text.back() != '.')) return 0;
  for (std::size_t at = 0; at < letters.size(); at += letter_bytes) {
    if (text.substr(0, letter_bytes) == letters.substr(at, letter_bytes))
      return static_cast<int>(at / letter_bytes) + 1;
  }
  return 0;
}

// «1.24.» is 24 after «1.», «в)» is 3; a number without digits at its end is none.
struct PrintedNumber {
  std::string prefix;
  int last = 0;
};

std::optional<PrintedNumber> printed_number(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (const int letter = letter_place(text); letter > 0)
    return PrintedNumber{std::string(1, text.back()), letter};
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
void check_gaps(sqlite::Connection& connection, base::Diagnostics& diagnostics) {
  sqlite::Statement items = connection.prepare(
      "SELECT i.key, coalesce(i.number, i.marker), i.resolution_id, ifnull(i.parent_id, 0) FROM items AS i "
      "JOIN item_effective AS e ON e.item_id = i.id WHERE coalesce(i.number, i.marker) IS NOT NULL "
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

void check_rule(const Rule& rule, sqlite::Connection& connection, base::Diagnostics& diagnostics) {
  sqlite::Statement rows = connection.prepare(rule.sql);
  while (rows.step()) {
    diagnostics.warning_in(rule.code, rows.text(0), rows.text(1), std::string(rule.hint));
  }
}

}  // namespace

void check_database(const std::filesystem::path& path, text::Date as_of, base::Diagnostics& diagnostics) {
  require_usable(path);
  sqlite::Connection connection(path, sqlite::Connection::Mode::read_only);
  connection.set_as_of(as_of);
  if (!whole(connection, diagnostics)) return;
  for (const auto& rule : rules) check_rule(rule, connection, diagnostics);
  check_gaps(connection, diagnostics);
}

}  // namespace svodka::database
