#pragma once
// Keys of records and the row ids behind them: in the database, or given to new records of the set.

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "import/read/import_set.hpp"
#include "sqlite/connection.hpp"

namespace svodka::import {

class Keys {
 public:
  // New records get ids in the order of their keys, whatever the order of the files. Tells of keys that stand
  // twice in the set.
  Keys(sqlite::Connection& connection, const ImportSet& set, Mistakes& mistakes);

  // Empty when neither the database nor the set has it, or it is leaving.
  std::optional<std::int64_t> find(const RecordKind& kind, const std::string& key);
  // Null when the set does not have it.
  const Record* in_set(const RecordKind& kind, const std::string& key) const;
  // Whether the database had it before this import.
  bool is_stored(const RecordKind& kind, const std::string& key) const;
  // The key that the reference `field` of the record holds, by the set or else the database; empty without.
  std::string reference(const RecordKind& kind, const std::string& key, std::string_view field);

  // The same by the database alone.
  std::string stored_reference(const RecordKind& kind, const std::string& key, std::string_view field);

  // The record is in the database and will be removed: it cannot be referred to.
  void set_leaving(const RecordKind& kind, const std::string& key);
  bool is_leaving(const RecordKind& kind, const std::string& key) const;

  // Of the database and the set, for hints.
  const std::vector<std::string>& all(const RecordKind& kind);

 private:
  struct Entry {
    std::optional<std::int64_t> id;  // empty: there is none
    const Record* record = nullptr;  // in the set
    bool stored = false;
    bool leaving = false;
  };
  using Map = std::unordered_map<std::string, Entry>;

  void index(const RecordKind& kind, const ImportSet& set, Mistakes& mistakes);
  void number(const RecordKind& kind);
  std::optional<std::int64_t> stored_id(const RecordKind& kind, const std::string& key);
  sqlite::Statement& statement(const std::string& sql);

  sqlite::Connection& connection_;
  std::unordered_map<const RecordKind*, Map> maps_;
  std::unordered_map<const RecordKind*, std::vector<std::string>> all_;
  std::unordered_map<std::string, sqlite::Statement> statements_;
};

}  // namespace svodka::import
