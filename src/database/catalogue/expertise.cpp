#include "database/catalogue/parts.hpp"

namespace svodka::database::parts {

namespace {

data::CatalogueView conclusion_view() {
  return {"expert_conclusion_card",
          "One row for each expert conclusion (экспертное заключение) concluded by the as-of date.",
          {key("conclusion", "key"),
           text("organization", "key of the organization whose programme it is"),
           text("organization_name", "short name of it"),
           text("organization_full_name", "full name of it"),
           text("organization_genitive", "full name of it in the genitive"),
           text("programme", "title of the programme"),
           text("meeting", "key of the meeting whose criteria are used"),
           text("meeting_theme", "theme of it"),
           date("meeting_held_on", "date of it"),
           text("number", "number as printed"),
           date("concluded_on", "date of the conclusion"),
           text("expert_names", "«Петров И. П., Орлова Н. С.»"),
           integer("expert_count", "number of experts"),
           text("verdict", "recommended, recommended_after_changes, returned or not_recommended"),
           text("verdict_name", "«рекомендовать к реализации»"),
           text("verdict_text", "the verdict in their own words"),
           integer("draft", "1: draft"),
           integer("criterion_count", "criteria, without their groups"),
           integer("answered_count", "criteria that have an option or a remark"),
           decimal("points", "points of all criteria; empty when none gives points"),
           decimal("most_points", "most that the options could give")}};
}

data::CatalogueView answer_view() {
  return {
      "expert_answer_card",
      "The criteria of a conclusion, a tree in preorder, each with the answer. An unanswered one is empty.",
      {key("conclusion", "key"), text("organization", "key of the organization whose programme it is"),
       key("criterion", "key"), text("parent", "key of the group"),
       integer("position", "place in the whole tree, from 1"), integer("depth", "0: not nested"),
       text("number", "number as printed"), text("text", "text"), integer("is_group", "1: owns criteria"),
       text("options", "answers to choose from, «да; нет; др.»"),
       text("answer", "chosen options with what is written to them: «да; др.: опрос родителей»"),
       text("other_text", "what is written to «др.»"),
       integer("is_answered", "1: an option is chosen or a remark made"), text("remark", "remark"),
       decimal("points", "points given, else those of the chosen options"),
       decimal("most_points", "most that one option gives")}};
}

}  // namespace

data::Catalogue expertise_views() {
  return {
      {"item_link_card",
       "How items relate to items of this or another resolution; every link from both of its ends.",
       {key("resolution", "key"), key("item", "key"), text("kind", "executes, closes, supersedes or part_of"),
        integer("is_back", "1: the other item is linked to this one"),
        text("kind_name", "«во исполнение»; from the other end «исполняется»"),
        text("linked_item", "key of the other item"), text("linked_resolution", "key of its resolution"),
        text("linked_number", "how to refer to it: «1.17»"), text("linked_text", "its text with stems"),
        text("linked_document", "its document: «протокол совещания № 4 от 28.08.2026»")}},
      {"criterion_option_card",
       "Answers that criteria offer, one by one.",
       {key("meeting", "key"), key("criterion", "key"),
        integer("position", "place of the criterion in the whole tree"), key("option", "key"),
        integer("ordinal", "order"), text("marker", "printed before it, «а)»"), text("text", "the answer"),
        integer("is_other", "1: «др.»"), decimal("points", "points that it gives")}},
      conclusion_view(),
      {"conclusion_expert_card",
       "Experts of a conclusion.",
       {key("conclusion", "key"), integer("ordinal", "order"),
        key("person", "key; empty for an expert known by name only"), text("name_first", "«И. П. Петров»"),
        text("name_last", "«Петров И. П.»"), text("full_name", "«Петров Иван Петрович», or what is known"),
        text("position", "position"), text("organization_name", "organization as given, or its short name")}},
      answer_view(),
      {"expert_option_card",
       "Every option of every criterion of a conclusion, chosen or not, to be printed as a form.",
       {key("conclusion", "key"), key("criterion", "key"),
        integer("position", "place of the criterion in the whole tree"), key("option", "key"),
        integer("ordinal", "order"), text("marker", "printed before it, «а)»"), text("text", "the answer"),
        integer("is_other", "1: «др.»"), integer("is_chosen", "1: chosen"),
        text("chosen_text", "what the expert writes to it"), decimal("points", "points that it gives")}},
      {"conclusion_paragraph_card",
       "Paragraphs of a conclusion's summary, risks, resources and recommendations.",
       {key("conclusion", "key"), text("part", "summary, risk, resource or recommendation"),
        text("part_name", "Выводы, Риски, Ресурсы, Рекомендации"),
        integer("ordinal", "order within the part"), text("kind", "heading, paragraph or item"),
        text("label", "printed label, «1)»"), text("text", "text")}},
      {"indicator_list_card",
       "One row for each indicator, with or without values.",
       {key("indicator", "key"), text("code", "code"), text("name", "name"), text("unit", "unit"),
        text("better", "more or less"), text("group", "conditions, results or processes (in SQL: \"group\")"),
        text("group_name", "group in Russian"), text("direction", "key of the direction"),
        text("direction_name", "name of the direction"), text("source", "source of the data"),
        decimal("baseline", "baseline"), date("baseline_on", "date of the baseline"),
        integer("decimals", "digits after the comma"), date("valid_from", "first day"),
        date("valid_until", "last day; empty while valid")}},
      {"indicator_band_card",
       "Bands of indicators. Both bounds are included; where two bands touch, the one with more points takes "
       "the value.",
       {key("indicator", "key"), text("code", "code"), text("indicator_name", "name of the indicator"),
        text("unit", "unit"), integer("ordinal", "order"), text("name", "«высокий»"),
        text("type", "type of the organizations it is for; empty: all that have none of their own"),
        text("type_name", "that type in Russian, plural"), decimal("lower", "least value"),
        decimal("upper", "greatest value"), text("range_text", "in words: «от 50 до 80 %», «не менее 80 %»"),
        decimal("points", "points"), integer("decimals", "digits after the comma"),
        date("valid_from", "first day"), date("valid_until", "last day; empty while valid")}},
  };
}

}  // namespace svodka::database::parts
