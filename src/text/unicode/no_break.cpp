#include "text/unicode/no_break.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "text/unicode/digits.hpp"

namespace svodka::text {

namespace {

constexpr auto kMonths = std::to_array<std::string_view>(
    {"января",  "февраля", "марта",    "апреля",  "мая",     "июня",     "июля",    "августа", "сентября",
     "октября", "ноября",  "декабря",  "январь",  "февраль", "март",     "апрель",  "май",     "июнь",
     "июль",    "август",  "сентябрь", "октябрь", "ноябрь",  "декабрь",  "январе",  "феврале", "марте",
     "апреле",  "мае",     "июне",     "июле",    "августе", "сентябре", "октябре", "ноябре",  "декабре"});
constexpr auto kYearWords = std::to_array<std::string_view>(
    {"г", "гг", "год", "года", "году", "годом", "годе", "годы", "годов", "годам", "годах"});
constexpr auto kUnits = std::to_array<std::string_view>(
    {"%",       "‰",       "°C",          "°С",      "₽",  "€",   "$",    "руб",    "рублей",  "рубля",
     "рубль",   "коп",     "тыс",         "млн",     "млрд", "мм",  "см",   "дм",     "м",       "км",
     "га",      "кв",      "куб",         "кг",      "мг",   "т",   "ц",    "л",      "мл",      "ч",
     "час",     "часа",    "часов",       "мин",     "сек",  "шт",  "экз",  "чел",    "человек", "человека",
     "кВт",     "Гб",      "Мб",          "Мбит/с",  "м²",   "м³",  "п.п",  "кл",     "балл",    "балла",
     "баллов",  "рабочих", "календарных", "учебных", "дней", "дня", "день", "недель", "недели",  "неделю",
     "месяцев", "месяца",  "минут",       "часах"});
constexpr auto kUnitsBeforeUnits = std::to_array<std::string_view>({"тыс.", "млн", "млрд", "кв.", "куб."});
constexpr auto kNumberSigns = std::to_array<std::string_view>({"№", "№№", "§", "§§"});
// Words that a number completes: «п. 5», «ст. 12», «каб. 12».
constexpr auto kBeforeNumbers =
    std::to_array<std::string_view>({"п.", "пп.", "подп.", "ч.", "ст.", "гл.", "разд.", "с.", "стр.", "рис.",
                                     "табл.", "прил.", "д.", "корп.", "кв.", "каб.", "ауд."});
constexpr auto kBeforePlaces =
    std::to_array<std::string_view>({"г.", "с.", "п.", "пос.", "дер.", "ул.", "пер.", "пл.", "пр."});
// After «т.»: и так далее, и тому подобное, то есть …
constexpr auto kAfterT = std::to_array<std::string_view>({"д.", "п.", "е.", "к.", "ч.", "н.", "о."});
constexpr auto kSurnameEndings = std::to_array<std::string_view>(
    {"ов",   "ев",   "ёв",   "ин",   "ын",   "ова", "ева", "ёва", "ина", "ына", "ский", "цкий",
     "ской", "цкой", "ская", "цкая", "енко", "ко",  "ых",  "их",  "ян",  "дзе", "швили"});
constexpr auto kDashes = std::to_array<std::string_view>({"–", "—", "-", "―"});
constexpr auto kOpeningMarks = std::to_array<std::string_view>({"(", "«", "\"", "„", "["});
// The dot is not among them: it tells an abbreviation.
constexpr auto kClosingMarks =
    std::to_array<std::string_view>({")", "»", "\"", "“", "]", ",", ";", ":", "!", "?"});

template <typename Words>
bool is_one_of(std::string_view word, const Words& words) {
  return std::ranges::find(words, word) != words.end();
}

constexpr std::string_view kNoBreakSpace = "\u00A0";

// The run of characters other than spaces that ends before `end`, or begins at `begin`.
std::string_view word_before(std::string_view text, std::size_t end) {
  while (end > 0 && text[end - 1] == ' ') --end;
  const auto before = text.substr(0, end);
  const auto space = before.find_last_of(" \n");
  auto word = space == std::string_view::npos ? before : before.substr(space + 1);
  const auto joined = word.rfind(kNoBreakSpace);
  if (joined != std::string_view::npos) word.remove_prefix(joined + kNoBreakSpace.size());
  return word;
}

std::string_view word_after(std::string_view text, std::size_t begin) {
  const auto word = text.substr(begin, text.find_first_of(" \n", begin) - begin);
  return word.substr(0, word.find(kNoBreakSpace));
}

std::string_view without_opening(std::string_view word) {
  for (;;) {
    const auto size = word.size();
    for (const auto mark : kOpeningMarks) {
      if (word.starts_with(mark)) word.remove_prefix(mark.size());
    }
    if (word.size() == size) return word;
  }
}

std::string_view without_closing(std::string_view word) {
  for (;;) {
    const auto size = word.size();
    for (const auto mark : kClosingMarks) {
      if (word.ends_with(mark)) word.remove_suffix(mark.size());
    }
    if (word.size() == size) return word;
  }
}

std::string_view without_dot(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  return word;
}

bool is_number(std::string_view word) { return !word.empty() && std::ranges::all_of(word, is_digit); }

bool ends_in_digit(std::string_view word) { return !word.empty() && is_digit(word.back()); }
bool starts_with_digit(std::string_view word) { return !word.empty() && is_digit(word.front()); }

bool is_upper(char32_t c) { return u_isUUppercase(static_cast<UChar32>(c)); }
bool is_lower(char32_t c) { return u_isULowercase(static_cast<UChar32>(c)); }

// A capital and at least one small letter, then letters and hyphens only: «Петров-Водкин».
bool is_capitalised(std::string_view word) {
  std::size_t at = 0;
  if (word.empty() || !is_upper(base::next_code_point(word, at))) return false;
  bool small = false;
  while (at < word.size()) {
    const auto c = base::next_code_point(word, at);
    small = small || is_lower(c);
    if (c != U'-' && !u_isalpha(static_cast<UChar32>(c))) return false;
  }
  return small;
}

// «И.», «И.П.», «Ж.-П.»
bool is_initials(std::string_view word) {
  if (word.empty()) return false;
  for (std::size_t at = 0; at < word.size();) {
    if (at > 0 && word[at] == '-') ++at;
    if (at >= word.size() || !is_upper(base::next_code_point(word, at))) return false;
    if (at >= word.size() || word[at] != '.') return false;
    ++at;
  }
  return true;
}

bool looks_like_surname(std::string_view word) {
  return std::ranges::any_of(kSurnameEndings, [&](auto ending) { return word.ends_with(ending); });
}

bool is_month(std::string_view word) { return is_one_of(word, kMonths); }

bool is_year_word(std::string_view word) { return is_one_of(word, kYearWords); }

bool is_unit(std::string_view word) { return is_one_of(word, kUnits); }

bool divides_number(std::string_view before, std::string_view after) {
  if (is_one_of(before, kNumberSigns)) return true;
  if (starts_with_digit(after)) return is_one_of(before, kBeforeNumbers);
  const auto next = without_dot(after);
  if (ends_in_digit(before)) return is_unit(next) || is_year_word(next) || is_month(next);
  return is_one_of(before, kUnitsBeforeUnits) && is_unit(next);
}

bool divides_date(std::string_view before, std::string_view after) {
  if (is_month(before)) return is_number(without_dot(after).substr(0, 4)) && without_dot(after).size() >= 4;
  const bool roman = !before.empty() && before.find_first_not_of("IVX") == std::string_view::npos;
  if (roman) return after.starts_with("квартал") || after.starts_with("полугоди") || after.starts_with("век");
  return before.starts_with("квартал") && starts_with_digit(after);
}

bool divides_abbreviation(std::string_view before, std::string_view after, bool after_number) {
  if (before == "т.") return is_one_of(after, kAfterT);
  // «2026 г. Школы» ends a date; «г. Северный» names a town.
  return !after_number && is_one_of(before, kBeforePlaces) && is_capitalised(without_dot(after));
}

// The first word from `begin` on that is not initials, without its punctuation.
std::string_view word_past_initials(std::string_view text, std::size_t begin) {
  for (;;) {
    while (begin < text.size() && text[begin] == ' ') ++begin;
    const auto word = word_after(text, begin);
    if (!is_initials(word)) return without_dot(without_closing(word));
    begin += word.size();
  }
}

// Initials lead to the surname after them; a word before them is bound only when it looks like a surname too
// («Директор И. П. Иванов»), or when no surname follows.
bool divides_name(std::string_view before, std::string_view after, std::string_view text,
                  std::size_t offset) {
  if (is_initials(before)) return is_initials(after) || is_capitalised(without_dot(after));
  if (!is_initials(after) || !is_capitalised(before)) return false;
  return looks_like_surname(before) || !is_capitalised(word_past_initials(text, offset));
}

bool is_dash(std::string_view word) { return is_one_of(word, kDashes); }

bool is_forbidden_after_space(std::string_view text, std::size_t offset) {
  const auto raw_after = word_after(text, offset);
  if (is_dash(raw_after)) return true;
  const auto raw_before = word_before(text, offset);
  const auto before = without_opening(raw_before);
  const auto after = without_closing(without_opening(raw_after));
  if (divides_number(before, after) || divides_date(before, after)) return true;
  const auto start_before = static_cast<std::size_t>(raw_before.data() - text.data());
  if (divides_abbreviation(before, after, ends_in_digit(word_before(text, start_before)))) return true;
  return divides_name(before, after, text, offset);
}

// а–я or ё at `at`.
bool is_small_letter(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size()) return false;
  const auto lead = static_cast<unsigned char>(text[at]);
  const auto next = static_cast<unsigned char>(text[at + 1]);
  return (lead == 0xD0 && next >= 0xB0) || (lead == 0xD1 && next <= 0x91 && next >= 0x80);
}

// Most breaks are between two words in small letters, and of the rules only «млн рублей» is about such.
bool is_between_plain_words(std::string_view text, std::size_t offset) {
  if (offset < 3 || text[offset - 1] != ' ') return false;
  if (!is_small_letter(text, offset) || !is_small_letter(text, offset - 3)) return false;
  const auto before = text.substr(0, offset - 1);
  return std::ranges::none_of(kUnitsBeforeUnits, [&](auto unit) { return before.ends_with(unit); });
}

// «2026–2027» and «17-го» stay whole.
bool is_forbidden_after_dash(std::string_view text, std::size_t offset) {
  const auto before = word_before(text, offset);
  const auto after = without_dot(without_closing(word_after(text, offset)));
  for (const auto dash : kDashes) {
    if (!before.ends_with(dash) || !ends_in_digit(before.substr(0, before.size() - dash.size()))) continue;
    return starts_with_digit(after) || (dash == "-" && base::count_code_points(after) <= 3);
  }
  return false;
}

// «5 мая», «май 2026»
bool is_beside_number(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin > 0 && text[begin - 1] == ' ') --begin;
  return (begin > 0 && is_digit(text[begin - 1])) || (end + 1 < text.size() && is_digit(text[end + 1]));
}

}  // namespace

