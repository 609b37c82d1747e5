#pragma once
// Records of a batch's documents.

#include <string>

#include "run/record.hpp"

namespace svodka::test {

// Of the report «execution».
inline run::DocumentRecord record_of(const std::string& path, run::DocumentState state) {
  run::DocumentRecord record;
  record.document = path;
  record.report = "execution";
  record.state = state;
  return record;
}

}  // namespace svodka::test
