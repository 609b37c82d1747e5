#include "xlsx/table/writer.hpp"

namespace svodka::xlsx {

// Only where people sort and change cells; a document keeps the looks it was printed with.
void TableWriter::find_state_rules() {
  if (!table_.filter) return;
  for (std::size_t column = 0; column < table_.columns.size(); ++column) {
    state_rules_.push_back(state_rules(table_, column, book_.theme));
  }
}

void TableWriter::write_state_rules() {
  if (body_rows_.empty()) return;
  const std::pair rows(body_rows_.front().first, body_rows_.back().second);
  for (std::size_t column = 0; column < state_rules_.size(); ++column) {
    for (const auto& rule : state_rules_[column]) {
      sheets_.current().state({{rows}, spans_[column]}, rule,
                              book_.formats.state(book_.theme.states.find(rule.state)->second));
    }
  }
}

bool TableWriter::state_follows_text(std::size_t column) const {
  return column < state_rules_.size() && !state_rules_[column].empty();
}

}  // namespace svodka::xlsx
