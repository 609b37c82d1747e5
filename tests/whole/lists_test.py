"""Lists of people, resolutions and expert conclusions say what the database holds, in both formats."""
import contextlib
import sqlite3
import unittest

import openpyxl

import whole
from items_test import misplaced
from extract_test import items_of


def rows(sql, *values):
    with contextlib.closing(sqlite3.connect(whole.district())) as database:
        return database.execute(sql, values).fetchall()


def render(report, name, **parameters):
    return whole.render(report, whole.folder() / name, **parameters)


def column(stem, title, sheet=0):
    """The texts below a header cell."""
    cells = openpyxl.load_workbook(f"{stem}.xlsx").worksheets[sheet]
    for head in (cell for row in cells.iter_rows() for cell in row if cell.value == title):
        below = [cells.cell(row, head.column).value for row in range(head.row + 1, cells.max_row + 1)]
        return below
    raise AssertionError(f"no column {title}")


# Guests known by name only: the surname stands first in lists.
GUESTS = {"Ю. А. Заболотских": "Заболотских Ю. А.", "Кудеярцев Т.М.": "Кудеярцев Т. М.",
          "Е. В. Таранушкина": "Таранушкина Е. В.", "Осокорина М.Н.": "Осокорина М. Н."}


def named(people):
    return [(GUESTS.get(name, name), other) for name, other in people]


def people_of(meeting):
    return named(rows("""SELECT coalesce(p.full_name, a.name), p.contact FROM attendance a JOIN meetings m ON m.id = a.meeting_id
                   LEFT JOIN people p ON p.id = a.person_id WHERE m.key = ? ORDER BY a.ordinal""", meeting))


class Registration(unittest.TestCase):
    def test_it_has_everybody_once_with_contact_and_as_many_spare_rows_as_asked(self):
        for meeting, spare in (("conf-2025-08", 0), ("council-2026-04", 7), ("round-table-2026-03", 40)):
            with self.subTest(meeting=meeting):
                stem = render("registration_sheet", f"sheet-{meeting}", meeting=meeting, spare=spare, order="given")
                expected = people_of(meeting)
                self.assertEqual(column(stem, "Фамилия, имя, отчество"), [name for name, _ in expected] + [None] * spare)
                self.assertEqual(column(stem, "Контактные данные"), [contact for _, contact in expected] + [None] * spare)
                self.assertEqual(column(stem, "№ п/п"), list(range(1, len(expected) + spare + 1)))
                self.assertEqual(set(column(stem, "Подпись")), {None})
                text = whole.pdf_text(f"{stem}.pdf")
                for name, contact in expected:
                    self.assertIn(whole.squeezed(name), text)
                    self.assertIn(whole.squeezed(contact or ""), text)

    def test_rows_leave_room_to_sign(self):
        stem = render("registration_sheet", "sheet-room", meeting="council-2026-04")
        sheet = openpyxl.load_workbook(f"{stem}.xlsx").worksheets[0]
        first = next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == "Подпись") + 1
        for row in range(first, sheet.max_row + 1):
            self.assertGreaterEqual(sheet.row_dimensions[row].height, 9 * 72 / 25.4 - 0.75)


class AttendanceList(unittest.TestCase):
    def test_it_stands_in_the_order_that_was_asked(self):
        present = [name for name, state in named(rows(
            """SELECT coalesce(p.full_name, a.name), a.state FROM attendance a JOIN meetings m ON m.id = a.meeting_id
               LEFT JOIN people p ON p.id = a.person_id WHERE m.key = 'conf-2025-08' ORDER BY a.ordinal"""))
                   if state not in ("absent", "excused")]
        orders = {}
        for order in ("given", "alphabetical", "organization"):
            stem = render("attendance_list", f"list-{order}", meeting="conf-2025-08", order=order)
            orders[order] = column(stem, "Фамилия, имя, отчество")[:len(present)]
            self.assertEqual(sorted(orders[order]), sorted(present))
        self.assertEqual(orders["given"], present)
        surnames = [" ".join(word for word in name.split() if not word.endswith("."))
                    for name in orders["alphabetical"]]
        self.assertEqual(surnames, sorted(surnames, key=lambda name: name.lower().replace("ё", "е")))
        units = column(render("attendance_list", "list-units", meeting="conf-2025-08", order="organization"),
                       "Организация")[:len(present)]
        runs = [unit for place, unit in enumerate(units) if place == 0 or units[place - 1] != unit]
        self.assertEqual(len(runs), len(set(runs)))

    def test_an_unknown_order_is_refused(self):
        with self.assertRaisesRegex(AssertionError, "expected one of: given, alphabetical, organization"):
            render("attendance_list", "list-wrong", meeting="conf-2025-08", order="any")


