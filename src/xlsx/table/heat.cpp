#include "document/colours.hpp"
#include "xlsx/table/writer.hpp"

namespace svodka::xlsx {

using document::Heat;
using document::RowKind;

void TableWriter::add_to_heat(RowKind kind, std::uint32_t first, std::uint32_t last) {
  if (kind != RowKind::body) return;
  if (!body_rows_.empty() && body_rows_.back().second + 1 == first) {
    body_rows_.back().second = last;
  } else {
    body_rows_.emplace_back(first, last);
  }
}

// Neighbouring columns of the same heat share a rule.
void TableWriter::write_heat() {
  if (body_rows_.empty()) return;
  for (std::size_t first = 0; first < table_.columns.size();) {
    const auto heat = table_.columns[first].heat;
    auto last = first + 1;
    while (last < table_.columns.size() && table_.columns[last].heat == heat) ++last;
    if (heat != Heat::none) {
      const auto& look = book_.theme.heat;
      const bool more = heat == Heat::more_is_better;
      HeatScale scale{more ? look.worst : look.best, look.middle, more ? look.best : look.worst,
                      table_.heat_low, table_.heat_high};
      if (scale.least >= scale.greatest) --scale.least, ++scale.greatest;  // equal figures are in the middle
      sheets_.current().heat({body_rows_, {spans_[first].first, spans_[last - 1].last}}, scale);
    }
    first = last;
  }
}

}  // namespace svodka::xlsx
