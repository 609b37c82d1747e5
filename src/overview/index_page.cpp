#include "overview/index_page.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <istream>
#include <map>

#include "base/error.hpp"
#include "base/files.hpp"
#include "overview/page/document.hpp"
#include "overview/page/files.hpp"
#include "overview/page/text.hpp"
#include "overview/page/words.hpp"
#include "text/date.hpp"
#include "text/russian.hpp"

namespace svodka::overview {

using Json = nlohmann::ordered_json;
using namespace page;

namespace {

// Documents with messages of one kind; texts are HTML.
struct MessageGroup {
  Reason reason;
  std::int64_t documents = 0;
  std::vector<std::string> items;
};

constexpr std::size_t kShownFailures = 5;    // of one reason; the others unfold
constexpr std::size_t kListedRemarks = 100;  // of one kind: warnings may be everywhere

class PageWriter {
 public:
  using Write = std::function<void(std::string_view)>;

  PageWriter(std::istream& manifest, const Write& write) : manifest_(manifest), write_(write) {}

  void write() {
    read_header();
    each([&](const ledger::DocumentRecord& record) { take_messages(record); });
    for (auto rest = skeleton; !rest.empty();) {
      const auto begin = rest.find("@@");
      write_(rest.substr(0, begin));
      if (begin == std::string_view::npos) return;
      const auto end = rest.find("@@", begin + 2);
      put(rest.substr(begin + 2, end - begin - 2));
      rest.remove_prefix(end + 2);
    }
  }

 private:
  void read_header();
  void each(const std::function<void(const ledger::DocumentRecord&)>& take);
  void take_messages(const ledger::DocumentRecord& record);
  void take_message(std::vector<MessageGroup>& groups, const Reason& reason, const std::string& item,
                    std::size_t most);
  std::string item(const ledger::DocumentRecord& record, base::Severity severity);
  void put(std::string_view name);

  std::string text(const char* name) const { return header_.value(name, std::string()); }
  std::int64_t count(std::string_view state) const {
    return header_.at("counts").value(std::string(state), std::int64_t{0});
  }
  std::int64_t all() const;
  std::string title() const;
  std::string facts() const;
  std::string totals() const;
  std::string notice() const;
  std::string stopped() const;
  std::string changed_notice() const;
  std::string again() const;
  std::string failures() const;
  std::string remarks() const;
  void put_table();
  void put_data();

