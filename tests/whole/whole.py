"""Runs the program over the demo district and reads its files with independent readers: poppler, pikepdf, openpyxl."""
import atexit
import datetime
import functools
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

import openpyxl
import pikepdf

ROOT = pathlib.Path(__file__).resolve().parents[2]
SVODKA = os.environ["SVODKA"]
AS_OF = "2026-10-31"


@functools.lru_cache(maxsize=None)
def folder():
    path = pathlib.Path(tempfile.mkdtemp(prefix="svodka-whole-"))
    atexit.register(shutil.rmtree, path, ignore_errors=True)
    return path


def svodka(*arguments, environment=None, cwd=ROOT, prefix=()):
    """Standard output; fails the test with what the program said."""
    done = subprocess.run([*prefix, SVODKA, *map(str, arguments)], capture_output=True, text=True, cwd=cwd,
                          env={**os.environ, **(environment or {})})
    if done.returncode != 0:
        raise AssertionError(f"svodka {' '.join(map(str, arguments))} exits with {done.returncode}:\n{done.stderr}")
    return done.stdout


def fixture_files():
    return sorted((ROOT / "fixtures").rglob("*.json"))


def make_database(path, files):
    svodka("init", path)
    svodka("import", *files, "--db", path)
    return path


@functools.lru_cache(maxsize=None)
def district():
    return make_database(folder() / "district.db", fixture_files())


@functools.lru_cache(maxsize=None)
def records(name):
    found = []
    for file in fixture_files():
        found += json.loads(file.read_text()).get(name, [])
    return found


def render(report, output, database=None, **parameters):
    """The stem of the files."""
    settings = [word for name, value in parameters.items() for word in ("--set", f"{name}={value}")]
    svodka("render", report, "--db", database or district(), "--as-of", AS_OF, "--output", output,
           "--templates", ROOT / "report_templates", *settings)
    return output


def demo_reports():
    """(name, report, parameters) of everything that script/demo renders."""
    for meeting in records("meetings"):
        yield f"protocol {meeting['key']}", "protocol", {"meeting": meeting["key"]}
        yield f"attendance {meeting['key']}", "attendance_list", {"meeting": meeting["key"]}
        yield f"short {meeting['key']}", "protocol_short", {"meeting": meeting["key"]}
        yield f"extract {meeting['key']}", "extract", {"meeting": meeting["key"], "organization": "imc"}
        yield f"registration {meeting['key']}", "registration_sheet", {"meeting": meeting["key"]}
    for resolution in records("resolutions"):
        yield f"resolution {resolution['key']}", "resolution", {"resolution": resolution["key"]}
    for conclusion in records("expert_conclusions"):
        yield f"conclusion {conclusion['key']}", "expert_conclusion", {"conclusion": conclusion["key"]}
    yield "attendance summary", "attendance_summary", {"period": "2025-2026"}
    yield "conference", "protocol_conference", {"meeting": "conf-2025-08"}
    yield "council", "council_record", {"meeting": "council-2026-04"}
    for organization in records("organizations"):
        if organization["key"].startswith(("school-", "kinder-")):
            yield (f"execution {organization['key']}", "execution_report",
                   {"organization": organization["key"], "period": "2025-2026"})


# ---- PDF, through its structure tree, read with pikepdf ------------------------------------------------------

def unicode_map(font):
    """{character code: text} of a font's ToUnicode stream."""
    stream = font.ToUnicode.read_bytes().decode("latin-1")
    found = {}
    for kind, body in re.findall(r"beginbf(char|range)(.*?)endbf", stream, re.S):
        codes = [int(word, 16) for word in re.findall(r"<([0-9A-Fa-f]+)>", body)]
        texts = [bytes.fromhex(word).decode("utf-16-be", "replace") for word in re.findall(r"<([0-9A-Fa-f]+)>", body)]
        if kind == "char":
            found.update(zip(codes[::2], texts[1::2]))
            continue
        assert "[" not in body
        for first, last, text in zip(codes[::3], codes[1::3], texts[2::3]):
            for code in range(first, last + 1):
                found[code] = text[:-1] + chr(ord(text[-1]) + code - first)
    return found


def marked_texts(page):
    """{marked-content id: text} of a page."""
    maps = {name: unicode_map(font) for name, font in page.Resources.Font.items()}
    texts, open_marks, codes = {}, [], {}
    for operands, operator in pikepdf.parse_content_stream(page):
        operator = str(operator)
        if operator in ("BDC", "BMC"):
            properties = operands[1] if len(operands) > 1 else None
            marked = isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties
            open_marks.append(int(properties.MCID) if marked else None)
        elif operator == "EMC":
            open_marks.pop()
        elif operator == "Tf":
            codes = maps[str(operands[0])]
        elif operator in ("TJ", "Tj") and open_marks and open_marks[-1] is not None:
            parts = operands[0] if operator == "TJ" else [operands[0]]
            shown = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
            text = "".join(codes[shown[i] << 8 | shown[i + 1]] for i in range(0, len(shown), 2))
            texts[open_marks[-1]] = texts.get(open_marks[-1], "") + text
    return texts


