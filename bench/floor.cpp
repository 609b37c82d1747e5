#include "bench/floor.hpp"

#include <algorithm>
#include <cstdio>

#include "base/files.hpp"
#include "bench/measure.hpp"
#include "report/template_files.hpp"
#include "xlsx/package/library.hpp"
#include "xlsx/package/part_files.hpp"

namespace svodka::bench {

Floor report_floor() {
  return {{{"Поручения",
            {"ОТЧЁТ", "об исполнении поручений за октябрь 2026 г.", "Муниципальное бюджетное учреждение",
             "по состоянию на 31 октября 2026 г."},
            {{"assignments",
              {{"№ п/п", "place", Kind::whole, 5},
               {"Пункт", "full_number", Kind::centred, 11},
               {"Содержание поручения", "text", Kind::text, 32},
               {"исходный", "due_original", Kind::date, 11},
               {"новый", "due_new", Kind::date, 11},
               {"Ответственный, соисполнители", "role_name+partners+controller_name", Kind::text, 13},
               {"Информация об исполнении", "done+reasons", Kind::text, 24},
               {"План / факт", "target_full_text+actual_text", Kind::text, 9},
               {"Состояние", "state_name+timeliness_name+control_name", Kind::state, 12},
               {"Предложение", "proposal_name", Kind::text, 10},
               {"Подтверждение", "evidence", Kind::text, 10}},
              "document"}},
            true},
           {"Итоги",
            {"Итоги за октябрь 2026 г.", "Состояние поручений"},
            {{"axes",
              {{"Признак", "name", Kind::text, 60},
               {"Количество", "items", Kind::whole, 20},
               {"Доля", "share", Kind::percent, 14}},
              "axis_name",
              false,
              2},
             {"discipline",
              {{"Направление", "direction_name", Kind::text, 60},
               {"Срок наступил", "due_count", Kind::whole, 20},
               {"Исполнено", "done_count", Kind::whole, 20},
               {"из них в срок", "on_time_count", Kind::whole, 20},
               {"Просрочено", "overdue_count", Kind::whole, 20},
               {"Дисциплина", "discipline", Kind::percent, 20},
               {"Исполнено в срок", "on_time_share", Kind::percent, 20}}},
             {"changes",
              {{"Пункт", "full_number", Kind::text, 14},
               {"Решение", "what", Kind::text, 30},
               {"Причина, примечание", "reason", Kind::text, 30},
               {"Кто решил", "who", Kind::text, 16},
               {"Дата", "day", Kind::date, 11}},
              "document"},
             {"evidence",
              {{"Пункт", "full_number", Kind::text, 14},
               {"Документ", "title", Kind::text, 40},
               {"Файл или ссылка", "file+url", Kind::text, 40}},
              "document"}}},
           {"Показатели",
            {"Показатели"},
            {{"indicators",
              {{"Период", "period", Kind::text, 20},
               {"План", "plan_text", Kind::text, 16},
               {"Факт", "fact", Kind::decimal, 9},
               {"Выполнение", "attainment", Kind::percent, 12},
               {"Изменение", "change", Kind::decimal, 12},
               {"Уровень", "band_name", Kind::text, 15},
               {"Баллы", "points", Kind::decimal, 8},
               {"Примечание", "note+provenance", Kind::text, 20}},
              "code"}},
            true},
           {"Реестр",
            {},
            {{"assignments",
              {{"№ п/п", "place", Kind::whole, 5},
               {"Организация", "addressee_name", Kind::text, 15},
               {"Документ", "document", Kind::text, 16},
               {"Пункт", "full_number", Kind::text, 10},
               {"Вид", "modality_name", Kind::text, 13},
               {"Направление", "direction_name", Kind::text, 18},
               {"Содержание поручения", "text", Kind::text, 32},
               {"Роль", "role_name", Kind::text, 12},
               {"Контролирует", "controller_name", Kind::text, 14},
               {"Поручено", "assigned_on", Kind::date, 10},
               {"Исходный срок", "due_original", Kind::date, 10},
               {"Срок", "due", Kind::date, 10},
               {"Срок словами", "due_text", Kind::text, 18},
               {"Продлений", "extension_count", Kind::whole, 10},
               {"Исполнено", "executed_on", Kind::date, 10},
               {"Готовность", "percent", Kind::percent, 12},
               {"План", "target_full_text", Kind::text, 18},
               {"Факт", "actual", Kind::decimal, 7},
               {"Единица", "unit", Kind::text, 10},
               {"Выполнение плана", "attainment", Kind::percent, 12},
               {"Информация об исполнении", "done", Kind::text, 24},
               {"Причины неисполнения", "reasons", Kind::text, 16},
               {"Состояние", "state_name", Kind::text, 13},
               {"Соблюдение сроков", "timeliness_name", Kind::state, 13},
               {"Дней просрочки", "overdue_days", Kind::whole, 10},
               {"Контроль", "control_name", Kind::text, 14},
               {"Предложение", "proposal_name", Kind::text, 14},
               {"Подтверждение", "evidence", Kind::text, 18},
               {"Сведения за период", "last_period", Kind::text, 14},
               {"Представил", "submitted_by_name", Kind::text, 14},
               {"Представлено", "submitted_on", Kind::date, 12},
               {"Принято", "accepted_on", Kind::date, 10},
               {"На проверке", "pending", Kind::whole, 10}},
              nullptr,
              true}},
            true},
           {"История",
            {},
            {{"history",
              {{"Пункт", "full_number", Kind::text, 10},
               {"Содержание поручения", "text", Kind::text, 30},
               {"Отчётный период", "period", Kind::text, 14},
               {"Редакция", "revision", Kind::whole, 8},
               {"Состояние", "state_name", Kind::text, 13},
               {"Выполнение", "percent", Kind::percent, 10},
               {"Факт", "actual", Kind::decimal, 8},
               {"Информация об исполнении", "done", Kind::text, 25},
               {"Причины неисполнения", "reasons", Kind::text, 20},
               {"Исполнено", "executed_on", Kind::date, 10},
               {"Предложение", "proposed", Kind::text, 13},
               {"Продлить до", "proposal_until", Kind::date, 10},
               {"Представил", "submitted_by_name", Kind::text, 15},
               {"Представлено", "submitted_on", Kind::date, 10},
               {"Решение", "review_name", Kind::text, 14},
               {"Кто принял решение", "reviewed_by_name", Kind::text, 15},
               {"Когда", "reviewed_on", Kind::date, 10},
               {"Замечание", "review_note", Kind::text, 20}}}},
            true}}};
}

Floor register_floor(int rows) {
  return {{{"Реестр",
            {},
            {{"cells",
              {{"№ п/п", "place", Kind::whole, 8},
               {"Организация", "school", Kind::text, 20},
               {"Территория", "area", Kind::text, 18},
               {"Документ", "document", Kind::text, 20},
               {"Содержание поручения", "task", Kind::text, 22},
               {"Срок", "due", Kind::date, 11},
               {"Исполнено", "executed", Kind::date, 11},
               {"Обучающихся", "pupils", Kind::whole, 14},
               {"Факт", "fact", Kind::decimal, 10},
               {"Доля", "share", Kind::percent, 9},
               {"Состояние", "state", Kind::text, 16},
               {"Примечание", "note", Kind::text, 20}}}},
            true}},
          rows * 12 > 200000};  // as the program's
}

namespace {

using xlsx::check;

double serial(const char* iso) {
  int year = 0, month = 0, day = 0;
  if (std::sscanf(iso, "%d-%d-%d", &year, &month, &day) != 3) fail("not a date");
  month += month > 2 ? -3 : 9;  // days from civil, by Howard Hinnant
  year -= month > 9 ? 1 : 0;
  const int century = year / 100;
  return 365 * year + year / 4 - century + century / 4 + (153 * month + 2) / 5 + day - 1 - 693899;
}

using Indices = std::vector<int>;

// Of the columns that «a+b» names.
Indices indices_of(sqlite3_stmt* statement, std::string_view names) {
  Indices indices;
  while (!names.empty()) {
    const auto name = names.substr(0, names.find('+'));
    names.remove_prefix(std::min(name.size() + 1, names.size()));
    int index = sqlite3_column_count(statement) - 1;
    while (index >= 0 && sqlite3_column_name(statement, index) != name) --index;
    if (index < 0) fail("no column " + std::string(name));
    indices.push_back(index);
  }
  return indices;
}

const char* text_of(sqlite3_stmt* statement, int index) {
  return reinterpret_cast<const char*>(sqlite3_column_text(statement, index));
}

class Hand {
 public:
  Hand(lxw_workbook* book) : book_(book) {
    for (int kind = 0; kind < 7; ++kind) formats_.push_back(format(static_cast<Kind>(kind)));
    header_ = base();
    format_set_bold(header_);
    format_set_align(header_, LXW_ALIGN_CENTER);
    format_set_bg_color(header_, 0xE7E6E6);
    line_ = workbook_add_format(book_);
    format_set_bold(line_);
  }

