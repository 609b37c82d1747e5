#include "ledger/record.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include <array>

#include "base/error.hpp"

namespace svodka::ledger {

using Json = nlohmann::ordered_json;

namespace {

constexpr std::array<std::string_view, kDocumentStates> kStates{"made",   "kept",     "empty",
                                                                "failed", "obsolete", "pending"};
constexpr std::string_view kStart = "{\"document\":";

Json json_of(const FileRecord& file) {
  Json json;
  json["path"] = file.path;
  json["format"] = name_of(file.format);
  json["bytes"] = file.bytes;
  json["sha256"] = file.sha256;
  json["pages"] = file.pages;
  json["rows"] = file.rows;
  if (!file.beside.empty()) json["beside"] = file.beside;
  return json;
}

FileRecord file_of(const Json& json) {
  return {json.at("path"),
          json.at("format") == "pdf" ? document::OutputFormat::pdf : document::OutputFormat::xlsx,
          json.at("bytes"),
          json.at("sha256"),
          json.at("pages"),
          json.at("rows"),
          json.value("beside", std::string())};
}

Json json_of(const MessageRecord& message) {
  Json json;
  json["severity"] = message.severity == base::Severity::error ? "error" : "warning";
  json["code"] = message.code;
  json["context"] = message.context;
  json["message"] = message.message;
  json["hint"] = message.hint;
  return json;
}

MessageRecord message_of(const Json& json) {
  return {json.at("severity") == "error" ? base::Severity::error : base::Severity::warning, json.at("code"),
          json.at("context"), json.at("message"), json.at("hint")};
}

Json json_of(const std::vector<std::pair<std::string, std::string>>& texts) {
  auto json = Json::object();
  for (const auto& [name, value] : texts) json[name] = value;
  return json;
}

std::vector<std::pair<std::string, std::string>> texts_of(const Json& json) {
  std::vector<std::pair<std::string, std::string>> texts;
  for (const auto& [name, value] : json.items()) texts.emplace_back(name, value);
  return texts;
}

template <typename Item>
Json array_of(const std::vector<Item>& items) {
  auto json = Json::array();
  for (const auto& item : items) json.push_back(json_of(item));
  return json;
}

}  // namespace

std::string_view name_of(DocumentState state) { return kStates[static_cast<std::size_t>(state)]; }

// Texts of messages may quote bytes that are not UTF-8.
std::string to_line(const DocumentRecord& record) {
  Json json;
  json["document"] = record.document;
  json["report"] = record.report;
  json["state"] = name_of(record.state);
  json["title"] = record.title;
  json["parameters"] = json_of(record.parameters);
  json["row"] = json_of(record.row);
  json["files"] = array_of(record.files);
  json["earlier"] = array_of(record.earlier);
  json["changed_by_hand"] = record.changed_by_hand;
  json["milliseconds"] = record.milliseconds;
  json["diagnostics"] = array_of(record.diagnostics);
  json["fingerprint"] = record.fingerprint;
  json["look"] = record.look;
  json["content"] = record.content;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

DocumentRecord from_line(std::string_view line) {
  try {
    const auto json = Json::parse(line);
    DocumentRecord record;
    record.document = json.at("document");
    record.report = json.at("report");
    const std::string state = json.at("state");
    const auto known = std::find(kStates.begin(), kStates.end(), state);
    if (known == kStates.end()) throw base::Error(fmt::format("unknown state '{}'", state));
    record.state = static_cast<DocumentState>(known - kStates.begin());
    record.title = json.at("title");
    record.parameters = texts_of(json.at("parameters"));
    record.row = texts_of(json.at("row"));
    for (const auto& file : json.at("files")) record.files.push_back(file_of(file));
    for (const auto& file : json.at("earlier")) record.earlier.push_back(file_of(file));
    for (const auto& path : json.at("changed_by_hand")) record.changed_by_hand.push_back(path);
    record.milliseconds = json.at("milliseconds");
    for (const auto& message : json.at("diagnostics")) record.diagnostics.push_back(message_of(message));
    record.fingerprint = json.at("fingerprint");
    record.look = json.at("look");
    record.content = json.at("content");
    return record;
  } catch (const Json::exception& error) {
    throw base::Error(fmt::format("not a record of a document: {}", error.what()));
  }
}

std::string document_of(std::string_view line) {
  if (!line.starts_with(kStart)) return {};
  auto at = kStart.size();
  while (at < line.size() && line[at] == ' ') ++at;
  auto end = at + 1;
  while (end < line.size() && line[end] != '"') end += line[end] == '\\' ? 2 : 1;
  if (at >= line.size() || line[at] != '"' || end >= line.size()) return {};
  const auto json = Json::parse(line.substr(at, end + 1 - at), nullptr, false);
  return json.is_string() ? json.get<std::string>() : std::string();
}

MessageRecord message_of(const base::Diagnostic& diagnostic) {
  MessageRecord message{diagnostic.severity, diagnostic.code, diagnostic.context, diagnostic.message,
                        diagnostic.hint};
  if (diagnostic.span.source) {
    const auto position = base::position_of(*diagnostic.span.source, diagnostic.span.begin);
    const auto place = fmt::format("{}:{}:{}", diagnostic.span.source->name, position.line, position.column);
    message.context = message.context.empty() ? place : place + ": " + message.context;
  }
  return message;
}

}  // namespace svodka::ledger
