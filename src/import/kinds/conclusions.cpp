#include "import/kinds/fields.hpp"

namespace svodka::import {

namespace {

using namespace fields;

Field conclusion() { return required(reference("conclusion", "expert_conclusions", "Which conclusion.")); }

RecordKind criterion_options() {
  return {
      .name = "criterion_options",
      .description = "Answers that a criterion offers, one by one.",
      .mode = Mode::replaced,
      .fields = {key("Key of the option."), required(reference("criterion", "criteria", "Which criterion.")),
                 ordinal("Place in the list."), text("marker", "Printed before it: «а)»."),
                 required(text("text", "The answer.")),
                 boolean("other", "Is «др.»: the expert writes a text to it."),
                 number("points", "Points that it gives.")},
      .identity = {"key"},
      .owner = "criterion",
      .place = {"criterion", "ordinal"}};
}

RecordKind expert_conclusions() {
  return {.name = "expert_conclusions",
          .description =
              "Conclusions of experts on a programme of an organization, by the criteria of a meeting.",
          .fields = {key("Key of the conclusion."),
                     required(reference("organization", "organizations", "Whose programme is reviewed.")),
                     required(text("programme", "Title of the programme.")),
                     required(reference("meeting", "meetings", "The meeting whose criteria are used.")),
                     text("number", "Number, as printed."), date("concluded_on", "Day of the conclusion."),
                     vocabulary("verdict",
                                {"recommended", "recommended_after_changes", "returned", "not_recommended"},
                                "What the experts recommend."),
                     text("verdict_text", "The same in their own words."), boolean("draft", "Is a draft.")},
          .identity = {"key"}};
}

RecordKind conclusion_experts() {
  return {
      .name = "conclusion_experts",
      .description = "Who gives a conclusion.",
      .mode = Mode::replaced,
      .fields = {conclusion(), ordinal("Place in the list."), reference("person", "people", "The expert."),
                 text("name", "Name of an expert who is not listed."),
                 text("position", "Position, when it is not the person's."),
                 text("organization_name", "Organization, when it is not the person's.")},
      .identity = {"conclusion", "ordinal"},
      .owner = "conclusion",
      .exactly_one = {{"person", "name"}}};
}

RecordKind conclusion_choices() {
  return {.name = "conclusion_choices",
          .description = "Options that a conclusion chooses; a criterion without a row is unanswered.",
          .mode = Mode::replaced,
          .fields = {conclusion(), required(reference("option", "criterion_options", "The chosen option.")),
                     text("text", "What the expert writes to it; needed for «др.».")},
          .identity = {"conclusion", "option"},
          .owner = "conclusion"};
}

RecordKind conclusion_remarks() {
  return {.name = "conclusion_remarks",
          .description = "What a conclusion says on a criterion beside the options.",
          .mode = Mode::replaced,
          .fields = {conclusion(), required(reference("criterion", "criteria", "Which criterion.")),
                     text("text", "Remark."),
                     number("points", "Points, when they are not those of the chosen options.")},
          .identity = {"conclusion", "criterion"},
          .owner = "conclusion",
          .at_least_one = {{"text", "points"}}};
}

RecordKind conclusion_paragraphs() {
  return {.name = "conclusion_paragraphs",
          .description = "Summary, risks, resources and recommendations, each an ordered run of paragraphs.",
          .mode = Mode::replaced,
          .fields = {conclusion(),
                     required(vocabulary("part", {"summary", "risk", "resource", "recommendation"},
                                         "Which part of the text.")),
                     ordinal("Place within the part."),
                     required(vocabulary("kind", {"heading", "paragraph", "item"}, "What it is.")),
                     text("label", "Printed number or marker."), required(text("text", "The text."))},
          .identity = {"conclusion", "part", "ordinal"},
          .owner = "conclusion"};
}

}  // namespace

std::vector<RecordKind> conclusion_kinds() {
  return {criterion_options(),  expert_conclusions(), conclusion_experts(),
          conclusion_choices(), conclusion_remarks(), conclusion_paragraphs()};
}

}  // namespace svodka::import
