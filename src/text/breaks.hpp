#pragma once
// Where a line may end, and where a word may be hyphenated.

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace svodka::text {

struct Break {
  std::size_t offset = 0;  // bytes; the line may end before this byte (spaces before it hang)
  bool mandatory = false;  // a line break in the text itself (U+000A, U+2028)
};

// Line-break opportunities by ICU (UAX #14), less those that Russian typography forbids: between initials and
// surname in either order, № § and its number, a number and its unit or the noun of a date part (28 августа
// 2026 г.), г. and a town, т. д., т. п., before a dash, one-letter prepositions and what follows stays
// allowed. The text itself is not changed. Keeps an ICU iterator: not for two threads at once.
class LineBreaker {
 public:
  LineBreaker();
  ~LineBreaker();
  LineBreaker(LineBreaker&&) noexcept;
  // Ascending; the end of the text is not listed.
  void find(std::string_view text, std::vector<Break>& out);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Whether the word at bytes [begin, end) is never hyphenated where it stands: a surname beside initials, the
// month of a date.
bool stays_whole(std::string_view text, std::size_t begin, std::size_t end);

// Russian hyphenation by libhyphen with prepared patterns. Immutable, shared by threads.
class Hyphenator {
 public:
  // Throws base::Error when there is no such file. The patterns are loaded when the first word asks for them;
  // find() throws base::Error when they cannot be used.
  explicit Hyphenator(const std::filesystem::path& patterns);
  ~Hyphenator();
  Hyphenator(const Hyphenator&) = delete;
  Hyphenator& operator=(const Hyphenator&) = delete;
  // Byte offsets inside the word before which a hyphen may stand: at least 2 letters before and after; none
  // in words of fewer than 5 letters, with digits, Latin letters or all in capitals.
  void find(std::string_view word, std::vector<std::size_t>& out) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Remembers the words it has seen. Not for two threads at once.
class WordHyphens {
 public:
  // The hyphenator outlives this.
  explicit WordHyphens(const Hyphenator& hyphenator) : hyphenator_(hyphenator) {}
  // As Hyphenator::find; valid until the next call.
  const std::vector<std::size_t>& find(std::string_view word);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  const Hyphenator& hyphenator_;
  std::unordered_map<std::string, std::vector<std::size_t>, Hash, std::equal_to<>> words_;
};

// The prepared pattern file that was installed or built with the program.
std::filesystem::path hyphenation_patterns();

}  // namespace svodka::text
