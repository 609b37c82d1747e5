#include "import/check/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/suggest.hpp"
#include "import/codes.hpp"

namespace svodka::import {

namespace {

void check_reference(const ImportSet& set, const Record& record, const Field& field, Keys& keys,
                     Mistakes& mistakes) {
  const auto& cell = record[field.name];
  if (!cell.given()) return;
  const auto& target = *find_kind(field.target);
  const auto& key = cell.text();
  if (keys.find(target, key)) return;
  if (keys.is_leaving(target, key)) {
    mistakes.at(set, record, field.name, codes::unknown_reference,
                fmt::format("'{}' is left out of '{}' by these files", key, target.name));
    return;
  }
  mistakes.at(set, record, field.name, codes::unknown_reference,
              fmt::format("'{}' has no record '{}'", target.name, key),
              base::did_you_mean(key, keys.all(target)));
}

std::string shown(const text::Value& value) {
  if (text::is_empty(value)) return {};
  if (const auto* date = std::get_if<text::Date>(&value)) return date->iso();
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return fmt::format("{}", *integer);
  return std::get<std::string>(value);
}

// The values of the fields, as one text that tells records apart; U+001F stands in no text.
std::string joined(const Record& record, const std::vector<std::string_view>& fields) {
  std::string out;
  for (const auto field : fields) {
    out += shown(record[field].value);
    out += '\x1F';
  }
  return out;
}

bool complete(const Record& record) {
  return std::all_of(record.kind->fields.begin(), record.kind->fields.end(),
                     [&](const Field& field) { return !field.required || record[field.name].given(); });
}

void check_same(const ImportSet& set, const RecordKind& kind, const std::vector<std::string_view>& fields,
                Mistakes& mistakes) {
  std::unordered_map<std::string, const Record*> seen;
  for (const auto& record : set.of(kind)) {
    if (!complete(record)) continue;
    const auto [found, is_new] = seen.emplace(joined(record, fields), &record);
    if (is_new) continue;
    std::vector<std::string> said;
    for (const auto field : fields) {
      if (record[field].given()) said.push_back(fmt::format("{} '{}'", field, shown(record[field].value)));
    }
    mistakes.at(
        set, record, codes::duplicate_record,
        fmt::format("{} is already taken at {}", fmt::join(said, ", "), place_of(set, *found->second)));
  }
}

// Follows parents upwards from each record of the set; a chain that meets itself is told of once.
void check_cycles(const ImportSet& set, const RecordKind& kind, Keys& keys, Mistakes& mistakes) {
  std::unordered_set<std::string> done;
  for (const auto& record : set.of(kind)) {
    if (!record["key"].given()) continue;
    std::vector<std::string> chain;
    std::unordered_map<std::string, std::size_t> place;
    for (auto key = record["key"].text(); !key.empty() && !done.contains(key);
         key = keys.reference(kind, key, "parent")) {
      const auto [found, is_new] = place.emplace(key, chain.size());
      if (is_new) {
        chain.push_back(key);
        continue;
      }
      std::vector<std::string> circle(chain.begin() + static_cast<std::ptrdiff_t>(found->second),
                                      chain.end());
      const auto in_set = std::find_if(circle.begin(), circle.end(),
                                       [&](const auto& k) { return keys.in_set(kind, k) != nullptr; });
      std::rotate(circle.begin(), in_set, circle.end());
      circle.push_back(circle.front());
      mistakes.at(set, *keys.in_set(kind, circle.front()), "parent", codes::cycle,
                  fmt::format("a cycle of parents: {}", fmt::join(circle, " → ")));
      break;
    }
    done.insert(chain.begin(), chain.end());
  }
}

void check_parents(const ImportSet& set, const RecordKind& kind, Keys& keys, Mistakes& mistakes) {
  for (const auto& record : set.of(kind)) {
    const auto& parent = record["parent"];
    const auto& owner = record[kind.owner];
    if (!parent.given() || !owner.given() || !keys.find(kind, parent.text())) continue;
    const auto other = keys.reference(kind, parent.text(), kind.owner);
    if (other.empty() || other == owner.text()) continue;
    mistakes.at(
        set, record, "parent", codes::foreign_parent,
        fmt::format("'{}' belongs to the {} '{}', not '{}'", parent.text(), kind.owner, other, owner.text()));
  }
}

// A key names one record for ever: the same key in another list would steal it, with its history.
void check_owners(const ImportSet& set, const RecordKind& kind, Keys& keys, Mistakes& mistakes) {
  for (const auto& record : set.of(kind)) {
    if (!record["key"].given() || !record[kind.owner].given()) continue;
    const auto& key = record["key"].text();
    if (!keys.is_stored(kind, key)) continue;
    const auto owner = keys.stored_reference(kind, key, kind.owner);
    if (owner == record[kind.owner].text()) continue;
    mistakes.at(set, record, "key", codes::foreign_parent,
                fmt::format("'{}' already belongs to the {} '{}'", key, kind.owner, owner),
                fmt::format("keys of '{}' are unique over all of them: choose another", kind.name));
  }
}

void check_choices(const ImportSet& set, Keys& keys, Mistakes& mistakes) {
  const auto& criteria = *find_kind("criteria");
  const auto& conclusions = *find_kind("expert_conclusions");
  const auto check = [&](const Record& record, std::string_view field, const std::string& criterion) {
    const auto used = keys.reference(conclusions, record["conclusion"].text(), "meeting");
    const auto owner = keys.reference(criteria, criterion, "meeting");
    if (used.empty() || owner.empty() || used == owner) return;
    mistakes.at(set, record, field, codes::foreign_parent,
                fmt::format("'{}' belongs to the meeting '{}', not '{}'", record[field].text(), owner, used));
  };
  for (const auto& choice : set.of("conclusion_choices")) {
    if (!complete(choice)) continue;
    check(choice, "option",
          keys.reference(*find_kind("criterion_options"), choice["option"].text(), "criterion"));
  }
  for (const auto& remark : set.of("conclusion_remarks")) {
    if (complete(remark)) check(remark, "criterion", remark["criterion"].text());
  }
}

void check_agenda(const ImportSet& set, Keys& keys, Mistakes& mistakes) {
  const auto& agenda_items = *find_kind("agenda_items");
  const auto& resolutions = *find_kind("resolutions");
  for (const auto& item : set.of("items")) {
    if (!item["agenda_item"].given() || !item["resolution"].given()) continue;
    const auto& agenda_item = item["agenda_item"].text();
    const auto heard_at = keys.reference(agenda_items, agenda_item, "meeting");
    const auto resolved_at = keys.reference(resolutions, item["resolution"].text(), "meeting");
    if (heard_at.empty() || resolved_at.empty() || heard_at == resolved_at) continue;
    mistakes.at(
        set, item, "agenda_item", codes::foreign_parent,
        fmt::format("'{}' belongs to the meeting '{}', not '{}'", agenda_item, heard_at, resolved_at));
  }
}

}  // namespace

void check_references(const ImportSet& set, Keys& keys, Mistakes& mistakes) {
  for (const auto& kind : record_kinds()) {
    for (const auto& record : set.of(kind)) {
      for (const auto& field : kind.fields) {
        if (field.type == FieldType::reference) check_reference(set, record, field, keys, mistakes);
      }
    }
  }
}

void check_duplicates(const ImportSet& set, Mistakes& mistakes) {
  for (const auto& kind : record_kinds()) {
    if (!kind.has_key()) check_same(set, kind, kind.identity, mistakes);
    if (!kind.place.empty()) check_same(set, kind, kind.place, mistakes);
  }
}

void check_trees(const ImportSet& set, Keys& keys, Mistakes& mistakes) {
  for (const auto& kind : record_kinds()) {
    const bool is_tree = kind.find("parent").has_value();
    if (is_tree) check_cycles(set, kind, keys, mistakes);
    if (kind.owner.empty() || !kind.has_key()) continue;
    if (is_tree) check_parents(set, kind, keys, mistakes);
    check_owners(set, kind, keys, mistakes);
  }
  check_choices(set, keys, mistakes);
  check_agenda(set, keys, mistakes);
}

}  // namespace svodka::import
