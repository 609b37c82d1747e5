#include "base/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"

namespace svodka::base {

namespace {

struct Paint {
  bool colour;
  std::string_view bold() const { return colour ? "\x1b[1m" : ""; }
  std::string_view severity(Severity s) const {
    return !colour ? "" : s == Severity::error ? "\x1b[1;31m" : "\x1b[1;35m";
  }
  std::string_view plain() const { return colour ? "\x1b[0m" : ""; }
};

std::string excerpt(const SourceSpan& span, const Position& position) {
  const auto line = line_at(*span.source, span.begin);
  if (line.empty()) return {};
  constexpr std::size_t most = 160;  // a longer line would wrap the caret away from its place
  if (count_code_points(line) > most) return {};
  const auto line_start = static_cast<std::size_t>(line.data() - span.source->text.data());
  const auto end = std::clamp(span.end, span.begin, line_start + line.size());
  const auto marked = std::string_view(span.source->text).substr(span.begin, end - span.begin);
  const auto length = std::max<std::size_t>(count_code_points(marked), 1);
  std::string lead;
  for (std::size_t at = 0, column = 1; column < position.column; ++column) {
    lead += next_code_point(line, at) == '\t' ? '\t' : ' ';
  }
  return fmt::format("{:>5} | {}\n      | {}^{}\n", position.line, line, lead, std::string(length - 1, '~'));
}

}  // namespace

void Diagnostics::add(Diagnostic diagnostic) {
  errors_ += diagnostic.severity == Severity::error;
  all_.push_back(std::move(diagnostic));
}

void Diagnostics::error(const Code& code, SourceSpan span, std::string message, std::string hint) {
  add({std::string(code.id), Severity::error, std::move(span), {}, std::move(message), std::move(hint)});
}

void Diagnostics::warning(const Code& code, SourceSpan span, std::string message, std::string hint) {
  add({std::string(code.id), Severity::warning, std::move(span), {}, std::move(message), std::move(hint)});
}

void Diagnostics::error_in(const Code& code, std::string context, std::string message, std::string hint) {
  add({std::string(code.id), Severity::error, {}, std::move(context), std::move(message), std::move(hint)});
}

void Diagnostics::warning_in(const Code& code, std::string context, std::string message, std::string hint) {
  add({std::string(code.id), Severity::warning, {}, std::move(context), std::move(message), std::move(hint)});
}

void Diagnostics::append(const Diagnostics& other) {
  for (const auto& diagnostic : other.all()) add(diagnostic);
}

std::string render(const Diagnostic& d, bool colour) {
  const Paint paint{colour};
  std::string out;
  Position position;
  if (d.span.source) {
    position = position_of(*d.span.source, d.span.begin);
    out += fmt::format("{}{}:{}:{}:{} ", paint.bold(), d.span.source->name, position.line, position.column,
                       paint.plain());
  }
  if (!d.context.empty()) out += fmt::format("{}{}:{} ", paint.bold(), d.context, paint.plain());
  out += fmt::format("{}{}[{}]:{} {}\n", paint.severity(d.severity),
                     d.severity == Severity::error ? "error" : "warning", d.code, paint.plain(), d.message);
  if (d.span.source) out += excerpt(d.span, position);
  if (!d.hint.empty()) out += fmt::format("  hint: {}\n", d.hint);
  return out;
}

std::string render(const Diagnostics& diagnostics, bool colour) {
  std::string out;
  for (const auto& diagnostic : diagnostics.all()) out += render(diagnostic, colour);
  return out;
}

}  // namespace svodka::base