  std::istream& manifest_;
  const Write& write_;
  Json header_;
  std::streampos documents_;  // where their lines begin
  ReportTitles reports_;
  std::vector<MessageGroup> failures_, remarks_;
  std::int64_t remarked_ = 0;
};

void PageWriter::read_header() {
  std::string head, line;
  manifest_.clear();
  manifest_.seekg(0);
  while (std::getline(manifest_, line) && !line.starts_with("\"documents\":")) head += line + "\n";
  documents_ = manifest_.tellg();
  header_ = Json::parse(head + "\"documents\": []}", nullptr, false);
  if (!header_.is_object() || header_.value("format", 0) != 1) throw base::Error("cannot read run.json");
  for (const auto& report : header_.at("reports")) {
    reports_.by_name.emplace(report.at("name"), reports_.titles.size());
    reports_.titles.push_back(report.at("title"));
  }
}

void PageWriter::each(const std::function<void(const ledger::DocumentRecord&)>& take) {
  manifest_.clear();
  manifest_.seekg(documents_);
  for (std::string line; std::getline(manifest_, line);) {
    if (ledger::document_of(line).empty()) continue;
    if (line.ends_with(',')) line.pop_back();
    take(ledger::from_line(line));
  }
  if (manifest_.bad()) throw base::Error("cannot read run.json");
}

std::int64_t PageWriter::all() const {
  std::int64_t sum = 0;
  for (const auto& state : kStates) sum += state.name == "changed_by_hand" ? 0 : count(state.name);
  return sum;
}

// ---- messages
// ------------------------------------------------------------------------------------------------

std::string PageWriter::item(const ledger::DocumentRecord& record, base::Severity severity) {
  const auto document = page_document(record, reports_);
  const auto& name = document.organization.empty() ? document.title : document.organization;
  std::string out =
      fmt::format("<li><strong>{}</strong> — {}", html(name), html(reports_.titles[document.report]));
  if (!document.files.empty()) out += file_list(document);
  std::vector<std::string> told;
  for (const auto& message : record.diagnostics) {
    auto words = technical(message);
    if (message.severity != severity || std::find(told.begin(), told.end(), words) != told.end()) continue;
    out += fmt::format("<span class=\"technical\" lang=\"en\">{}</span>", html(words));
    told.push_back(std::move(words));
  }
  return out + "</li>\n";
}

void PageWriter::take_message(std::vector<MessageGroup>& groups, const Reason& reason,
                              const std::string& item, std::size_t most) {
  auto group = std::find_if(groups.begin(), groups.end(),
                            [&](const MessageGroup& other) { return other.reason.what == reason.what; });
  if (group == groups.end()) group = groups.insert(group, {reason, 0, {}});
  ++group->documents;
  if (group->items.size() < most) group->items.push_back(item);
}

void PageWriter::take_messages(const ledger::DocumentRecord& record) {
  const auto of = [&](base::Severity severity) {
    return std::find_if(record.diagnostics.begin(), record.diagnostics.end(),
                        [&](const ledger::MessageRecord& message) { return message.severity == severity; });
  };
  const auto error = of(base::Severity::error), warning = of(base::Severity::warning),
             none = record.diagnostics.end();
  if (record.state == ledger::DocumentState::failed) {
    const auto reason = error == none ? reason_of({}, {}) : reason_of(error->code, error->message);
    take_message(failures_, reason, item(record, base::Severity::error), std::string::npos);
  } else if (warning != none && record.state != ledger::DocumentState::obsolete &&
             record.state != ledger::DocumentState::pending) {
    ++remarked_;
    take_message(remarks_, reason_of(warning->code, warning->message), item(record, base::Severity::warning),
                 kListedRemarks);
  }
}

// ---- what is on top
// --------------------------------------------------------------------------------------------

std::string icon(std::string_view name) {
  return fmt::format("<svg class=\"icon\" aria-hidden=\"true\"><use href=\"#icon-{}\"/></svg>", name);
}

std::string_view label_of_count(std::string_view state, std::int64_t count) {
  const auto& words = words_of(state).of_many;
  return text::plural(count, words[0], words[1], words[2]);
}

std::string PageWriter::title() const {
  const auto period = text("period_name");
  if (!period.empty()) return fmt::format("Документы за {}", period);
  const auto day = text::Date::parse(text("as_of"));
  return fmt::format("Документы на {}", day ? day->long_russian() : text("as_of"));
}

std::string PageWriter::facts() const {
  const auto day = text::Date::parse(text("as_of"));
  return fmt::format("По состоянию на {} Запуск начался {} и занял {}.",
                     html(day ? day->long_russian() : text("as_of")), html(moment(text("started"))),
                     duration(header_.value("seconds", 0.0)));
}

std::string PageWriter::totals() const {
  std::string out = "<ul class=\"totals\" aria-label=\"Итоги\">\n";
  for (const auto& state : kStates) {
    const auto number = count(state.name);
    out += fmt::format(
        "<li><div class=\"total {0}{1}\" data-state=\"{0}\"><span class=\"count\">{2}</span> "
        "<span class=\"label\">{3}{4}</span></div></li>\n",
        state.name, number == 0 ? " none" : "", grouped(number), icon(state.name),
        label_of_count(state.name, number));
  }
  return out + "</ul>";
}

std::string PageWriter::again() const {
  return fmt::format("запустите задание ещё раз: <code>svodka batch {}</code>", html(text("job")));
}

std::string PageWriter::stopped() const {
  const bool is_interrupted = text("state") == "interrupted";
  const auto reason = reason_of_stop(text("reason"));
  std::string out =
      fmt::format("<section class=\"box bad\" aria-labelledby=\"stopped\"><h2 id=\"stopped\">{}{}</h2>\n",
                  icon("failed"), is_interrupted ? "Запуск прерван" : "Запуск остановлен");
  const auto left = count("pending");
  out += "<p>";
  out += is_interrupted ? "Работу прервали (выключили компьютер, нажали Ctrl-C или остановили службу). "
                        : fmt::format("{}. ", reason.what);
  out += left == 0
             ? "Все документы успели сделать."
             : fmt::format("Очередь не дошла до {}.", counted(left, "документа", "документов", "документов"));
  out += "</p>\n<p>Что сделано, цело. ";
  if (is_interrupted) {
    out += "Чтобы доделать остальное, " + again() + ".</p>\n";
  } else {
    out += fmt::format("{} Будет сделано только недостающее: <code>svodka batch {}</code></p>\n",
                       reason.advice, html(text("job")));
  }
  return out +
         fmt::format("<span class=\"technical\" lang=\"en\">{}</span></section>\n", html(text("reason")));
}

std::string PageWriter::changed_notice() const {
  const auto changed = count("changed_by_hand");
  return fmt::format(
      "<section class=\"box warn\" aria-labelledby=\"changed\"><h2 id=\"changed\">{}{}: {}</h2>\n"
      "<p>Файлы, которые кто-то исправил, подписал или положил сам, не тронуты. Если данные с тех пор "
      "изменились, "
      "рядом лежит новый файл, в имени которого есть слово «новый».</p></section>\n",
      icon("changed_by_hand"), text::capitalised(label_of_count("changed_by_hand", changed)),
      documents(changed));
}

std::string PageWriter::notice() const {
  std::string out;
  if (text("state") != "finished") {
    out += stopped();
  } else if (all() == 0) {
    out +=
        "<section class=\"box warn\"><h2>В задании нет ни одного документа</h2>\n<p>Проверьте период и "
        "запросы в файле "
        "задания.</p></section>\n";
  } else if (count("failed") == 0) {
    out +=
        fmt::format("<section class=\"box good\"><h2>{}Все документы готовы</h2></section>\n", icon("made"));
  }
  if (count("changed_by_hand") > 0 && failures_.empty()) out += changed_notice();
  return out;
}

std::string PageWriter::failures() const {
  if (failures_.empty()) return {};
  std::string out = fmt::format(
      "<section class=\"box bad\" aria-labelledby=\"failures\"><h2 id=\"failures\">{}Не получилось: {}</h2>\n"
      "<p>Остальные документы это не задело. Исправьте причины и {}. Готовое заново делаться не будет.</p>\n",
      icon("failed"), documents(count("failed")), again());
  for (const auto& group : failures_) {
    out += fmt::format("<div class=\"reason\"><h3>{}: {}</h3>\n<p class=\"advice\">{}</p>\n<ul>\n",
                       group.reason.what, documents(group.documents), group.reason.advice);
    for (std::size_t i = 0; i < group.items.size(); ++i) {
      if (i == kShownFailures) {
        out += fmt::format("</ul>\n<details><summary>Ещё {}</summary>\n<ul>\n",
                           documents(group.documents - static_cast<std::int64_t>(kShownFailures)));
      }
      out += group.items[i];
    }
    out += group.items.size() > kShownFailures ? "</ul></details></div>\n" : "</ul></div>\n";
  }
  out += "</section>\n";
  return count("changed_by_hand") > 0 ? out + changed_notice() : out;
}

std::string PageWriter::remarks() const {
  if (remarks_.empty()) return {};
  std::string out = fmt::format(
      "<section class=\"box\"><details><summary>Сделано с замечаниями: {}</summary>\n", documents(remarked_));
  for (const auto& group : remarks_) {
    out += fmt::format("<div class=\"reason\"><h3>{}: {}</h3>\n<p class=\"advice\">{}</p>\n<ul>\n",
                       group.reason.what, documents(group.documents), group.reason.advice);
    for (const auto& entry : group.items) out += entry;
    out += "</ul>";
    const auto left = group.documents - static_cast<std::int64_t>(group.items.size());
    if (left > 0) out += fmt::format("<p>И ещё {}: они названы в run.json.</p>", documents(left));
    out += "</div>\n";
  }
  return out + "</details></section>\n";
}

// ---- the documents
// ---------------------------------------------------------------------------------------------

void PageWriter::put_table() {
  write_("<table role=\"table\" aria-labelledby=\"documents-title\">\n" + table_head() +
         "<tbody role=\"rowgroup\">\n");
  each([&](const ledger::DocumentRecord& record) {
    write_(table_row(page_document(record, reports_), reports_));
  });
  write_("</tbody></table>\n");
}

void PageWriter::put_data() {
  Json states = Json::array();
  for (const auto& state : kStates) {
    states.push_back({{"name", state.name}, {"label", state.label}, {"count", count(state.name)}});
  }
  write_(fmt::format("{{\"states\":{},\n\"reports\":{},\n\"documents\":[\n", script_safe(states.dump()),
                     script_safe(Json(reports_.titles).dump())));
  bool first = true;
  each([&](const ledger::DocumentRecord& record) {
    write_((first ? "" : ",\n") + data_line(page_document(record, reports_)));
    first = false;
  });
  write_("\n]}");
}

void PageWriter::put(std::string_view name) {
  const std::map<std::string_view, std::function<std::string()>> parts{
      {"title", [&] { return html(title()); }},
      {"version", [&] { return html(text("svodka")); }},
      {"style", [] { return std::string(style); }},
      {"style hash", [] { return policy_hash(style); }},
      {"script", [] { return std::string(script); }},
      {"script hash", [] { return policy_hash(script); }},
      {"facts", [&] { return facts(); }},
      {"totals", [&] { return totals(); }},
      {"notice", [&] { return notice(); }},
      {"failures", [&] { return failures(); }},
      {"remarks", [&] { return remarks(); }},
      {"footer",
       [&] {
         return fmt::format(
             "Задание {}, svodka {}. Подробности запуска — в файле <a href=\"run.json\">run.json</a>.",
             html(text("job")), html(text("svodka")));
       }},
  };
  if (name == "table") return put_table();
  if (name == "data") return put_data();
  write_(parts.at(name)());
}

}  // namespace

void write_index_page(std::istream& manifest, const std::function<void(std::string_view)>& write) {
  PageWriter(manifest, write).write();
}

void write_index_page(const ledger::FolderPaths& paths) {
  std::ifstream manifest(paths.manifest(), std::ios::binary);
  if (!manifest) throw base::Error("cannot read " + paths.manifest().string());
  base::OutputFile file(paths.root / "index.html", paths.state() / "index.html");
  write_index_page(manifest, [&](std::string_view bytes) { file.write(bytes); });
  file.commit();
}

}  // namespace svodka::overview
