#include "pdf/structure/metadata.hpp"

#include <fmt/format.h>

#include <string_view>

#include "base/markup.hpp"

namespace svodka::pdf {

namespace {

constexpr std::string_view kProducer = "svodka " SVODKA_VERSION;

std::string pdf_date(const text::Date& date) {
  return fmt::format("(D:{:04}{:02}{:02}000000Z)", date.year(), date.month(), date.day());
}

std::string xmp_date(const text::Date& date) {
  return fmt::format("{:04}-{:02}-{:02}T00:00:00Z", date.year(), date.month(), date.day());
}

std::string escaped(std::string_view utf8) { return base::escape_markup(printable(utf8)); }

std::string language_alternative(std::string_view property, std::string_view value) {
  return fmt::format(R"(<{0}><rdf:Alt><rdf:li xml:lang="x-default">{1}</rdf:li></rdf:Alt></{0}>)", property,
                     escaped(value));
}

// PDF/A wants properties that it does not know described in the file itself (ISO 19005-2, 6.6.2.3).
constexpr std::string_view kAccessibilitySchema =
    R"(<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/")"
    R"( xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#")"
    R"( xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>)"
    R"(<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>)"
    R"(<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>)"
    R"(<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>)"
    R"(<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>)"
    R"(<pdfaProperty:valueType>Integer</pdfaProperty:valueType>)"
    R"(<pdfaProperty:category>internal</pdfaProperty:category>)"
    R"(<pdfaProperty:description>PDF/UA part</pdfaProperty:description></rdf:li></rdf:Seq>)"
    R"(</pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>)";

std::string identification(Standard standard) {
  switch (standard) {
    case Standard::a2a:
      return "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
             "<pdfuaid:part>1</pdfuaid:part>";
    case Standard::a2b:
      return "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>";
    case Standard::none:
      break;
  }
  return {};
}

}  // namespace

std::vector<Entry> information(const layout::Pages& pages) {
  std::vector<Entry> out{{"Title", text_string(printable(pages.title))}};
  if (!pages.author.empty()) out.push_back({"Author", text_string(printable(pages.author))});
  if (!pages.subject.empty()) out.push_back({"Subject", text_string(printable(pages.subject))});
  out.push_back({"Producer", text_string(kProducer)});
  out.push_back({"CreationDate", pdf_date(pages.created)});
  out.push_back({"ModDate", pdf_date(pages.created)});
  return out;
}

std::string xmp(const layout::Pages& pages, Standard standard) {
  std::string out =
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      R"(<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">)"
      R"(<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/")"
      R"( xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/")"
      R"( xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">)"
      "<dc:format>application/pdf</dc:format>";
  out += language_alternative("dc:title", pages.title);
  if (!pages.author.empty()) {
    out +=
        fmt::format("<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>", escaped(pages.author));
  }
  if (!pages.subject.empty()) out += language_alternative("dc:description", pages.subject);
  out += fmt::format("<xmp:CreateDate>{0}</xmp:CreateDate><xmp:ModifyDate>{0}</xmp:ModifyDate>",
                     xmp_date(pages.created));
  out += fmt::format("<pdf:Producer>{}</pdf:Producer>", escaped(kProducer));
  out += identification(standard);
  out += "</rdf:Description>";
  if (standard == Standard::a2a) out += kAccessibilitySchema;
  return out += "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

}  // namespace svodka::pdf
