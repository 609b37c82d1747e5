#pragma once
// Russian plurals, names, collation.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace svodka::text {

// plural(21, "человек", "человека", "человек") == "человек": one, few, many by CLDR's rules for Russian.
std::string_view plural(std::int64_t count, std::string_view one, std::string_view few,
                        std::string_view many);

// «и. п.», «И.П.», «И . П» → «И. П.»; text that is not initials comes back unchanged.
std::string normal_initials(std::string_view initials);

// The name of a person as somebody wrote it, with the surname at either end: «Т.М. Вязова», «Вязова Т.М.»,
// «Вязова Тамара Марковна», «Тамара Марковна Вязова». What is none of these comes back unchanged.
std::string name_last(std::string_view name);   // «Вязова Т. М.»
std::string name_first(std::string_view name);  // «Т. М. Вязова»
std::string full_name(std::string_view name);  // surname first: «Вязова Тамара Марковна», «Вязова Т. М.»

// «директор, МБОУ «СОШ № 1»»; the position alone when it begins to name the organization itself, as the first
// two words of the organization's genitive tell: «начальник управления образования».
std::string post(std::string_view position, std::string_view organization, std::string_view genitive);

std::string upper(std::string_view text);
std::string lower(std::string_view text);
std::string capitalised(std::string_view text);  // first letter upper, the rest as it is
std::string nfc(std::string_view text);
// Equal for texts that differ only in letter case or Unicode form, as names of files may be to a file system.
std::string folded(std::string_view text);

// Alphabetical order of Russian (Ежов, Елкин, Ёлкин, Жуков), digits as numbers (№ 2 before № 10).
// Not for two threads at once.
class Collator {
 public:
  Collator();
  ~Collator();
  Collator(Collator&&) noexcept;
  int compare(std::string_view a, std::string_view b) const;  // <0, 0, >0

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace svodka::text
