#include "xlsx/workbook.hpp"

#include <fmt/format.h>
#include <locale.h>

#include <cerrno>
#include <ctime>
#include <memory>

#include "base/error.hpp"
#include "xlsx/blocks/section.hpp"
#include "xlsx/codes.hpp"
#include "xlsx/package/library.hpp"
#include "xlsx/package/part_files.hpp"
#include "xlsx/package/zip_entries.hpp"

namespace svodka::xlsx {

namespace {

constexpr std::size_t kMaxProperty = 255;  // characters of a custom property's name or value

// The library writes numbers with printf: a comma of the locale would break the file.
class PlainNumbers {
 public:
  PlainNumbers() : locale_(newlocale(LC_NUMERIC_MASK, "C", nullptr)) {
    if (locale_ == nullptr) base::throw_errno("set", "the locale for numbers", errno);
    before_ = uselocale(locale_);
  }
  ~PlainNumbers() {
    uselocale(before_);
    freelocale(locale_);
  }
  PlainNumbers(const PlainNumbers&) = delete;
  PlainNumbers& operator=(const PlainNumbers&) = delete;

 private:
  locale_t locale_;
  locale_t before_;
};

// An unfinished workbook is closed too: only closing frees all it holds. What it writes goes to memory.
struct Abandon {
  void operator()(lxw_workbook* workbook) const { static_cast<void>(workbook_close(workbook)); }
};
using Workbook = std::unique_ptr<lxw_workbook, Abandon>;

std::size_t count_cells(const document::Document& document) {
  std::size_t cells = 0;
  for (const auto& section : document.sections) {
    for (const auto& block : section.blocks) {
      const auto* table = std::get_if<document::Table>(&block.content);
      if (table != nullptr) cells += table->rows.rows() * table->columns.size();
    }
  }
  return cells;
}

// Noon in UTC: the same day in every Russian time zone, and never 0, which the library takes for «now».
std::time_t noon(text::Date date) { return static_cast<std::time_t>(date.days()) * 86400 + 43200; }

void set_properties(lxw_workbook* workbook, const document::Document& document,
                    const document::Theme& theme) {
  auto title = one_line(document.title);
  auto subject = one_line(document.subject);
  auto author = one_line(document.author.empty() ? theme.author : document.author);
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.subject = subject.data();
  properties.author = author.data();
  properties.created = noon(document.created);
  check(workbook_set_properties(workbook, &properties), "set the properties");
}

std::string property_text(Book& book, const std::string& name, std::string_view text) {
  auto clean = one_line(text);
  if (utf16_units(clean) <= kMaxProperty) return clean;
  book.diagnostics.warning_in(property_cut, fmt::format("document property '{}'", name),
                              fmt::format("cut after {} characters", kMaxProperty));
  return std::string(first_units(clean, kMaxProperty));
}

void set_custom_properties(Book& book) {
  for (const auto& property : book.document.properties) {
    const auto name = property_text(book, property.name, property.name);
    const auto value = property_text(book, property.name, property.value);
    if (name.empty() || value.empty()) continue;  // the library refuses both; nothing is lost
    check(workbook_set_custom_property_string(book.workbook, name.c_str(), value.c_str()), "set a property");
  }
}

void fill(Book& book) {
  set_default_font(book.workbook, family_name(book.theme, 0).c_str(), kDefaultSize);
  set_properties(book.workbook, book.document, book.theme);
  set_custom_properties(book);
  for (const auto& section : book.document.sections) write_section(book, section);
  if (book.workbook->num_sheets == 0) {
    document::Section blank;
    blank.title = book.document.title;
    write_section(book, blank);
  }
}

}  // namespace

Written write_within(const document::Document& document, const document::Theme& theme, Tools tools,
                     Limits limits, base::Diagnostics& diagnostics) {
  tools.shaper.trim();
  const PlainNumbers plain_numbers;
  PartFiles parts;
  const ZipEntries entries(limits.entry_in_one_piece);
  const MemoryFile file;
  lxw_workbook_options options{};
  options.constant_memory = count_cells(document) > limits.streamed_cells ? LXW_TRUE : LXW_FALSE;
  Workbook workbook(workbook_new_opt(file.path().c_str(), &options));
  if (!workbook) throw base::Error("cannot make a workbook: out of memory");
  Book book{workbook.get(),
            document,
            theme,
            diagnostics,
            limits,
            Formats(workbook.get(), theme),
            Measure(tools.shaper, tools.breaker),
            {},
            {},
            {}};
  fill(book);
  const auto error = workbook_close(workbook.release());
  entries.check();  // knows more than the library
  check(error, "write the parts");
  parts.check();
  return {file.read_all(), parts.opened(), entries.compressed(), entries.streamed()};
}

std::string write(const document::Document& document, const document::Theme& theme, Tools tools,
                  base::Diagnostics& diagnostics) {
  return write_within(document, theme, tools, {}, diagnostics).bytes;
}

}  // namespace svodka::xlsx
