#include "import/kinds/fields.hpp"

namespace svodka::import {

namespace {

using namespace fields;

RecordKind meetings() {
  return {
      .name = "meetings",
      .description = "Meetings of every kind; a round table may be a part of a conference.",
      .fields = {key("Key of the meeting."),
                 required(vocabulary("kind",
                                     {"conference_meeting", "plenary", "conference", "round_table", "forum",
                                      "pedagogical_council", "methodical_council", "governing_council",
                                      "joint_council", "collegium", "other"},
                                     "Kind of the meeting; conference_meeting is «совещание».")),
                 text("title_genitive", "What stands under ПРОТОКОЛ instead of the kind, in the genitive."),
                 text("number", "Number, as printed."),
                 date("held_on", "Day of the meeting."),
                 between(integer("year", "Year, when only the year is known."), 1900, 2999),
                 time("starts_at", "When it starts."),
                 time("ends_at", "When it ends."),
                 required(vocabulary("format", {"in_person", "remote", "mixed"}, "How people take part.")),
                 text("link", "Address of the remote meeting."),
                 text("place", "Where it is held."),
                 text("theme", "Theme."),
                 reference("parent", "meetings", "The event it is a part of."),
                 reference("territory", "territories", "Where it is held, as a territory."),
                 text("goal", "Goal."),
                 text("thesis", "Working thesis."),
                 text("thesis_source", "Source that the thesis cites."),
                 text("participant_categories", "Who took part, in words."),
                 text("approval", "Text of the approval statement."),
                 reference("reviews", "resolutions", "An earlier resolution that the meeting reviews."),
                 at_least(integer("stated_count", "Number of people as stated; may differ from the list."),
                          0),
                 at_least(integer("quorum", "Quorum."), 0),
                 at_least(integer("voting_members", "Number of voting members."), 0),
                 boolean("draft", "Is a draft.")},
      .identity = {"key"},
      .at_most_one = {{"held_on", "year"}},
      .ordered = {{"starts_at", "ends_at"}}};
}

RecordKind meeting_bodies() {
  return {
      .name = "meeting_bodies",
      .description = "Bodies that convene the meeting, as printed at the top.",
      .mode = Mode::replaced,
      .fields = {required(reference("meeting", "meetings", "Which meeting.")), ordinal("Place in the list."),
                 reference("organization", "organizations", "The body as an organization."),
                 required(text("name", "Name as printed at the top."))},
      .identity = {"meeting", "ordinal"},
      .owner = "meeting"};
}

RecordKind meeting_paragraphs() {
  return {
      .name = "meeting_paragraphs",
      .description = "Parts of a meeting's text, each an ordered run of paragraphs, headings, items, images.",
      .mode = Mode::replaced,
      .fields = {required(reference("meeting", "meetings", "Which meeting.")),
                 required(vocabulary(
                     "part", {"preamble", "task", "expected_result", "problem", "plan", "thesis", "goal"},
                     "Which part of the text.")),
                 ordinal("Place within the part."),
                 required(vocabulary("kind", {"heading", "paragraph", "item", "image"}, "What it is.")),
                 text("label", "Printed number or marker."),
                 required(text(
                     "text",
                     "The text; for an image the name of its file, which lies beside the import file."))},
      .identity = {"meeting", "part", "ordinal"},
      .owner = "meeting"};
}

RecordKind meeting_appendices() {
  return {.name = "meeting_appendices",
          .description = "Appendices of a meeting.",
          .mode = Mode::replaced,
          .fields = {required(reference("meeting", "meetings", "Which meeting.")),
                     ordinal("Place in the list."), required(text("title", "Title.")),
                     required(vocabulary("content", {"attendance", "partner_pairs", "criteria", "text"},
                                         "What the appendix shows.")),
                     text("text", "The text of a text appendix.")},
          .identity = {"meeting", "ordinal"},
          .owner = "meeting",
          .conditions = {{"content", {"text"}, "text"}}};
}

RecordKind attendance() {
  return {
      .name = "attendance",
      .description =
          "Who was there, in which role. One person may stand in several rows with different roles.",
      .mode = Mode::replaced,
      .fields =
          {required(reference("meeting", "meetings", "Which meeting.")), ordinal("Place in the list."),
           reference("person", "people", "The person."), text("name", "Name of a guest who is not listed."),
           text("position", "Position, when it is not the person's."),
           reference("organization", "organizations", "The organization represented."),
           text("organization_name", "Name of an organization that is not listed."),
           required(vocabulary("role", {"chair", "secretary", "member", "speaker", "invited", "observer"},
                               "Role at the meeting.")),
           required(vocabulary("state", {"present", "absent", "excused", "late", "left_early", "remote"},
                               "Whether the person was there.")),
           text("reason", "Why the person was excused, was late or left."),
           reference("deputised_by", "people", "Who came instead."), boolean("voting", "Has a vote.")},
      .identity = {"meeting", "ordinal"},
      .owner = "meeting",
      .exactly_one = {{"person", "name"}},
      .at_most_one = {{"organization", "organization_name"}}};
}

RecordKind agenda_items() {
  return {
      .name = "agenda_items",
      .description = "The agenda, a tree.",
      .mode = Mode::replaced,
      .fields = {key("Key of the agenda item."), required(reference("meeting", "meetings", "Which meeting.")),
                 reference("parent", "agenda_items", "The agenda item it belongs under."),
                 ordinal("Place among its siblings."), text("number", "Number, as printed."),
                 required(text("title", "Title.")),
                 required(vocabulary(
                     "kind",
                     {"report", "practice", "interactive", "accent_lecture", "review", "off_agenda", "other"},
                     "What it is.")),
                 at_least(integer("time_limit", "Minutes."), 1), text("heard", "Text of СЛУШАЛИ."),
                 text("decision_word", "Word before the decision: «РЕШИЛИ», «ПОСТАНОВИЛИ»."),
                 at_least(integer("votes_for", "Votes for."), 0),
                 at_least(integer("votes_against", "Votes against."), 0),
                 at_least(integer("votes_abstained", "Abstentions."), 0),
                 reference("reviews", "resolutions", "An earlier resolution that is reviewed.")},
      .identity = {"key"},
      .owner = "meeting",
      .place = {"meeting", "parent", "ordinal"}};
}

std::vector<Field> speaker_fields() {
  return {required(reference("agenda_item", "agenda_items", "Which agenda item.")),
          ordinal("Place in the list."),
          reference("person", "people", "The person."),
          text("name", "Name of a speaker who is not listed."),
          text("position", "Position, when it is not the person's."),
          text("organization_name", "Organization, when it is not the person's.")};
}

RecordKind agenda_speakers() {
  return {.name = "agenda_speakers",
          .description = "Who speaks on an agenda item.",
          .mode = Mode::replaced,
          .fields = speaker_fields(),
          .identity = {"agenda_item", "ordinal"},
          .owner = "agenda_item",
          .exactly_one = {{"person", "name"}}};
}

RecordKind speeches() {
  RecordKind kind{.name = "speeches",
                  .description = "What people said (ВЫСТУПИЛИ).",
                  .mode = Mode::replaced,
                  .fields = speaker_fields(),
                  .identity = {"agenda_item", "ordinal"},
                  .owner = "agenda_item",
                  .at_most_one = {{"person", "name"}}};
  kind.fields.push_back(required(text("text", "What was said.")));
  return kind;
}

RecordKind criteria() {
  return {
      .name = "criteria",
      .description = "Expert criteria of an appendix; groups own criteria.",
      .mode = Mode::replaced,
      .fields = {key("Key of the criterion."), required(reference("meeting", "meetings", "Which meeting.")),
                 reference("parent", "criteria", "The group it belongs to."),
                 ordinal("Place among its siblings."), text("number", "Number, as printed."),
                 required(text("text", "The text.")),
                 text("options", "Answers to choose from: «да; нет; частично».")},
      .identity = {"key"},
      .owner = "meeting",
      .place = {"meeting", "parent", "ordinal"}};
}

}  // namespace

std::vector<RecordKind> meeting_kinds() {
  return {meetings(),           meeting_bodies(), meeting_paragraphs(),
          meeting_appendices(), attendance(),     agenda_items(),
          agenda_speakers(),    speeches(),       criteria()};
}

}  // namespace svodka::import
