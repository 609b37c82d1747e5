#include "database/catalogue/parts.hpp"

namespace svodka::database::parts {

data::Catalogue resolution_views() {
  return {
      {"resolution_card",
       "One row for each resolution.",
       {key("resolution", "key"), text("meeting", "key of the meeting"),
        text("kind", "resolution or decision"), text("kind_name", "«резолюция», «решение»"),
        text("title", "title"), text("number", "number as printed"), date("approved_on", "date of approval"),
        integer("draft", "1: draft"), text("meeting_kind_name", "kind of the meeting, nominative"),
        text("meeting_number", "number of the meeting"), date("meeting_held_on", "date of the meeting"),
        text("meeting_theme", "theme of the meeting"),
        text("document", "how others refer to it: «протокол совещания № 4 от 28.08.2026»")}},
      {"item_card",
       "Items of a resolution, a tree in preorder. Modality, level, direction, controller, addressees and "
       "deadline are the item's own or those of the nearest ancestor that has them.",
       {key("resolution", "key"),
        text("meeting", "key of the meeting"),
        key("item", "key"),
        text("parent", "key of the item above"),
        text("agenda_item", "key of the agenda item it decides, its own or that of the nearest item above"),
        integer("position", "place in the whole resolution, from 1"),
        integer("depth", "0: not nested"),
        text("kind", "addressee, direction, level, heading, directive, bullet, paragraph, table or image"),
        text("number", "its own number, verbatim"),
        text("marker", "its own marker, verbatim"),
        text("text", "its own text, verbatim"),
        text("content", "of a table: partner_pairs; of an image: its file name"),
        integer("tracked", "1: has a status of its own"),
        text("modality", "code of the modality"),
        text("modality_name", "modality in Russian"),
        text("level", "municipal or organization"),
        text("level_name", "level in Russian"),
        text("direction", "key of the direction"),
        text("direction_name", "name of the direction"),
        text("controller_name", "who checks, «Петров И. П.»"),
        integer("withdrawn", "1: withdrawn, itself or with an item above"),
        text("deadline", "code of the kind of deadline in force; none without one"),
        date("deadline_on", "last day; empty without one"),
        date("deadline_start", "first day"),
        text("deadline_text", "the deadline in words: verbatim, or «до 30 ноября 2025 г.»"),
        text("addressee_text", "addressees in words, joined by commas"),
        text("full_text", "stems of the items above that it completes, and its text"),
        text("effective_number", "its own number, or that of the nearest item above"),
        text(
            "full_number",
            "how to refer to it: its number or marker, after those above it that are needed to find it. "
            "«1.17» "
            "stands alone; «2, подп. а)»; unnumbered directions and sections are counted: «1, направление 2, "
            "мун. уровень, абз. 1». Paragraphs count from the item's own text, so the first dash under "
            "1.17 is «1.17, абз. 2»")}},
      {"item_target_card",
       "Quantitative targets of items.",
       {key("resolution", "key"), key("item", "key"), integer("ordinal", "order"),
        text("operator", "at_least, at_most, up_to, exactly, trend_up or trend_down"),
        decimal("value", "number; a trend may have none"), text("unit", "unit"),
        text("scope", "«для каждого объединения»"), text("population", "whom it concerns"),
        text("indicator", "key of the linked indicator"), text("text", "in words: «не менее 80 %»"),
        text("full_text",
             "with scope and population: «не менее 3 уроков на каждую пару школ (молодые учителя)»")}},
      {"item_act_card",
       "Acts that items cite.",
       {key("resolution", "key"), key("item", "key"), integer("ordinal", "order"), text("title", "title"),
        date("date", "date"), text("number", "number"), text("url", "link")}},
      {"item_addressee_card",
       "Addressee rules that items have of their own.",
       {key("resolution", "key"), key("item", "key"), integer("ordinal", "order"),
        text("role", "executor or co_executor"), text("role_name", "role in Russian"),
        text("rule", "organization, person, all, type, tag or except_tag"),
        text("name", "organization, person, tag or type; empty for all"),
        text("condition", "condition in words"), text("text", "the addressee verbatim")}},
  };
}

}  // namespace svodka::database::parts
