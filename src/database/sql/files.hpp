#pragma once
// The .sql files of the room, embedded at build time.

#include <string_view>

namespace svodka::database::sql {

extern const std::string_view initial;           // migration 1
extern const std::string_view conclusions;       // migration 2
extern const std::string_view submissions;       // migration 3
extern const std::string_view assignment_keys;   // migration 4
extern const std::string_view target_baselines;  // migration 5
extern const std::string_view vocabulary;  // the rows of table vocabulary, written anew by every migration
extern const std::string_view views_core;  // dropped and created anew by every migration
extern const std::string_view views_expertise;  // likewise
extern const std::string_view views_figures;    // likewise, after them
extern const std::string_view refresh;          // rebuilds the derived tables

}  // namespace svodka::database::sql
