#pragma once
// Texts of a job with names in braces: «execution/{organization}/{period}».

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace svodka::batch {

class Pattern {
 public:
  // "{{" and "}}" are braces. Empty, with the reason in `mistake`, for a brace that is not closed and for {}.
  static std::optional<Pattern> parse(std::string_view text, std::string& mistake);

  std::vector<std::string> names() const;
  // `value` gives the text of each name.
  std::string expand(const std::function<std::string(const std::string&)>& value) const;

 private:
  struct Piece {
    bool name;
    std::string text;
  };
  std::vector<Piece> pieces_;
};

}  // namespace svodka::batch
