#pragma once
// Mistakes in import files; docs/errors/import.md explains each.

#include "base/diagnostic.hpp"

namespace svodka::import::codes {

// The file and its form.
inline constexpr base::Code not_json{"I101", "not JSON"};
inline constexpr base::Code not_utf8{"I102", "not UTF-8"};
inline constexpr base::Code wrong_structure{"I103", "wrong structure"};
inline constexpr base::Code unknown_array{"I104", "unknown array"};
inline constexpr base::Code unknown_field{"I105", "unknown field"};
inline constexpr base::Code duplicate_member{"I106", "member given twice"};
inline constexpr base::Code too_many{"I107", "too many mistakes"};

// One record.
inline constexpr base::Code missing_field{"I111", "missing field"};
inline constexpr base::Code wrong_type{"I112", "wrong type"};
inline constexpr base::Code unknown_word{"I113", "unknown word"};
inline constexpr base::Code bad_key{"I114", "unusable key"};
inline constexpr base::Code bad_date{"I115", "impossible date"};
inline constexpr base::Code bad_time{"I116", "impossible time"};
inline constexpr base::Code bad_period{"I117", "impossible period"};
inline constexpr base::Code out_of_range{"I118", "number out of range"};
inline constexpr base::Code bad_text{"I119", "unusable text"};
inline constexpr base::Code field_conflict{"I120", "fields that exclude each other"};
inline constexpr base::Code field_needed{"I121", "field needed here"};
inline constexpr base::Code wrong_order{"I122", "dates in the wrong order"};
inline constexpr base::Code bad_setting{"I123", "unusable setting"};
inline constexpr base::Code bad_picture{"I124", "unusable picture"};

// Records together.
inline constexpr base::Code unknown_reference{"I201", "unknown reference"};
inline constexpr base::Code duplicate_record{"I202", "duplicate record"};
inline constexpr base::Code cycle{"I203", "cycle of parents"};
inline constexpr base::Code foreign_parent{"I204", "belongs to another"};
inline constexpr base::Code self_reference{"I205", "refers to itself"};

// Records and what the database already holds.
inline constexpr base::Code rewritten_history{"I301", "rewritten history"};
inline constexpr base::Code no_assignment{"I302", "no such assignment"};
inline constexpr base::Code no_occurrence{"I303", "no such occurrence"};
inline constexpr base::Code no_entry{"I304", "no such entry"};
inline constexpr base::Code lost_history{"I305", "left out with its history"};
inline constexpr base::Code still_used{"I306", "left out, but still used"};

}  // namespace svodka::import::codes
