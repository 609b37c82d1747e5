#include "cli/terminal/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <ostream>

#include "base/error.hpp"

namespace svodka::cli {

using std::chrono::nanoseconds;

namespace {

constexpr nanoseconds kBarEvery = std::chrono::milliseconds(100);
constexpr nanoseconds kLineEvery = std::chrono::seconds(10);

std::string duration_text(double seconds) {
  const auto whole = static_cast<long>(std::ceil(seconds));
  if (whole >= 3600) return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
  return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

}  // namespace

std::string text_of(const ledger::MessageRecord& message) {
  const auto* severity = message.severity == base::Severity::error ? "error" : "warning";
  const auto code = message.code.empty() ? std::string() : fmt::format("[{}]", message.code);
  const auto context = message.context.empty() ? std::string() : message.context + ": ";
  return fmt::format("{}{}{}: {}", context, severity, code, message.message);
}

Progress::Progress(const Console& console, Mode mode, const std::string& log)
    : console_(console), mode_(mode), log_name_(log) {
  if (log.empty()) return;
  errno = 0;
  log_.open(log, std::ios::app);
  if (!log_) base::throw_errno("write", log, errno != 0 ? errno : EIO);
}

void Progress::begin(const std::filesystem::path& folder, const batch::RunDates& dates,
                     std::size_t documents) {
  begun_ = shown_ = console_.environment().clock();
  documents_ = documents;
  const auto period = dates.period.empty() ? std::string() : ", period " + dates.period;
  const auto line =
      fmt::format("{} documents as of {}{} into {}", documents, dates.as_of.iso(), period, folder.string());
  if (mode_ != Mode::none) console_.message(line);
  log(line);
}

void Progress::document(const ledger::DocumentRecord& record) {
  ++done_;
  report_ = record.report;
  const bool failed = record.state == ledger::DocumentState::failed;
  failed_ += failed;
  log(fmt::format("{} {} {} ms", ledger::name_of(record.state), record.document, record.milliseconds));
  for (const auto& message : record.diagnostics) {
    const auto line = fmt::format("{}: {}", record.document, text_of(message));
    log(line);
    if (failed) tell(line);
  }
  for (const auto& path : record.changed_by_hand) {
    const auto beside = std::find_if(record.files.begin(), record.files.end(),
                                     [&](const auto& file) { return file.beside == path; });
    const auto line = fmt::format("изменён вручную: {}{}", path,
                                  beside == record.files.end() ? "" : "; the new one is " + beside->path);
    log(line);
    tell(line);
  }
  show();
}

void Progress::end(const std::string& summary) {
  if (mode_ == Mode::bar) console_.environment().error << "\r\x1b[K" << std::flush;
  log(summary);
  if (!log_name_.empty() && !log_.flush())
    console_.message(fmt::format("the log {} is not whole", log_name_));
}

void Progress::tell(const std::string& line) {
  if (mode_ == Mode::none) return;
  if (mode_ == Mode::bar) console_.environment().error << "\r\x1b[K";
  console_.message(line);
}

void Progress::log(const std::string& line) {
  if (log_.is_open()) log_ << console_.environment().wall_clock() << " " << line << "\n";
}

void Progress::show() {
  const auto now = console_.environment().clock();
  const bool last = done_ == documents_;
  if (mode_ == Mode::none || (!last && now - shown_ < (mode_ == Mode::bar ? kBarEvery : kLineEvery))) return;
  shown_ = now;
  if (mode_ == Mode::plain) return console_.message(status());
  constexpr std::size_t width = 20;
  const auto full = documents_ == 0 ? width : width * done_ / documents_;
  std::string bar;
  for (std::size_t i = 0; i < width; ++i) bar += i < full ? "█" : "░";
  console_.environment().error << "\r\x1b[K" << bar << " " << status() << std::flush;
}

std::string Progress::status() const {
  const double seconds = std::chrono::duration<double>(console_.environment().clock() - begun_).count();
  auto text = fmt::format("{} of {}", done_, documents_);
  if (seconds > 0 && done_ > 0) {
    const double rate = static_cast<double>(done_) / seconds;
    text += fmt::format(", {:.{}f}/s", rate, rate < 10 ? 1 : 0);
    if (done_ < documents_)
      text += fmt::format(", {} left", duration_text(static_cast<double>(documents_ - done_) / rate));
  }
  if (failed_ > 0) text += fmt::format(", {} failed", failed_);
  constexpr std::size_t most = 24;
  return done_ < documents_ ? text + ", " + report_.substr(0, most) : text;
}

}  // namespace svodka::cli
