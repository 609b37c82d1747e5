#pragma once
// What a document is written as.

#include <string_view>

namespace svodka::document {

enum class OutputFormat { pdf, xlsx };

// "pdf": also the extension.
constexpr std::string_view name_of(OutputFormat format) {
  return format == OutputFormat::pdf ? "pdf" : "xlsx";
}

}  // namespace svodka::document
