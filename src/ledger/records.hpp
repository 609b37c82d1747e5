#pragma once
// What earlier runs have made in a folder: run.json and the journal of a run that was killed.

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/output_folder.hpp"
#include "ledger/record.hpp"

namespace svodka::ledger {

// Keeps places of records, not the records: a folder may have very many. Safe to read from several threads.
class Records {
 public:
  // Throws base::Error when run.json cannot be read or is not svodka's.
  explicit Records(const FolderPaths& paths);
  ~Records();

  // Newest first: the last line of the journal, then earlier ones, then run.json's. Empty when never made.
  std::vector<DocumentRecord> of(const std::string& document) const;
  // Paths of all documents, in order.
  std::vector<std::string> documents() const;

 private:
  class Source;
  struct Place {
    const Source* source;
    std::uint64_t offset;
    std::size_t length;
  };
  void read(const std::filesystem::path& file, bool is_journal);

  std::vector<std::unique_ptr<Source>> sources_;
  std::map<std::string, std::vector<Place>> places_;  // oldest first
};

}  // namespace svodka::ledger
