#include "templates/xml/errors.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "templates/codes.hpp"

namespace svodka::templates {

namespace {

struct Failure {
  const base::SourcePtr& source;
  std::size_t at;
  base::SourceSpan open;
  base::Diagnostics& diagnostics;

  base::SourceSpan place(std::size_t begin, std::size_t length) const {
    const auto size = source->text.size();
    return {source, std::min(begin, size), std::min(begin + length, size)};
  }

  // The characters of a name from an offset on.
  std::string_view name_at(std::size_t begin) const {
    const auto rest = std::string_view(source->text).substr(std::min(begin, source->text.size()));
    return rest.substr(0, rest.find_first_of(" \t\r\n=<>/;&\"'"));
  }
};

void explain_end_tag(const Failure& failure) {
  const auto found = failure.name_at(failure.at);
  const auto opened = base::position_of(*failure.source, failure.open.begin);
  failure.diagnostics.error(codes::wrong_end_tag, failure.place(failure.at, found.size()),
                            fmt::format("</{}> cannot end <{}>", found, base::text_of(failure.open)),
                            fmt::format("<{0}> was opened in line {1}: end it with </{0}> first",
                                        base::text_of(failure.open), opened.line));
}

void explain_missing_end(const Failure& failure) {
  if (!failure.open.source) {
    failure.diagnostics.error(codes::not_well_formed, failure.place(failure.at, 0), "there is no element",
                              "a template is one <report> element");
    return;
  }
  const auto name = base::text_of(failure.open);
  failure.diagnostics.error(codes::never_closed, failure.open, fmt::format("<{}> is never closed", name),
                            fmt::format("end it with </{}>", name));
}

void explain_entity(const Failure& failure) {
  const auto name = failure.name_at(failure.at + 1);
  failure.diagnostics.error(
      codes::unknown_entity, failure.place(failure.at, name.size() + 2),
      fmt::format("unknown entity &{};", name),
      "XML knows &lt; &gt; &amp; &quot; &apos;; write other characters as they are or by "
      "number, a no-break space as &#160;");
}

void explain_character(const Failure& failure) {
  const auto& text = failure.source->text;
  const char found = failure.at < text.size() ? text[failure.at] : '\0';
  const char before = failure.at > 0 && failure.at <= text.size() ? text[failure.at - 1] : '\0';
  if (before == '&') {
    failure.diagnostics.error(codes::not_well_formed, failure.place(failure.at - 1, 1),
                              "a bare & is not allowed", "write &amp;");
  } else if (found == '<') {
    failure.diagnostics.error(codes::not_well_formed, failure.place(failure.at, 1),
                              "a bare < is not allowed here", "write &lt;");
  } else {
    failure.diagnostics.error(codes::not_well_formed, failure.place(failure.at, 1),
                              "this character is not allowed here in XML");
  }
}

}  // namespace

void explain_xml_error(XML_Error error, const base::SourcePtr& source, std::size_t at,
                       const base::SourceSpan& open, base::Diagnostics& diagnostics) {
  const Failure failure{source, at, open, diagnostics};
  switch (error) {
    case XML_ERROR_TAG_MISMATCH:
      return explain_end_tag(failure);
    case XML_ERROR_NO_ELEMENTS:
      return explain_missing_end(failure);
    case XML_ERROR_UNDEFINED_ENTITY:
      return explain_entity(failure);
    case XML_ERROR_INVALID_TOKEN:
      return explain_character(failure);
    case XML_ERROR_DUPLICATE_ATTRIBUTE: {
      const auto name = failure.name_at(at);
      return diagnostics.error(codes::attribute_twice, failure.place(at, name.size()),
                               fmt::format("attribute '{}' is given twice", name), "keep one of them");
    }
    case XML_ERROR_UNCLOSED_TOKEN:
      return diagnostics.error(codes::not_well_formed, failure.place(at, 1),
                               "the file ends inside this markup");
    case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
      return diagnostics.error(codes::not_well_formed, failure.place(at, 1),
                               "nothing may follow the root element", "a template is one <report> element");
    default:
      return diagnostics.error(codes::not_well_formed, failure.place(at, 1), XML_ErrorString(error));
  }
}

}  // namespace svodka::templates
