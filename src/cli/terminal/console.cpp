#include "cli/terminal/console.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "base/utf8.hpp"

namespace svodka::cli {

void Console::print(const std::string& text) const { environment_.out << text; }

void Console::message(const std::string& text) const { environment_.error << "svodka: " << text << "\n"; }

void Console::diagnostics(const base::Diagnostics& diagnostics) const {
  environment_.error << base::render(diagnostics, environment_.colour);
}

void Console::table(const std::vector<std::string>& columns,
                    const std::vector<std::vector<std::string>>& rows) const {
  std::vector<std::size_t> widths;
  for (const auto& column : columns) widths.push_back(base::count_code_points(column));
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], base::count_code_points(row[i]));
  }
  const auto line = [&](const std::vector<std::string>& cells) {
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      text += cells[i];
      if (i + 1 < cells.size()) text.append(widths[i] - base::count_code_points(cells[i]) + 2, ' ');
    }
    print(text + "\n");
  };
  line(columns);
  for (const auto& row : rows) line(row);
}

std::string size_text(std::size_t bytes) {
  return fmt::format("{} KB", std::max<std::size_t>(1, (bytes + 500) / 1000));
}

}  // namespace svodka::cli
