#pragma once
// A document of run.json as index.html shows it.

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/record.hpp"

namespace svodka::overview::page {

// States as people see them: those of documents, and «изменён вручную», which goes with any of them.
struct StateWords {
  std::string_view name;                    // of run.json, of the style and of the icon
  std::string_view label;                   // of one document
  std::array<std::string_view, 3> of_many;  // beside a count: one, few, many
};
inline constexpr std::array<StateWords, ledger::kDocumentStates + 1> kStates{{
    {"failed", "не получилось", {"не получилось", "не получилось", "не получилось"}},
    {"made", "сделано", {"сделано", "сделано", "сделано"}},
    {"kept", "без изменений", {"без изменений", "без изменений", "без изменений"}},
    {"empty", "нечего сообщать", {"нечего сообщать", "нечего сообщать", "нечего сообщать"}},
    {"changed_by_hand", "изменён вручную", {"изменён вручную", "изменены вручную", "изменено вручную"}},
    {"pending", "ждёт очереди", {"ждёт очереди", "ждут очереди", "ждут очереди"}},
    {"obsolete", "устарело", {"устарело", "устарели", "устарело"}},
}};
const StateWords& words_of(std::string_view state);

struct PageFile {
  std::string path;
  std::string label;      // «PDF»
  std::string_view note;  // what is to know of it, or empty
};

struct ReportTitles {
  std::vector<std::string> titles;  // as the choice of the page lists them
  std::map<std::string, std::size_t>
      by_name;  // index into titles; a name that the job has no longer is added
  std::size_t place(const std::string& name);
};

struct PageDocument {
  std::size_t report = 0;
  std::string organization;
  std::string title;  // or the name of its files
  std::string document;
  std::string_view state;
  bool changed = false;
  std::string_view reason;  // of a failure
  std::vector<PageFile> files;
  std::size_t pages = 0, rows = 0;
  std::uint64_t bytes = 0;
};
PageDocument page_document(const ledger::DocumentRecord& record, ReportTitles& reports);

// One line of the data of the page, safe in a <script>.
std::string data_line(const PageDocument& document);
// The document as a row of a table, for browsers without scripts.
std::string table_row(const PageDocument& document, const ReportTitles& reports);
std::string table_head();
// <ul> of links.
std::string file_list(const PageDocument& document);

// What to read of messages: code, place, text and advice.
std::string technical(const ledger::MessageRecord& message);

}  // namespace svodka::overview::page
