#!/usr/bin/env python3
"""Holds the tree to docs/architecture.md: includes go one way and through faces, third-party headers stay in their
rooms, every error code is unique, documented and tested, files and folders stay small.

    structure.py ROOT     prints each breach, exits 1 when there is one
    structure.py --self-test   proves that each rule fails on a tree that breaks it
"""
import pathlib
import re
import sys
import tempfile

MOST_LINES = 450
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.M)
ROOM = re.compile(r"^([a-z]+) \|([^|]*)\|([^|]*)\|(.*)$", re.M)
CODE = re.compile(r'\bCode\s+\w+\s*\{\s*"([A-Z]\d+)"')


class Rooms:
    """src/rooms.txt: what each room may include, and which rooms may include a header of others."""

    def __init__(self, root):
        self.below, self.third_party = {}, {}
        for room, below, headers, _ in ROOM.findall((root / "src" / "rooms.txt").read_text()):
            self.below[room] = below.split()
            for prefix in headers.split():
                self.third_party.setdefault(prefix, []).append(room)


def sources(root):
    return sorted(p for p in (root / "src").rglob("*") if p.suffix in (".hpp", ".cpp", ".c"))


def includes_of(path):
    return INCLUDE.findall(path.read_text())


def room_of(path, top):
    """The room that a file below `top` (src, tests) belongs to; None for main.cpp and the like."""
    parts = path.relative_to(top).parts
    return parts[0] if len(parts) > 1 else None


def check_includes(root):
    rooms = Rooms(root)
    for path in sources(root):
        room = room_of(path, root / "src")
        if room and room not in rooms.below:
            yield f"{path.relative_to(root)}: src/rooms.txt does not know the room {room}"
        for header in includes_of(path):
            target = header.split("/")[0]
            if target in rooms.below and "/" in header and room and target not in [room, *rooms.below.get(room, [])]:
                yield f"{path.relative_to(root)}: {room} may not include {header}"
            for prefix, allowed in rooms.third_party.items():
                if header.startswith(prefix) and room not in allowed:
                    yield f"{path.relative_to(root)}: {header} belongs to {', '.join(allowed)}"


def check_rooms(root):
    """The list goes from the ground up, and names no arrow that nobody uses."""
    rooms, known = Rooms(root), []
    used = {room: set() for room in rooms.below}
    for path in sources(root):
        room = room_of(path, root / "src")
        if room in used:
            used[room] |= {header.split("/")[0] for header in includes_of(path) if "/" in header}
    for room, below in rooms.below.items():
        for lower in below:
            if lower not in known:
                yield f"src/rooms.txt: {room} stands before {lower}, which it includes"
            if lower not in used[room]:
                yield f"src/rooms.txt: {room} includes nothing of {lower}"
        known.append(room)


def check_public_headers(root):
    """A header that another room includes has no third-party include, not even through its own room's headers."""
    third_party = Rooms(root).third_party
    includes = {str(p.relative_to(root / "src")): set(INCLUDE.findall(p.read_text())) for p in sources(root)}
    public = {h for name, used in includes.items() for h in used
              if h in includes and h.split("/")[0] != name.split("/")[0]}
    for header in sorted(public):
        seen, todo = set(), [header]
        while todo:
            name = todo.pop()
            if name in seen:
                continue
            seen.add(name)
            for used in includes.get(name, ()):
                if used in includes:
                    todo.append(used)
                elif any(used.startswith(prefix) for prefix in third_party):
                    yield f"src/{name}: {used} reaches other rooms through {header}"


def check_lengths(root):
    for path in sources(root):
        lines = path.read_text().count("\n")
        if lines > MOST_LINES:
            yield f"{path.relative_to(root)}: {lines} lines, more than {MOST_LINES}"


