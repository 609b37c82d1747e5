#include "import/kinds/fields.hpp"

namespace svodka::import {

namespace {

using namespace fields;

RecordKind territories() {
  return {.name = "territories",
          .description = "Municipalities and regions.",
          .fields = {key("Key of the territory."), required(text("name", "Name in the nominative.")),
                     text("name_genitive", "Name in the genitive, for headings."),
                     required(vocabulary("kind", {"municipality", "region"}, "What kind of territory.")),
                     reference("parent", "territories", "The territory it lies in.")},
          .identity = {"key"}};
}

RecordKind calendar_days() {
  return {
      .name = "calendar_days",
      .description =
          "The production calendar. Saturdays and Sundays are non-working unless they are listed as working.",
      .fields = {required(date("date", "The day.")),
                 required(vocabulary("kind", {"holiday", "working"}, "Non-working or working.")),
                 text("name", "Name of the holiday, or why the day is moved.")},
      .identity = {"date"}};
}

RecordKind settings() {
  return {.name = "settings",
          .description =
              "How deadlines are counted, when reports are in time and how many of those present a protocol "
              "names.",
          .fields =
              {required(vocabulary("key",
                                   {"due_soon_days", "deadline_on_non_working_day", "deadline_inclusive",
                                    "present_by_name_limit", "submission_days"},
                                   "Which setting.")),
               required(text(
                   "value",
                   "due_soon_days: days before the deadline (10); deadline_on_non_working_day: "
                   "previous, next or same (previous); deadline_inclusive: 1 when «до» includes the "
                   "day, else 0 (1); present_by_name_limit: most people named in a protocol (15); "
                   "submission_days: days after the end of a month in which reports on it are still in time "
                   "(5); the last of them moves from a non-working day to the next working day."))},
          .identity = {"key"}};
}

RecordKind tags() {
  return {.name = "tags",
          .description = "Marks that organizations bear for a time: a federal project, low results.",
          .fields = {key("Key of the tag."), required(text("name", "Name of the tag."))},
          .identity = {"key"}};
}

RecordKind organizations() {
  return {.name = "organizations",
          .description = "Schools, kindergartens, offices, universities.",
          .fields = {key("Key of the organization."), required(text("full_name", "Full official name.")),
                     required(text("short_name", "Short official name, for tables.")),
                     text("bare_name", "Name as texts use it: «Гимназия»."),
                     text("name_genitive", "Name in the genitive."),
                     required(vocabulary("type", organization_types(), "Type of the organization.")),
                     reference("parent", "organizations", "The organization it is subordinate to."),
                     reference("territory", "territories", "Where it is."),
                     at_least(integer("ordinal", "Place in lists."), 0), text("address", "Postal address."),
                     text("phone", "Telephone.")},
          .identity = {"key"}};
}

RecordKind organization_tags() {
  return {.name = "organization_tags",
          .description = "Which organization bears which tag, and when.",
          .fields = {required(reference("organization", "organizations", "Who bears the tag.")),
                     required(reference("tag", "tags", "Which tag.")), required(date("since", "First day.")),
                     date("until", "Last day; left out while the tag lasts.")},
          .identity = {"organization", "tag", "since"},
          .ordered = {{"since", "until"}}};
}

RecordKind partner_pairs() {
  return {.name = "partner_pairs",
          .description = "A school and its partner, directed and dated.",
          .fields = {required(reference("organization", "organizations", "Who is supported.")),
                     required(reference("partner", "organizations", "Who supports.")),
                     required(date("since", "First day.")),
                     date("until", "Last day; left out while the pair lasts."),
                     text("note", "What the partnership is about."),
                     at_least(integer("ordinal", "Place in the list."), 0)},
          .identity = {"organization", "partner", "since"},
          .ordered = {{"since", "until"}},
          .distinct = {{"organization", "partner"}}};
}

RecordKind people() {
  return {
      .name = "people",
      .description = "People. Names are not inflected by the program: give the cases that texts need.",
      .fields = {key("Key of the person."), required(text("surname", "Surname in the nominative.")),
                 text("given_name", "Given name."), text("patronymic", "Patronymic."),
                 text("initials", "Initials when the names are not known: «И. П.»."),
                 text("position", "Position in the nominative."),
                 text("position_genitive", "Position in the genitive."),
                 text("position_dative", "Position in the dative."),
                 text("surname_genitive", "Surname in the genitive."),
                 text("surname_dative", "Surname in the dative."),
                 reference("organization", "organizations", "Where the person works."),
                 boolean("head", "Is the head of the organization."), boolean("acting", "Acting («и. о.»)."),
                 text("contact", "Telephone or mail, for registration sheets.")},
      .identity = {"key"},
      .at_most_one = {{"given_name", "initials"}},
      .conditions = {{"patronymic", {}, "given_name"}}};
}

}  // namespace

std::vector<RecordKind> district_kinds() {
  return {territories(),   calendar_days(),     settings(),      tags(),
          organizations(), organization_tags(), partner_pairs(), people()};
}

std::vector<std::string_view> organization_types() {
  return {"school",           "basic_school",   "lyceum",
          "gymnasium",        "kindergarten",   "methodical_centre",
          "institute",        "university",     "methodical_association",
          "education_office", "administration", "other"};
}

}  // namespace svodka::import