  void write(const Floor& floor, const std::vector<std::vector<sqlite3_stmt*>>& statements) {
    for (const auto& plan : floor.sheets) open(plan);
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      for (std::size_t j = 0; j < floor.sheets[i].tables.size(); ++j) {
        if (floor.sheets[i].tables[j].with_first) continue;
        std::vector<Target> targets{target(i, floor.sheets[i].tables[j], statements[i][j])};
        for (std::size_t k = 1; i == 0 && k < pages_.size(); ++k) {
          const auto& table = floor.sheets[k].tables.front();
          if (table.with_first) targets.push_back(target(k, table, statements[i][j]));
        }
        rows(targets, statements[i][j]);
      }
    }
  }

 private:
  lxw_format* base() {
    auto* format = workbook_add_format(book_);
    format_set_font_name(format, "Times New Roman");
    format_set_font_size(format, 10);
    format_set_border(format, LXW_BORDER_THIN);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    format_set_text_wrap(format);
    return format;
  }

  lxw_format* format(Kind kind) {
    auto* format = base();
    if (kind == Kind::date) format_set_num_format(format, "dd.mm.yyyy");
    if (kind == Kind::whole) format_set_num_format(format, "#,##0");
    if (kind == Kind::decimal) format_set_num_format(format, "#,##0.00");
    if (kind == Kind::percent) format_set_num_format(format, "0.0\" %\"");
    if (kind == Kind::state) format_set_bg_color(format, 0xE2F0D9);
    if (kind == Kind::centred || kind == Kind::date) format_set_align(format, LXW_ALIGN_CENTER);
    return format;
  }

