#!/usr/bin/env python3
"""Holds the tree to docs/architecture.md: includes go one way, third-party headers stay in their rooms, every
error code is unique, documented and tested, files stay small.

    structure.py ROOT     prints each breach, exits 1 when there is one
    structure.py --self-test   proves that each rule fails on a tree that breaks it
"""
import pathlib
import re
import sys
import tempfile

ROOMS = {  # room: rooms it may include, besides itself
    "base": [],
    "text": ["base"],
    "fonts": ["base"],
    "data": ["base", "text"],
    "store": ["base", "text", "images", "data"],
    "templates": ["base"],
    "images": ["base"],
    "document": ["base", "text", "images"],
    "bind": ["base", "text", "images", "data", "templates", "document"],
    "layout": ["base", "text", "fonts", "images", "document"],
    "pdf": ["base", "text", "fonts", "images", "document", "layout"],
    "xlsx": ["base", "text", "fonts", "images", "document"],
    "run": ["base", "text", "fonts", "images", "data", "store", "templates", "document", "bind", "layout", "pdf", "xlsx"],
    "cli": ["base", "text", "store", "templates", "document", "bind", "pdf", "run"],
}
THIRD_PARTY = {  # header prefix: rooms whose private files may include it
    "unicode/": ["text"],
    "hyphen.h": ["text"],
    "hb.h": ["fonts"],
    "hb-": ["fonts"],
    "fontconfig/": ["fonts"],
    "ft2build.h": ["fonts"],
    "sqlite3.h": ["data", "store"],
    "expat.h": ["templates"],
    "openssl/": ["base"],
    "nlohmann/": ["store", "run"],
    "toml++/": ["run"],
    "png.h": ["images"],
    "jpeglib.h": ["images"],
    "podofo/": ["pdf"],
    "libdeflate.h": ["pdf", "xlsx"],
    "minizip/": ["xlsx"],
    "xlsxwriter.h": ["xlsx"],
    "boost/": ["cli"],
}
MOST_LINES = 450
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.M)
CODE = re.compile(r'\bCode\s+\w+\s*\{\s*"([A-Z]\d+)"')


def sources(root):
    return sorted(p for p in (root / "src").rglob("*") if p.suffix in (".hpp", ".cpp", ".c"))


def check_includes(root):
    for path in sources(root):
        parts = path.relative_to(root / "src").parts
        room = parts[0] if len(parts) > 1 else None
        for header in INCLUDE.findall(path.read_text()):
            target = header.split("/")[0]
            if target in ROOMS and "/" in header and room and target != room and target not in ROOMS[room]:
                yield f"{path.relative_to(root)}: {room} may not include {header}"
            for prefix, allowed in THIRD_PARTY.items():
                if header.startswith(prefix) and room not in allowed:
                    yield f"{path.relative_to(root)}: {header} belongs to {', '.join(allowed)}"


def check_public_headers(root):
    """A header that another room includes has no third-party include, not even through its own room's headers."""
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
                elif any(used.startswith(prefix) for prefix in THIRD_PARTY):
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
    for rule in (check_includes, check_public_headers, check_lengths, check_codes):
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

    good = {"src/base/a.hpp": "#pragma once\n", "src/text/a.cpp": '#include "base/a.hpp"\n#include <unicode/x.h>\n'}
    cases = [
        (good, 0),
        ({"src/base/a.hpp": '#include "text/b.hpp"\n'}, 1),
        ({"src/layout/a.cpp": '#include "pdf/pdf.hpp"\n'}, 1),
        ({"src/pdf/a.cpp": "#include <unicode/brkiter.h>\n"}, 1),
        ({"src/run/a.cpp": "#include <podofo/podofo.h>\n"}, 1),
        ({"src/pdf/p.hpp": "#include <podofo/podofo.h>\n", "src/pdf/pdf.hpp": '#include "pdf/p.hpp"\n',
          "src/run/a.cpp": '#include "pdf/pdf.hpp"\n'}, 1),
        ({"src/base/a.cpp": "\n" * 451}, 1),
        ({"src/base/c.hpp": 'inline constexpr base::Code a{"Z101", "x"};\n'}, 2),
        ({"src/base/c.hpp": 'inline constexpr base::Code a{"Z101", "x"};\n', "docs/errors/base.md": "| Z101 | x | y |\n",
          "tests/base/a_test.cpp": '"error[Z101]: wrong"'}, 0),
        ({"src/base/c.hpp": "", "docs/errors/base.md": "| Z101 | x | y |\n"}, 1),
    ]
    for number, (files, expected) in enumerate(cases):
        with tree(files) as folder:
            found = check(pathlib.Path(folder))
        if len(found) != expected:
            sys.exit(f"self-test {number}: expected {expected} breaches, found {found}")


if __name__ == "__main__":
    if sys.argv[1:] == ["--self-test"]:
        self_test()
    else:
        found = check(pathlib.Path(sys.argv[1]))
        print("\n".join(found))
        sys.exit(1 if found else 0)
