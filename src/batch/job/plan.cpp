#include "batch/job/plan.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

#include "base/suggest.hpp"
#include "batch/codes.hpp"
#include "batch/job/day_words.hpp"
#include "batch/job/file_names.hpp"
#include "batch/job/pattern.hpp"

namespace svodka::batch {

namespace {

constexpr std::size_t kMostMistakes = 20;  // of the rows of a report

std::string text_of(const text::Value& value) {
  if (const auto* date = std::get_if<text::Date>(&value)) return date->iso();
  if (const auto* number = std::get_if<double>(&value)) return fmt::format("{}", *number);
  if (const auto* number = std::get_if<std::int64_t>(&value)) return fmt::format("{}", *number);
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  return {};
}

const std::string* find(const Texts& texts, const std::string& name) {
  const auto found =
      std::find_if(texts.begin(), texts.end(), [&](const auto& entry) { return entry.first == name; });
  return found == texts.end() ? nullptr : &found->second;
}

bool is_yes(const text::Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return *number != 0;
  if (const auto* number = std::get_if<double>(&value)) return *number != 0;
  const auto text = text_of(value);  // of a computed column too: "0.0"
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_number = error == std::errc{} && end == text.data() + text.size();
  return is_number ? number != 0 : !text.empty();
}

// The documents of one report.
class ReportPlanner {
 public:
  ReportPlanner(const settings::JobReport& report, const RunDates& dates, data::Database& database,
                TakenPaths& taken, base::Diagnostics& diagnostics)
      : report_(report), dates_(dates), database_(database), taken_(taken), diagnostics_(diagnostics) {
    common_ = {{"as_of", dates.as_of.iso()}};
    if (!dates.period.empty()) common_.emplace_back("period", dates.period);
  }

  // False when rows would only repeat the mistakes.
  bool prepare(const templates::Template& found) {
    template_ = &found;
    const auto errors = diagnostics_.error_count();
    std::vector<std::string> known{"as_of", "period"};
    rows_ = query("for_each", report_.for_each, known);
    if (rows_) {
      for (const auto& column : rows_->columns()) known.push_back(column.name);
    }
    if (diagnostics_.error_count() > errors) return false;
    condition_ = query("condition", report_.condition, known);
    file_ = pattern(report_.file, known);
    for (const auto& parameter : report_.parameters) {
      parameters_.push_back(pattern(parameter.value, known).value_or(Pattern()));
    }
    check_parameters();
    return diagnostics_.error_count() == errors;
  }

  void add_documents(std::uint32_t report, std::vector<PlannedDocument>& documents) {
    if (!rows_) {
      add_document(report, {}, fmt::format("report '{}'", report_.name.text), documents);
      return;
    }
    const auto errors = diagnostics_.error_count();
    rows_->start(values_for(*rows_, {}));
    std::vector<text::Value> values;
    for (std::size_t number = 1; rows_->next(values, diagnostics_); ++number) {
      Texts row;
      for (std::size_t i = 0; i < values.size(); ++i) {
        row.emplace_back(rows_->columns()[i].name, text_of(values[i]));
      }
      const auto shown = fmt::format("{}", fmt::join(shown_values(row), ", "));
      add_document(report, std::move(row),
                   fmt::format("report '{}', row {} ({})", report_.name.text, number, shown), documents);
      if (diagnostics_.error_count() >= errors + kMostMistakes) return;
    }
  }

 private:
  std::unique_ptr<data::Query> query(std::string_view key, const settings::JobText& sql,
                                     const std::vector<std::string>& known) {
    if (!sql.given()) return nullptr;
    auto made = database_.prepare(fmt::format("{} of report '{}'", key, report_.name.text), sql.span, {},
                                  diagnostics_, text::ValueType::text);
    if (!made) return nullptr;
    for (const auto& name : made->parameters()) {
      if (is_known(name, known)) continue;
      diagnostics_.error(codes::unknown_query_parameter, sql.span,
                         fmt::format("':{}' stands for nothing here", name), advice(name, known));
    }
    return made;
  }

  std::optional<Pattern> pattern(const settings::JobText& text, const std::vector<std::string>& known) {
    std::string mistake;
    auto made = Pattern::parse(text.text, mistake);
    if (!made) {
      diagnostics_.error(codes::bad_pattern, text.span, mistake);
      return made;
    }
    for (const auto& name : made->names()) {
      if (is_known(name, known)) continue;
      diagnostics_.error(codes::bad_pattern, text.span, fmt::format("'{{{}}}' stands for nothing here", name),
                         advice(name, known));
    }
    return made;
  }

