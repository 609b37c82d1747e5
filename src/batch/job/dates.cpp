#include <fmt/format.h>

#include "batch/codes.hpp"
#include "batch/job/day_words.hpp"
#include "batch/job/file_names.hpp"
#include "batch/job/pattern.hpp"
#include "batch/job/plan.hpp"

namespace svodka::batch {

namespace {

constexpr std::string_view kDayHint = "a day is 2026-10-31, today, or like 'end of previous month'";
constexpr std::string_view kPeriodHint =
    "a period is 2026-10, 2026-Q3, 2026, 2026-2027, or like 'previous month', 'current academic year'";

// As place of what a command gave.
base::SourceSpan span_of_option(std::string_view option, const std::string& text) {
  return {base::make_source(std::string(option), text), 0, text.size()};
}

}  // namespace

RunDates dates_of(const settings::Job& job, const JobChanges& changes, text::Date today,
                  base::Diagnostics& diagnostics) {
  RunDates dates{changes.as_of.value_or(today), {}};
  if (!changes.as_of && job.as_of.given()) {
    const auto day = day_of(job.as_of.text, today);
    if (day) dates.as_of = *day;
    if (!day) {
      diagnostics.error(codes::bad_day_or_period, job.as_of.span,
                        fmt::format("'{}' is not a day", job.as_of.text), std::string(kDayHint));
    }
  }
  const auto& words = changes.period ? *changes.period : job.period.text;
  if (words.empty()) return dates;
  dates.period = period_of(words, dates.as_of);
  const auto span = changes.period ? span_of_option("--period", words) : job.period.span;
  if (dates.period.empty()) {
    diagnostics.error(codes::bad_day_or_period, span, fmt::format("'{}' is not a period", words),
                      std::string(kPeriodHint));
  } else if (!changes.period && !changes.as_of && words.starts_with("previous ") &&
             job.as_of.text.find("previous ") != std::string::npos) {
    diagnostics.warning(
        codes::twice_previous, span,
        fmt::format("'{}' before the as-of date {} is {}", words, dates.as_of.iso(), dates.period),
        fmt::format("the period of the as-of date itself is 'current {}'",
                    words.substr(std::string_view("previous ").size())));
  }
  return dates;
}

std::filesystem::path output_of(const settings::Job& job, const JobChanges& changes, const RunDates& dates,
                                base::Diagnostics& diagnostics) {
  if (changes.output) return *changes.output;
  std::string mistake;
  const auto pattern = Pattern::parse(job.output.text, mistake);
  if (!pattern) {
    diagnostics.error(codes::bad_pattern, job.output.span, mistake);
    return {};
  }
  const auto path = pattern->expand([&](const std::string& name) {
    if (name == "as_of") return dates.as_of.iso();
    if (name == "period" && !dates.period.empty()) return dates.period;
    diagnostics.error(codes::bad_pattern, job.output.span,
                      fmt::format("'{{{}}}' stands for nothing here", name),
                      name == "period" ? "the job has no period" : "'output' may hold {period} and {as_of}");
    return std::string();
  });
  return job.folder / path;
}

}  // namespace svodka::batch
