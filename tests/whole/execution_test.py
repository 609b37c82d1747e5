"""The reports on execution say what the views say, and leave no assignment out."""
import re
import sqlite3
import unittest

import openpyxl
import whole

DISCIPLINE = """<report name="told" title="T" xmlns="urn:svodka:report:1">
<query name="told"><field name="due" type="integer"/><field name="done" type="integer"/><field name="good" type="integer"/>
<![CDATA[SELECT organization_name, sum(due_count) AS due, sum(done_count) AS done, sum(on_time_count) AS good
FROM discipline_card WHERE kind = 'academic_year' AND period = '2025-2026' AND due_count > 0
GROUP BY organization]]></query>
<section title="S"><table each="told"><column title="1">{organization_name}</column><column title="2">{due}</column>
<column title="3">{done}</column><column title="4">{good}</column></table></section></report>"""

ASSIGNMENTS = """
SELECT i.key, coalesce(o.short_name, p.name_last), count(coalesce(oc.due_on, ''))
  FROM assignments a JOIN items i ON i.id = a.item_id JOIN resolutions r ON r.id = i.resolution_id
  LEFT JOIN organizations o ON o.id = a.organization_id LEFT JOIN people p ON p.id = a.person_id
  LEFT JOIN occurrences oc ON oc.assignment_id = a.id
 WHERE r.key = ? AND a.assigned_on <= ? GROUP BY a.id"""


def values(rows, *columns):
    return [tuple(row[column].value for column in columns) for row in rows]


def first_column(path, sheet):
    return [str(row[0].value) for row in openpyxl.load_workbook(path)[sheet].iter_rows(max_col=1) if row[0].value is not None]


