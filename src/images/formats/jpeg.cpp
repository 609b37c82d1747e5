#include <fmt/format.h>

#include <csetjmp>
#include <cstdint>
#include <cstdio>  // jpeglib.h needs it before
#include <cstdlib>
#include <memory>
#include <vector>

#include <jerror.h>
#include <jpeglib.h>

#include "images/formats/formats.hpp"

namespace svodka::images {

namespace {

// libjpeg leaves by longjmp: where it is called, nothing with a destructor lives.
struct Exit {
  jpeg_error_mgr errors{};
  std::jmp_buf leave{};
  char message[JMSG_LENGTH_MAX] = "";
};

struct Jpeg : Exit {
  jpeg_decompress_struct info{};
};

struct JpegOutput : Exit {
  jpeg_compress_struct info{};
  unsigned char* bytes = nullptr;  // the library allocates it
  unsigned long size = 0;
};

void fail(j_common_ptr info) {
  Exit& exit = *static_cast<Exit*>(info->client_data);
  (*info->err->format_message)(info, exit.message);
  std::longjmp(exit.leave, 1);
}

// Warnings of lost samples are failures; others are of no harm.
void judge_message(j_common_ptr info, int level) {
  const int code = info->err->msg_code;
  if (level < 0 && (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER || code == JWRN_HUFF_BAD_CODE))
    fail(info);
}

void say_nothing(j_common_ptr) {}

template <class Info>
void set_exit(Exit& exit, Info& info) {
  info.err = jpeg_std_error(&exit.errors);
  info.client_data = &exit;
  exit.errors.error_exit = fail;
  exit.errors.emit_message = judge_message;
  exit.errors.output_message = say_nothing;
}

void begin(Jpeg& jpeg, const std::string& bytes) {
  set_exit(jpeg, jpeg.info);
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

bool try_pixels(Jpeg& jpeg, const std::string& bytes, std::string& samples) {
  if (setjmp(jpeg.leave) != 0) return false;
  begin(jpeg, bytes);
  jpeg_start_decompress(&jpeg.info);
  const auto row =
      std::size_t{jpeg.info.output_width} * static_cast<std::size_t>(jpeg.info.output_components);
  samples.resize(row * jpeg.info.output_height);
  while (jpeg.info.output_scanline < jpeg.info.output_height) {
    JSAMPROW rows[] = {reinterpret_cast<JSAMPLE*>(samples.data()) + row * jpeg.info.output_scanline};
    jpeg_read_scanlines(&jpeg.info, rows, 1);
  }
  jpeg_finish_decompress(&jpeg.info);
  return true;
}

// The samples of an upright picture with what else `source` says; `across`: its rows were columns.
bool try_writing(JpegOutput& out, const jpeg_decompress_struct& source, bool across, std::string& samples) {
  constexpr int quality = 95;  // nothing of the loss is seen
  if (setjmp(out.leave) != 0) return false;
  set_exit(out, out.info);
  jpeg_create_compress(&out.info);
  jpeg_mem_dest(&out.info, &out.bytes, &out.size);
  out.info.image_width = across ? source.output_height : source.output_width;
  out.info.image_height = across ? source.output_width : source.output_height;
  out.info.input_components = source.output_components;
  out.info.in_color_space = source.out_color_space;
  jpeg_set_defaults(&out.info);
  jpeg_set_quality(&out.info, quality, TRUE);
  out.info.optimize_coding = TRUE;
  out.info.density_unit = source.density_unit;
  out.info.X_density = across ? source.Y_density : source.X_density;
  out.info.Y_density = across ? source.X_density : source.Y_density;
  jpeg_start_compress(&out.info, TRUE);
  const auto row = std::size_t{out.info.image_width} * static_cast<std::size_t>(out.info.input_components);
  while (out.info.next_scanline < out.info.image_height) {
    JSAMPROW rows[] = {reinterpret_cast<JSAMPLE*>(samples.data()) + row * out.info.next_scanline};
    jpeg_write_scanlines(&out.info, rows, 1);
  }
  jpeg_finish_compress(&out.info);
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

std::string turned_jpeg(const std::string& bytes, int orientation, const std::string& name) {
  Jpeg jpeg;
  std::string samples;
  const bool whole = try_pixels(jpeg, bytes, samples);
  const jpeg_decompress_struct source = jpeg.info;
  jpeg_destroy_decompress(&jpeg.info);
  if (!whole) refuse_damaged(jpeg, name);
  samples = turned(samples, source.output_width, source.output_height,
                   static_cast<std::size_t>(source.output_components), orientation);
  JpegOutput out;
  const bool written = try_writing(out, source, orientation >= 5, samples);
  jpeg_destroy_compress(&out.info);
  const std::unique_ptr<unsigned char, decltype(&std::free)> owner(out.bytes, std::free);
  if (!written) refuse(name, fmt::format("the JPEG cannot be turned upright ({})", out.message));
  return {reinterpret_cast<const char*>(out.bytes), out.size};
}

}  // namespace svodka::images