bool stays_whole(std::string_view text, std::size_t begin, std::size_t end) {
  if (is_beside_number(text, begin, end) && is_month(text.substr(begin, end - begin))) return true;
  const bool begins_word = begin == 0 || text[begin - 1] == ' ';
  if (begins_word && is_small_letter(text, begin)) return false;  // as most do, and no name does
  end += word_after(text, end).size();  // «Мальцева-Гордиенок»: the whole of it
  const auto word = without_opening(word_before(text, end));
  begin = end - word.size();
  if (word.empty()) return false;
  std::size_t at = begin;
  if (!is_upper(base::next_code_point(text, at))) return false;
  const auto skip = [&](std::size_t from) {
    if (from < text.size() && text[from] == ' ') return from + 1;
    return text.substr(from).starts_with(kNoBreakSpace) ? from + kNoBreakSpace.size() : from;
  };
  if (const auto next = skip(end); next > end && is_initials(without_closing(word_after(text, next))))
    return true;
  auto before = text.substr(0, begin);
  if (before.ends_with(' ')) before.remove_suffix(1);
  if (before.ends_with(kNoBreakSpace)) before.remove_suffix(kNoBreakSpace.size());
  return before.ends_with('.') && is_initials(without_opening(word_before(before, before.size())));
}

bool is_break_forbidden(std::string_view text, std::size_t offset) {
  if (offset == 0) return false;
  if (text.substr(0, offset).ends_with("://")) return true;
  if (is_between_plain_words(text, offset)) return false;
  if (text[offset - 1] == ' ') return is_forbidden_after_space(text, offset);
  return is_forbidden_after_dash(text, offset);
}

}  // namespace svodka::text
