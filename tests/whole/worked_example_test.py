"""The worked example of docs/templates.md, run as its reader would."""
import re
import subprocess
import unittest

from whole import AS_OF, ROOT, SVODKA, district, displayed, folder, pdf_tables, render, xlsx_tables


def example():
    page = (ROOT / "docs/templates.md").read_text()
    path = folder() / "directions_report.xml"
    path.write_text(re.search(r'```xml\n(<report name="directions_report".*?)```', page, re.S).group(1))
    return path


class WorkedExample(unittest.TestCase):
    def test_it_checks_without_a_message(self):
        done = subprocess.run([SVODKA, "check", example()], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout), (0, ""))
        self.assertIn("0 errors, 0 warnings", done.stderr)

    def test_its_totals_are_those_of_the_data_in_both_formats(self):
        stem = render(example(), folder() / "directions", period="2025-12")
        rows = pdf_tables(f"{stem}.pdf")["rows"]
        given, done, share, overdue = rows[-1][1:]
        lines = [row for row in rows[1:] if len(row) == 5 and row[0] not in ("Итого", "Всего")]
        self.assertGreater(len(lines), 30)
        self.assertEqual(rows[-1][0], "Всего")
        self.assertEqual(int(given), sum(int(row[1]) for row in lines))
        self.assertEqual(int(done), sum(int(row[2]) for row in lines))
        self.assertEqual(int(overdue), sum(int(row[4] or 0) for row in lines))
        self.assertEqual(share, f"{100 * int(done) / int(given):.1f}".replace(".", ",") + "\u00a0%")
        sheet = xlsx_tables(f"{stem}.xlsx")["rows"]
        self.assertEqual([displayed(cell) for cell in sheet[-1]], rows[-1])

    def test_a_period_without_deadlines_is_told_to_be_empty(self):
        stem = render(example(), folder() / "nothing", period="2031-12")
        self.assertEqual(pdf_tables(f"{stem}.pdf"), {})
        done = subprocess.run([SVODKA, "render", example(), "--db", district(), "--as-of", AS_OF, "--set",
                               "period=2031-12", "--output", stem], capture_output=True, text=True)
        self.assertIn("nothing to report", done.stderr)


if __name__ == "__main__":
    unittest.main()
