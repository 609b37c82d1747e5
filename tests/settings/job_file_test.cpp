#include "settings/job_file.hpp"

#include "support/catch.hpp"

using namespace svodka;

namespace {

std::string messages(const std::string& text) {
  base::Diagnostics diagnostics;
  settings::read_job(base::make_source("job.toml", text), {}, diagnostics);
  return render(diagnostics);
}

const std::string kHead = "database = \"d.db\"\noutput = \"out\"\n";
const std::string kReport = "[[report]]\nname = \"a\"\ntemplate = \"t\"\nfile = \"f\"\n";

}  // namespace

TEST_CASE("a job is read with what it says and defaults for the rest") {
  base::Diagnostics diagnostics;
  const auto job = settings::read_job(
      base::make_source("job.toml",
                        kHead + "as_of = \"end of previous month\"\ntime_limit = 1.5\nrow_limit = 10\n" +
                            kReport +
                            "formats = [\"xlsx\"]\nstandard = \"a-2b\"\ntitle = \"Отчёты\"\n"
                            "for_each = '''\nSELECT 1'''\nparameters = { year = 2026, who = \"{x}\" }\n"
                            "[[report]]\nname = \"b\"\ntemplate = \"t\"\nfile = \"g\"\n"),
      "folder", diagnostics);
  CHECK(render(diagnostics) == "");
  CHECK(job.database.text == "d.db");
  CHECK(job.as_of.text == "end of previous month");
  CHECK(job.time_limit == 1.5);
  CHECK(job.row_limit == 10);
  REQUIRE(job.reports.size() == 2);
  const auto& first = job.reports[0];
  CHECK(first.title == "Отчёты");
  CHECK(first.formats == std::vector{document::OutputFormat::xlsx});
  CHECK(first.standard == pdf::Standard::a2b);
  CHECK(base::text_of(first.for_each.span) == "SELECT 1");
  REQUIRE(first.parameters.size() == 2);
  CHECK(first.parameters[0].name == "who");
  CHECK(first.parameters[1].value.text == "2026");
  CHECK(job.reports[1].title == "b");
  CHECK(job.reports[1].formats == std::vector{document::OutputFormat::pdf, document::OutputFormat::xlsx});
}

TEST_CASE("SQL with escapes is shown as it reads") {
  base::Diagnostics diagnostics;
  const auto job = settings::read_job(
      base::make_source("job.toml", kHead + kReport + "for_each = \"SELECT \\\"a\\\"\"\n"), {}, diagnostics);
  CHECK(base::text_of(job.reports[0].for_each.span) == "SELECT \"a\"");
}

TEST_CASE("what is not TOML is an error at its place") {
  CHECK(messages("database = \"Рай\" x\n") ==
        "job.toml:1:18: error[J201]: Error while parsing key-value pair: expected a comment or whitespace, "
        "saw 'x'\n"
        "    1 | database = \"Рай\" x\n"
        "      |                  ^\n");
}

TEST_CASE("all mistakes of a job are told at once, each at its place") {
  CHECK(messages("databse = \"d.db\"\noutput = 5\n[[report]]\nname = \"отчёт\"\nfile = \"f\"\nformats = "
                 "[\"pdf\", \"pdf\"]\n") ==
        "job.toml:1:11: error[J202]: unknown key 'databse'\n"
        "    1 | databse = \"d.db\"\n"
        "      |           ^~~~~~\n"
        "  hint: did you mean 'database'?\n"
        "job.toml:2:10: error[J203]: 'output' needs a text\n"
        "    2 | output = 5\n"
        "      |          ^\n"
        "job.toml:6:11: error[J203]: 'formats' needs a list of \"pdf\" and \"xlsx\", each once\n"
        "    6 | formats = [\"pdf\", \"pdf\"]\n"
        "      |           ^~~~~~~~~~~~~~\n"
        "job.toml:4:8: error[J203]: 'name' needs Latin letters, digits, '_' and '-'\n"
        "    4 | name = \"отчёт\"\n"
        "      |        ^~~~~~~\n"
        "job.toml:3:1: error[J204]: 'template' is missing\n"
        "    3 | [[report]]\n"
        "      | ^\n"
        "job.toml:1:1: error[J204]: 'database' is missing\n"
        "    1 | databse = \"d.db\"\n"
        "      | ^\n"
        "job.toml:1:1: error[J204]: 'output' is missing\n"
        "    1 | databse = \"d.db\"\n"
        "      | ^\n");
}

TEST_CASE("a job without reports, and with two of one name, is wrong") {
  CHECK(messages(kHead) ==
        "job.toml:1:1: error[J204]: the job has no [[report]]\n    1 | database = \"d.db\"\n      | ^\n");
  CHECK(messages(kHead + kReport + kReport) ==
        "job.toml:8:8: error[J210]: two reports are called 'a'\n    8 | name = \"a\"\n      |        ^~~\n");
}