class Execution(unittest.TestCase):
    def test_discipline_is_that_of_the_view(self):
        template = whole.folder() / "told.xml"
        template.write_text(DISCIPLINE)
        told = whole.xlsx_tables(f"{whole.render(template, whole.folder() / 'told')}.xlsx")["told"][1:]
        shown = whole.xlsx_tables(
            f"{whole.render('execution_consolidated', whole.folder() / 'year', period='2025-2026')}.xlsx")["discipline"][1:-1]
        self.assertGreater(len(told), 20)
        self.assertEqual(sorted(values(shown, 0, 1, 2, 3)), sorted(values(told, 0, 1, 2, 3)))

    def test_each_item_shows_each_organization_that_has_it(self):
        resolution = "res-council-2026-04"
        stem = whole.render("execution_by_resolution", whole.folder() / "council", resolution=resolution)
        wanted = sqlite3.connect(whole.district()).execute(ASSIGNMENTS, (resolution, whole.AS_OF)).fetchall()
        tables = whole.xlsx_tables(f"{stem}.xlsx")
        shown = [row[1].value.split("\n")[0] for name, rows in tables.items() if name.startswith("states")
                 for row in rows[1:]]
        lines = first_column(f"{stem}.xlsx", "Исполнение")
        for line in lines:  # what is not begun, named below its item
            told = re.fullmatch(r"Не начато[^(:]*(?:\(срок[иа]?: ([^)]*)\))?: (.*)", line)
            for name in told.group(2).split(", ") if told else ():
                shown += [name.removesuffix(" (соисполнитель)")] * len((told.group(1) or "-").split(", "))
        self.assertEqual(sorted(shown), sorted(name for _, name, times in wanted for _ in range(times)))
        notes = [re.search(r"поручено –\s(\d+), исполнено –\s\d+", line) for line in lines if re.match("Пункт |Раздел ", line)]
        self.assertEqual(len(notes), len({key for key, _, _ in wanted}))
        self.assertEqual(sum(int(note.group(1)) for note in notes), len(shown))
        by_organization = tables["by_addressee"][2:-1]
        self.assertEqual(sum(row[1].value for row in by_organization), len(shown))

    def test_the_three_axes_count_the_same_assignments_in_the_order_of_the_vocabulary(self):
        stem = whole.render("execution_report", whole.folder() / "axes", organization="school-7", period="2025-2026")
        rows = [(row[0].value, row[1].value if len(row) > 1 else None)
                for row in whole.xlsx_tables(f"{stem}.xlsx")["axes"][1:]]
        axes, current = {}, None
        for name, count in rows:
            if count is None:
                current = axes.setdefault(name, [])
            elif name != "Всего":
                current.append((name, count))
        self.assertEqual(len({sum(count for _, count in axis) for axis in axes.values()}), 1)
        self.assertNotIn(0, [count for axis in axes.values() for _, count in axis])
        order = ["не начато", "на исполнении", "исполнено", "исполнено частично", "не исполнено"]
        names = [name for name, _ in axes["Состояние исполнения"]]
        self.assertEqual(names, [name for name in order if name in names])

    def test_the_control_list_has_what_is_overdue_or_due_soon_with_days(self):
        tables = whole.xlsx_tables(f"{whole.render('control_list', whole.folder() / 'control')}.xlsx")
        rows = [row for row in tables["listed"][2:] if len(row) > 1 and row[7].value]
        self.assertGreater(len(rows), 100)
        for row in rows:
            overdue, left = row[3].value, row[4].value
            self.assertTrue((overdue or 0) > 0 or 0 <= left <= 10, [cell.value for cell in row])
        totals = tables["summary"][-1]
        self.assertEqual(sum((row[2].value or 1) * row[6].value for row in rows), totals[1].value)
        self.assertEqual(len(tables["register"]) - 1, totals[1].value)

    def test_the_control_list_names_the_directives_of_each_organization(self):
        tables = whole.xlsx_tables(f"{whole.render('control_list', whole.folder() / 'named')}.xlsx")
        named, line = {}, None
        for row in tables["listed"][2:]:
            title = re.match(r"(\d+)\. (?:Пункт|Раздел) ", str(row[0].value))
            if title:
                line = int(title.group(1))
            elif len(row) > 1 and row[7].value:
                for name in re.sub(r" \([^)]*\)", "", row[7].value).split(", "):
                    named.setdefault(name, set()).add(line)
        listed = {row[0].value: {int(number) for number in str(row[7].value).split(", ")} for row in tables["summary"][1:-1]}
        self.assertEqual(listed, named)

    def test_an_empty_period_says_so(self):
        for report, words in (("execution_consolidated", "Поручений на исполнении в отчётном периоде нет."),
                              ("indicators", "Показатели за период не внесены."),
                              ("monthly_summary", "За этот период нет ни поручений")):
            stem = whole.render(report, whole.folder() / f"empty-{report}", period="2019-03")
            text = whole.pdf_text(f"{stem}.pdf")
            self.assertIn(whole.squeezed(words), text, report)
            self.assertNotIn(whole.squeezed("Просроченные поручения"), text, report)

    def test_a_missing_value_is_not_zero(self):
        stem = whole.render("indicators", whole.folder() / "values", period="2026-Q1")
        rows = whole.xlsx_tables(f"{stem}.xlsx")["register"][1:]
        missing = [row for row in rows if row[19].value == "нет данных"]
        self.assertTrue(missing)
        self.assertEqual({row[12].value for row in missing} | {row[16].value for row in missing}, {None})
        zero = [row for row in rows if row[12].value == 0]
        self.assertTrue(zero)
        self.assertNotIn("нет данных", [row[19].value for row in zero])


    def test_nothing_is_missing_of_a_period_that_has_not_ended(self):
        stem = whole.render("indicators", whole.folder() / "unfinished", period="2026-Q3")
        rows = whole.xlsx_tables(f"{stem}.xlsx")["register"][1:]
        missing = [row[8].value.date().isoformat() for row in rows if row[19].value == "нет данных"]
        self.assertTrue(missing)
        self.assertLessEqual(max(missing), whole.AS_OF)

    def test_further_occurrences_of_a_directive_refer_to_the_first(self):
        stem = whole.render("execution_report", whole.folder() / "same", organization="school-13", period="2025-2026")
        tables = whole.xlsx_tables(f"{stem}.xlsx")
        texts = {row[0].value: row[6].value for row in tables["register"][1:]}
        told = [(row[0].value, re.match(r"То же, что № (\d+)", row[2].value)) for row in tables["assignments"][3:]
                if isinstance(row[0].value, int)]
        again = [(place, int(match.group(1))) for place, match in told if match]
        self.assertGreater(len(again), 10)
        for place, first in again:
            self.assertEqual(texts[place], texts[first])
            self.assertIsNone(dict(told)[first])
        self.assertEqual(len({texts[place] for place, match in told if not match}), len([1 for _, match in told if not match]))


if __name__ == "__main__":
    unittest.main()
