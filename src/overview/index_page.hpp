#pragma once
// index.html beside run.json: what a run has made, for people. docs/batch.md tells what they see.

#include <functional>
#include <iosfwd>
#include <string_view>

#include "ledger/output_folder.hpp"

namespace svodka::overview {

// Reads run.json from its beginning, line by line and more than once: memory grows with failures, not with
// documents. The same manifest gives the same bytes. Throws base::Error for what is not run.json.
void write_index_page(std::istream& manifest, const std::function<void(std::string_view)>& write);

// From run.json in a folder; whole or not at all.
void write_index_page(const ledger::FolderPaths& paths);

}  // namespace svodka::overview
