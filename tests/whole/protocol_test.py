"""Protocols of meetings whose records are thin, full or faulty say plainly what there is and what is missing."""
import functools
import json
import unittest

import whole

PARENT = {"key": "forum", "kind": "forum", "held_on": "2026-10-01", "format": "in_person", "theme": "Школа рядом"}


def meeting(**fields):
    return {"key": "m", "kind": "round_table", "format": "remote", **fields}


def guest(ordinal, name, **fields):
    return {"meeting": "m", "ordinal": ordinal, "name": name, "role": "member", "state": "present", **fields}


def topic(key, ordinal, title, **fields):
    return {"key": key, "meeting": "m", "ordinal": ordinal, "title": title, "kind": "report", **fields}


@functools.lru_cache(maxsize=None)
def text_of(name, report, records):
    file, database = whole.folder() / f"{name}.json", whole.folder() / f"{name}.db"
    file.write_text(records)
    if not database.exists():
        whole.make_database(database, [file])
    stem = whole.render(report, whole.folder() / f"{name}-{report}", database, meeting="m")
    pdf, workbook = whole.pdf_text(f"{stem}.pdf"), whole.workbook_text(f"{stem}.xlsx")
    return pdf, workbook


class Protocol(unittest.TestCase):
    def check(self, name, records, says, never=(), report="protocol"):
        for text in text_of(name, report, json.dumps(records, ensure_ascii=False)):
            for words in says:
                self.assertIn(whole.squeezed(words), text)
            for words in never:
                self.assertNotIn(whole.squeezed(words), text)

    def test_an_empty_record_says_what_is_missing(self):
        for report in ("protocol", "protocol_short", "protocol_conference", "council_record"):
            with self.subTest(report):
                self.check("thin", {"meetings": [meeting()]}, [
                    "круглого стола", "дата не указана", "Председатель – не указан", "Секретарь – не указан",
                    "Присутствовали: сведения не внесены.", "Повестка не внесена.", "Решения не внесены.",
                    "Формат – дистанционный"], report=report)

    def test_a_year_a_parent_event_and_both_counts_print(self):
        records = {"meetings": [PARENT, meeting(year=2026, parent="forum", stated_count=40, quorum=2, voting_members=3)],
                   "attendance": [guest(1, "Ли", voting=True), guest(2, "Ким А. Б.", voting=True, state="late",
                                                                   reason="снегопад"),
                                  guest(3, "Пак В. Г.", state="excused", reason="отпуск"),
                                  guest(4, "Цой Д. Е.", state="absent"),
                                  guest(5, "Ли", role="speaker"), guest(6, "Юн Ж. З.", role="invited")]}
        self.check("full", records, [
            "2026 год", "в рамках форума «Школа рядом» (1 октября 2026 г.)",
            "Присутствовали: Ли; Ким А. Б. (с опозданием: снегопад).",
            "Приглашённые: Юн Ж. З. Отсутствовали: Пак В. Г. – отпуск; Цой Д. Е. – причина не указана.",
            "Зарегистрировано участников: 40; в списке присутствующих – 3.",
            "Членов с правом голоса: 3, из них присутствуют 2.", "Кворум: 2 (имеется)."])

    def test_without_a_quorum_it_says_so(self):
        records = {"meetings": [meeting(year=2026, quorum=2)], "attendance": [guest(1, "Ли", voting=True)]}
        self.check("quorum", records, ["Кворум: 2 (не имеется)."])

    def test_many_are_counted_and_listed_in_an_appendix(self):
        records = {"meetings": [meeting(year=2026)],
                   "attendance": [guest(n, f"Участник-{n}", role="invited" if n % 4 == 0 else "member")
                                  for n in range(1, 401)]}
        self.check("many", records, ["Присутствовали: 400 человек (список прилагается).",
                                     "Приглашённые: 100 человек (список прилагается).", "Участник-399"])

    def test_agenda_items_keep_their_numbers_nesting_kinds_and_votes(self):
        records = {"meetings": [meeting(year=2026)],
                   "agenda_items": [topic("a", 1, "Первый вопрос"), topic("b", 2, "Вложенный вопрос", parent="a",
                                                                         number="7.б", heard="Доклад.", votes_for=5),
                                    topic("c", 3, "Срочный вопрос", kind="off_agenda", heard="Доклад."),
                                    topic("d", 4, "Опыт (вне повестки)", kind="off_agenda", heard="Доклад.")],
                   "resolutions": [{"key": "res", "meeting": "m", "kind": "decision", "title": "Решение"}],
                   "items": [{"key": "i", "resolution": "res", "ordinal": 1, "agenda_item": "b", "kind": "directive",
                              "number": "7.б.3", "text": "Сделать дело."}]}
        self.check("agenda", records, [
            "ПОВЕСТКА ДНЯ Первый вопрос 7.б Вложенный вопрос Срочный вопрос (вне повестки дня) Опыт (вне повестки)",
            "Первый вопрос 7.б Вложенный вопрос СЛУШАЛИ: Доклад. РЕШИЛИ: 7.б.3 Сделать дело.",
            "Голосовали: «за» – 5, «против» – не указано, «воздержались» – не указано."],
            never=["Опыт (вне повестки) (вне повестки дня"])
        self.check("agenda", records, ["7.б.3 Сделать дело."], never=["СЛУШАЛИ", "ВЫСТУПИЛИ"], report="protocol_short")

    def test_terms_stand_beside_an_item_unless_its_text_says_them(self):
        records = {"meetings": [meeting(held_on="2026-10-01")],
                   "resolutions": [{"key": "res", "meeting": "m", "kind": "decision", "title": "Решение"}],
                   "items": [{"key": "a", "resolution": "res", "ordinal": 1, "kind": "directive", "number": "1.",
                              "text": "Провести смотр.", "deadline": "date", "deadline_on": "2026-11-30"},
                             {"key": "b", "resolution": "res", "ordinal": 2, "kind": "directive", "number": "2.",
                              "text": "Сделать до конца года:", "deadline": "year_end", "deadline_on": "2026-12-31",
                              "deadline_text": "до конца года"},
                             {"key": "c", "resolution": "res", "parent": "b", "ordinal": 1, "kind": "bullet",
                              "marker": "–", "text": "опись;", "deadline": "inherited"}]}
        self.check("terms", records, ["1. Провести смотр. Срок – до 30 ноября 2026 г. 2. Сделать до конца года: – опись;"],
                   never=["опись; Срок", "года: Срок"])

    def test_a_draft_says_so_on_its_pages(self):
        name, records = "draft", {"meetings": [meeting(year=2026, draft=True)]}
        text_of(name, "protocol", json.dumps(records))
        pages = whole.subprocess.run(["pdftotext", whole.folder() / "draft-protocol.pdf", "-"], capture_output=True,
                                     check=True).stdout.decode()
        self.assertIn("ПРОЕКТ", pages)


if __name__ == "__main__":
    unittest.main()
