#include "pdf/objects/objects.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cstring>
#include <mutex>
#include <sstream>
#include <unordered_map>
#include <utility>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "pdf/objects/podofo.hpp"

namespace svodka::pdf {

namespace {

PoDoFo::PdfVariant raw(std::string_view body) {
  return PoDoFo::PdfVariant(PoDoFo::PdfData(body.data(), body.size()));
}

PoDoFo::PdfDictionary dictionary(const std::vector<Entry>& entries) {
  PoDoFo::PdfDictionary out;
  for (const Entry& entry : entries) out.AddKey(PoDoFo::PdfName(std::string(entry.key)), raw(entry.value));
  return out;
}

[[noreturn]] void rethrow(const PoDoFo::PdfError& error) {
  const char* explanation = PoDoFo::PdfError::ErrorMessage(error.GetError());
  throw base::Error(fmt::format("cannot make the PDF file: {}{}{}",
                                PoDoFo::PdfError::ErrorName(error.GetError()), explanation ? ": " : "",
                                explanation ? explanation : ""));
}

// PoDoFo prints what it thinks to stderr unless told otherwise.
void silence_podofo() {
  static std::once_flag once;
  std::call_once(once, [] {
    PoDoFo::PdfError::EnableDebug(false);
    PoDoFo::PdfError::EnableLogging(false);
  });
}

struct Trailer {
  Number catalogue, information, last;
  const HiddenObjects& hidden;
};

// PoDoFo makes the identifier from Info alone, and its trailer cannot name a cross-reference stream.
void replace_trailer(std::string& file, const Trailer& trailer) {
  const std::size_t table = file.rfind("\nxref\n") + 1, end = file.rfind("\ntrailer\n") + 1;
  assert(table > 0 && end > table);
  constexpr std::size_t row = 20, offset_digits = 10;  // ISO 32000-1, 7.5.4: one section from object 0
  const std::size_t rows = end - row * (std::size_t{trailer.last} + 1);
  assert(rows > table && file[rows - 1] == '\n');
  const std::string id = base::sha256(std::string_view(file).substr(0, table)).substr(0, 32);
  file.resize(end);
  const Number size = trailer.hidden.references == 0 ? trailer.last + 1 : trailer.hidden.end;
  file += fmt::format("trailer\n<</Size {}/Root {} 0 R/Info {} 0 R/ID[<{}><{}>]", size, trailer.catalogue,
                      trailer.information, id, id);
  if (trailer.hidden.references != 0) {
    const std::string offset = file.substr(rows + row * trailer.hidden.references, offset_digits);
    file += fmt::format("/XRefStm {}", std::stoull(offset));
  }
  file += fmt::format(">>\nstartxref\n{}\n%%EOF\n", table);
}

}  // namespace

struct Objects::Impl {
  PoDoFo::PdfVecObjects objects;
  std::unordered_map<Number, PoDoFo::PdfObject*> reserved;
  Number last = 0;
  std::size_t bytes = 0;  // of all values

  PoDoFo::PdfObject* create(const PoDoFo::PdfVariant& value) {
    PoDoFo::PdfObject* object = objects.CreateObject(value);
    ++last;
    assert(object->Reference().ObjectNumber() == last);
    return object;
  }
};

Objects::Objects() {
  silence_podofo();
  impl_ = std::make_unique<Impl>();
  impl_->objects.SetAutoDelete(true);
}

Objects::~Objects() = default;

Number Objects::next() const { return impl_->last + 1; }

Number Objects::add(std::string_view body) try {
  impl_->bytes += body.size();
  impl_->create(raw(body));
  return impl_->last;
} catch (const PoDoFo::PdfError& error) {
  rethrow(error);
}

Number Objects::add_stream(const std::vector<Entry>& entries, std::string_view bytes, Filter filter) try {
  impl_->bytes += bytes.size();
  PoDoFo::PdfObject* object = impl_->create(dictionary(entries));
  if (filter != Filter::none) {
    object->GetDictionary().AddKey("Filter",
                                   PoDoFo::PdfName(filter == Filter::flate ? "FlateDecode" : "DCTDecode"));
  }
  PoDoFo::PdfMemoryInputStream input(bytes.data(), static_cast<PoDoFo::pdf_long>(bytes.size()));
  object->GetStream()->SetRawData(&input, static_cast<PoDoFo::pdf_long>(bytes.size()));
  return impl_->last;
} catch (const PoDoFo::PdfError& error) {
  rethrow(error);
}

Number Objects::add_dictionary(const std::vector<Entry>& entries) try {
  impl_->create(dictionary(entries));
  return impl_->last;
} catch (const PoDoFo::PdfError& error) {
  rethrow(error);
}

Number Objects::reserve() try {
  PoDoFo::PdfObject* object = impl_->create(PoDoFo::PdfVariant());
  impl_->reserved.emplace(impl_->last, object);
  return impl_->last;
} catch (const PoDoFo::PdfError& error) {
  rethrow(error);
}

void Objects::set(Number reserved, std::string_view body) try {
  impl_->bytes += body.size();
  static_cast<PoDoFo::PdfVariant&>(*impl_->reserved.at(reserved)) = raw(body);
} catch (const PoDoFo::PdfError& error) {
  rethrow(error);
}

std::string Objects::file(Number catalogue, Number information, const HiddenObjects& hidden) try {
  PoDoFo::PdfObject trailer;
  trailer.GetDictionary().AddKey("Root", PoDoFo::PdfReference(catalogue, 0));
  trailer.GetDictionary().AddKey("Info", PoDoFo::PdfReference(information, 0));
  std::string room;                         // PoDoFo's own buffer doubles as it grows, and would be copied
  constexpr std::size_t usual_frame = 128;  // of an object, its row in the table among it
  room.reserve(impl_->bytes + usual_frame * (std::size_t{impl_->last} + 1));
  std::ostringstream stream(std::move(room));
  PoDoFo::PdfOutputDevice device(&stream);
  PoDoFo::PdfWriter writer(&impl_->objects, &trailer);
  writer.SetPdfVersion(PoDoFo::ePdfVersion_1_7);
  writer.SetWriteMode(PoDoFo::ePdfWriteMode_Clean);
  writer.Write(&device);
  std::string file = std::move(stream).str();
  replace_trailer(file, {catalogue, information, impl_->last, hidden});
  return file;
} catch (const PoDoFo::PdfError& error) {
  rethrow(error);
}

}  // namespace svodka::pdf