  bool is_known(const std::string& name, const std::vector<std::string>& known) const {
    if (name == "period" && dates_.period.empty() && std::count(known.begin(), known.end(), name) == 1)
      return false;
    return std::find(known.begin(), known.end(), name) != known.end();
  }

  std::string advice(const std::string& name, const std::vector<std::string>& known) const {
    if (name == "period") return "the job has no period";
    auto hint = base::did_you_mean(name, known);
    return hint.empty() ? fmt::format("there are: {}", fmt::join(known, ", ")) : hint;
  }

  void check_parameters() {
    std::vector<std::string> declared;
    for (const auto& parameter : template_->parameters) declared.push_back(parameter.name);
    for (const auto& parameter : report_.parameters) {
      if (std::find(declared.begin(), declared.end(), parameter.name) != declared.end()) continue;
      auto hint = base::did_you_mean(parameter.name, declared);
      if (hint.empty()) hint = fmt::format("it has: {}", fmt::join(declared, ", "));
      diagnostics_.error(
          codes::unknown_job_parameter, parameter.value.span,
          fmt::format("the template '{}' has no parameter '{}'", template_->name, parameter.name),
          std::move(hint));
    }
    for (const auto& parameter : template_->parameters) {
      const bool given = std::any_of(report_.parameters.begin(), report_.parameters.end(),
                                     [&](const auto& own) { return own.name == parameter.name; });
      if (given || parameter.default_value) continue;
      diagnostics_.error(codes::missing_job_parameter, report_.template_name.span,
                         fmt::format("the template '{}' needs the parameter '{}' ({})", template_->name,
                                     parameter.name, parameter.label),
                         fmt::format("parameters = {{ {} = \"…\" }}", parameter.name));
    }
  }

  static std::vector<std::string> shown_values(const Texts& row) {
    std::vector<std::string> shown;
    for (const auto& [name, value] : row) shown.push_back(fmt::format("{} '{}'", name, value));
    return shown;
  }

  std::string value_of(const std::string& name, const Texts& row) const {
    const auto* own = find(row, name);
    return own ? *own : *find(common_, name);
  }

  std::vector<std::pair<std::string, text::Value>> values_for(const data::Query& query,
                                                              const Texts& row) const {
    std::vector<std::pair<std::string, text::Value>> values;
    for (const auto& name : query.parameters()) values.emplace_back(name, text::Value{value_of(name, row)});
    return values;
  }

  bool holds(const Texts& row) {
    if (!condition_) return true;
    condition_->start(values_for(*condition_, row));
    std::vector<text::Value> values;
    const bool yes = condition_->next(values, diagnostics_) && is_yes(values.front());
    condition_->start(values_for(*condition_, row));  // lets go of further rows
    return yes;
  }

  void add_document(std::uint32_t report, Texts row, const std::string& record,
                    std::vector<PlannedDocument>& documents) {
    if (!holds(row)) return;
    PlannedDocument document{report, {}, arguments(row, record), {}};
    if (!check_values(row, record)) return;
    document.path = file_->expand([&](const std::string& name) { return value_of(name, row); });
    if (auto reason = unfit_path(document.path); !reason.empty()) {
      unfit(record, document.path, reason);
      return;
    }
    if (const auto other = taken_.take(document.path); !other.empty()) {
      diagnostics_.error_in(
          codes::name_collision, record,
          other == document.path
              ? fmt::format("another document is called '{}' already", other)
              : fmt::format("'{}' and '{}' are one name on some disks", document.path, other),
          "name what tells the documents apart in 'file'");
      return;
    }
    document.row = std::move(row);
    documents.push_back(std::move(document));
  }

  // A value must not make folders, or climb out of them.
  bool check_values(const Texts& row, const std::string& record) {
    for (const auto& name : file_->names()) {
      const auto value = value_of(name, row);
      if (name == "period" && !find(row, name)) continue;
      if (const auto reason = unfit_value(value); !reason.empty()) {
        diagnostics_.error_in(
            codes::unfit_file_name, record,
            fmt::format("'{}' ({}) cannot be a part of a file name: {}", value, name, reason));
        return false;
      }
    }
    return true;
  }

