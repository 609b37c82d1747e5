#pragma once
// Records of a batch's documents.

#include <string>

#include "ledger/record.hpp"

namespace svodka::test {

// Of the report «execution».
inline ledger::DocumentRecord record_of(const std::string& path, ledger::DocumentState state) {
  ledger::DocumentRecord record;
  record.document = path;
  record.report = "execution";
  record.state = state;
  return record;
}

}  // namespace svodka::test
