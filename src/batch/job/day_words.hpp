#pragma once
// Days and periods as a job writes them: «end of previous month», «current academic year».

#include <optional>
#include <string>
#include <string_view>

#include "text/date.hpp"

namespace svodka::batch {

// "2026-10-31", "today", "yesterday", "start of …" and "end of …" a period in words. Words count from `day`.
std::optional<text::Date> day_of(std::string_view words, text::Date day);

// A period as templates take it ("2026-10"): written so already, or "previous", "current" or "next" with
// "month", "quarter", "year" or "academic year", counted from `day`. Empty when it is neither.
std::string period_of(std::string_view words, text::Date day);

}  // namespace svodka::batch
