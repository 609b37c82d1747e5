#include "bind/make/pictures.hpp"

#include <fmt/format.h>

#include "base/error.hpp"
#include "bind/codes.hpp"

namespace svodka::bind {

images::PicturePtr Pictures::find(const std::string& name, base::Diagnostics& diagnostics) {
  constexpr std::size_t most = 64;  // of at most 5 MB each
  if (const auto known = known_.find(name); known != known_.end()) return known->second;
  std::string trouble;
  auto picture = read(name, trouble);
  if (!picture) {
    diagnostics.warning_in(codes::no_picture, "picture " + name, std::move(trouble),
                           "import it beside the records that name it; its name is printed instead");
    return nullptr;
  }
  if (known_.size() == most) known_.clear();
  return known_.emplace(name, std::move(picture)).first->second;
}

images::PicturePtr Pictures::read(const std::string& name, std::string& trouble) {
  auto bytes = database_.picture(name);
  if (!bytes) {
    trouble = fmt::format("the database has no picture '{}'", name);
    return nullptr;
  }
  try {
    return images::make_picture(std::move(*bytes), name);
  } catch (const base::Error& error) {
    trouble = error.what();
    return nullptr;
  }
}

}  // namespace svodka::bind
