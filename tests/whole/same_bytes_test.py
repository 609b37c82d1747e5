"""The same data, date and template give the same bytes anywhere."""
import unittest

import whole

REPORTS = [("protocol", {"meeting": "council-2026-04"}),
           ("attendance_list", {"meeting": "conf-2025-08"}),
           ("execution_report", {"organization": "school-7", "period": "2025-2026"})]


class SameBytes(unittest.TestCase):
    def bytes_of(self, name, report, parameters, cwd, environment=None, prefix=()):
        stem = whole.folder() / name
        settings = [word for key, value in parameters.items() for word in ("--set", f"{key}={value}")]
        whole.svodka("render", report, "--db", whole.district(), "--as-of", whole.AS_OF, "--output", stem,
                     "--templates", whole.ROOT / "report_templates", *settings,
                     cwd=cwd, environment=environment, prefix=prefix)
        return (stem.with_suffix(".pdf").read_bytes(), stem.with_suffix(".xlsx").read_bytes())

    def test_another_time_zone_language_folder_and_day_change_nothing(self):
        elsewhere = whole.folder() / "другая папка"
        elsewhere.mkdir()
        for report, parameters in REPORTS:
            with self.subTest(report):
                here = self.bytes_of(f"here-{report}", report, parameters, whole.ROOT)
                there = self.bytes_of(f"there-{report}", report, parameters, elsewhere,
                                      {"TZ": "Asia/Kamchatka", "LANG": "ru_RU.UTF-8", "LC_ALL": "de_DE.UTF-8",
                                       "LC_NUMERIC": "ru_RU.UTF-8"},
                                      prefix=("faketime", "2031-02-03 04:05:06"))
                self.assertEqual(here, there)

    def test_another_date_of_the_report_changes_the_bytes(self):
        report, parameters = REPORTS[2]
        here = self.bytes_of("first", report, parameters, whole.ROOT)
        former, whole.AS_OF = whole.AS_OF, "2026-01-31"
        try:
            self.assertNotEqual(here, self.bytes_of("second", report, parameters, whole.ROOT))
        finally:
            whole.AS_OF = former


if __name__ == "__main__":
    unittest.main()
