#include "overview/index_page.hpp"

#include <map>
#include <sstream>

#include "base/error.hpp"
#include "ledger/record.hpp"
#include "overview/page/files.hpp"
#include "overview/page/text.hpp"
#include "overview/page/words.hpp"
#include "support/catch.hpp"
#include "support/records.hpp"

using namespace svodka;

namespace {

ledger::DocumentRecord record_of(const std::string& path, ledger::DocumentState state) {
  auto record = test::record_of(path, state);
  record.title = "Отчёт за октябрь";
  record.row = {{"organization", "school-7"}, {"short_name", "МБОУ «СОШ № 7»"}};
  if (state == ledger::DocumentState::made)
    record.files = {{path + ".pdf", document::OutputFormat::pdf, 61234, "", 4, 0, ""}};
  return record;
}

ledger::DocumentRecord failure(const std::string& path, const std::string& code, const std::string& message) {
  auto record = record_of(path, ledger::DocumentState::failed);
  record.diagnostics = {
      {base::Severity::error, code, "report 'execution'", message, "svodka list shows them"}};
  return record;
}

struct Run {
  std::string state = "finished", reason{}, period = "октябрь 2026 г.", job = "monthly.toml";
  std::vector<ledger::DocumentRecord> documents{};
};

std::string manifest(const Run& run) {
  std::map<std::string, int> counts;
  for (const auto& record : run.documents) {
    ++counts[std::string(name_of(record.state))];
    counts["changed_by_hand"] += record.changed_by_hand.empty() ? 0 : 1;
  }
  std::string out = "{\n\"format\": 1,\n\"svodka\": \"0.1.0\",\n\"job\": \"" + run.job +
                    "\",\n\"state\": \"" + run.state + "\",\n\"reason\": \"" + run.reason +
                    "\",\n\"as_of\": \"2026-10-31\",\n\"period_name\": \"" + run.period +
                    "\",\n\"started\": \"2026-11-01T02:00:00+03:00\",\n\"seconds\": 65.2,\n\"counts\": {";
  for (const auto& [name, count] : counts) {
    out += (out.back() == '{' ? "\"" : ", \"") + name + "\": " + std::to_string(count);
  }
  out += "},\n\"reports\": [\n{\"name\": \"execution\", \"title\": \"Отчёты\"}\n],\n\"documents\": [\n";
  for (std::size_t i = 0; i < run.documents.size(); ++i)
    out += (i == 0 ? "" : ",\n") + to_line(run.documents[i]);
  return out + "\n]\n}\n";
}

std::string page_from(const std::string& manifest) {
  std::istringstream input(manifest);
  std::string page;
  overview::write_index_page(input, [&](std::string_view bytes) { page += bytes; });
  return page;
}
std::string page_of(const Run& run) { return page_from(manifest(run)); }

bool has(const std::string& page, std::string_view text) { return page.find(text) != std::string::npos; }

std::size_t times(const std::string& page, std::string_view text) {
  std::size_t count = 0;
  for (auto at = page.find(text); at != std::string::npos; at = page.find(text, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("the page names period, as-of date, begin and duration") {
  const auto page = page_of({.documents = {record_of("a", ledger::DocumentState::made)}});
  CHECK(has(page, "<title>Документы за октябрь 2026 г.</title>"));
  CHECK(has(page,
            "По состоянию на 31 октября 2026 г. Запуск начался 1 ноября 2026 г. в\u00a0"
            "02:00 и занял "
            "1\u00a0минуту 5\u00a0секунд."));
  CHECK(has(page, "Все документы готовы"));
  CHECK_FALSE(has(page, "@@"));
  CHECK(has(page_of({.period = ""}), "<title>Документы на 31 октября 2026 г.</title>"));
  CHECK(has(page_of(Run{}), "В задании нет ни одного документа"));
}

TEST_CASE("the same manifest gives the same page") {
  const Run run{.documents = {record_of("a", ledger::DocumentState::made), failure("b", "B204", "no row")}};
  CHECK(page_of(run) == page_of(run));
}

TEST_CASE("no value of a manifest breaks out of its place in the page") {
  auto record = failure("a'b\"<i>&", "B204", "</span><script>alert(1)</script>");
  record.title = "</script><script>alert(1)</script><!-- \u2028 \u2029 ]]>";
  record.row = {{"short_name", "\"><img src=x onerror=alert(1)>"}};
  record.earlier = {{"x\" onclick=\"alert(1)/я:?#%.pdf", document::OutputFormat::pdf, 1, "", 1, 0, ""}};
  const auto page = page_of({.period = "<b>@@data@@", .job = "<b>.toml", .documents = {record}});
  CHECK(times(page, "<script") == 2);  // the data and the program
  CHECK(times(page, "</script") == 2);
  CHECK_FALSE(has(page, "<!--"));
  CHECK_FALSE(has(page, "<img"));
  CHECK_FALSE(has(page, "<i>"));
  CHECK_FALSE(has(page, "<b>"));
  CHECK_FALSE(has(page.substr(0, page.find("id=\"data\"")), "\" onclick"));
  CHECK(has(page, "href=\"x%22%20onclick%3D%22alert%281%29/%D1%8F%3A%3F%23%25.pdf\""));
  const auto begin = page.find("id=\"data\">");
  const auto data = page.substr(begin, page.find("</script", begin) - begin);
  CHECK(has(data, "\\u003c/script\\u003e\\u003cscript\\u003ealert(1)"));
  CHECK(has(data, "\\u2028 \\u2029"));
  CHECK_FALSE(has(data, "\u2028"));
}

TEST_CASE("failures stand before the documents, grouped by reason, with the words of the program below") {
  std::vector<ledger::DocumentRecord> documents{record_of("a", ledger::DocumentState::made)};
  for (int i = 0; i < 7; ++i) documents.push_back(failure("b" + std::to_string(i), "B204", "found no row"));
  documents.push_back(failure("c", "", "query 'a' on d.db took longer than 30 s and was stopped"));
  const auto page = page_of({.documents = documents});
  CHECK(has(page, "Не получилось: 8\u00a0документов"));
  CHECK(has(page, "<h3>В базе данных нет нужной записи: 7\u00a0документов</h3>"));
  CHECK(has(page, "<summary>Ещё 2\u00a0документа</summary>"));
  CHECK(has(page, "<h3>Не уложился в отведённое время: 1\u00a0документ</h3>"));
  CHECK(times(page,
              "<span class=\"technical\" lang=\"en\">B204: report &#39;execution&#39;: found no row\n"
              "svodka list shows them</span>") == 7);
  CHECK(page.find("id=\"failures\"") < page.find("id=\"documents\""));
  CHECK_FALSE(has(page, "Все документы готовы"));
}

TEST_CASE("a run that was interrupted or stopped says so and what to do") {
  const std::vector documents{record_of("a", ledger::DocumentState::made),
                              record_of("b", ledger::DocumentState::pending),
                              record_of("c", ledger::DocumentState::pending)};
  const auto interrupted = page_of({.state = "interrupted", .reason = "signal 15", .documents = documents});
  CHECK(has(interrupted, "Запуск прерван"));
  CHECK(has(interrupted, "Очередь не дошла до 2\u00a0документов."));
  CHECK(has(interrupted, "запустите задание ещё раз: <code>svodka batch monthly.toml</code>"));
  CHECK(has(interrupted, "<span class=\"technical\" lang=\"en\">signal 15</span>"));
  CHECK_FALSE(has(interrupted, "Все документы готовы"));
  const auto stopped = page_of(
      {.state = "stopped", .reason = "cannot write a.pdf: No space left on device", .documents = documents});
  CHECK(has(stopped, "Запуск остановлен"));
  CHECK(has(stopped, "На диске кончилось место. Очередь"));
  CHECK(has(stopped, "Освободите место и запустите задание ещё раз."));
}

TEST_CASE("warnings are remarks that do not stand among failures") {
  auto record = record_of("a", ledger::DocumentState::made);
  record.diagnostics = {{base::Severity::warning, "L102", "", "a word is wider", ""}};
  const auto page = page_of({.documents = {record}});
  CHECK(has(page, "<summary>Сделано с замечаниями: 1\u00a0документ</summary>"));
  CHECK(has(page, "Слово шире своего столбца: 1\u00a0документ"));
  CHECK(has(page, "Все документы готовы"));
}

TEST_CASE("a changed file, the new one beside it and what earlier runs left are told apart") {
  auto record = record_of("a", ledger::DocumentState::made);
  record.files = {{"a (новый).pdf", document::OutputFormat::pdf, 10, "", 4, 0, "a.pdf"}};
  record.changed_by_hand = {"a.pdf"};
  record.earlier = {{"a.pdf", document::OutputFormat::pdf, 10, "", 4, 0, ""},
                    {"a.xlsx", document::OutputFormat::xlsx, 10, "", 0, 1, ""}};
  const auto page = page_of({.documents = {record}});
  const auto begin = page.find("\"files\":[");
  CHECK(page.substr(begin, page.find("],", begin) - begin) ==
        "\"files\":[{\"path\":\"a (новый).pdf\",\"label\":\"PDF\",\"note\":\"новый\"},"
        "{\"path\":\"a.pdf\",\"label\":\"PDF\",\"note\":\"изменён вручную\"},"
        "{\"path\":\"a.xlsx\",\"label\":\"XLSX\",\"note\":\"прежний\"}");
  CHECK(has(page, "Изменён вручную: 1\u00a0документ</h2>"));
  CHECK(has(page, "<a href=\"a%20%28%D0%BD%D0%BE%D0%B2%D1%8B%D0%B9%29.pdf\""));
}

TEST_CASE("what is not run.json makes no page") {
  for (const auto* text : {"", "{}", "{\n\"format\": 2,\n\"documents\": [\n]\n}\n"})
    CHECK_THROWS_AS(page_from(text), base::Error);
}

TEST_CASE("durations, sizes and counts are written as Russian does") {
  namespace page = overview::page;
  CHECK(page::duration(0.2) == "меньше секунды");
  CHECK(page::duration(1) == "1\u00a0секунду");
  CHECK(page::duration(59.6) == "1\u00a0минуту");
  CHECK(page::duration(122) == "2\u00a0минуты 2\u00a0секунды");
  CHECK(page::duration(3600) == "1\u00a0час");
  CHECK(page::duration(18731) == "5\u00a0часов 12\u00a0минут");
  CHECK(page::size(0).empty());
  CHECK(page::size(1) == "1\u00a0КБ");
  CHECK(page::size(61234) == "60\u00a0КБ");
  CHECK(page::size(1258291) == "1,2\u00a0МБ");
  CHECK(page::size(std::uint64_t{3} << 30) == "3,0\u00a0ГБ");
  CHECK(page::documents(1) == "1\u00a0документ");
  CHECK(page::documents(11) == "11\u00a0документов");
  CHECK(page::documents(5002) ==
        "5\u00a0"
        "002\u00a0документа");
  CHECK(page::documents(1000021) ==
        "1\u00a0"
        "000\u00a0"
        "021\u00a0документ");
  CHECK(page::moment("2026-11-01T02:00:00+03:00") ==
        "1 ноября 2026 г. в\u00a0"
        "02:00");
  CHECK(page::moment("?") == "?");
}

TEST_CASE("the policy of the page allows its own style and script and nothing else") {
  namespace page = overview::page;
  CHECK(page::policy_hash("") == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  const auto made = page_of(Run{});
  CHECK(has(made, "content=\"default-src 'none'; style-src 'sha256-" + page::policy_hash(page::style) +
                      "'; script-src 'sha256-" + page::policy_hash(page::script) +
                      "'; img-src data:; base-uri 'none'; form-action 'none'\""));
}

TEST_CASE("what the environment did has a reason in plain words") {
  namespace page = overview::page;
  CHECK(page::reason_of("", "query 'a' gives more than 10 rows and was stopped").what ==
        "Слишком много строк");
  CHECK(page::reason_of("", "?").what == "Программа не смогла сделать документ");
  CHECK(page::reason_of("B299", "").what == "Шаблон и данные не подходят друг к другу");
  CHECK(page::reason_of_stop("cannot write a: Permission denied").what == "Нет прав на файл или папку");
  CHECK(page::reason_of_stop("?").what == "Помешали диск, база данных или доступ к папке");
}
