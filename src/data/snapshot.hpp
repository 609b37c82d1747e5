#pragma once
// A copy of a database at one moment, for everything that must agree.

#include <atomic>
#include <filesystem>

namespace svodka::data {

// Copies every page of `database` to the new file `target`, as SQLite's backup does, in one transaction:
// another program may go on writing. The same database gives the same bytes. Waits up to a minute for a
// writer, less when `stop` becomes other than 0 (then throws QueryStopped). Throws base::Error: the database
// cannot be read or stays locked, `target` exists or cannot be written.
void copy_database(const std::filesystem::path& database, const std::filesystem::path& target,
                   const std::atomic<int>* stop = nullptr);

}  // namespace svodka::data
