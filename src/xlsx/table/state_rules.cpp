#include "xlsx/table/state_rules.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "text/russian.hpp"
#include "xlsx/text/hygiene.hpp"

namespace svodka::xlsx {

namespace {

using Match = StateRule::Match;

constexpr std::size_t kMostTexts = 100;  // that a column of states has; beyond, it is something else
constexpr std::size_t kLongestText = 100;

struct Look {
  std::string text;
  std::string state;
};

bool has_states(const document::Table& table, std::size_t column) {
  for (std::size_t row = 0; row < table.rows.rows(); ++row) {
    if (table.rows.kind(row) == document::RowKind::body && !table.rows.cell(row, column).state.empty())
      return true;
  }
  return false;
}

// The different cells of a column; nothing when there is no rule to be found.
std::vector<Look> looks_of(const document::Table& table, std::size_t column) {
  std::set<std::pair<const char*, const char*>> places;  // equal texts mostly share one
  std::vector<Look> looks;
  for (std::size_t row = 0; row < table.rows.rows(); ++row) {
    if (table.rows.kind(row) != document::RowKind::body) continue;
    const auto cell = table.rows.cell(row, column);
    const bool text = cell.type == text::ValueType::text;
    if (!text && !cell.state.empty()) return {};
    if (!text || !places.emplace(cell.text.data(), cell.state.data()).second) continue;
    if (looks.size() == kMostTexts) return {};
    looks.push_back({std::string(cell.text), std::string(cell.state)});
  }
  return looks;
}

bool matches(const std::string& text, Match match, const std::string& wanted) {
  if (match == Match::equals) return text == wanted;
  return match == Match::begins ? text.starts_with(wanted) : text.find(wanted) != std::string::npos;
}

bool can_be_asked_for(const std::string& text) {
  if (text.empty() || text.size() > kLongestText) return false;
  std::string buffer;
  Findings findings;
  return text.find_first_of("\"\n") == std::string::npos && cell_text(text, buffer, findings) == text;
}

bool tells_apart(const std::vector<Look>& looks, const StateRule& rule) {
  return can_be_asked_for(rule.text) && std::all_of(looks.begin(), looks.end(), [&](const Look& look) {
           return matches(look.text, rule.match, rule.text) == (look.state == rule.state);
         });
}

// The simplest rule; one without a text when there is none.
StateRule rule_of(const std::vector<Look>& looks, const std::string& state) {
  const auto sample =
      std::find_if(looks.begin(), looks.end(), [&](const Look& l) { return l.state == state; });
  StateRule rule{state, Match::equals, sample->text};
  if (tells_apart(looks, rule)) return rule;
  const auto& text = sample->text;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    rule.text = text.substr(begin, end - begin);
    rule.match = begin == 0 ? Match::begins : Match::contains;
    if (tells_apart(looks, rule)) return rule;
    begin = end + 1;
  }
  return {state, Match::equals, {}};
}

}  // namespace

std::vector<StateRule> state_rules(const document::Table& table, std::size_t column,
                                   const document::Theme& theme) {
  if (!has_states(table, column)) return {};  // as most columns
  auto looks = looks_of(table, column);
  std::set<std::string> states;
  for (const auto& look : looks) {
    if (theme.states.find(look.state) != theme.states.end()) states.insert(look.state);
  }
  if (states.empty()) return {};
  for (auto& look : looks) look.text = text::lower(look.text);  // Excel's rules know no capitals
  std::vector<StateRule> rules;
  for (const auto& state : states) {
    rules.push_back(rule_of(looks, state));
    if (rules.back().text.empty()) return {};
  }
  return rules;
}

}  // namespace svodka::xlsx
