#pragma once
// Short ways from template text to a tree, a dump or messages.

#include <filesystem>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "templates/template.hpp"

namespace svodka::templates::test {

// What templates of tests import: lib.xml.
inline base::SourcePtr import(const std::string& src) {
  if (src != "lib.xml") throw base::Error("cannot read " + src + ": No such file or directory");
  return base::make_source(src, R"(<library xmlns="urn:svodka:report:1">
  <query name="guests"><![CDATA[SELECT 1]]></query>
  <query name="spare"><![CDATA[SELECT 3]]></query>
  <with name="chosen"><![CDATA[SELECT id, 2 AS two FROM item_card]]><field name="two" type="integer"/></with>
  <part name="list" queries="rows"><p>Всего {rows.count}:</p><each in="rows"><p>{name}</p></each></part>
  <part name="who">{name}, {position}</part>
</library>
)");
}

inline std::string messages(const std::string& text) {
  base::Diagnostics diagnostics;
  parse_template(base::make_source("t.xml", text), import, diagnostics);
  return base::render(diagnostics);
}

// A template with this content in its only section, after a paragraph that uses the query `people`.
inline std::string report_with(const std::string& content) {
  return "<report name=\"r\" title=\"T\" xmlns=\"urn:svodka:report:1\">"
         "<query name=\"people\"><![CDATA[SELECT 2]]></query>"
         "<section title=\"S\"><p>{people.x}</p>\n" +
         content + "\n</section></report>";
}

// The lines of the dump that this content gives, one after another; the messages when there are any.
inline std::string dump_of(const std::string& content) {
  base::Diagnostics diagnostics;
  const auto report = parse_template(base::make_source("t.xml", report_with(content)), import, diagnostics);
  if (!diagnostics.all().empty()) return base::render(diagnostics);
  const auto text = dump(report);
  const std::string before = "    paragraph style=body: {people.x}\n";
  return text.substr(text.find(before) + before.size());
}

inline std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder,
                                                   const std::string& extension) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == extension) files.push_back(entry.path());
  }
  return files;
}

}  // namespace svodka::templates::test