  void unfit(const std::string& record, const std::string& path, const std::string& reason) {
    diagnostics_.error_in(codes::unfit_file_name, record,
                          fmt::format("'{}' cannot be a file name: {}", path, reason));
  }

  bind::Arguments arguments(const Texts& row, const std::string& record) {
    bind::Arguments made;
    for (std::size_t i = 0; i < report_.parameters.size(); ++i) {
      const auto& name = report_.parameters[i].name;
      auto text = parameters_[i].expand([&](const std::string& word) { return value_of(word, row); });
      const auto declared = std::find_if(template_->parameters.begin(), template_->parameters.end(),
                                         [&](const auto& parameter) { return parameter.name == name; });
      if (declared->type == templates::ParameterType::period) {
        if (auto period = period_of(text, dates_.as_of); !period.empty()) text = std::move(period);
      } else if (declared->type == templates::ParameterType::date) {
        if (const auto day = day_of(text, dates_.as_of)) text = day->iso();
      }
      made.emplace_back(name, std::move(text));
    }
    base::Diagnostics own;
    bind::check_arguments(*template_, made, own);
    for (auto diagnostic : own.all()) {
      diagnostic.context = record;
      diagnostic.hint.clear();
      diagnostics_.add(std::move(diagnostic));
    }
    return made;
  }

  const settings::JobReport& report_;
  const RunDates& dates_;
  data::Database& database_;
  TakenPaths& taken_;
  base::Diagnostics& diagnostics_;
  const templates::Template* template_ = nullptr;
  Texts common_;
  std::unique_ptr<data::Query> rows_, condition_;
  std::optional<Pattern> file_;
  std::vector<Pattern> parameters_;  // parallel to the report's
};

bool is_wanted(const settings::JobReport& report, const JobChanges& changes) {
  return changes.only.empty() ||
         std::find(changes.only.begin(), changes.only.end(), report.name.text) != changes.only.end();
}

void check_only(const settings::Job& job, const JobChanges& changes, base::Diagnostics& diagnostics) {
  std::vector<std::string> names;
  for (const auto& report : job.reports) names.push_back(report.name.text);
  for (const auto& name : changes.only) {
    if (std::find(names.begin(), names.end(), name) != names.end()) continue;
    auto hint = base::did_you_mean(name, names);
    if (hint.empty()) hint = fmt::format("there are: {}", fmt::join(names, ", "));
    diagnostics.error_in(codes::unknown_report, "--only", fmt::format("the job has no report '{}'", name),
                         std::move(hint));
  }
}

// A name is looked for in the folders; a path is relative to the job.
std::filesystem::path template_file(const settings::Job& job, const settings::JobReport& report,
                                    const report::TemplateFiles& files, base::Diagnostics& diagnostics) {
  const auto& name = report.template_name.text;
  if (name.ends_with(".xml")) return job.folder / name;
  base::Diagnostics own;
  auto path = files.find(name, own);
  for (auto diagnostic : own.all()) {
    diagnostic.context.clear();
    diagnostic.span = report.template_name.span;
    diagnostics.add(std::move(diagnostic));
  }
  return path;
}

}  // namespace

Plan make_plan(const settings::Job& job, const JobChanges& changes, const RunDates& dates,
               const report::TemplateFiles& files, data::Database& database, base::Diagnostics& diagnostics) {
  Plan plan;
  TakenPaths taken;
  check_only(job, changes, diagnostics);
  for (std::size_t i = 0; i < job.reports.size(); ++i) {
    const auto& report = job.reports[i];
    if (!is_wanted(report, changes)) continue;
    base::Diagnostics own;
    const auto file = template_file(job, report, files, own);
    if (!own.has_errors()) {
      const auto found = report::read_template(file, own);
      const auto program = own.has_errors() ? nullptr : bind::compile(found, database, own).program;
      if (program) {
        ReportPlanner planner(report, dates, database, taken, own);
        const auto number = static_cast<std::uint32_t>(plan.reports.size());
        plan.reports.push_back({i, program, bind::digest_of(*program)});
        if (planner.prepare(bind::template_of(*program))) planner.add_documents(number, plan.documents);
      }
    }
    diagnostics.append(own);
  }
  return plan;
}

}  // namespace svodka::batch
