"""The queries of a document of one record (a meeting, a resolution, an organization) read that record's rows: SQLite
takes as many steps for it in a database that holds several times as much."""
import functools
import json
import re
import sqlite3
import sys
import unittest

import whole

sys.path.append(str(whole.ROOT / "bench"))
import region  # noqa: E402

MEETING, ORGANIZATION = "forum-2025-10", "school-7"
ARGUMENTS = {"meeting": MEETING, "organization": ORGANIZATION, "resolution": "res-forum-2025-10",
             "conclusion": "exp-school-11", "period": "2025-2026", "as_of": whole.AS_OF, "order": "organization"}
# What a person may add by the hundred in ten years; lists of a district itself (partner pairs, directions) stay short.
REGIONS, ORGANIZATIONS = 4, 40
FUNCTIONS = {"as_of": lambda: whole.AS_OF,
             "period_start": {"2025-2026": "2025-09-01", "2026-10": "2026-10-01"}.get,
             "period_end": {"2025-2026": "2026-08-31", "2026-10": "2026-10-31"}.get}


def crowded():
    """The demo district beside other regions, each with a meeting, a resolution and its executors."""
    files = []
    for number in range(REGIONS):
        files.append(whole.folder() / f"region-{number}.json")
        made = region.region(ORGANIZATIONS, f"crowd{number}-")
        for organization in made["organizations"]:
            organization["type"] = "other"  # no school: the demo's directives to all are none of theirs
        files[-1].write_text(json.dumps(made, ensure_ascii=False))
    return whole.make_database(whole.folder() / "crowded.db", [*whole.fixture_files(), *files])


def queries(template):
    """[(name, SQL)] as svodka gives them to SQLite."""
    dump = whole.svodka("dump", "--stage", "template", whole.ROOT / "report_templates" / f"{template}.xml")
    found = []
    for line in dump.splitlines():
        if start := re.match(r"  query (\w+)", line):
            found.append((start[1], []))
        elif found and line.startswith("    | "):
            found[-1][1].append(line[6:])
    return [(name, "\n".join(lines)) for name, lines in found]


@functools.lru_cache(maxsize=None)
def gathering(organizations):
    """One forum whose directives are for every organization."""
    path = whole.folder() / f"gathering-{organizations}.json"
    path.write_text(json.dumps(region.region(organizations), ensure_ascii=False))
    return whole.make_database(whole.folder() / f"gathering-{organizations}.db", [path])


def steps(database, sql, arguments=ARGUMENTS):
    """Instructions of SQLite's virtual machine, by tens. svodka's functions only have to be there: their values
    choose no rows, but for the dates."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    count = 0

    def step():
        nonlocal count
        count += 1

    connection.create_collation("russian", lambda a, b: (a > b) - (a < b))
    names = re.findall(r":(\w+)", re.sub(r"'[^']*'", "", sql))
    while True:
        try:
            connection.set_progress_handler(step, 10)
            count = 0
            connection.execute(sql, {name: arguments.get(name) for name in names}).fetchall()
            return count
        except sqlite3.OperationalError as error:
            missing = re.fullmatch(r"no such function: (\w+)", str(error))
            if not missing:
                raise
            connection.create_function(missing[1], -1, FUNCTIONS.get(missing[1], lambda *_: "1"), deterministic=True)


def templates_with(parameter):
    """The names of the templates with such a required parameter."""
    return [path.stem for path in sorted((whole.ROOT / "report_templates").glob("*.xml"))
            if re.search(rf'<parameter (?![^>]*required="no")[^>]*{parameter}', path.read_text())]


class Queries(unittest.TestCase):
    def test_a_document_of_one_record_costs_the_same_beside_many_others(self):
        templates = templates_with('type="key"')
        self.assertGreater(len(templates), 8)
        self.assert_same_cost(templates, whole.district(), crowded(), ARGUMENTS)

    def test_a_document_of_one_organization_costs_the_same_however_many_others_have_the_same_directives(self):
        templates = templates_with('name="organization"')
        self.assertIn("execution_report", templates)
        self.assert_same_cost(templates, gathering(30), gathering(150),
                              {**ARGUMENTS, "meeting": "forum", "organization": "org-2", "period": "2026-10"})

    def test_the_cost_of_a_document_of_all_grows_no_faster_than_their_number(self):
        small, large, times = gathering(30), gathering(150), 5
        arguments = {**ARGUMENTS, "meeting": "forum", "organization": "org-2", "resolution": "res", "period": "2026-10"}
        for path in sorted((whole.ROOT / "report_templates").glob("*.xml")):
            for name, sql in queries(path.stem):
                with self.subTest(template=path.stem, query=name):
                    before, after = steps(small, sql, arguments), steps(large, sql, arguments)
                    self.assertLess(after, before * times * 1.1 + 60, f"{before} → {after} tens of steps")

    def assert_same_cost(self, templates, small, large, arguments):
        for template in templates:
            for name, sql in queries(template):
                with self.subTest(template=template, query=name):
                    before, after = steps(small, sql, arguments), steps(large, sql, arguments)
                    self.assertLess(after, before * 1.2 + 60, f"{before} → {after} tens of steps")


if __name__ == "__main__":
    unittest.main()
