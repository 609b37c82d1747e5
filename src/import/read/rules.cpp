#include "import/read/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "import/codes.hpp"
#include "import/read/values.hpp"

namespace svodka::import {

namespace {

using Names = std::vector<std::string_view>;

Names given_of(const Record& record, const Names& fields) {
  Names given;
  for (const auto field : fields) {
    if (record[field].given()) given.push_back(field);
  }
  return given;
}

std::string quoted(const Names& names, std::string_view last) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? fmt::format(" {} ", last) : ", ";
    out += fmt::format("'{}'", names[i]);
  }
  return out;
}

void check_choices(const ImportSet& set, const Record& record, Mistakes& mistakes) {
  const auto refuse_several = [&](const Names& fields) {
    const auto given = given_of(record, fields);
    if (given.size() < 2) return;
    mistakes.at(set, record, given[1], codes::field_conflict,
                fmt::format("{} exclude each other", quoted(given, "and")));
  };
  for (const auto& fields : record.kind->at_most_one) refuse_several(fields);
  const auto need_one = [&](const Names& fields) {
    if (!given_of(record, fields).empty()) return;
    mistakes.at(set, record, codes::field_needed, fmt::format("either {} is needed", quoted(fields, "or")));
  };
  for (const auto& fields : record.kind->exactly_one) {
    refuse_several(fields);
    need_one(fields);
  }
  for (const auto& fields : record.kind->at_least_one) need_one(fields);
}

bool holds(const Condition& condition, const Cell& cell) {
  if (!cell.given()) return false;
  return condition.words.empty() ||
         std::find(condition.words.begin(), condition.words.end(), cell.text()) != condition.words.end();
}

void check_conditions(const ImportSet& set, const Record& record, Mistakes& mistakes) {
  for (const auto& condition : record.kind->conditions) {
    const auto& cell = record[condition.field];
    const bool needed = holds(condition, cell);
    const bool given = record[condition.needed].given();
    if (needed && !given) {
      const auto why = condition.words.empty() ? fmt::format("'{}' is given", condition.field)
                                               : fmt::format("'{}' is '{}'", condition.field, cell.text());
      mistakes.at(set, record, condition.field, codes::field_needed,
                  fmt::format("'{}' is needed when {}", condition.needed, why));
    } else if (condition.only && given && !needed) {
      mistakes.at(set, record, condition.needed, codes::field_conflict,
                  fmt::format("'{}' stands only where '{}' is '{}'", condition.needed, condition.field,
                              enumeration(condition.words)));
    }
  }
}

std::string shown(const text::Value& value) {
  if (const auto* date = std::get_if<text::Date>(&value)) return date->iso();
  return std::get<std::string>(value);
}

void check_order(const ImportSet& set, const Record& record, Mistakes& mistakes) {
  for (const auto& [first, second] : record.kind->ordered) {
    if (!record[first].given() || !record[second].given()) continue;
    if (record[first].value <= record[second].value) continue;
    mistakes.at(set, record, second, codes::wrong_order,
                fmt::format("'{}' {} is before '{}' {}", second, shown(record[second].value), first,
                            shown(record[first].value)));
  }
}

void check_distinct(const ImportSet& set, const Record& record, Mistakes& mistakes) {
  for (const auto& [first, second] : record.kind->distinct) {
    if (record[first].value != record[second].value) continue;
    mistakes.at(set, record, second, codes::self_reference,
                fmt::format("'{}' and '{}' are the same '{}'", first, second, record[second].text()));
  }
}

// 29 February is a day: in other years it is the last of February.
void check_item_date(const ImportSet& set, const Record& record, Mistakes& mistakes) {
  constexpr int leap_year = 2000;
  const auto month = std::get<std::int64_t>(record["month"].value);
  const auto day = std::get<std::int64_t>(record["day"].value);
  if (text::Date::from_parts(leap_year, static_cast<int>(month), static_cast<int>(day))) return;
  mistakes.at(set, record, "day", codes::bad_date, fmt::format("month {} has no day {}", month, day));
}

void check_band(const ImportSet& set, const Record& record, Mistakes& mistakes) {
  const auto* lower = std::get_if<double>(&record["lower"].value);
  const auto* upper = std::get_if<double>(&record["upper"].value);
  if (lower == nullptr || upper == nullptr || *lower <= *upper) return;
  mistakes.at(set, record, "upper", codes::out_of_range,
              fmt::format("'upper' {} is less than 'lower' {}", *upper, *lower));
}

void check_setting(const ImportSet& set, const Record& record, Mistakes& mistakes) {
  const auto& key = record["key"].text();
  const auto& value = record["value"].text();
  const auto is = [&](const std::vector<std::string_view>& words) {
    if (std::find(words.begin(), words.end(), value) != words.end()) return;
    mistakes.at(set, record, "value", codes::bad_setting,
                fmt::format("'{}' is not a value of '{}': expected {}", value, key, enumeration(words)));
  };
  if (key == "deadline_on_non_working_day") return is({"previous", "next", "same"});
  if (key == "deadline_inclusive") return is({"1", "0"});
  const bool digits = std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (digits && value.size() <= 4) return;
  mistakes.at(set, record, "value", codes::bad_setting,
              fmt::format("'{}' is not a value of '{}': expected a number of up to 4 digits", value, key));
}

}  // namespace

void check_record(const ImportSet& set, const Record& record, Mistakes& mistakes) {
  check_choices(set, record, mistakes);
  check_conditions(set, record, mistakes);
  check_order(set, record, mistakes);
  check_distinct(set, record, mistakes);
  if (record.kind->name == "item_dates") check_item_date(set, record, mistakes);
  if (record.kind->name == "indicator_bands") check_band(set, record, mistakes);
  if (record.kind->name == "settings") check_setting(set, record, mistakes);
}

}  // namespace svodka::import
