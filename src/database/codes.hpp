#pragma once
// What the check of a database finds; docs/errors/database.md explains each.

#include "base/diagnostic.hpp"

namespace svodka::database::codes {

// The file.
inline constexpr base::Code damaged{"S101", "damaged database"};
inline constexpr base::Code dangling_reference{"S102", "reference to nothing"};

// The domain: warnings.
inline constexpr base::Code no_addressee{"S201", "directive without an addressee"};
inline constexpr base::Code no_chair{"S202", "meeting without a chair"};
inline constexpr base::Code no_secretary{"S203", "meeting without a secretary"};
inline constexpr base::Code tracked_heading{"S204", "tracked heading"};
inline constexpr base::Code duplicate_number{"S205", "number printed twice"};
inline constexpr base::Code number_gap{"S206", "gap in the numbering"};
inline constexpr base::Code stated_count{"S207", "stated count differs from the list"};
inline constexpr base::Code ambiguous_target{"S208", "ambiguous target"};
inline constexpr base::Code early_deadline{"S209", "deadline before the meeting"};
inline constexpr base::Code nobody_assigned{"S210", "addressee rule matches nobody"};
inline constexpr base::Code unknown_occurrence{"S211", "unknown occurrence"};
inline constexpr base::Code no_text{"S212", "directive without text"};
inline constexpr base::Code future_history{"S213", "history dated in the future"};

inline constexpr base::Code heading_as_directive{"S214", "addressee heading stored as a directive"};
inline constexpr base::Code numbered_heading{"S215", "heading numbered among directives"};
inline constexpr base::Code letter_for_digit{"S216", "letter among numbers"};
inline constexpr base::Code tracked_twice{"S217", "tracked above and below"};
inline constexpr base::Code empty_other{"S218", "«др.» without a text"};

}  // namespace svodka::database::codes
