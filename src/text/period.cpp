#include <fmt/format.h>

#include <array>
#include <cassert>

#include "text/date.hpp"
#include "text/unicode/digits.hpp"

namespace svodka::text {

namespace {

std::optional<Period> between(Period::Kind kind, std::optional<Date> first, std::optional<Date> last) {
  if (!first || !last) return std::nullopt;
  return Period{kind, *first, *last};
}

// `count` whole months from the first of `month`.
std::optional<Period> months(Period::Kind kind, int year, int month, int count) {
  const auto first = Date::from_parts(year, month, 1);
  const int last_month = month + count - 1;
  const auto last_first = Date::from_parts(year, last_month, 1);
  if (!first || !last_first) return std::nullopt;
  const auto days_in_month = std::chrono::year{year} / static_cast<int>(last_month) / std::chrono::last;
  const auto last =
      Date::from_parts(year, last_month, static_cast<int>(static_cast<unsigned>(days_in_month.day())));
  return between(kind, first, last);
}

std::optional<Period> whole_years(int first, int last) {
  if (last < first) return std::nullopt;
  return between(Period::Kind::years, Date::from_parts(first, 1, 1), Date::from_parts(last, 12, 31));
}

std::optional<Period> academic_year(int first, int last) {
  if (last != first + 1) return std::nullopt;
  return between(Period::Kind::academic_year, Date::from_parts(first, 9, 1), Date::from_parts(last, 8, 31));
}

std::string_view roman_quarter(int month) {
  constexpr std::array<std::string_view, 4> numerals{"I", "II", "III", "IV"};
  return numerals[static_cast<std::size_t>((month - 1) / 3)];
}

}  // namespace

std::optional<Period> Period::parse(std::string_view text) {
  if (const auto day = Date::parse(text)) return Period{Kind::day, *day, *day};
  const auto year = digits(text.substr(0, 4));
  if (!year || text.size() < 4) return std::nullopt;
  const auto rest = text.substr(4);
  if (rest.empty()) return months(Kind::year, *year, 1, 12);
  if (rest.size() == 3 && rest[0] == '-' && rest[1] == 'Q') {
    const auto quarter = digits(rest.substr(2));
    return quarter && *quarter >= 1 && *quarter <= 4 ? months(Kind::quarter, *year, *quarter * 3 - 2, 3)
                                                     : std::nullopt;
  }
  if (rest.size() == 3 && rest[0] == '-') {
    const auto month = digits(rest.substr(1));
    return month ? months(Kind::month, *year, *month, 1) : std::nullopt;
  }
  const auto last_year = digits(rest.substr(rest.size() < 4 ? 0 : rest.size() - 4));
  if (!last_year) return std::nullopt;
  if (rest.size() == 5 && rest[0] == '-') return academic_year(*year, *last_year);
  if (rest.size() == 6 && rest.starts_with("..")) return whole_years(*year, *last_year);
  return std::nullopt;
}

std::string Period::russian() const {
  switch (kind) {
    case Kind::day:
      return first.long_russian();
    case Kind::month:
      return first.month_russian();
    case Kind::quarter:
      return fmt::format("{} квартал {} г.", roman_quarter(first.month()), first.year());
    case Kind::year:
      return fmt::format("{} год", first.year());
    case Kind::academic_year:
      return fmt::format("{}/{} учебный год", first.year(), last.year());
    case Kind::years:
      return fmt::format("{}–{} годы", first.year(), last.year());
  }
  assert(false);
  return {};
}

// The accusative of every form above is its nominative, but for the day, which is a genitive already.
std::string Period::russian_for() const { return russian(); }

}  // namespace svodka::text