class StructureReader:
    def __init__(self, pdf):
        self.root = pdf.Root.StructTreeRoot
        self.pages = {page.objgen: marked_texts(page) for page in pdf.pages}

    def children(self, element):
        kids = element.get("/K")
        return [] if kids is None else list(kids) if isinstance(kids, pikepdf.Array) else [kids]

    def text(self, element, page=None):
        """Paragraphs and items of lists parted by line breaks, hyphens of the layout removed."""
        page = element.get("/Pg", page)
        text = ""
        for kid in self.children(element):
            if isinstance(kid, int):
                text += self.pages[page.objgen].get(kid, "")
            elif kid.get("/Type") == "/MCR":
                text += self.pages[kid.get("/Pg", page).objgen].get(int(kid.MCID), "")
            elif "/S" in kid:
                between = "\n" if kid.S in ("/P", "/LI") and text else ""
                text += between + self.text(kid, page)
        return text.replace("\u00ad", "")

    def find(self, element, role):
        for kid in self.children(element):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                if kid.S == role:
                    yield kid
                else:
                    yield from self.find(kid, role)


def pdf_tables(path):
    """{table id: rows of cell texts}, header included."""
    with pikepdf.open(path) as pdf:
        reader = StructureReader(pdf)
        return {str(table.T): [[reader.text(cell).rstrip(" ") for cell in reader.children(row)]
                               for row in reader.find(table, "/TR")]
                for table in reader.find(reader.root, "/Table")}


def pdf_text(pdf):
    """The text of the pages below the page number, without white space."""
    text = subprocess.run(["pdftotext", "-raw", "-x", "0", "-y", "45", "-W", "900", "-H", "900", pdf, "-"],
                          capture_output=True, check=True).stdout.decode()
    return squeezed(text)


def squeezed(text):
    return re.sub(r"\s+", "", text)


# ---- XLSX ----------------------------------------------------------------------------------------------------

def defined_names(workbook):
    names = workbook.defined_names
    if hasattr(names, "definedName"):  # openpyxl 3.0
        return {n.name: n.attr_text for n in names.definedName if n.localSheetId is None}
    return {name: n.attr_text for name, n in names.items()}


def xlsx_tables(path):
    """{table id: rows of cells}; a merged area is the one cell that Excel shows."""
    workbook = openpyxl.load_workbook(path, data_only=True)
    tables = {}
    for name, target in defined_names(workbook).items():
        if not name.startswith("table_"):
            continue
        sheet, area = re.match(r"'?(.*?)'?!(.*)", target).groups()
        sheet = workbook[sheet.replace("''", "'")]
        covered = {(row, column) for merged in sheet.merged_cells.ranges
                   for row in range(merged.min_row, merged.max_row + 1)
                   for column in range(merged.min_col, merged.max_col + 1)
                   if (row, column) != (merged.min_row, merged.min_col)}
        tables[name.removeprefix("table_")] = [
            [cell for cell in row if (cell.row, cell.column) not in covered]
            for row in sheet[area.replace("$", "")]]
    return tables


def grouped(digits):
    return re.sub(r"(?<=\d)(?=(\d{3})+$)", "\u00a0", digits)


def displayed(cell):
    """What a Russian spreadsheet shows for a value with its number format."""
    value, code = cell.value, cell.number_format
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, (datetime.datetime, datetime.date)):
        assert code == "dd.mm.yyyy", code
        return f"{value:%d.%m.%Y}"
    number = re.match(r'(#,##0|0)(?:\.(0+))?(" %"|"\u00a0%")?$', code)
    if number:
        whole, _, decimals = f"{abs(value):.{len(number.group(2) or '')}f}".partition(".")
        text = grouped(whole) if number.group(1) == "#,##0" else whole
        text += ("," + decimals if decimals else "") + ("\u00a0%" if number.group(3) else "")
    else:
        assert code.startswith(("General", "0.#", "#")), code
        text = f"{abs(value):.10f}".rstrip("0").rstrip(".").replace(".", ",")
    return ("\u2212" if value < 0 else "") + text


def workbook_text(path):
    """Of the sheets that are printed; a register says again what they say."""
    workbook = openpyxl.load_workbook(path)
    return squeezed("".join(str(cell.value) for sheet in workbook if not sheet.title.startswith("Реестр")
                            for row in sheet.iter_rows() for cell in row if cell.value is not None))
