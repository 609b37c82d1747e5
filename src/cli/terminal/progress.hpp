#pragma once
// What a batch says while it runs, and its log. Private to the room.

#include <chrono>
#include <fstream>
#include <string>

#include "batch/batch.hpp"
#include "cli/terminal/console.hpp"

namespace svodka::cli {

class Progress : public batch::BatchObserver {
 public:
  enum class Mode { bar, plain, none };
  // Without a log file the log is empty. Throws base::Error when it cannot be opened.
  Progress(const Console& console, Mode mode, const std::string& log);

  void begin(const std::filesystem::path& folder, const batch::RunDates& dates,
             std::size_t documents) override;
  void document(const ledger::DocumentRecord& record) override;
  // Takes the bar away and ends the log with the summary.
  void end(const std::string& summary);

 private:
  void tell(const std::string& line);  // above the bar
  void log(const std::string& line);
  void show();
  std::string status() const;

  const Console& console_;
  Mode mode_;
  std::ofstream log_;
  std::string log_name_;
  std::chrono::nanoseconds begun_{}, shown_{};
  std::size_t documents_ = 0, done_ = 0, failed_ = 0;
  std::string report_;
};

// «error[D101]: …», as messages are shown elsewhere.
std::string text_of(const ledger::MessageRecord& message);

}  // namespace svodka::cli
