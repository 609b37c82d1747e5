#include "settings/job_file.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "settings/codes.hpp"
#include "settings/toml/reader.hpp"

namespace svodka::settings {

namespace {

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

class JobReader : TomlReader {
 public:
  JobReader(const base::SourcePtr& source, const std::filesystem::path& folder,
            base::Diagnostics& diagnostics)
      : TomlReader(source, {codes::bad_job_toml, codes::unknown_job_key, codes::bad_job_value}, diagnostics) {
    job_.name = source->name;
    job_.folder = folder;
  }

  Job read() {
    const auto parsed = parse();
    if (!parsed) return job_;
    double rows = static_cast<double>(job_.row_limit);
    read_table(*parsed,
               {{"database", placed(job_.database)},
                {"output", placed(job_.output)},
                {"as_of", placed(job_.as_of)},
                {"period", placed(job_.period)},
                {"templates", placed(job_.templates)},
                {"theme", placed(job_.theme)},
                {"time_limit", number(job_.time_limit, 1, 0.001, 86400)},
                {"row_limit", number(rows, 1, 1, 1e9)},
                {"report", {"tables [[report]]", [this](const toml::node& n) { return read_reports(n); }}}});
    job_.row_limit = static_cast<std::int64_t>(rows);
    const base::SourceSpan begin{source_, 0, 1};
    require(job_.database, "database", begin);
    require(job_.output, "output", begin);
    if (job_.reports.empty() && !parsed->contains("report")) {
      diagnostics_.error(codes::missing_job_key, begin, "the job has no [[report]]");
    }
    return std::move(job_);
  }

 private:
  void require(const JobText& text, std::string_view key, const base::SourceSpan& where) {
    if (!text.given()) diagnostics_.error(codes::missing_job_key, where, fmt::format("'{}' is missing", key));
  }

  // A text that is not empty.
  Key placed(JobText& target) {
    return {"a text", [this, &target](const toml::node& node) {
              const auto value = node.value<std::string>();
              if (!value || value->empty()) return false;
              target = {*value, span(node)};
              return true;
            }};
  }

  // In a literal, or a text without escapes, every byte of the SQL stands in the file as it is.
  Key sql(JobText& target) {
    return {"a query", [this, &target](const toml::node& node) {
              const auto value = node.value<std::string>();
              if (!value || value->empty()) return false;
              target = {*value, span(node)};
              const auto written = base::text_of(target.span);
              if (const auto at = written.find(*value); at != std::string_view::npos) {
                target.span.begin += at;
                target.span.end = target.span.begin + value->size();
              } else {
                target.span = {base::make_source(source_->name, *value), 0, value->size()};
              }
              return true;
            }};
  }

  bool read_reports(const toml::node& node) {
    if (!node.is_array_of_tables()) return false;
    for (const auto& element : *node.as_array()) {
      JobReport report;
      report.span = span(element);
      report.span.end = report.span.begin + 1;
      read_report(*element.as_table(), report);
      for (const auto& other : job_.reports) {
        if (report.name.given() && other.name.text == report.name.text) {
          diagnostics_.error(codes::duplicate_report, report.name.span,
                             fmt::format("two reports are called '{}'", report.name.text));
        }
      }
      job_.reports.push_back(std::move(report));
    }
    return true;
  }

  void read_report(const toml::table& node, JobReport& report) {
    const Key name{"Latin letters, digits, '_' and '-'", [this, &report](const toml::node& value) {
                     report.name = {value.value<std::string>().value_or(""), span(value)};
                     return is_name(report.name.text);
                   }};
    const Key formats{"a list of \"pdf\" and \"xlsx\", each once",
                      [&report](const toml::node& value) { return read_formats(value, report.formats); }};
    const Key standard{"\"a-2a\", \"a-2b\" or \"none\"", [&report](const toml::node& value) {
                         const auto text = value.value<std::string>().value_or("");
                         report.standard = text == "a-2b"   ? pdf::Standard::a2b
                                           : text == "none" ? pdf::Standard::none
                                                            : pdf::Standard::a2a;
                         return text == "a-2a" || text == "a-2b" || text == "none";
                       }};
    read_table(node, {{"name", name},
                      {"title", text(report.title)},
                      {"template", placed(report.template_name)},
                      {"file", placed(report.file)},
                      {"formats", formats},
                      {"standard", standard},
                      {"parameters", table([&](const toml::table& t) { read_parameters(t, report); })},
                      {"for_each", sql(report.for_each)},
                      {"condition", sql(report.condition)}});
    require(report.name, "name", report.span);
    require(report.template_name, "template", report.span);
    require(report.file, "file", report.span);
    if (report.title.empty()) report.title = report.name.text;
  }

  static bool read_formats(const toml::node& node, std::vector<document::OutputFormat>& formats) {
    if (!node.is_array() || node.as_array()->empty()) return false;
    formats.clear();
    for (const auto& element : *node.as_array()) {
      const auto text = element.value<std::string>().value_or("");
      const auto format = text == "pdf" ? document::OutputFormat::pdf : document::OutputFormat::xlsx;
      if ((text != "pdf" && text != "xlsx") || std::count(formats.begin(), formats.end(), format) > 0)
        return false;
      formats.push_back(format);
    }
    return true;
  }

  void read_parameters(const toml::table& node, JobReport& report) {
    Keys keys;
    for (const auto& [key, unused] : node) {
      const std::string name(key.str());
      keys[name] = {"a text or a whole number", [this, name, &report](const toml::node& value) {
                      if (!value.is_string() && !value.is_integer()) return false;
                      const auto text = value.is_string() ? value.value_or(std::string())
                                                          : std::to_string(value.value_or(std::int64_t{0}));
                      report.parameters.push_back({name, {text, span(value)}});
                      return true;
                    }};
    }
    read_table(node, keys);
  }

  Job job_;
};

}  // namespace

Job read_job(const base::SourcePtr& source, const std::filesystem::path& folder,
             base::Diagnostics& diagnostics) {
  return JobReader(source, folder, diagnostics).read();
}

}  // namespace svodka::settings