  struct Page {
    lxw_worksheet* sheet;
    bool filter;
    lxw_row_t row = 0;
  };
  struct Target {
    const FloorTable* plan;
    Page* page;
    lxw_row_t first;  // under the header
    std::vector<Indices> cells;
    int group = -1;
    std::string title = {};
  };

  void open(const FloorSheet& plan) {
    auto* sheet = workbook_add_worksheet(book_, plan.name);
    pages_.push_back({sheet, plan.filter});
    const auto& columns = plan.tables.back().columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      check(worksheet_set_column(sheet, column, column, columns[i].width, nullptr), "set a column");
    }
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9);
    const auto last = static_cast<lxw_col_t>(columns.size() - 1);
    for (const auto* text : plan.lines) {
      auto& row = pages_.back().row;
      check(worksheet_merge_range(sheet, row, 0, row, last, text, line_), "merge");
      ++row;
    }
  }

  Target target(std::size_t page, const FloorTable& plan, sqlite3_stmt* statement) {
    Target made{&plan, &pages_[page], pages_[page].row + 1, {}};
    for (std::size_t i = 0; i < plan.columns.size(); ++i) {
      const auto& column = plan.columns[i];
      worksheet_write_string(made.page->sheet, made.page->row, static_cast<lxw_col_t>(i), column.title,
                             header_);
      made.cells.push_back(indices_of(statement, column.name));
    }
    ++made.page->row;
    if (plan.group != nullptr) made.group = indices_of(statement, plan.group).front();
    return made;
  }

  void rows(std::vector<Target>& targets, sqlite3_stmt* statement) {
    while (sqlite3_step(statement) == SQLITE_ROW) {
      for (auto& target : targets) {
        sheet_ = target.page->sheet;
        row_ = target.page->row;
        const auto count = target.plan->columns.size();
        if (target.group >= 0) title(text_of(statement, target.group), count, target.title);
        for (std::size_t i = 0; i < count; ++i) {
          cell(statement, target.cells[i], static_cast<lxw_col_t>(i), target.plan->columns[i].kind);
        }
        target.page->row = row_ + 1;
      }
    }
    sqlite3_reset(statement);
    for (auto& target : targets) finish(target);
  }

  void finish(Target& target) {
    auto* sheet = target.page->sheet;
    if (target.page->filter) {
      const auto last = static_cast<lxw_col_t>(target.plan->columns.size() - 1);
      worksheet_autofilter(sheet, target.first - 1, 0, target.page->row - 1, last);
      worksheet_freeze_panes(sheet, target.first, 0);
      worksheet_repeat_rows(sheet, target.first - 1, target.first - 1);
    }
    if (target.plan->total == 0) return;
    const auto column = static_cast<lxw_col_t>(target.plan->total - 1);
    const auto formula = fmt::format("=SUM({0}{1}:{0}{2})", static_cast<char>('A' + column), target.first + 1,
                                     target.page->row);
    worksheet_write_formula_num(sheet, target.page->row++, column, formula.c_str(), header_, 1);
  }

  void title(const char* text, std::size_t columns, std::string& title) {
    if (text == nullptr || title == text) return;
    title = text;
    worksheet_write_string(sheet_, row_, 0, text, header_);
    for (std::size_t i = 1; i < columns; ++i) {
      worksheet_write_blank(sheet_, row_, static_cast<lxw_col_t>(i), header_);
    }
    ++row_;
  }

  void cell(sqlite3_stmt* statement, const Indices& indices, lxw_col_t column, Kind kind) {
    auto* format = formats_[static_cast<std::size_t>(kind)];
    const auto index = indices.front();
    const auto type = sqlite3_column_type(statement, index);
    auto error = LXW_NO_ERROR;
    if (indices.size() > 1) {
      joined_.clear();
      for (const auto part : indices) {
        const auto* text = text_of(statement, part);
        if (text != nullptr) joined_ += joined_.empty() ? text : std::string("\n") + text;
      }
      error = worksheet_write_string(sheet_, row_, column, joined_.c_str(), format);
    } else if (type == SQLITE_NULL) {
      error = worksheet_write_blank(sheet_, row_, column, format);
    } else if (kind == Kind::date) {
      error = worksheet_write_number(sheet_, row_, column, serial(text_of(statement, index)), format);
    } else if (type == SQLITE_TEXT) {
      error = worksheet_write_string(sheet_, row_, column, text_of(statement, index), format);
    } else {
      error = worksheet_write_number(sheet_, row_, column, sqlite3_column_double(statement, index), format);
    }
    check(error, "write a cell");
  }

  lxw_workbook* book_;
  std::vector<Page> pages_;
  lxw_worksheet* sheet_ = nullptr;  // of the current row
  lxw_row_t row_ = 0;
  std::vector<lxw_format*> formats_;
  lxw_format* header_ = nullptr;
  lxw_format* line_ = nullptr;
  std::string joined_;
};

}  // namespace

