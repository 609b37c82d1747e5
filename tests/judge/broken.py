#!/usr/bin/env python3
"""broken.py GOOD.pdf FOLDER: breaks one rule at a time in a good file, in FOLDER, and proves that veraPDF refuses each
for that rule and no other. A judge that accepts everything judges nothing."""
import pathlib
import re
import subprocess
import sys

import pikepdf

VERAPDF = pathlib.Path(__file__).resolve().parents[2] / "script" / "verapdf"


def elements(pdf, role):
    found, todo = [], [pdf.Root.StructTreeRoot.K]
    while todo:
        element = todo.pop()
        if element.get("/S") == role:
            found.append(element)
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                todo.append(kid)
    return found


def figure_without_alternative(pdf):
    elements(pdf, "/P")[0].S = pikepdf.Name.Figure


def heading_skips_a_level(pdf):
    elements(pdf, "/H2")[0].S = pikepdf.Name.H4


def row_holds_a_paragraph(pdf):
    elements(pdf, "/TD")[0].S = pikepdf.Name.P


def header_without_scope(pdf):
    for header in elements(pdf, "/TH"):
        del header["/A"]


def no_title_shown(pdf):
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def no_language(pdf):
    del pdf.Root["/Lang"]


def unmarked_content(pdf):
    page = pdf.pages[1]
    content = page.Contents.read_bytes()
    page.Contents = pdf.make_stream(re.sub(rb"/Artifact BMC\n(.*?)EMC\n", rb"\1", content, flags=re.S))


def untagged(pdf):
    del pdf.Root["/MarkInfo"]


def no_output_intent(pdf):
    del pdf.Root["/OutputIntents"]


def annotation_not_printed(pdf):
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            annotation.F = 0


CASES = {  # what breaks: (flavour, rules that it breaks)
    figure_without_alternative: ("ua1", {"7.3-1"}),
    heading_skips_a_level: ("ua1", {"7.4.2-1"}),
    row_holds_a_paragraph: ("ua1", {"7.2-10", "7.2-43"}),
    header_without_scope: ("ua1", {"7.5-1"}),
    no_title_shown: ("ua1", {"7.1-10"}),
    unmarked_content: ("ua1", {"7.1-3"}),
    no_language: ("ua1", {"7.2-2", "7.2-22", "7.2-24", "7.2-33", "7.2-34"}),
    untagged: ("2a", {"6.7.2.2-1"}),
    no_output_intent: ("2b", {"6.2.4.3-4"}),
    annotation_not_printed: ("2b", {"6.3.2-2"}),
}


def verdicts(flavour, files):
    """{file name: rules it breaks}."""
    done = subprocess.run([VERAPDF, "--flavour", flavour, *files], capture_output=True, text=True)
    found, current = {}, None
    for line in done.stdout.splitlines():
        verdict = re.match(r"(?:ok  |FAIL) \w+: (.*?)(?: \(\d+ checks\)| cannot be read.*)$", line)
        if verdict:
            current = found.setdefault(pathlib.Path(verdict.group(1)).stem, set())
        else:
            current.add(line.split()[0])
    return found


def main():
    good, folder = map(pathlib.Path, sys.argv[1:])
    folder.mkdir(parents=True, exist_ok=True)
    for spoil in CASES:
        with pikepdf.open(good) as pdf:
            spoil(pdf)
            pdf.save(folder / f"{spoil.__name__}.pdf")
    with pikepdf.open(good) as pdf:
        pdf.save(folder / "good.pdf")  # what pikepdf does to a file breaks nothing
    mistakes = []
    for flavour in sorted({flavour for flavour, _ in CASES.values()}):
        expected = {spoil.__name__: rules for spoil, (of, rules) in CASES.items() if of == flavour} | {"good": set()}
        found = verdicts(flavour, [folder / f"{name}.pdf" for name in expected])
        mistakes += [f"{flavour}, {name}: breaks {sorted(found.get(name, {'nothing: no verdict'}))}, not {sorted(rules)}"
                     for name, rules in expected.items() if found.get(name) != rules]
    print("\n".join(mistakes) or f"{len(CASES)} files, each refused for the rule that it breaks")
    sys.exit(1 if mistakes else 0)


if __name__ == "__main__":
    main()
