"""Every table of every demo report is the same in PDF and XLSX, cell by cell."""
import datetime
import unittest

import openpyxl
import whole


ONLY_XLSX = {"register", "history"}  # of the execution report: flat sheets to sort and pivot, never printed


def on_paper(rows):
    """Assignments of the execution report as PDF has them: of the two deadlines the new one stands below, in brackets."""
    titles, below, numbers, *body = rows
    assert (titles[3:4], below) == (["Срок"], ["исходный", "новый"]), (titles, below)
    deadlines = [[*row[:3], "\n".join(filter(None, (row[3], row[4] and f"({row[4]})"))), *row[5:]] if any(row[1:]) else row
                 for row in body]
    return [[*titles[:3], "Срок (новый)", *titles[4:]], numbers[:-1], *deadlines]


def differences(pdf, xlsx):
    """What one file says and the other does not."""
    printed = whole.pdf_tables(pdf)
    stored = {name: [[whole.displayed(cell) for cell in row] for row in rows]
              for name, rows in whole.xlsx_tables(xlsx).items() if name not in ONLY_XLSX}
    if "assignments" in stored:
        stored["assignments_printed"] = on_paper(stored.pop("assignments"))
    found = []
    if sorted(printed) != sorted(name for name in stored):
        found.append(f"tables {sorted(printed)} in PDF, {sorted(stored)} in XLSX")
    for name in sorted(set(printed) & set(stored)):
        rows = stored[name]
        if len(printed[name]) != len(rows):
            found.append(f"{name}: {len(printed[name])} rows in PDF, {len(rows)} in XLSX")
        for number, (left, right) in enumerate(zip(printed[name], rows)):
            if len(left) == 1 and not any(right[1:]):  # a group row; a table with a filter has no merged cells
                right = right[:1]
            if left != right:
                found.append(f"{name}, row {number}: PDF {left}, XLSX {right}")
    return found


class Tables(unittest.TestCase):
    def test_every_table_is_the_same_in_both_formats(self):
        tables = 0
        for name, report, parameters in whole.demo_reports():
            with self.subTest(name):
                stem = whole.render(report, whole.folder() / name.replace(" ", "-"), **parameters)
                self.assertEqual(differences(f"{stem}.pdf", f"{stem}.xlsx"), [])
                tables += len(whole.pdf_tables(f"{stem}.pdf"))
        self.assertGreater(tables, 100)

    def test_one_changed_value_is_found(self):
        stem = whole.render("attendance_list", whole.folder() / "changed", meeting="conf-2025-08")
        workbook = openpyxl.load_workbook(f"{stem}.xlsx")
        cell = next(c for row in workbook.worksheets[0].iter_rows() for c in row if c.value == 17)
        cell.value = 18
        workbook.save(f"{stem}.xlsx")
        self.assertEqual(len(differences(f"{stem}.pdf", f"{stem}.xlsx")), 1)

    def test_figures_and_dates_are_stored_as_numbers_and_dates(self):
        stem = whole.render("execution_report", whole.folder() / "typed", organization="school-7", period="2025-2026")
        tables = whole.xlsx_tables(f"{stem}.xlsx")
        date, number = datetime.datetime, (int, float)
        typed = {"assignments": (3, {0: int, 3: date, 4: date}), "axes": (1, {1: int}),
                 "discipline": (1, {1: int, 2: int, 3: int, 4: int, 5: number, 6: number}),
                 "indicators": (2, {2: number, 3: number, 4: number, 7: number})}
        for name, (header_rows, columns) in typed.items():
            body = [row for row in tables[name][header_rows:] if any(cell.value is not None for cell in row[1:])]
            for column, expected in columns.items():
                values = [row[column].value for row in body if row[column].value is not None]
                self.assertTrue(values, (name, column))
                for value in values:
                    self.assertIsInstance(value, expected, (name, column))

    def test_the_register_is_flat_and_has_the_rows_of_the_report(self):
        stem = whole.render("execution_report", whole.folder() / "flat", organization="school-7", period="2025-2026")
        workbook = openpyxl.load_workbook(f"{stem}.xlsx")
        sheet = workbook["Реестр"]
        self.assertEqual(workbook.active.title, "Поручения")
        self.assertEqual({s.sheet_view.selection[-1].activeCell for s in workbook.worksheets}, {"A1"})
        self.assertEqual(list(sheet.merged_cells.ranges), [])
        self.assertEqual(sheet.auto_filter.ref, sheet.dimensions)
        tables = whole.xlsx_tables(f"{stem}.xlsx")
        rows = {row[0].value: row for row in tables["register"][1:]}
        assignments = [row for row in tables["assignments"][3:] if isinstance(row[0].value, int)]
        self.assertEqual(list(rows), [row[0].value for row in assignments])
        for row in assignments:  # deadlines, figures
            flat = rows[row[0].value]
            self.assertEqual(flat[10].value, row[3].value)
            self.assertEqual(flat[11].value, row[4].value or row[3].value)
        self.assertEqual({type(row[14].value) for row in rows.values()}, {datetime.datetime, type(None)})
        rules = [rule for ranges in sheet.conditional_formatting for rule in ranges.rules if rule.type == "cellIs"]
        self.assertIn(['"просрочено"'], [rule.formula for rule in rules])


if __name__ == "__main__":
    unittest.main()