FloorWriter::FloorWriter(const Floor& floor, const std::string& template_file, const std::string& database)
    : floor_(floor), functions_{*text::Date::parse("2026-10-31"), {}} {
  if (sqlite3_open_v2(database.c_str(), &database_, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK)
    fail(database);
  sqlite::register_functions(database_, functions_);
  base::Diagnostics diagnostics;
  const auto report = report::read_template(template_file, diagnostics);
  if (diagnostics.has_errors()) fail(base::render(diagnostics));
  for (const auto& sheet : floor_.sheets) {
    statements_.emplace_back();
    for (const auto& table : sheet.tables) {
      const auto query = std::find_if(report.queries.begin(), report.queries.end(),
                                      [&](const auto& other) { return other.name == table.query; });
      if (query == report.queries.end()) fail("no query " + std::string(table.query));
      const auto& sql = query->sql.text();
      auto& statement = statements_.back().emplace_back();
      if (sqlite3_prepare_v2(database_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) {
        fail(sqlite3_errmsg(database_));
      }
    }
  }
}

FloorWriter::~FloorWriter() {
  for (const auto& sheet : statements_) {
    for (auto* statement : sheet) sqlite3_finalize(statement);
  }
  sqlite3_close(database_);
}

void FloorWriter::write(const bind::Arguments& arguments, const std::string& path) {
  for (const auto& sheet : statements_) {
    for (auto* statement : sheet) {
      for (const auto& [name, value] : arguments) {
        const int index = sqlite3_bind_parameter_index(statement, (":" + name).c_str());
        if (index == 0) continue;
        if (name == "rows") {
          sqlite3_bind_int(statement, index, std::stoi(value));
        } else {
          sqlite3_bind_text(statement, index, value.c_str(), -1, SQLITE_TRANSIENT);
        }
      }
    }
  }
  const xlsx::PartFiles parts;  // and no ZipEntries: minizip deflates by zlib, as for any program
  const xlsx::MemoryFile file;
  lxw_workbook_options options{};
  options.constant_memory = floor_.streamed ? LXW_TRUE : LXW_FALSE;
  auto* book = workbook_new_opt(file.path().c_str(), &options);
  Hand(book).write(floor_, statements_);
  check(workbook_close(book), "close");
  parts.check();
  base::write_file(path, file.read_all());
}

}  // namespace svodka::bench
