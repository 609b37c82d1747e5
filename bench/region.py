#!/usr/bin/env python3
"""Makes an import file of a fictional region, the same for the same count: one forum with 29 attendees, ten agenda
items and 70 directives, 60 of them to every organization, with an entry for each; 15 indicators.

    region.py ORGANIZATIONS FILE.json

For tests region() is called with a prefix of its keys: several regions fit into one database.
"""
import json
import random
import sys

WORDS = """обеспечить провести организовать представить разработать обновить направить рассмотреть
образовательных организаций педагогических работников обучающихся наставников руководителей муниципального
качества подготовки результатов внешней оценки программы воспитания плана мероприятий дорожной карты отчёта
методического объединения учителей-предметников школьного этапа олимпиады функциональной грамотности
внутренней системы мониторинга сайта раздела сведений родителей советника заседания совета протокола
до конца учебного года не реже одного раза в квартал с учётом итогов по каждому направлению и на основе
дополнительного образования развития инфраструктуры цифровой среды профильных классов сетевого взаимодействия""".split()
STATES = ["done", "done", "done", "in_progress", "partly_done", "not_done"]
DIRECTED, ORDERED, INDICATORS, ATTENDEES, AGENDA = 70, 60, 15, 29, 10
SURNAMES = "Берёзкин Вяземский Голубкин Дроздов Ельцов Жаворонков Зимин Ивнев Калинкин Лугов Маков Нивин Озёров".split()


def sentence(chance, least, most):
    length = chance.randint(least, most)
    words = []
    while sum(len(word) + 1 for word in words) < length:
        words.append(chance.choice(WORDS))
    return " ".join(words).capitalize()


def person(number, prefix):
    surname = SURNAMES[number % len(SURNAMES)]
    return {"key": f"{prefix}p-{number}", "surname": surname, "given_name": "Пётр", "patronymic": "Ильич",
            "position": "директор", "organization": f"{prefix}org-{number}", "head": True}


def region(count, prefix=""):
    chance = random.Random(2026)
    org = [f"{prefix}org-{n}" for n in range(1, count + 1)]
    made = {
        "territories": [{"key": f"{prefix}region", "name": "Северогорская область", "name_genitive": "Северогорской области",
                         "kind": "region"}],
        "organizations": [
            {"key": key, "full_name": f"Муниципальное бюджетное общеобразовательное учреждение «Школа № {n}»",
             "short_name": f"МБОУ «Школа № {n}»", "bare_name": f"Школа № {n}", "type": "school",
             "territory": f"{prefix}region", "ordinal": n} for n, key in enumerate(org, 1)],
        "tags": [{"key": f"{prefix}asked", "name": "участники форума"}],
        "organization_tags": [{"organization": key, "tag": f"{prefix}asked", "since": "2026-01-01"} for key in org],
        "people": [person(n, prefix) for n in range(1, count + 1)],
        "meetings": [{"key": f"{prefix}forum", "kind": "forum", "number": "1", "held_on": "2026-09-01", "format": "in_person",
                      "place": "г. Северогорск", "territory": f"{prefix}region", "theme": "Итоги года и задачи"}],
        "meeting_bodies": [{"meeting": f"{prefix}forum", "ordinal": 1, "name": "Министерство образования области"}],
        "attendance": [{"meeting": f"{prefix}forum", "ordinal": n, "person": f"{prefix}p-{n}", "organization": f"{prefix}org-{n}",
                        "role": "chair" if n == 1 else "secretary" if n == 2 else "member", "state": "present"}
                       for n in range(1, min(ATTENDEES, count) + 1)],
        "agenda_items": [{"key": f"{prefix}forum-{n}", "meeting": f"{prefix}forum", "ordinal": n, "number": str(n), "kind": "report",
                          "title": sentence(chance, 60, 120), "decision_word": "РЕШИЛИ",
                          "heard": sentence(chance, 400, 600) + "."} for n in range(1, AGENDA + 1)],
        "agenda_speakers": [{"agenda_item": f"{prefix}forum-{n}", "ordinal": 1, "person": f"{prefix}p-{n}"}
                            for n in range(1, AGENDA + 1)],
        "speeches": [{"agenda_item": f"{prefix}forum-{n}", "ordinal": place, "person": f"{prefix}p-{n + place}",
                      "text": sentence(chance, 300, 500).lower() + "."}
                     for n in range(1, AGENDA + 1) for place in (1, 2, 3)],
        "resolutions": [{"key": f"{prefix}res", "meeting": f"{prefix}forum", "kind": "resolution", "number": "1",
                         "title": "Резолюция форума", "approved_on": "2026-09-01"}],
        "items": [{"key": f"{prefix}i-{n}", "resolution": f"{prefix}res", "ordinal": n, "agenda_item": f"{prefix}forum-{1 + (n - 1) * AGENDA // DIRECTED}",
                   "kind": "directive", "number": f"{1 + (n - 1) * AGENDA // DIRECTED}.{n}.", "text": sentence(chance, 80, 400) + ".", "tracked": True,
                   "modality": "order", "level": "organization", "deadline": "date",
                   "deadline_on": f"2026-10-{1 + n % 28:02}"} for n in range(1, DIRECTED + 1)],
        "item_addressees": [{"item": f"{prefix}i-{n}", "ordinal": 1, "role": "executor", **(
            {"rule": "tag", "tag": f"{prefix}asked"} if n <= ORDERED else {"rule": "organization", "organization": org[0]})}
                            for n in range(1, DIRECTED + 1)],
        "assignment_runs": [{"resolution": f"{prefix}res", "assigned_on": "2026-09-02", "until": "2026-12-31"}],
        "indicators": [{"key": f"{prefix}ind-{n}", "code": f"К-{n}", "name": sentence(chance, 40, 90), "unit": "%",
                        "better": "more", "group": "results", "source": "расчёт", "decimals": 1,
                        "valid_from": "2026-01-01"} for n in range(1, INDICATORS + 1)],
        "indicator_targets": [{"indicator": f"{prefix}ind-{n}", "period": "2026-10", "operator": "at_least",
                               "value": 50 + n} for n in range(1, INDICATORS + 1)],
        "entries": [], "entry_reviews": [], "indicator_values": [],
    }
    for number, key in enumerate(org, 1):
        for n in range(1, ORDERED + 1):
            state = chance.choice(STATES)
            entry = {"item": f"{prefix}i-{n}", "organization": key, "period": "2026-10", "revision": 1, "state": state,
                     "percent": 100 if state == "done" else chance.randint(10, 90),
                     "done": sentence(chance, 30, 120) + ".", "submitted_by": f"{prefix}p-{number}",
                     "submitted_on": "2026-10-20"}
            if state == "done":
                entry["executed_on"] = f"2026-10-{chance.randint(1, 19):02}"
            made["entries"].append(entry)
            made["entry_reviews"].append({"item": f"{prefix}i-{n}", "organization": key, "period": "2026-10", "revision": 1,
                                          "decision": "accepted", "decided_on": "2026-10-25"})
        made["indicator_values"] += [
            {"indicator": f"{prefix}ind-{n}", "organization": key, "period": "2026-10", "value": chance.randint(300, 999) / 10,
             "recorded_on": "2026-10-20", "accepted_on": "2026-10-25"} for n in range(1, INDICATORS + 1)]
    return made


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        json.dump(region(int(sys.argv[1])), out, ensure_ascii=False)
