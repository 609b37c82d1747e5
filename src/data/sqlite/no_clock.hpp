#pragma once
// Keeps queries from reading the clock; for this room's .cpp files.

namespace svodka::data {

// The name of a file system for sqlite3_open_v2 on which 'now' is NULL and everything else as usual.
// Throws base::Error when SQLite refuses to register it.
const char* file_system_without_clock();

}  // namespace svodka::data
