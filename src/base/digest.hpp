#pragma once
// SHA-256, the only digest of the program.

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace svodka::base {

// 64 hexadecimal digits in lower case.
std::string sha256(std::string_view bytes);

// The same of what comes in pieces.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  void update(std::string_view bytes);
  // The length too: fields that follow each other cannot run together.
  void add_field(std::string_view field);
  std::string finish();  // once

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace svodka::base
