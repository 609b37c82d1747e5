"""Every row of docs/coverage.md names documents that change when its column is blanked."""
import unittest

import coverage_page as coverage


class Coverage(unittest.TestCase):
    def test_every_row_is_filled(self):
        self.assertGreater(len(coverage.rows()), 90)
        for number, cells in coverage.rows():
            with self.subTest(line=number + 1, row=cells[0]):
                self.assertEqual(len(cells), 5)
                self.assertTrue(coverage.shown_columns(cells))
                for cell in cells:
                    self.assertNotIn(cell, ("", coverage.NOTHING))

    def test_a_blanked_column_is_noticed_by_the_test_that_its_row_names(self):
        database = coverage.make_copy("coverage.db")
        columns = coverage.columns_of_views()
        samples = coverage.samples()
        for number, cells in coverage.rows():
            tests = [test.strip() for test in cells[4].split(",")]
            for view, column in coverage.shown_columns(cells):
                with self.subTest(line=number + 1, column=f"{view}.{column}"):
                    self.assertIn(column, columns.get(view, []))
                    self.assertLessEqual(set(tests), set(samples))
                    with coverage.blanked(database, view, column):
                        self.assertTrue(any(coverage.document(database, test) != coverage.golden(test) for test in tests))

    def test_the_copy_itself_gives_the_golden_documents(self):
        database = coverage.make_copy("whole.db")
        for sample in coverage.samples():
            with self.subTest(sample=sample):
                self.assertEqual(coverage.document(database, sample), coverage.golden(sample))


if __name__ == "__main__":
    unittest.main()
