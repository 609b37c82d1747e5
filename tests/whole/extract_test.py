"""An extract has exactly what was assigned to its organization, under the numbers of the protocol."""
import contextlib
import functools
import sqlite3
import unittest

import whole
from items_test import misplaced, printed

ADDRESSEES = [("conf-2025-08", "school-7"), ("conf-2025-08", "imc"), ("conf-2025-08", "kinder-4"),
              ("forum-2025-10", "kinder-4"), ("plenary-2025-12", "school-11"), ("round-table-2026-03", "mo-math"),
              ("council-2026-04", "imc"), ("council-2026-04", "univ"), ("council-2026-04", "school-9")]


@functools.lru_cache(maxsize=None)
def items_of(meeting):
    """The meeting's items in order; depth first."""
    with contextlib.closing(sqlite3.connect(whole.district())) as database:
        database.row_factory = sqlite3.Row
        return [dict(row) for row in database.execute(
            """SELECT i.id, i.parent_id, i.key, i.number, i.marker, i.text, i.kind, i.tracked
               FROM items i JOIN item_effective e ON e.item_id = i.id JOIN resolutions r ON r.id = i.resolution_id
               JOIN meetings m ON m.id = r.meeting_id WHERE m.key = ? ORDER BY r.id, e.position""", (meeting,))]


def assigned_to(meeting, organization):
    with contextlib.closing(sqlite3.connect(whole.district())) as database:
        return {key for key, in database.execute(
            """SELECT i.key FROM assignments a JOIN items i ON i.id = a.item_id
               JOIN resolutions r ON r.id = i.resolution_id JOIN meetings m ON m.id = r.meeting_id
               LEFT JOIN people p ON p.id = a.person_id
               JOIN organizations o ON o.id = coalesce(a.organization_id, p.organization_id)
               WHERE m.key = ? AND o.key = ? AND a.assigned_on <= ?""", (meeting, organization, whole.AS_OF))}


def wanted(items, assigned):
    """The assigned items, all above them, and untracked items below them."""
    by_id = {item["id"]: item for item in items}
    keys = set()
    for item in items:
        above = by_id.get(item["parent_id"])
        if item["key"] in assigned or (above and above["key"] in keys and not item["tracked"]
                                       and above["key"] in assigned):
            keys.add(item["key"])
    for item in reversed(items):
        if item["key"] in keys and item["parent_id"]:
            keys.add(by_id[item["parent_id"]]["key"])
    return [item for item in items if item["key"] in keys]


class Extract(unittest.TestCase):
    def test_it_has_the_items_of_its_organization_in_order_and_no_others(self):
        for meeting, organization in ADDRESSEES:
            with self.subTest(meeting=meeting, organization=organization):
                items, assigned = items_of(meeting), assigned_to(meeting, organization)  # to its people, too
                self.assertTrue(assigned)
                chosen = wanted(items, assigned)
                stem = whole.render("extract", whole.folder() / f"{meeting}-{organization}", meeting=meeting,
                                    organization=organization)
                for text in (whole.pdf_text(f"{stem}.pdf"), whole.workbook_text(f"{stem}.xlsx")):
                    self.assertEqual(misplaced([i for i in chosen if i["text"]], text), [])
                    for item in items:
                        if item not in chosen and len(printed(item)) > 40:
                            self.assertNotIn(printed(item), text)

    def test_one_without_items_says_so_and_is_empty(self):
        self.assertFalse(assigned_to("forum-2025-10", "kinder-10"))
        stem = whole.folder() / "empty"
        done = whole.subprocess.run(
            [whole.SVODKA, "render", "extract", "--db", whole.district(), "--as-of", whole.AS_OF, "--output", stem,
             "--templates", whole.ROOT / "report_templates", "--set", "meeting=forum-2025-10",
             "--set", "organization=kinder-10"], capture_output=True, text=True, check=True)
        self.assertIn("nothing to report", done.stderr)
        self.assertIn("Поручений,адресованныхорганизацииилиеёработникам,протоколнесодержит.", whole.pdf_text(f"{stem}.pdf"))


if __name__ == "__main__":
    unittest.main()