class AttendanceSummary(unittest.TestCase):
    def test_counts_and_shares_are_those_of_the_lists(self):
        stem = render("attendance_summary", "summary", period="2025-2026")
        listed, came = column(stem, "В списках, раз", 1), column(stem, "Представлена, раз", 1)
        units = column(stem, "Организация", 1)
        by_name = {name: (total, represented) for name, total, represented in rows(
            """SELECT name, count(*), sum(came) FROM (
                 SELECT coalesce(o.short_name, a.organization_name, own.short_name) AS name, m.id,
                        max(a.state NOT IN ('absent', 'excused') OR a.deputised_by_id IS NOT NULL) AS came
                   FROM attendance a JOIN meetings m ON m.id = a.meeting_id LEFT JOIN people p ON p.id = a.person_id
                   LEFT JOIN organizations own ON own.id = p.organization_id
                   LEFT JOIN organizations o ON o.id = a.organization_id
                  WHERE m.held_on BETWEEN '2025-09-01' AND '2026-08-31' GROUP BY 1, 2) GROUP BY name""") if name}
        shown = {unit: (total, represented) for unit, total, represented in zip(units, listed, came)
                 if isinstance(total, int) and unit in by_name}
        self.assertEqual(shown, by_name)

    def test_a_period_without_meetings_says_so(self):
        stem = render("attendance_summary", "summary-empty", period="2024")
        self.assertIn(whole.squeezed("За 2024 год совещания не проводились."), whole.pdf_text(f"{stem}.pdf"))


class Resolution(unittest.TestCase):
    def test_all_items_stand_in_order_under_their_own_numbers(self):
        for meeting, in rows("SELECT m.key FROM meetings m JOIN resolutions r ON r.meeting_id = m.id"):
            with self.subTest(meeting=meeting):
                items = [item for item in items_of(meeting) if item["text"]]
                self.assertTrue(items)
                stem = render("resolution", f"resolution-{meeting}", resolution=f"res-{meeting}")
                self.assertEqual(misplaced(items, whole.pdf_text(f"{stem}.pdf")), [])


    def test_the_appendices_of_its_meeting_stand_below_it_but_the_list_of_those_present(self):
        stem = render("resolution", "resolution-appendices", resolution="res-council-2026-04")
        for text in (whole.pdf_text(f"{stem}.pdf"), whole.workbook_text(f"{stem}.xlsx")):
            for part in ("Приложение 1 к решению от 17.04.2026 Пары «школа – школа-партнёр»",
                         "Приложение 2 к решению от 17.04.2026 Критерии экспертизы школьных программ"):
                self.assertIn(whole.squeezed(part), text)
            self.assertNotIn(whole.squeezed("Список присутствующих на совместном заседании"), text)

    def test_its_partner_pairs_are_those_of_the_day_of_the_meeting(self):
        held, = rows("SELECT held_on FROM meetings WHERE key = 'council-2026-04'")[0]
        pairs = rows("""SELECT o.short_name, p.short_name FROM partner_pairs pp JOIN organizations o ON o.id = pp.organization_id
                          JOIN organizations p ON p.id = pp.partner_id
                         WHERE pp.since <= ?1 AND (pp.until IS NULL OR pp.until >= ?1) ORDER BY pp.ordinal""", held)
        stem = render("resolution", "resolution-pairs", resolution="res-council-2026-04")
        sheet = openpyxl.load_workbook(f"{stem}.xlsx")["Партнёрские пары"]
        head = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "Партнёр")
        printed = [(sheet.cell(row, head.column - 1).value, sheet.cell(row, head.column).value)
                   for row in range(head.row + 1, sheet.max_row + 1)]
        self.assertEqual(sorted(printed), sorted(pairs))


class ExpertConclusion(unittest.TestCase):
    def test_the_chosen_options_are_marked_and_no_others(self):
        chosen = rows("""SELECT co.marker || ' ' || co.text || ifnull(iif(co.other, ': ', ' – ') || ch.text, '')
                           FROM conclusion_choices ch JOIN criterion_options co ON co.id = ch.option_id
                           JOIN expert_conclusions x ON x.id = ch.conclusion_id WHERE x.key = 'exp-school-12'""")
        stem = render("expert_conclusion", "conclusion", conclusion="exp-school-12")
        text = whole.pdf_text(f"{stem}.pdf")
        for option, in chosen:
            self.assertIn(whole.squeezed("■" + option), text)
        self.assertEqual(text.count("■"), len(chosen) + 1)  # and the legend
        for remark, in rows("SELECT text FROM conclusion_remarks WHERE text IS NOT NULL AND conclusion_id = 2"):
            self.assertIn(whole.squeezed(remark), text)


if __name__ == "__main__":
    unittest.main()
