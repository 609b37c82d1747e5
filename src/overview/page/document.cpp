#include "overview/page/document.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

#include "overview/page/text.hpp"
#include "overview/page/words.hpp"

namespace svodka::overview::page {

namespace {

constexpr std::array<std::string_view, 8> kColumns{"Отчёт", "Организация", "Документ", "Состояние",
                                                   "Файлы", "Страниц",     "Строк",    "Размер"};

std::string value_of(const std::vector<std::pair<std::string, std::string>>& texts, std::string_view name) {
  const auto found =
      std::find_if(texts.begin(), texts.end(), [&](const auto& text) { return text.first == name; });
  return found == texts.end() ? std::string() : found->second;
}

std::string organization_of(const ledger::DocumentRecord& record) {
  for (auto text : {value_of(record.row, "short_name"), value_of(record.row, "organization"),
                    value_of(record.parameters, "organization")}) {
    if (!text.empty()) return text;
  }
  return {};
}

std::string last_part(const std::string& path) { return path.substr(path.rfind('/') + 1); }

// Of the extension: a file that a person has put there is known by its path only.
std::string label_of(const std::string& path) { return path.ends_with(".xlsx") ? "XLSX" : "PDF"; }

// Those of now first, then what a person has changed, then those of earlier runs.
std::vector<PageFile> files_of(const ledger::DocumentRecord& record) {
  std::vector<PageFile> files;
  std::set<std::string> listed;
  const auto list = [&](const std::string& path, std::string_view note) {
    if (listed.insert(path).second) files.push_back({path, label_of(path), note});
  };
  const bool is_past =
      record.state == ledger::DocumentState::obsolete || record.state == ledger::DocumentState::pending;
  const std::set<std::string> changed(record.changed_by_hand.begin(), record.changed_by_hand.end());
  for (const auto& file : record.files) {
    if (changed.count(file.path) == 0)
      list(file.path, is_past ? "прежний" : file.beside.empty() ? "" : "новый");
  }
  for (const auto& path : record.changed_by_hand) list(path, "изменён вручную");
  for (const auto& file : record.earlier) list(file.path, "прежний");
  return files;
}

// What a screen reader calls a link; the same words as those of the script.
std::string link_name(const PageFile& file, const PageDocument& document) {
  return fmt::format("{}{}: {}{}", file.label, file.note.empty() ? "" : fmt::format(" ({})", file.note),
                     document.title, document.organization.empty() ? "" : ", " + document.organization);
}

std::string state_text(std::string_view state) {
  const auto& words = words_of(state);
  return fmt::format(
      "<span class=\"state {0}\"><svg class=\"icon\" aria-hidden=\"true\"><use "
      "href=\"#icon-{0}\"/></svg>{1}</span>",
      words.name, words.label);
}

}  // namespace

const StateWords& words_of(std::string_view state) {
  return *std::find_if(kStates.begin(), kStates.end(),
                       [&](const auto& words) { return words.name == state; });
}

std::size_t ReportTitles::place(const std::string& name) {
  const auto [found, is_new] = by_name.try_emplace(name, titles.size());
  if (is_new) titles.push_back(name);
  return found->second;
}

PageDocument page_document(const ledger::DocumentRecord& record, ReportTitles& reports) {
  PageDocument document;
  document.report = reports.place(record.report);
  document.organization = organization_of(record);
  document.document = record.document;
  document.title = record.title.empty() ? last_part(record.document) : record.title;
  document.state = name_of(record.state);
  document.changed = !record.changed_by_hand.empty();
  document.files = files_of(record);
  for (const auto& file : record.files) {
    document.pages += file.pages;
    document.rows += file.rows;
    document.bytes += file.bytes;
  }
  if (record.state == ledger::DocumentState::failed) {
    const auto error =
        std::find_if(record.diagnostics.begin(), record.diagnostics.end(),
                     [](const auto& message) { return message.severity == base::Severity::error; });
    document.reason = error == record.diagnostics.end() ? reason_of({}, {}).what
                                                        : reason_of(error->code, error->message).what;
  }
  return document;
}

std::string data_line(const PageDocument& document) {
  nlohmann::ordered_json json;
  json["report"] = document.report;
  json["organization"] = document.organization;
  json["title"] = document.title;
  json["document"] = document.document;
  json["state"] = document.state;
  if (document.changed) json["changed"] = true;
  if (!document.reason.empty()) json["reason"] = document.reason;
  json["files"] = nlohmann::ordered_json::array();
  for (const auto& file : document.files) {
    nlohmann::ordered_json link{{"path", file.path}, {"label", file.label}};
    if (!file.note.empty()) link["note"] = file.note;
    json["files"].push_back(std::move(link));
  }
  json["pages"] = document.pages;
  json["rows"] = document.rows;
  json["bytes"] = document.bytes;
  json["size"] = size(document.bytes);
  return script_safe(json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

std::string file_list(const PageDocument& document) {
  if (document.files.empty()) return {};
  std::string out = "<ul class=\"files\">";
  for (const auto& file : document.files) {
    out += fmt::format("<li><a href=\"{}\" aria-label=\"{}\">{}</a>{}</li>", address(file.path),
                       html(link_name(file, document)), file.label,
                       file.note.empty() ? "" : fmt::format(" <span class=\"note\">{}</span>", file.note));
  }
  return out + "</ul>";
}

std::string table_row(const PageDocument& document, const ReportTitles& reports) {
  const auto cell = [](std::size_t column, const std::string& content) {
    return fmt::format("<td role=\"cell\"{} data-label=\"{}\">{}</td>", column > 4 ? " class=\"number\"" : "",
                       kColumns[column], content);
  };
  const auto count = [](std::size_t number) {
    return number == 0 ? std::string() : grouped(static_cast<std::int64_t>(number));
  };
  const auto reason =
      document.reason.empty() ? std::string() : fmt::format("<span class=\"why\">{}</span>", document.reason);
  const auto by_hand = document.changed ? state_text("changed_by_hand") : std::string();
  return "<tr role=\"row\">" + cell(0, html(reports.titles[document.report])) +
         cell(1, html(document.organization)) + cell(2, html(document.title) + reason) +
         cell(3, state_text(document.state) + by_hand) + cell(4, file_list(document)) +
         cell(5, count(document.pages)) + cell(6, count(document.rows)) + cell(7, size(document.bytes)) +
         "</tr>\n";
}

std::string table_head() {
  std::string out = "<thead role=\"rowgroup\"><tr role=\"row\">";
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    out += fmt::format("<th role=\"columnheader\" scope=\"col\"{}>{}</th>", i > 4 ? " class=\"number\"" : "",
                       kColumns[i]);
  }
  return out + "</tr></thead>\n";
}

std::string technical(const ledger::MessageRecord& message) {
  std::string out;
  if (!message.code.empty()) out += message.code + ": ";
  if (!message.context.empty()) out += message.context + ": ";
  out += message.message;
  if (!message.hint.empty()) out += "\n" + message.hint;
  return out;
}

}  // namespace svodka::overview::page
