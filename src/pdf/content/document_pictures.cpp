#include "pdf/content/document_pictures.hpp"

#include <fmt/format.h>

namespace svodka::pdf {

namespace {

std::vector<Entry> entries_of(const images::Picture& picture, bool grey) {
  return {{"Type", "/XObject"},
          {"Subtype", "/Image"},
          {"Width", fmt::format("{}", picture.width)},
          {"Height", fmt::format("{}", picture.height)},
          {"ColorSpace", grey ? "/DeviceGray" : "/DeviceRGB"},
          {"BitsPerComponent", "8"}};
}

PictureData data_of(const images::PicturePtr& picture, Compressor& compressor) {
  const images::Pixels pixels = images::decode(*picture);
  PictureData data{picture, pixels.grey, compressor.zlib(pixels.colour), {}};
  if (!pixels.alpha.empty()) data.alpha = compressor.zlib(pixels.alpha);
  return data;
}

}  // namespace

const std::string& DocumentPictures::resource_of(const images::PicturePtr& picture) {
  const auto [place, is_new] = resources_.try_emplace(picture.get());
  if (is_new) {
    place->second = "I" + std::to_string(in_order_.size());
    in_order_.push_back(picture);
  }
  return place->second;
}

std::string DocumentPictures::embed(Objects& objects, Compressor& compressor) const {
  std::string out = "<<";
  for (const images::PicturePtr& picture : in_order_) {
    out += '/' + resources_.at(picture.get()) + ' ';
    append_reference(out, embed(objects, compressor, picture));
  }
  return out += ">>";
}

Number DocumentPictures::embed(Objects& objects, Compressor& compressor,
                               const images::PicturePtr& picture) const {
  if (picture->format == images::Format::jpeg) {
    return objects.add_stream(entries_of(*picture, picture->components == 1), picture->bytes, Filter::jpeg);
  }
  auto known = cache_.find(picture.get());
  if (known == cache_.end()) known = cache_.emplace(picture.get(), data_of(picture, compressor)).first;
  const PictureData& data = known->second;
  std::vector<Entry> entries = entries_of(*picture, data.grey);
  if (!data.alpha.empty()) {
    const Number mask = objects.add_stream(entries_of(*picture, true), data.alpha, Filter::flate);
    entries.push_back({"SMask", fmt::format("{} 0 R", mask)});
  }
  return objects.add_stream(entries, data.colour, Filter::flate);
}

}  // namespace svodka::pdf
