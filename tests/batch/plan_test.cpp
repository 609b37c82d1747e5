#include "batch/job/plan.hpp"

#include "base/files.hpp"
#include "database/schema.hpp"
#include "support/catch.hpp"
#include "support/temporary.hpp"

using namespace svodka;

namespace {

const std::string kTemplate = R"(<report name="tiny" title="Тема" xmlns="urn:svodka:report:1">
  <parameter name="term" type="period" label="Период"/>
  <parameter name="since" type="date" label="С какого дня"/>
  <parameter name="order" type="text" values="given alphabetical" default="given" label="Порядок"/>
  <query name="q"><![CDATA[SELECT theme FROM meeting_card WHERE held_on BETWEEN :since AND period_end(:term)]]></query>
  <section title="Тема"><each in="q"><p>{theme} {order}</p></each></section>
</report>)";
const std::string kParameters =
    "parameters = { term = \"previous quarter\", since = \"start of {period}\" }\n";

struct Planned {
  batch::RunDates dates;
  std::filesystem::path output;
  batch::Plan plan;
  std::string messages;
};

// On a database without a record.
Planned plan(const std::string& job_text, const batch::JobChanges& changes = {}) {
  const support::TemporaryFolder folder;
  base::write_file(folder / "tiny.xml", kTemplate);
  base::Diagnostics diagnostics;
  const auto source = base::make_source("job.toml", "database = \"d.db\"\n" + job_text);
  const auto job = settings::read_job(source, "jobs", diagnostics);
  Planned planned;
  planned.dates = batch::dates_of(job, changes, *text::Date::parse("2026-11-01"), diagnostics);
  planned.output = batch::output_of(job, changes, planned.dates, diagnostics);
  auto database =
      data::Database::in_memory(database::schema_sql(), database::catalogue(), planned.dates.as_of);
  planned.plan = batch::make_plan(job, changes, planned.dates, report::TemplateFiles({folder.path()}),
                                  database, diagnostics);
  planned.messages = render(diagnostics);
  return planned;
}

std::string job_report(const std::string& more, const std::string& file = "{n}",
                       const std::string& parameters = kParameters) {
  return "[[report]]\nname = \"r\"\ntemplate = \"tiny\"\nfile = \"" + file + "\"\n" + parameters + more;
}

const std::string kHead =
    "output = \"out/{period}\"\nas_of = \"end of previous month\"\nperiod = \"current month\"\n";
const std::string kRows = "for_each = \"SELECT 'a' AS n UNION ALL SELECT 'b'\"\n";

}  // namespace

TEST_CASE(
    "a plan has a document a row, with its name and the parameters that are given; others have defaults") {
  const auto planned = plan(kHead + job_report(kRows, "{period}/{n}"));
  CHECK(planned.messages == "");
  CHECK(planned.dates.as_of.iso() == "2026-10-31");
  CHECK(planned.dates.period == "2026-10");
  CHECK(planned.output == "jobs/out/2026-10");
  REQUIRE(planned.plan.documents.size() == 2);
  const auto& second = planned.plan.documents[1];
  CHECK(second.path == "2026-10/b");
  CHECK(second.parameters == bind::Arguments{{"since", "2026-10-01"}, {"term", "2026-Q3"}});
  CHECK(second.row == batch::Texts{{"n", "b"}});
}

TEST_CASE("a command's day, period and folder are taken instead of the job's") {
  batch::JobChanges changes;
  changes.as_of = text::Date::parse("2026-01-15");
  CHECK(plan(kHead + job_report(kRows), changes).dates.period == "2026-01");
  changes.period = "previous academic year";
  changes.output = "elsewhere";
  const auto planned = plan(kHead + job_report(kRows), changes);
  CHECK(planned.dates.period == "2024-2025");
  CHECK(planned.output == "elsewhere");
}

TEST_CASE("a condition is asked for each row") {
  const auto planned = plan(kHead + job_report(kRows + "condition = \"SELECT :n = 'b'\"\n"));
  CHECK(planned.messages == "");
  REQUIRE(planned.plan.documents.size() == 1);
  CHECK(planned.plan.documents[0].path == "b");
  for (const auto* none : {"SELECT 1 WHERE 0", "SELECT NULL", "SELECT ''", "SELECT 0.0", "SELECT '0'"}) {
    CHECK(plan(kHead + job_report(kRows + "condition = \"" + none + "\"\n")).plan.documents.empty());
  }
}

