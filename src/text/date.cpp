#include "text/date.hpp"

#include <fmt/format.h>

#include <array>
#include <cassert>
#include <ctime>

#include "text/unicode/digits.hpp"

namespace svodka::text {

namespace {

constexpr std::array<std::string_view, 12> kGenitive{"января",   "февраля", "марта",  "апреля",
                                                     "мая",      "июня",    "июля",   "августа",
                                                     "сентября", "октября", "ноября", "декабря"};
constexpr std::array<std::string_view, 12> kNominative{"январь",   "февраль", "март",   "апрель",
                                                       "май",      "июнь",    "июль",   "август",
                                                       "сентябрь", "октябрь", "ноябрь", "декабрь"};

std::chrono::year_month_day civil(int days) { return std::chrono::sys_days{std::chrono::days{days}}; }

}  // namespace

std::optional<Date> Date::from_parts(int year, int month, int day) {
  using namespace std::chrono;
  if (year < 1900 || year > 2999 || month < 1 || day < 1) return std::nullopt;
  const year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                            std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return from_days(static_cast<int>(sys_days{date}.time_since_epoch().count()));
}

std::optional<Date> Date::parse(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto year = digits(iso.substr(0, 4));
  const auto month = digits(iso.substr(5, 2));
  const auto day = digits(iso.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return from_parts(*year, *month, *day);
}

Date Date::from_days(int days_since_1970) {
  Date date;
  date.days_ = days_since_1970;
  assert(date.year() >= 1900 && date.year() <= 2999);
  return date;
}

int Date::year() const { return static_cast<int>(civil(days_).year()); }
int Date::month() const { return static_cast<int>(static_cast<unsigned>(civil(days_).month())); }
int Date::day() const { return static_cast<int>(static_cast<unsigned>(civil(days_).day())); }

int Date::weekday() const {
  return static_cast<int>(
      std::chrono::weekday{std::chrono::sys_days{std::chrono::days{days_}}}.iso_encoding());
}

std::string Date::iso() const { return fmt::format("{:04}-{:02}-{:02}", year(), month(), day()); }

std::string Date::short_russian() const { return fmt::format("{:02}.{:02}.{:04}", day(), month(), year()); }

std::string Date::long_russian() const { return fmt::format("{} {} г.", day_month_russian(), year()); }

std::string Date::day_month_russian() const {
  return fmt::format("{} {}", day(), kGenitive[static_cast<std::size_t>(month() - 1)]);
}

std::string Date::month_russian() const {
  return fmt::format("{} {} г.", kNominative[static_cast<std::size_t>(month() - 1)], year());
}

Date today() {
  const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm local{};
  const auto* parts = localtime_r(&now, &local);
  assert(parts != nullptr);
  return Date::from_parts(parts->tm_year + 1900, parts->tm_mon + 1, parts->tm_mday).value();
}

}  // namespace svodka::text
