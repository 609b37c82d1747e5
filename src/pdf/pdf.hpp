#pragma once
// Finished pages → the bytes of a PDF file.

#include <cstdint>
#include <memory>
#include <string>

#include "layout/pages.hpp"

namespace svodka::pdf {

enum class Standard : std::uint8_t {
  a2a,
  a2b,
  none
};  // a2a: PDF/A-2a and PDF/UA-1, tagged; the others are not

struct Options {
  Standard standard = Standard::a2a;
  std::string colour_profile{};  // ICC file of sRGB; empty: the one of Debian's icc-profiles-free
};

// Keeps what is made once a run: compressed fonts, ICC profile, compressor. Not for two threads at once. The
// faces of the pages it has written must live as long as it does.
class Writer {
 public:
  // Throws base::Error when a standard asks for the colour profile and it cannot be read.
  explicit Writer(const Options& options = {});
  ~Writer();
  // Throws base::Error when the file cannot be made. Same pages, same bytes, whatever was written before.
  // A text with href gets a link annotation when the scheme is http, https or mailto and, in a tagged file,
  // its node is a link. Pages that are moved in are let go of one by one, as they are written.
  std::string write(layout::Pages pages);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace svodka::pdf
