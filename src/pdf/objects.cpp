#include "pdf/objects.hpp"

#include <fmt/format.h>

#include <cassert>
#include <mutex>
#include <unordered_map>

#include "base/error.hpp"
#include "pdf/podofo.hpp"

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

}  // namespace

struct Objects::Impl {
  PoDoFo::PdfVecObjects objects;
  std::unordered_map<Number, PoDoFo::PdfObject*> reserved;
  Number last = 0;

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
  impl_->create(raw(body));
  return impl_->last;
} catch (const PoDoFo::PdfError& error) {
  rethrow(error);
}

Number Objects::add_stream(const std::vector<Entry>& entries, std::string_view bytes, Filter filter) try {
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

Number Objects::reserve() try {
  PoDoFo::PdfObject* object = impl_->create(PoDoFo::PdfVariant());
  impl_->reserved.emplace(impl_->last, object);
  return impl_->last;
} catch (const PoDoFo::PdfError& error) {
  rethrow(error);
}

void Objects::set(Number reserved, std::string_view body) try {
  static_cast<PoDoFo::PdfVariant&>(*impl_->reserved.at(reserved)) = raw(body);
} catch (const PoDoFo::PdfError& error) {
  rethrow(error);
}

std::string Objects::file(Number catalogue, const std::vector<Entry>& info) try {
  // A dictionary of its own type: PoDoFo reads it to make /ID.
  const PoDoFo::PdfObject* information = impl_->create(dictionary(info));
  PoDoFo::PdfObject trailer;
  trailer.GetDictionary().AddKey("Root", PoDoFo::PdfReference(catalogue, 0));
  trailer.GetDictionary().AddKey("Info", information->Reference());
  PoDoFo::PdfRefCountedBuffer buffer;
  PoDoFo::PdfOutputDevice device(&buffer);
  PoDoFo::PdfWriter writer(&impl_->objects, &trailer);
  writer.SetPdfVersion(PoDoFo::ePdfVersion_1_7);
  writer.SetWriteMode(PoDoFo::ePdfWriteMode_Clean);
  writer.Write(&device);
  return {buffer.GetBuffer(), device.GetLength()};
} catch (const PoDoFo::PdfError& error) {
  rethrow(error);
}

}  // namespace svodka::pdf
