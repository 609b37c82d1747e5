#pragma once
// Mistakes in what people wrote (templates, themes, jobs, import files, data): collected, not thrown.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"

namespace svodka::base {

// A numbered kind of mistake. Every room lists its own in <room>/codes.hpp; docs/errors.md explains each, and
// a test holds the two together. Letters: X XML, T template, Q query, D data, B bind, S database, I import,
// F fonts, L layout, P pdf, E xlsx, H theme, J job.
struct Code {
  std::string_view id;     // "T103"
  std::string_view title;  // "unknown field"
};

enum class Severity { warning, error };

struct Diagnostic {
  std::string code;
  Severity severity = Severity::error;
  SourceSpan span;      // may be without a place
  std::string context;  // a record or JSON pointer, printed after the place; may be empty
  std::string message;  // what is wrong, lower case, without a full stop
  std::string hint;     // what to do; may be empty
};

class Diagnostics {
 public:
  void add(Diagnostic diagnostic);
  void error(const Code& code, SourceSpan span, std::string message, std::string hint = {});
  void warning(const Code& code, SourceSpan span, std::string message, std::string hint = {});
  // The same without a place in a file, about a record («item conf-1.17»).
  void error_in(const Code& code, std::string context, std::string message, std::string hint = {});
  void warning_in(const Code& code, std::string context, std::string message, std::string hint = {});

  bool has_errors() const { return errors_ > 0; }
  std::size_t error_count() const { return errors_; }
  const std::vector<Diagnostic>& all() const { return all_; }
  void append(const Diagnostics& other);

 private:
  std::vector<Diagnostic> all_;
  std::size_t errors_ = 0;
};

// protocol.xml:12:9: error[T103]: unknown field 'totl'
//    12 |   <p>{totl}</p>
//       |       ^~~~
//   hint: did you mean 'total'?
// Ends with a line break. ANSI colours when asked.
std::string render(const Diagnostic& diagnostic, bool colour = false);
std::string render(const Diagnostics& diagnostics, bool colour = false);

}  // namespace svodka::base
