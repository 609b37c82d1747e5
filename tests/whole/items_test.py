"""Every imported item stands exactly once, in order, with its verbatim number, in PDF and XLSX."""
import json
import random
import unittest

import whole


def preorder(items):
    below = {}
    for item in items:
        below.setdefault(item.get("parent"), []).append(item)
    ordered = []

    def walk(parent):
        for item in sorted(below.get(parent, []), key=lambda i: i["ordinal"]):
            ordered.append(item)
            walk(item["key"])
    walk(None)
    return ordered


def grouped_by_agenda(items, agenda):
    """Items in the order of the protocol: those that decide agenda items first, then the others."""
    owner, by_key = {}, {item["key"]: item for item in items}
    for item in items:
        above = item
        while above is not None and not above.get("agenda_item"):
            above = by_key.get(above.get("parent"))
        owner[item["key"]] = above["agenda_item"] if above else None
    order = {key: place for place, key in enumerate(agenda)}
    return sorted(items, key=lambda i: order.get(owner[i["key"]], len(order)))


def printed(item):
    return whole.squeezed((item.get("number") or item.get("marker") or "") + (item.get("text") or ""))


def misplaced(items, text):
    """Items that do not stand after the one before, or whose text does not stand as often as it was given."""
    wrong, at = [], 0
    wanted = [printed(item) for item in items]
    for item, words in zip(items, wanted):
        found = text.find(words, at)
        if found < 0:
            wrong.append(f"{item['key']}: «{words[:60]}» does not follow")
        else:
            at = found + len(words)
    for words in {w for w in wanted if len(w) > 40}:
        if text.count(words) != wanted.count(words):
            wrong.append(f"«{words[:60]}» stands {text.count(words)} times, given {wanted.count(words)}")
    return wrong


def generated(seed):
    """A resolution of random depth, numbering, stems and lengths on a meeting of its own."""
    dice = random.Random(seed)
    words = ("обеспечить разработать «План» – № 7 ё совещание, методический; учителям 95 % школы провести "
             "до 30.11.2026 аттестацию Ёлкиной И. П. контроль качества образования, https://example.org/a-b").split(" ")

    def text(longest=60):
        return " ".join(dice.choice(words) for _ in range(dice.randint(3, longest)))

    items = []

    def grow(parent, depth):
        for ordinal in range(1, dice.randint(2, 5)):
            number = dice.choice([None, f"{ordinal}.", f"{dice.randint(1, 40)}.{ordinal}", f"{ordinal})", "б."])
            item = {"key": f"g{len(items)}", "resolution": "res", "ordinal": ordinal, "parent": parent,
                    "kind": dice.choice(["directive", "directive", "bullet", "heading", "addressee", "direction",
                                         "level", "paragraph"]),
                    "number": number, "marker": None if number else dice.choice([None, "–", "·", "б."]),
                    "text": f"{text(dice.choice([8, 60, 200]))} {len(items)}" + dice.choice(["", ":", ";", "."])}
            items.append({name: value for name, value in item.items() if value is not None})
            if depth < 5 and dice.random() < 0.6:
                grow(item["key"], depth + 1)
    grow(None, 0)
    return {"meetings": [{"key": "m", "kind": "forum", "held_on": "2026-10-01", "format": "in_person",
                          "theme": "Случайная резолюция"}],
            "resolutions": [{"key": "res", "meeting": "m", "kind": "resolution", "title": "Резолюция"}],
            "items": items}


class Items(unittest.TestCase):
    def check(self, items, stem):
        self.assertEqual(misplaced(items, whole.pdf_text(f"{stem}.pdf")), [])
        self.assertEqual(misplaced(items, whole.workbook_text(f"{stem}.xlsx")), [])

    def test_every_item_of_the_demo_stands_once_in_order(self):
        count = 0
        for meeting in whole.records("meetings"):
            with self.subTest(meeting["key"]):
                resolutions = {r["key"] for r in whole.records("resolutions") if r["meeting"] == meeting["key"]}
                items = preorder([i for i in whole.records("items") if i["resolution"] in resolutions])
                agenda = [a["key"] for a in whole.records("agenda_items") if a["meeting"] == meeting["key"]]
                stem = whole.render("protocol", whole.folder() / meeting["key"], meeting=meeting["key"])
                self.check(grouped_by_agenda(items, agenda), stem)
                count += len(items)
        self.assertGreater(count, 200)

    def test_every_item_of_generated_resolutions_stands_once_in_order(self):
        for seed in range(12):
            with self.subTest(seed=seed):
                data = generated(seed)
                file = whole.folder() / f"generated-{seed}.json"
                file.write_text(json.dumps(data, ensure_ascii=False))
                database = whole.make_database(whole.folder() / f"generated-{seed}.db", [file])
                stem = whole.render("protocol", whole.folder() / f"generated-{seed}", database, meeting="m")
                self.check(preorder(data["items"]), stem)

    def test_a_missing_and_a_doubled_item_are_found(self):
        items = [{"key": "a", "number": "1.", "text": "обеспечить проведение совещания руководителей школ района"},
                 {"key": "b", "number": "2.", "text": "представить отчёт"}]
        one, two = printed(items[0]), printed(items[1])
        self.assertEqual(misplaced(items, one + two), [])
        self.assertEqual(len(misplaced(items, two + one)), 1)
        self.assertEqual(len(misplaced(items, one + two + one)), 1)


if __name__ == "__main__":
    unittest.main()
