#include "import/read/json_records.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "base/utf8.hpp"
#include "import/codes.hpp"

namespace svodka::import {

namespace {

using nlohmann::json;

constexpr std::size_t deepest = 64;

// nlohmann's events bear no places. Between two tokens JSON has only spaces, commas and colons, so walking
// the text in step with the events finds the place of each.
class TokenWalk {
 public:
  explicit TokenWalk(std::string_view text) : text_(text) {}

  Extent next() {
    auto begin = std::min(text_.find_first_not_of(" \t\r\n,:", at_), text_.size());
    at_ = end_of_token(begin);
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
  }

 private:
  std::size_t end_of_token(std::size_t at) const {
    if (at == text_.size()) return at;
    if (text_[at] == '"') return end_of_string(at + 1);
    if (std::string_view("{}[]").find(text_[at]) != std::string_view::npos) return at + 1;
    return std::min(text_.find_first_of(" \t\r\n,:{}[]\"", at), text_.size());
  }

  std::size_t end_of_string(std::size_t at) const {
    while (at < text_.size() && text_[at] != '"') at += text_[at] == '\\' ? 2 : 1;
    return std::min(at + 1, text_.size());
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

// "[json.exception.parse_error.101] parse error at line 1, column 5: syntax error while parsing value -
// unexpected ']'; expected …" → "unexpected ']'; expected …".
std::string complaint(std::string_view what) {
  if (const auto dash = what.find(" - "); dash != std::string_view::npos)
    return std::string(what.substr(dash + 3));
  const auto bracket = what.find("] ");
  return std::string(bracket == std::string_view::npos ? what : what.substr(bracket + 2));
}

class Handler final : public nlohmann::json_sax<json> {
 public:
  Handler(const base::SourcePtr& source, RecordSink& sink, Mistakes& mistakes)
      : source_(source), sink_(sink), mistakes_(mistakes), walk_(source->text) {}

  bool null() override { return scalar({}, "null"); }
  bool boolean(bool value) override { return scalar(value, "true or false"); }
  bool number_integer(number_integer_t value) override { return scalar(value, "a number"); }
  bool number_unsigned(number_unsigned_t value) override {
    if (value > static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max())) {
      return scalar(static_cast<double>(value), "a number");
    }
    return scalar(static_cast<std::int64_t>(value), "a number");
  }
  bool number_float(number_float_t value, const string_t&) override { return scalar(value, "a number"); }
  bool string(string_t& value) override { return scalar(std::move(value), "a text"); }
  bool binary(binary_t&) override { return false; }  // JSON text has none

  bool start_object(std::size_t) override { return open('{'); }
  bool start_array(std::size_t) override { return open('['); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    const auto place = walk_.next();
    if (skipped_at_ == 0) {
      name_ = std::move(name);
      name_place_ = place;
      tell_repeated(open_ == 1 ? array_names_ : field_names_);
    }
    return true;
  }

  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& error) override {
    // nlohmann says where it stopped; the token that it stopped in begins earlier.
    const auto stopped = std::min(position == 0 ? 0 : position - 1, source_->text.size());
    const auto at = std::min<std::size_t>(walk_.next().begin, stopped);
    mistakes_.add(codes::not_json, {source_, at, at}, {}, "not JSON: " + complaint(error.what()));
    return false;
  }

 private:
  // Depth 0: the file; 1: its object; 2: an array; 3: a record.
  bool open(char bracket) {
    const auto place = walk_.next();
    if (++open_ > deepest) {
      mistakes_.add(codes::wrong_structure, span(place), {},
                    fmt::format("nested deeper than {} levels", deepest));
      return false;
    }
    if (skipped_at_ != 0) return true;
    const std::string_view found = bracket == '{' ? "an object" : "an array";
    if (open_ == 1 && bracket == '{') return true;
    if (open_ == 2 && bracket == '[') {
      index_ = 0;
      array_ = name_;
      if (!sink_.begin_array(name_, name_place_)) skipped_at_ = open_;
    } else if (open_ == 3 && bracket == '{') {
      field_names_.clear();
      sink_.begin_record(index_, place);
    } else {
      tell_structure(open_ - 1, found, place);
      skipped_at_ = open_;
    }
    return true;
  }

  bool close() {
    walk_.next();
    if (skipped_at_ == open_) {
      skipped_at_ = 0;
      if (open_ == 3) ++index_;
    } else if (skipped_at_ == 0 && open_ == 3) {
      sink_.end_record();
      ++index_;
    }
    --open_;
    return true;
  }

  bool scalar(JsonScalar value, std::string_view found) {
    const auto place = walk_.next();
    if (skipped_at_ != 0) return true;
    if (open_ == 3) {
      sink_.field(name_, name_place_, std::move(value), place);
    } else {
      tell_structure(open_, found, place);
      if (open_ == 2) ++index_;
    }
    return true;
  }

  void tell_structure(std::size_t depth, std::string_view found, Extent place) {
    static constexpr std::string_view expected[] = {"an object of arrays", "an array of records",
                                                    "a record (an object)", "a single value"};
    std::string where;
    if (depth == 1) where = "/" + pointer_token(name_);
    if (depth >= 2) where = fmt::format("/{}/{}", pointer_token(array_), index_);
    if (depth >= 3) where += "/" + pointer_token(name_);
    mistakes_.add(codes::wrong_structure, span(place), where,
                  fmt::format("expected {}, not {}", expected[std::min<std::size_t>(depth, 3)], found));
  }

  void tell_repeated(std::vector<std::string>& names) {
    constexpr std::size_t enough = 200;  // no object has so many: the rest is told of as unknown
    if (names.size() == enough) return;
    if (std::find(names.begin(), names.end(), name_) == names.end()) {
      names.push_back(name_);
      return;
    }
    const auto where = open_ == 1 ? "/" + pointer_token(name_)
                                  : fmt::format("/{}/{}/{}", array_, index_, pointer_token(name_));
    mistakes_.add(codes::duplicate_member, span(name_place_), where,
                  fmt::format("'{}' is given twice", name_));
  }

  base::SourceSpan span(Extent place) const { return {source_, place.begin, place.end}; }

  base::SourcePtr source_;
  RecordSink& sink_;
  Mistakes& mistakes_;
  TokenWalk walk_;
  std::size_t open_ = 0;        // objects and arrays that are open
  std::size_t skipped_at_ = 0;  // the depth of what is passed over; 0: nothing is
  std::uint32_t index_ = 0;
  std::string array_;
  std::string name_;
  Extent name_place_;
  std::vector<std::string> array_names_;
  std::vector<std::string> field_names_;
};

}  // namespace

void read_records(const base::SourcePtr& source, RecordSink& sink, Mistakes& mistakes) {
  if (const auto bad = base::find_invalid_utf8(source->text); bad != std::string::npos) {
    mistakes.add(codes::not_utf8, {source, bad, bad + 1}, {},
                 fmt::format("byte {:02X} is not UTF-8", static_cast<unsigned char>(source->text[bad])),
                 "save the file as UTF-8");
    return;
  }
  if (source->text.find_first_not_of(" \t\r\n") == std::string::npos) {
    mistakes.add(codes::not_json, {source, 0, 0}, {}, "not JSON: the file is empty");
    return;
  }
  Handler handler(source, sink, mistakes);
  // The handler has told of an error by then; reading goes no further.
  [[maybe_unused]] const bool whole = json::sax_parse(source->text, &handler);
}

}  // namespace svodka::import