def check_codes(root):
    where = {}
    for path in sources(root):
        for code in CODE.findall(path.read_text()):
            if code in where:
                yield f"{path.relative_to(root)}: {code} stands also in {where[code]}"
            where[code] = path.relative_to(root)
    pages = "".join(p.read_text() for p in sorted((root / "docs" / "errors").glob("*.md")))
    tests = "".join(p.read_text() for p in sorted((root / "tests").rglob("*.*"))
                    if p.name.endswith("_test.cpp") or p.parent.name == "mistakes")
    for code, path in sorted(where.items()):
        if not re.search(rf"^\| {code} \|", pages, re.M):
            yield f"{path}: {code} has no row in docs/errors"
        if f"[{code}]: " not in tests:
            yield f"{path}: no test asserts the message of {code}"
    for code in re.findall(r"^\| ([A-Z]\d+) \|", pages, re.M):
        if code not in where:
            yield f"docs/errors: {code} is no code of the program"


def check(root):
    breaches = []
    for rule in (check_includes, check_rooms, check_public_headers, check_lengths, check_codes):
        breaches += rule(root)
    return breaches


def self_test():
    def tree(files):
        folder = tempfile.TemporaryDirectory()
        for name, text in files.items():
            path = pathlib.Path(folder.name) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return folder

    rooms = """
base | | | the ground
text | base | unicode/ | words
pdf | base text | podofo/ | pages
"""
    ground = {"src/rooms.txt": rooms, "src/base/a.hpp": "#pragma once\n", "src/text/t.hpp": "#pragma once\n",
              "src/text/t.cpp": '#include "base/a.hpp"\n#include <unicode/x.h>\n',
              "src/pdf/p.cpp": '#include "base/a.hpp"\n#include "text/t.hpp"\n#include <podofo/podofo.h>\n'}
    code = 'inline constexpr base::Code a{"Z101", "x"};\n'
    cases = [
        ({}, []),
        ({"src/base/b.cpp": '#include "text/t.hpp"\n'}, ["base may not include text/t.hpp"]),
        ({"src/pdf/b.cpp": "#include <unicode/brkiter.h>\n"}, ["unicode/brkiter.h belongs to text"]),
        ({"src/attic/b.cpp": ""}, ["does not know the room attic"]),
        ({"src/rooms.txt": rooms.replace("base text", "base")},
         ["pdf may not include text/t.hpp"]),
        ({"src/rooms.txt": "text | base | unicode/ | x\nbase | | | x\npdf | base text | podofo/ | x\n"},
         ["text stands before base"]),
        ({"src/rooms.txt": rooms.replace("base | | |", "deep | | | x\nbase | deep | |")},
         ["base includes nothing of deep"]),
        ({"src/text/inner/u.hpp": "#include <unicode/x.h>\n", "src/text/t.hpp": '#include "text/inner/u.hpp"\n'},
         ["unicode/x.h reaches other rooms through text/t.hpp"]),
        ({"src/base/a.cpp": "\n" * 451}, ["451 lines"]),
        ({"src/base/codes.hpp": code}, ["Z101 has no row", "no test asserts the message of Z101"]),
        ({"src/base/codes.hpp": code, "src/base/b.cpp": code, "docs/errors/base.md": "| Z101 | x | y |\n",
          "tests/base/a_test.cpp": '"error[Z101]: wrong"'}, ["Z101 stands also in"]),
        ({"docs/errors/base.md": "| Z101 | x | y |\n"}, ["Z101 is no code of the program"]),
    ]
    for number, (files, expected) in enumerate(cases):
        with tree(ground | files) as folder:
            found = check(pathlib.Path(folder))
        if len(found) != len(expected) or not all(part in line for part, line in zip(expected, found)):
            sys.exit(f"self-test {number}: expected {expected}, found {found}")


if __name__ == "__main__":
    if sys.argv[1:] == ["--self-test"]:
        self_test()
    else:
        found = check(pathlib.Path(sys.argv[1]))
        print("\n".join(found))
        sys.exit(1 if found else 0)
