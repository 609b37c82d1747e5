"""docs/coverage.md held to the truth: which column of which view shows in which sample document.

    SVODKA=build/svodka python3 tests/whole/coverage_page.py

fills the page's last two columns anew: it blanks each column and sees which golden documents change. A column that shows
nowhere is told of, and left out of a row that has others.
"""
import contextlib
import pathlib
import re
import shutil
import sqlite3
import subprocess

from whole import ROOT, SVODKA, district, folder

PAGE = ROOT / "docs/coverage.md"
GOLDEN = ROOT / "tests/golden"
NOTHING = "–"


def samples():
    """{name of a golden document: (template, as-of date, parameters)}."""
    lines = (GOLDEN / "documents.txt").read_text().splitlines()
    return {name: (template, as_of, parameters) for name, template, as_of, *parameters in map(str.split, lines)}


def columns_of_views():
    """{view: its columns}, from docs/database.md."""
    page = (ROOT / "docs/database.md").read_text()
    sections = re.findall(r"^### (\w+)\n(.*?)(?=^##)", page, re.S | re.M)
    return {view: re.findall(r"^\| (\w+) \| (?:text|integer|decimal|date) \|", body, re.M) for view, body in sections}


def rows():
    """[(line number, cells)] of the table."""
    lines = PAGE.read_text().split("\n")
    split = ((number, re.split(r"(?<!\\)\|", line)) for number, line in enumerate(lines) if line.startswith("| "))
    return [(number, [cell.strip() for cell in cells[1:-1]]) for number, cells in split if cells[1].strip() != "the domain"]


def shown_columns(cells):
    """[(view, column)] that a row names: «view.a, b; other.c», «view, same columns» as stored."""
    stored = [part.rpartition(".")[2].strip() for part in re.split(r"[,;]", cells[1])]
    found = []
    for part in re.sub(r"\(.*?\)", "", cells[2]).split(";"):
        view = None
        for word in (word.strip() for word in part.split(",")):
            if word == "same columns":
                found += [(view, column) for column in stored]
            elif "." in word:
                view, column = word.split(".")
                found.append((view, column))
            elif re.fullmatch(r"\w+_card", word):
                view = word
            elif word:
                found.append((view, word))
    return found


def written(names):
    """[(view, column)] as a row has them."""
    views = {}
    for view, column in names:
        views.setdefault(view, []).append(column)
    return "; ".join(f"{view}.{', '.join(columns)}" for view, columns in views.items())


def make_copy(name):
    path = folder() / name
    shutil.copyfile(district(), path)
    return path


@contextlib.contextmanager
def blanked(database, view, column):
    """The database with nothing in that column of the view."""
    with contextlib.closing(sqlite3.connect(database)) as connection:
        made = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (view,)).fetchone()[0]
        whole = re.sub(rf"^CREATE VIEW {view}\b", f"CREATE VIEW {view}_whole", made)
        names = [f'NULL AS "{name}"' if name == column else f'"{name}"' for name in columns_of_views()[view]]
        connection.executescript(f"DROP VIEW {view}; {whole}; CREATE VIEW {view} AS SELECT {', '.join(names)} FROM {view}_whole")
        try:
            yield
        finally:
            connection.executescript(f"DROP VIEW {view}; DROP VIEW {view}_whole; {made}")


def document(database, sample):
    """What `dump` says, mistakes included."""
    template, as_of, parameters = samples()[sample]
    words = [word for parameter in parameters for word in ("--set", parameter)]
    done = subprocess.run([SVODKA, "dump", "--stage", "document", template, "--db", database, "--as-of", as_of,
                           "--templates", ROOT / "report_templates", *words], capture_output=True, text=True, cwd=ROOT)
    return done.stdout if done.returncode == 0 else done.stderr


def golden(sample):
    return (GOLDEN / f"{sample}.document.txt").read_text()


def fill():
    database = make_copy("blanked.db")
    names = sorted(samples(), key=lambda name: len(golden(name)))
    lines = PAGE.read_text().split("\n")
    assert all(document(database, name) == golden(name) for name in names), "golden documents are not up to date"
    changes = {}
    for number, cells in rows():
        needed = []
        for view, column in shown_columns(cells):
            with blanked(database, view, column):
                changes[view, column] = next((name for name in [*needed, *(name for name in names if name not in needed)]
                                              if document(database, name) != golden(name)), None)
            found = changes[view, column]
            if not found:
                print(f"{view}.{column} shows nowhere ({cells[0]})", flush=True)
            elif found not in needed:
                needed.append(found)
        if needed:
            cells[2] = written([name for name in shown_columns(cells) if changes[name]])
        templates = sorted({samples()[name][0] for name in needed})
        lines[number] = "| " + " | ".join(cells[:3] + [", ".join(templates) or NOTHING, ", ".join(needed) or NOTHING]) + " |"
    PAGE.write_text("\n".join(lines))


if __name__ == "__main__":
    fill()
