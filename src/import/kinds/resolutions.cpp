#include "import/kinds/fields.hpp"

namespace svodka::import {

namespace {

using namespace fields;

RecordKind resolutions() {
  return {
      .name = "resolutions",
      .description = "What a meeting resolved.",
      .fields = {key("Key of the resolution."), required(reference("meeting", "meetings", "Which meeting.")),
                 required(vocabulary("kind", {"resolution", "decision"}, "Резолюция or решение.")),
                 required(text("title", "Title.")), text("number", "Number, as printed."),
                 date("approved_on", "When it was approved."), boolean("draft", "Is a draft.")},
      .identity = {"key"}};
}

std::vector<Field> item_text_fields() {
  return {key("Key of the item."),
          required(reference("resolution", "resolutions", "Which resolution.")),
          reference("parent", "items", "The item it stands under."),
          ordinal("Place among its siblings."),
          reference("agenda_item", "agenda_items", "The agenda item it decides."),
          required(vocabulary("kind",
                              {"addressee", "direction", "level", "heading", "directive", "bullet",
                               "paragraph", "table", "image"},
                              "What it is; any kind may stand under any other.")),
          text("number", "Number, verbatim."),
          text("marker", "Marker, verbatim: «–», «·», «б.»."),
          text("text", "The text; may be a stem that the children complete."),
          text("content",
               "Kind table: partner_pairs; kind image: name of the file, which lies beside the import file."),
          boolean("tracked", "Its execution is followed."),
          vocabulary("modality",
                     {"order", "recommendation", "proposal", "task", "take_note", "approve", "assess",
                      "continue", "publish", "remove_from_control"},
                     "How binding it is; inherited when left out."),
          vocabulary("level", {"municipal", "organization"}, "Level; inherited when left out."),
          reference("direction", "directions", "Direction of work; inherited when left out."),
          reference("controller", "people", "Who checks; inherited when left out."),
          boolean("withdrawn", "No longer in force; keeps its history.")};
}

std::vector<Field> item_deadline_fields() {
  return {
      with_default(vocabulary("addressees", {"inherit", "replace", "narrow"},
                              "What its own addressees do with the inherited ones: add to them, take their "
                              "place, or leave only those in both."),
                   std::string("inherit")),
      with_default(vocabulary("deadline",
                              {"none", "date", "month_end", "year_end", "start", "range", "academic_year",
                               "month_event", "event", "recurring", "continuous", "inherited"},
                              "Kind of deadline."),
                   std::string("inherited")),
      date("deadline_on", "The date «до …», or the end of the range or period."),
      date("deadline_start", "First day of a range, or «с …»."),
      text("deadline_text", "Verbatim wording when it is bound to an event or unusual."),
      vocabulary("recurrence", {"weekly", "monthly", "quarterly", "yearly"},
                 "How often a recurring item is due.")};
}

RecordKind items() {
  RecordKind kind{.name = "items",
                  .description = "The items of a resolution: one ordered tree of any depth.",
                  .mode = Mode::replaced,
                  .fields = item_text_fields(),
                  .identity = {"key"},
                  .owner = "resolution",
                  .place = {"resolution", "parent", "ordinal"},
                  .conditions = {{"kind", {"table", "image"}, "content"},
                                 {"deadline", {"date", "month_end", "range"}, "deadline_on"},
                                 {"deadline", {"start", "range"}, "deadline_start"},
                                 {"deadline", {"event", "month_event"}, "deadline_text"},
                                 {"deadline", {"recurring"}, "recurrence"}},
                  .ordered = {{"deadline_start", "deadline_on"}}};
  for (auto& field : item_deadline_fields()) kind.fields.push_back(std::move(field));
  return kind;
}

Field item() { return required(reference("item", "items", "Which item.")); }

RecordKind item_dates() {
  return {.name = "item_dates",
          .description = "Fixed days of the year on which a recurring item is due.",
          .mode = Mode::replaced,
          .fields = {item(), required(between(integer("month", "Month."), 1, 12)),
                     required(between(
                         integer("day", "Day of the month; 29 February is the last of February."), 1, 31))},
          .identity = {"item", "month", "day"},
          .owner = "item"};
}

RecordKind item_addressees() {
  return {.name = "item_addressees",
          .description = "Rules that say whom an item addresses; an assignment run expands them.",
          .mode = Mode::replaced,
          .fields = {item(), ordinal("Place in the list."),
                     required(vocabulary("role", {"executor", "co_executor"}, "Role of the addressee.")),
                     required(vocabulary(
                         "rule", {"organization", "person", "all", "type", "tag", "except_tag"},
                         "organization and person: one; all: every school, basic school, lyceum and "
                         "gymnasium; type: every organization of the type; tag: those that bear the tag "
                         "on the day; except_tag: all but those.")),
                     reference("organization", "organizations", "For the rule organization."),
                     reference("person", "people", "For the rule person."),
                     reference("tag", "tags", "For the rules tag and except_tag."),
                     vocabulary("type", organization_types(), "For the rule type."),
                     text("condition", "Condition, in words."),
                     text("text", "Wording of the addressee, verbatim.")},
          .identity = {"item", "ordinal"},
          .owner = "item",
          .conditions = {{"rule", {"organization"}, "organization", true},
                         {"rule", {"person"}, "person", true},
                         {"rule", {"tag", "except_tag"}, "tag", true},
                         {"rule", {"type"}, "type", true}}};
}

RecordKind item_acts() {
  return {.name = "item_acts",
          .description = "Acts that an item cites.",
          .mode = Mode::replaced,
          .fields = {item(), ordinal("Place in the list."), required(text("title", "Title.")),
                     date("date", "Date."), text("number", "Number."), text("url", "Address.")},
          .identity = {"item", "ordinal"},
          .owner = "item"};
}

RecordKind item_targets() {
  return {.name = "item_targets",
          .description = "Quantitative targets of an item.",
          .mode = Mode::replaced,
          .fields = {item(), ordinal("Place in the list."),
                     required(vocabulary("operator", target_operators(), "How the value is to be read.")),
                     number("value", "The number."), text("unit", "Unit: «работа», «%»."),
                     text("unit_genitive", "Unit in the genitive: «не более 1 работы»."),
                     text("unit_genitive_plural", "Unit in the genitive plural: «не менее 5 работ»."),
                     text("scope", "For each of what: «для каждого объединения»."),
                     text("population", "Of whom: «педагогов до 35 лет»."),
                     reference("indicator", "indicators", "The indicator that measures it.")},
          .identity = {"item", "ordinal"},
          .owner = "item",
          .conditions = {{"operator", {"at_least", "at_most", "up_to", "exactly"}, "value"}}};
}

RecordKind item_links() {
  return {.name = "item_links",
          .description = "How items relate to items, of this or another resolution.",
          .mode = Mode::replaced,
          .fields = {item(),
                     required(vocabulary("kind", {"executes", "closes", "supersedes", "part_of"},
                                         "The relation.")),
                     required(reference("target", "items", "The other item."))},
          .identity = {"item", "kind", "target"},
          .owner = "item",
          .distinct = {{"item", "target"}}};
}

}  // namespace

std::vector<RecordKind> resolution_kinds() {
  return {resolutions(), items(), item_dates(), item_addressees(), item_acts(), item_targets(), item_links()};
}

std::vector<std::string_view> target_operators() {
  return {"at_least", "at_most", "up_to", "exactly", "trend_up", "trend_down"};
}

}  // namespace svodka::import
