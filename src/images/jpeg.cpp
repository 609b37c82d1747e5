#include <fmt/format.h>

#include <csetjmp>
#include <cstdint>
#include <cstdio>  // jpeglib.h needs it before
#include <vector>

#include <jerror.h>
#include <jpeglib.h>

#include "images/formats.hpp"

namespace svodka::images {

namespace {

// libjpeg leaves by longjmp: where it is called, nothing with a destructor lives.
struct Jpeg {
  jpeg_error_mgr errors{};
  jpeg_decompress_struct info{};
  std::jmp_buf leave{};
  char message[JMSG_LENGTH_MAX] = "";
};

Jpeg& jpeg_of(j_common_ptr info) { return *static_cast<Jpeg*>(info->client_data); }

void fail(j_common_ptr info) {
  Jpeg& jpeg = jpeg_of(info);
  (*info->err->format_message)(info, jpeg.message);
  std::longjmp(jpeg.leave, 1);
}

// Warnings of lost samples are failures; others are of no harm.
void judge_message(j_common_ptr info, int level) {
  const int code = info->err->msg_code;
  if (level < 0 && (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER || code == JWRN_HUFF_BAD_CODE))
    fail(info);
}

void say_nothing(j_common_ptr) {}

void begin(Jpeg& jpeg, const std::string& bytes) {
  jpeg.info.err = jpeg_std_error(&jpeg.errors);
  jpeg.info.client_data = &jpeg;
  jpeg.errors.error_exit = fail;
  jpeg.errors.emit_message = judge_message;
  jpeg.errors.output_message = say_nothing;
  jpeg_create_decompress(&jpeg.info);
  jpeg_mem_src(&jpeg.info, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  jpeg_read_header(&jpeg.info, TRUE);
}

// False when it is damaged; `jpeg.message` says how.
bool try_header(Jpeg& jpeg, const std::string& bytes) {
  if (setjmp(jpeg.leave) != 0) return false;
  begin(jpeg, bytes);
  return true;
}

bool try_samples(Jpeg& jpeg, const std::string& bytes, std::vector<JSAMPLE>& row) {
  if (setjmp(jpeg.leave) != 0) return false;
  begin(jpeg, bytes);
  jpeg.info.scale_num = 1;  // the coarsest picture reads as much of the file as the finest
  jpeg.info.scale_denom = 8;
  jpeg_start_decompress(&jpeg.info);
  row.resize(std::size_t{jpeg.info.output_width} * static_cast<std::size_t>(jpeg.info.output_components));
  while (jpeg.info.output_scanline < jpeg.info.output_height) {
    JSAMPROW rows[] = {row.data()};
    jpeg_read_scanlines(&jpeg.info, rows, 1);
  }
  jpeg_finish_decompress(&jpeg.info);
  return true;
}

[[noreturn]] void refuse_damaged(const Jpeg& jpeg, const std::string& name) {
  refuse(name, fmt::format("the JPEG is damaged or cut off ({})", jpeg.message));
}

}  // namespace

void read_jpeg_header(Picture& picture, const std::string& name) {
  Jpeg jpeg;
  const bool sound = try_header(jpeg, picture.bytes);
  const jpeg_decompress_struct& info = jpeg.info;
  picture.width = info.image_width;
  picture.height = info.image_height;
  picture.components = static_cast<std::uint8_t>(info.num_components);
  constexpr double centimetres_in_inch = 2.54;
  if (info.density_unit == 1 && info.X_density > 1) picture.dots_per_inch = info.X_density;
  if (info.density_unit == 2 && info.X_density > 1)
    picture.dots_per_inch = info.X_density * centimetres_in_inch;
  jpeg_destroy_decompress(&jpeg.info);
  const bool arithmetic = info.arith_code != 0;
  if (!sound) refuse_damaged(jpeg, name);
  if (arithmetic) refuse(name, "the JPEG has arithmetic coding, which PDF does not know; save it anew");
  if (picture.components == 4) {
    refuse(name, "the JPEG has CMYK colours, which an archive file may not hold; save it as RGB");
  }
  if (picture.components != 1 && picture.components != 3) {
    refuse(name,
           fmt::format("the JPEG has {} colour components; save it as grey or RGB", picture.components));
  }
}

void require_whole_jpeg(const std::string& bytes, const std::string& name) {
  Jpeg jpeg;
  std::vector<JSAMPLE> row;
  const bool whole = try_samples(jpeg, bytes, row);
  jpeg_destroy_decompress(&jpeg.info);
  if (!whole) refuse_damaged(jpeg, name);
}

}  // namespace svodka::images
