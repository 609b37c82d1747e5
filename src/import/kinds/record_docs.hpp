#pragma once
// What documents the import format, made from the table of record kinds.

#include <string>

namespace svodka::import {

// docs/import.schema.json: a JSON Schema (2020-12). What it cannot say (references, dates in order,
// duplicates) only the import itself checks.
std::string import_schema();

// The part of docs/import.md that lists every array and its fields, as Markdown.
std::string import_field_reference();

}  // namespace svodka::import
