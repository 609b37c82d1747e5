#pragma once
// What is known of one document of a batch: a line of the journal, and of run.json.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "document/output_format.hpp"

namespace svodka::ledger {

enum class DocumentState { made, kept, empty, failed, obsolete, pending };
inline constexpr std::size_t kDocumentStates = 6;
std::string_view name_of(DocumentState state);

struct FileRecord {
  std::string path;  // relative to the output folder
  document::OutputFormat format = document::OutputFormat::pdf;
  std::uint64_t bytes = 0;
  std::string sha256;
  std::size_t pages = 0;
  std::size_t rows = 0;
  std::string beside;  // the changed file that it lies beside, or empty
};

struct MessageRecord {
  base::Severity severity = base::Severity::error;
  std::string code, context, message, hint;
};

// docs/batch.md explains each.
struct DocumentRecord {
  std::string document;
  std::string report;
  DocumentState state = DocumentState::pending;
  std::string title;
  std::vector<std::pair<std::string, std::string>> parameters, row;
  std::vector<FileRecord> files, earlier;
  std::vector<std::string> changed_by_hand;
  std::int64_t milliseconds = 0;
  std::vector<MessageRecord> diagnostics;
  std::string fingerprint, look, content;
};

// One line without its end. The path stands first.
std::string to_line(const DocumentRecord& record);
// Throws base::Error for what to_line has not made.
DocumentRecord from_line(std::string_view line);
// The path of a line, without reading the rest; empty when it is not a document's line.
std::string document_of(std::string_view line);

MessageRecord message_of(const base::Diagnostic& diagnostic);

}  // namespace svodka::ledger
