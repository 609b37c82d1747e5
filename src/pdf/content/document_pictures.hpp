#pragma once
// The pictures of one document as image XObjects (ISO 32000-1, 8.9.5).

#include <string>
#include <unordered_map>
#include <vector>

#include "images/picture.hpp"
#include "pdf/objects/compressor.hpp"
#include "pdf/objects/objects.hpp"

namespace svodka::pdf {

// PNG as it is embedded: samples compressed once a run.
struct PictureData {
  images::PicturePtr picture;  // keeps the key of its map alive
  bool grey = false;
  std::string colour;
  std::string alpha;  // empty when opaque
};
using PictureCache = std::unordered_map<const images::Picture*, PictureData>;

class DocumentPictures {
 public:
  // `cache` outlives this and is shared by documents.
  explicit DocumentPictures(PictureCache& cache) : cache_(cache) {}

  // The name of its resource, "I0": the same for every use of one picture.
  const std::string& resource_of(const images::PicturePtr& picture);
  bool empty() const { return in_order_.empty(); }
  // Writes each once. The value of the XObject resource.
  std::string embed(Objects& objects, Compressor& compressor) const;

 private:
  Number embed(Objects& objects, Compressor& compressor, const images::PicturePtr& picture) const;

  PictureCache& cache_;
  std::unordered_map<const images::Picture*, std::string> resources_;
  std::vector<images::PicturePtr> in_order_;
};

}  // namespace svodka::pdf
