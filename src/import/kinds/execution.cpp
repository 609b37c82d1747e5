#include "import/kinds/fields.hpp"

namespace svodka::import {

namespace {

using namespace fields;

void add(std::vector<Field>& to, std::vector<Field> more) {
  for (auto& field : more) to.push_back(std::move(field));
}

// The fields that name an assignment.
std::vector<Field> assignee_fields() {
  return {required(reference("item", "items", "Which item.")),
          reference("organization", "organizations", "The assigned organization."),
          reference("person", "people", "The assigned person.")};
}

std::vector<Field> occurrence_fields() {
  auto fields = assignee_fields();
  fields.push_back(date("occurrence", "Of a recurring item: the day on which it is due."));
  return fields;
}

// The fields that name an entry.
std::vector<Field> entry_fields() {
  auto fields = occurrence_fields();
  add(fields, {period("The period reported on."),
               required(at_least(
                   integer("revision", "1 for the first report of the period, then 2, 3 and so on."), 1))});
  return fields;
}

// What is only added to the history of an assignment. The fields of `naming` say of which assignment or entry
// it is; they and `further` tell records apart.
RecordKind history(std::string_view name, std::string_view description, About about,
                   std::vector<Field> naming, std::vector<std::string_view> further,
                   std::vector<Field> content) {
  RecordKind kind{.name = name,
                  .description = description,
                  .mode = Mode::append_only,
                  .about = about,
                  .fields = std::move(naming),
                  .exactly_one = {{"organization", "person"}}};
  for (const auto& field : kind.fields) kind.identity.push_back(field.name);
  kind.identity.insert(kind.identity.end(), further.begin(), further.end());
  add(kind.fields, std::move(content));
  return kind;
}

RecordKind assignment_runs() {
  return {
      .name = "assignment_runs",
      .description =
          "Expands the addressee rules of all tracked items of a resolution into assignments, as of a "
          "day. Recurring items get their occurrences. Repeating it changes nothing; a later run adds.",
      .mode = Mode::run,
      .fields = {required(reference("resolution", "resolutions", "Which resolution.")),
                 required(date("assigned_on", "Tags are looked up as of this day; new assignments bear it.")),
                 date("until", "Last day of occurrences; without it none are made.")},
      .identity = {"resolution", "assigned_on"},
      .ordered = {{"assigned_on", "until"}}};
}

RecordKind assignments() {
  RecordKind kind{.name = "assignments",
                  .description = "Explicit assignments, beside those that runs make.",
                  .fields = assignee_fields(),
                  .identity = {"item", "organization", "person"},
                  .exactly_one = {{"organization", "person"}}};
  add(kind.fields, {required(vocabulary("role", {"executor", "co_executor"}, "Role of the addressee.")),
                    required(date("assigned_on", "Day of the assignment."))});
  return kind;
}

RecordKind directions() {
  return {
      .name = "directions",
      .description = "Classifier of directions of work.",
      .fields = {key("Key of the direction."), required(text("name", "Name.")), ordinal("Place in lists."),
                 date("valid_from", "First day of validity."), date("valid_until", "Last day of validity.")},
      .identity = {"key"},
      .ordered = {{"valid_from", "valid_until"}}};
}

RecordKind entries() {
  auto kind = history(
      "entries", "What an assignee reported on execution. A correction is a new revision.", About::assignment,
      entry_fields(), {},
      {required(vocabulary("state",
                           {"not_started", "in_progress", "done", "partly_done", "not_done", "cancelled"},
                           "State of execution.")),
       between(integer("percent", "Per cent done."), 0, 100), text("done", "What was done."),
       text("reasons", "Why it was not done or not in time."),
       number("actual", "Actual value against the target."), date("executed_on", "When it was executed."),
       vocabulary("proposal", {"remove_from_control", "extend"}, "What the assignee proposes."),
       date("proposal_until", "Proposed new deadline."),
       reference("submitted_by", "people", "Who submitted it."),
       required(date("submitted_on", "When it was submitted."))});
  kind.conditions = {{"proposal", {"extend"}, "proposal_until"}};
  return kind;
}

RecordKind entry_reviews() {
  return history("entry_reviews", "Acceptance or return of an entry.", About::entry, entry_fields(), {},
                 {required(vocabulary("decision", {"accepted", "returned"}, "The decision.")),
                  required(date("decided_on", "When it was decided.")),
                  reference("decided_by", "people", "Who decided."), text("note", "Remark.")});
}

RecordKind evidence() {
  return history("evidence", "What proves an entry.", About::entry, entry_fields(), {"ordinal"},
                 {ordinal("Place in the list."), required(text("title", "Title.")),
                  text("file", "Name of a file."), text("url", "Address.")});
}

RecordKind extensions() {
  return history(
      "extensions", "New deadlines of an assignment.", About::assignment, occurrence_fields(), {"ordinal"},
      {required(at_least(integer("ordinal", "1 for the first extension, then 2, 3 and so on."), 1)),
       required(date("due_on", "The new deadline.")), required(text("reason", "Why.")),
       reference("approved_by", "people", "Who approved it."),
       required(date("approved_on", "When it was approved."))});
}

RecordKind control_decisions() {
  return history("control_decisions", "Putting on control, keeping on control, removing from control.",
                 About::assignment, occurrence_fields(), {"ordinal"},
                 {required(at_least(integer("ordinal", "1 for the first decision, then 2, 3 and so on."), 1)),
                  required(vocabulary("decision", {"on_control", "keep", "remove"}, "The decision.")),
                  date("until", "Kept on control until."), reference("decided_by", "people", "Who decided."),
                  required(date("decided_on", "When it was decided.")), text("note", "Remark.")});
}

RecordKind indicators() {
  return {
      .name = "indicators",
      .description = "Indicators of quality and development.",
      .fields = {key("Key of the indicator."), required(text("code", "Code, as printed.")),
                 required(text("name", "Name.")), required(text("unit", "Unit: «балл», «%».")),
                 text("unit_genitive", "Unit in the genitive: «не более 1 балла»."),
                 text("unit_genitive_plural", "Unit in the genitive plural: «не менее 5 баллов»."),
                 required(vocabulary("better", {"more", "less"}, "Which way is better.")),
                 required(vocabulary("group", {"conditions", "results", "processes"}, "Group.")),
                 reference("direction", "directions", "Direction of work."),
                 text("source", "Source of the data."), number("baseline", "Starting value."),
                 date("baseline_on", "Day of the starting value."),
                 with_default(between(integer("decimals", "Digits printed after the comma."), 0, 6),
                              std::int64_t{0}),
                 date("valid_from", "First day of validity."), date("valid_until", "Last day of validity.")},
      .identity = {"key"},
      .ordered = {{"valid_from", "valid_until"}}};
}

RecordKind indicator_targets() {
  return {
      .name = "indicator_targets",
      .description = "Targets of indicators: of an organization, of a type of organizations, or of everyone.",
      .fields = {required(reference("indicator", "indicators", "Which indicator.")),
                 period("For which period."), reference("organization", "organizations", "Whose target."),
                 vocabulary("type", organization_types(), "Target of all organizations of a type."),
                 required(vocabulary("operator", target_operators(), "How the value is to be read.")),
                 number("value", "The number."),
                 number("baseline",
                        "Starting value that a trend is measured from; by default the indicator's.")},
      .identity = {"indicator", "period", "organization", "type"},
      .at_most_one = {{"organization", "type"}},
      .conditions = {{"operator", {"at_least", "at_most", "up_to", "exactly"}, "value"}}};
}

RecordKind indicator_bands() {
  return {
      .name = "indicator_bands",
      .description =
          "Bands of an indicator's values, with points. A value takes the band that holds it; bounds are "
          "included, and of two bands that touch the one with more points takes the value. Bands of a type "
          "of "
          "organizations stand in for the general ones.",
      .mode = Mode::replaced,
      .fields = {required(reference("indicator", "indicators", "Which indicator.")),
                 ordinal("Place in the list."),
                 required(text("name", "Name of the band: «высокий», «базовый».")),
                 number("lower", "Least value; open when left out."),
                 number("upper", "Greatest value; open when left out."),
                 number("points", "Points that it gives."),
                 vocabulary("type", organization_types(), "Only for organizations of this type."),
                 date("valid_from", "First day of validity."), date("valid_until", "Last day of validity.")},
      .identity = {"indicator", "ordinal"},
      .owner = "indicator",
      .at_least_one = {{"lower", "upper"}},
      .ordered = {{"valid_from", "valid_until"}}};
}

RecordKind indicator_values() {
  return {
      .name = "indicator_values",
      .description = "Values of indicators. A corrected value is a new revision. Missing is not zero.",
      .mode = Mode::append_only,
      .fields =
          {required(reference("indicator", "indicators", "Which indicator.")),
           required(reference("organization", "organizations", "Whose value.")), period("Of which period."),
           with_default(
               at_least(integer("revision", "1 for the first value of the period, then 2, 3 and so on."), 1),
               std::int64_t{1}),
           number("value", "The number."), text("text", "Value in words."),
           text("provenance", "Where the value comes from."), required(date("recorded_on", "When recorded.")),
           filled_later(date("accepted_on", "When accepted; may be filled in later."))},
      .identity = {"indicator", "organization", "period", "revision"},
      .at_most_one = {{"value", "text"}},
      .ordered = {{"recorded_on", "accepted_on"}}};
}

}  // namespace

std::vector<RecordKind> execution_kinds() {
  return {assignment_runs(), assignments(),       directions(),      entries(),
          entry_reviews(),   evidence(),          extensions(),      control_decisions(),
          indicators(),      indicator_targets(), indicator_bands(), indicator_values()};
}

}  // namespace svodka::import