TEST_CASE("days and periods that are none are errors at their place") {
  CHECK(plan("output = \"out\"\nas_of = \"31.10.2026\"\nperiod = \"last month\"\n" + job_report(kRows))
            .messages ==
        "job.toml:3:9: error[J205]: '31.10.2026' is not a day\n"
        "    3 | as_of = \"31.10.2026\"\n"
        "      |         ^~~~~~~~~~~~\n"
        "  hint: a day is 2026-10-31, today, or like 'end of previous month'\n"
        "job.toml:4:10: error[J205]: 'last month' is not a period\n"
        "    4 | period = \"last month\"\n"
        "      |          ^~~~~~~~~~~~\n"
        "  hint: a period is 2026-10, 2026-Q3, 2026, 2026-2027, or like 'previous month', 'current academic "
        "year'\n"
        "job.toml:9:51: error[J206]: '{period}' stands for nothing here\n"
        "    9 | parameters = { term = \"previous quarter\", since = \"start of {period}\" }\n"
        "      |                                                   ^~~~~~~~~~~~~~~~~~~\n"
        "  hint: the job has no period\n");
}

TEST_CASE("the month before the month before is warned about") {
  const auto planned =
      plan("output = \"out\"\nas_of = \"end of previous month\"\nperiod = \"previous month\"\n" +
           job_report(kRows));
  CHECK(planned.dates.period == "2026-09");
  CHECK(planned.messages ==
        "job.toml:4:10: warning[J214]: 'previous month' before the as-of date 2026-10-31 is 2026-09\n"
        "    4 | period = \"previous month\"\n"
        "      |          ^~~~~~~~~~~~~~~~\n"
        "  hint: the period of the as-of date itself is 'current month'\n");
}

TEST_CASE("names that stand for nothing are errors of the job") {
  CHECK(plan(kHead + job_report(kRows + "condition = \"SELECT :nn\"\n", "{m}")).messages ==
        "job.toml:11:14: error[J213]: ':nn' stands for nothing here\n"
        "   11 | condition = \"SELECT :nn\"\n"
        "      |              ^~~~~~~~~~\n"
        "  hint: did you mean 'n'?\n"
        "job.toml:8:8: error[J206]: '{m}' stands for nothing here\n"
        "    8 | file = \"{m}\"\n"
        "      |        ^~~~~\n"
        "  hint: did you mean 'n'?\n");
}

TEST_CASE("parameters are those of the template") {
  CHECK(plan(kHead + job_report(kRows, "{n}", "parameters = { terms = \"2026\", since = \"2026-10-01\" }\n"))
            .messages ==
        "job.toml:9:24: error[J207]: the template 'tiny' has no parameter 'terms'\n"
        "    9 | parameters = { terms = \"2026\", since = \"2026-10-01\" }\n"
        "      |                        ^~~~~~\n"
        "  hint: did you mean 'term'?\n"
        "job.toml:7:12: error[J208]: the template 'tiny' needs the parameter 'term' (Период)\n"
        "    7 | template = \"tiny\"\n"
        "      |            ^~~~~~\n"
        "  hint: parameters = { term = \"…\" }\n");
}

TEST_CASE("a value that its parameter does not take is an error of its record") {
  CHECK(plan(kHead + job_report(kRows, "{n}", "parameters = { term = \"2026\", since = \"{n}\" }\n"))
            .messages.find("report 'r', row 1 (n 'a'): error[B203]: parameter 'since' is 'a'") == 0);
}

TEST_CASE("a report that is asked for must be in the job") {
  batch::JobChanges changes;
  changes.only = {"rr"};
  CHECK(plan(kHead + job_report(kRows), changes).messages ==
        "--only: error[J209]: the job has no report 'rr'\n  hint: did you mean 'r'?\n");
}

TEST_CASE("unsafe names and names that are one are errors of their records") {
  CHECK(
      plan(kHead +
           job_report("for_each = \"SELECT 'a' AS n UNION ALL SELECT 'A' UNION ALL SELECT 'a' UNION ALL "
                      "SELECT '..' UNION ALL SELECT 'a/b'\"\n"))
          .messages ==
      "report 'r', row 2 (n 'A'): error[J212]: 'A' and 'a' are one name on some disks\n"
      "  hint: name what tells the documents apart in 'file'\n"
      "report 'r', row 3 (n 'a'): error[J212]: another document is called 'a' already\n"
      "  hint: name what tells the documents apart in 'file'\n"
      "report 'r', row 4 (n '..'): error[J211]: '..' cannot be a file name: a part of it is '..'\n"
      "report 'r', row 5 (n 'a/b'): error[J211]: 'a/b' (n) cannot be a part of a file name: it holds '/'\n");
}

TEST_CASE("after many mistakes of rows the rest is not listed") {
  const auto messages =
      plan(kHead +
           job_report(
               "for_each = \"WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 100) "
               "SELECT 'same' AS n FROM c\"\n"))
          .messages;
  CHECK(messages.find("row 21 ") != std::string::npos);
  CHECK(messages.find("row 22 ") == std::string::npos);
}

TEST_CASE("a query of a job that cannot be prepared is shown at its place") {
  CHECK(plan(kHead + job_report("for_each = \"SELECT theme FROM meetin_card\"\n"))
            .messages.find("job.toml:10:31: error[Q102]: ") == 0);
  CHECK(plan(kHead + job_report("for_each = \"DELETE FROM meetings\"\n")).messages.find("error[Q105]: ") !=
        std::string::npos);
}
