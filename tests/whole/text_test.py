"""What a person copies from a PDF is the document's text: poppler, mupdf and PDFBox find every paragraph and every
cell, and no word that the document does not have."""
import functools
import re
import subprocess
import unittest

import pikepdf
import whole

REPORTS = {
    "protocol": {"meeting": "council-2026-04"},
    "execution_report": {"organization": "school-7", "period": "2025-2026"},
    "attendance_list": {"meeting": "conf-2025-08"},
}
PDFBOX = ":".join(f"/usr/share/java/{name}.jar" for name in ("pdfbox2", "pdfbox2-tools", "fontbox2", "commons-logging"))
READERS = {
    "poppler": lambda pdf: ["pdftotext", "-raw", pdf, "-"],
    "mupdf": lambda pdf: ["mutool", "draw", "-q", "-F", "txt", pdf],
    "pdfbox": lambda pdf: ["java", "-cp", PDFBOX, "org.apache.pdfbox.tools.ExtractText", "-encoding", "UTF-8",
                           "-console", pdf],
}


def plain(text):
    """White space is one space; a line may end behind a hyphen, so none follows it; hyphens of the layout are gone.
    Several spaces between words (of an empty value, say) are one in both."""
    text = re.sub("\u00ad\\s*", "", text)
    return re.sub(r"(?<=\S[-–/]) ", "", re.sub(r"\s+", " ", text)).strip()


@functools.lru_cache(maxsize=None)
def extracted(reader, pdf):
    done = subprocess.run(READERS[reader](pdf), capture_output=True, check=True)
    return done.stdout.decode()


# ---- What the document says, from its dump -------------------------------------------------------------------

def unmarked(text):
    text = re.sub(r"\[([^\]]*)\]\(([^)]*)\)", r"\1", text)  # a link
    text = re.sub(r" <\w+>$", "", re.sub(r"^(i|d|date):", "", text))  # a cell's type and state
    text = text.replace("\\n", "\n").replace("\\t", " ")  # a tab is behind a list's label
    return re.sub(r"\*|(?<!\w)_|_(?!\w)", "", text)  # those within a word are its own


def lines_of(text):
    return [line for line in unmarked(text).split("\n") if line.strip()]


def printed(dump):
    """Without the blocks that only a workbook has."""
    return re.sub(r"^  \(xlsx only\)\n  .*\n(?:    .*\n)*", "", dump, flags=re.M)


class Source:
    """Texts that stand in one piece, and all words."""

    def __init__(self, dump):
        self.pieces, self.cells, labels = [], [], []
        dump = printed(dump)
        for line in dump.splitlines():
            block = re.match(r"  (?:p|h\d|item\d) \w+(?: \w+)?(?: \[(.*?)\])?: (.*)", line)
            row = re.match(r"    (?:row|total|subtotal|group|empty:?) ?(?:\| )?(.*)", line)
            column = re.match(r"    (?:column [^:]*|caption): (.*)", line)
            signature = re.match(r"  signature (.*) \| (.*)", line)
            appendix = re.match(r"section \w+ appendix \[(.*?)\]", line)
            if block:
                self.pieces += lines_of(block.group(2))
                labels += [f"{block.group(1) or ''}{end} {unmarked(block.group(2))}" for end in ("", ".")]
            elif appendix:
                self.pieces += lines_of(appendix.group(1))
            elif row:
                self.cells += [lines_of(cell) for cell in row.group(1).split(" | ")]
            elif column:
                group = re.search(r" under (.*?): ", line)
                self.pieces += lines_of(column.group(1)) + (lines_of(group.group(1)) if group else [])
            elif signature:
                self.pieces += [part for part in signature.groups() if part]
        self.pieces += [line for cell in self.cells for line in cell]
        self.words = {word for text in (*self.pieces, *labels) for word in plain(text).split()}
        self.words |= {word for line in dump.splitlines() for word in plain(unmarked(line)).split()}  # titles, labels …
        self.words |= {str(number) for number in range(100)}  # of pages, columns, items
        charts = re.findall(r"^  chart .*\n(?:    .*\n)*", dump, flags=re.M)
        if charts:  # the numbers of its axis are the layout's
            self.words |= {str(number) for number in range(0, 1000, 5)}
        self.words |= {"(продолжение)"}  # of a group's title where a page begins within the group


@functools.lru_cache(maxsize=None)
def source(report):
    settings = [word for name, value in REPORTS[report].items() for word in ("--set", f"{name}={value}")]
    return Source(whole.svodka("dump", "--stage", "document", report, "--db", whole.district(), "--as-of", whole.AS_OF,
                               "--templates", whole.ROOT / "report_templates", *settings))


@functools.lru_cache(maxsize=None)
def pdf_of(report):
    return f"{whole.render(report, whole.folder() / f'text-{report}', **REPORTS[report])}.pdf"


def is_found(piece, text):
    """In one go, or in two with running matter of a page (at least its number) between."""
    if piece in text:
        return True
    for end in range(len(piece) - 1, 0, -1):
        first, second = piece[:end].strip(), piece[end:].strip()
        for found in re.finditer(re.escape(first), text):
            between, rest, _ = text[found.end():found.end() + 3000].partition(second)
            if rest and re.search(r"\d", between):
                return True
    return False


def missing(texts, text):
    text = plain(text)
    return [piece for piece in map(plain, texts) if not is_found(piece, text)]


class Text(unittest.TestCase):
    def test_every_paragraph_and_cell_is_extracted_whole(self):
        for report in REPORTS:
            pieces = source(report).pieces
            self.assertGreater(len(pieces), 60, report)
            for reader in READERS:
                with self.subTest(f"{report}, {reader}"):
                    self.assertEqual(missing(pieces, extracted(reader, pdf_of(report))), [])

    def test_no_word_is_joined_or_split(self):
        for report in REPORTS:
            words = source(report).words
            for reader in READERS:
                with self.subTest(f"{report}, {reader}"):
                    read = plain(extracted(reader, pdf_of(report))).split()
                    self.assertEqual([word for word in read if word not in words], [])

    def test_these_tests_can_fail(self):
        text = "начало абзаца, кото-\nрый про\u00ad\nдолжается\n3\nна другой странице"
        self.assertEqual(missing(["абзаца, кото-рый продолжается на другой странице"], text), [])
        self.assertEqual(len(missing(["начало абзаца,который"], text)), 1)
        self.assertEqual(len(missing(["началоабзаца"], text)), 1)
        self.assertEqual(len(missing(["на другой стра нице"], text)), 1)

    def test_the_area_of_a_cell_holds_the_cell(self):
        """As a person copies it: by dragging over the cell."""
        for report in ("execution_report", "attendance_list"):
            cells = {plain(" ".join(cell)) for cell in source(report).cells}
            for page, area, text in list(cell_areas(report))[:40]:
                with self.subTest(f"{report}, page {page}: {text}"):
                    self.assertIn(text, cells)
                    self.assertEqual(text_in(pdf_of(report), page, area), text)

    def test_the_tree_gives_paragraphs_and_cells_as_they_are(self):
        """As assistive technology reads it."""
        for report in REPORTS:
            with self.subTest(report), pikepdf.open(pdf_of(report)) as pdf:
                reader = whole.StructureReader(pdf)
                told = {plain(reader.text(cell)) for role in ("/TD", "/TH") for cell in reader.find(reader.root, role)}
                for cell in source(report).cells:
                    text = plain("\n".join(cell))
                    self.assertTrue(text in told or len(cell) == 1, text)  # a group's row may be a paragraph


# ---- Cells by their place ------------------------------------------------------------------------------------

def cell_areas(report):
    """(page, (left, top, right, bottom), text) of each cell that is on one page."""
    settings = [word for name, value in REPORTS[report].items() for word in ("--set", f"{name}={value}")]
    dump = whole.svodka("dump", "--stage", "pages", report, "--db", whole.district(), "--as-of", whole.AS_OF,
                        "--templates", whole.ROOT / "report_templates", *settings)
    nodes = {int(n): (role, int(parent)) for n, role, parent in re.findall(r"^node (\d+) (\w+) of (\d+)", dump, re.M)}

    def cell_of(node):
        while node and nodes[node][0] != "cell":
            node = nodes[node][1]
        return node

    areas, page = {}, 0
    for line in dump.splitlines():
        page += line.startswith("page ")
        text = re.match(r'  text x (\S+) y (\S+) width (\S+) size (\S+) node (\d+) (.*?)"(.*)"$', line)
        if not text or not cell_of(int(text.group(5))):
            continue
        x, y, width, size = map(float, text.group(1, 2, 3, 4))
        words = text.group(7) + ("\u00ad" if " hyphen " in text.group(6) else "\n")
        entry = areas.setdefault(cell_of(int(text.group(5))), [])
        entry.append((page, x, y - 0.75 * size, x + width, y + 0.25 * size, words))
    for entry in areas.values():
        pages, left, top, right, bottom, words = zip(*entry)
        if len(set(pages)) == 1:
            yield pages[0], (min(left), min(top), max(right), max(bottom)), plain("".join(words))


def text_in(pdf, page, area):
    scale = 10
    left, top, right, bottom = (round(value * scale) for value in area)
    done = subprocess.run(["pdftotext", "-raw", "-f", str(page), "-l", str(page), "-r", str(72 * scale), "-x", str(left),
                           "-y", str(top), "-W", str(right - left), "-H", str(bottom - top), pdf, "-"],
                          capture_output=True, check=True)
    return plain(done.stdout.decode())


# ---- Texts that are hard to extract --------------------------------------------------------------------------

HARD = {
    "hyphens of the layout": "Высококвалифицированные преподаватели общеобразовательных организаций "
                             "взаимозаменяемо консультировали старшеклассников. " * 4,
    "hyphens of the words": "Научно-методический, информационно-аналитический, учебно-воспитательный центр. " * 5,
    "no-break spaces": "Протокол №\u00a05 от 28\u00a0августа 2026\u00a0г., п.\u00a01.2, 85\u00a0% и ещё 1\u00a0000 слов. " * 4,
    "another face": "Смета на 1\u00a0500\u00a0₽ и 20 ₽ за лист, стрелка → конец.",
    "combining marks": "Решили\u0306 и к\u0438\u0306 Йод, за\u0301мок и замо\u0301к.",
    "ligatures": "office, flat, fifi, affluent, fjord и конфликт.",
    "quotes and signs": "«Ёж „вложенный“ – 5−2×3» § 7, … 36,6 °C; (скобки) \\ / [квадратные] 100 %.",
    "letters beyond Russian": "Ω ≤ ½ naïve Å Ґанок Ўзбек Қазақ.",
}


@functools.lru_cache(maxsize=None)
def hard_document():
    paragraphs = "\n".join(f"<p>{text.strip()}</p>" for text in HARD.values())
    cells = "\n".join(f'<column title="Графа {i}" width="1fr" hyphenate="yes">{text.strip()}</column>'
                      for i, text in enumerate(list(HARD.values())[:3]))
    template = whole.folder() / "hard.xml"
    template.write_text(f"""<report name="hard" title="Трудные тексты" xmlns="urn:svodka:report:1">
  <query name="one"><![CDATA[SELECT 1 AS n]]><field name="n" type="integer"/></query>
  <section title="Тексты">{paragraphs}
    <table each="one" id="hard">{cells}<empty>нет</empty></table>
  </section>
</report>""")
    stem = whole.folder() / "hard"
    whole.svodka("render", template, "--db", whole.district(), "--as-of", whole.AS_OF, "--output", stem, "--format", "pdf")
    return f"{stem}.pdf"


class HardTexts(unittest.TestCase):
    def test_every_reader_extracts_them(self):
        pdf = hard_document()
        for reader in READERS:
            text = extracted(reader, pdf)
            for name, piece in HARD.items():
                with self.subTest(f"{reader}: {name}"):
                    self.assertEqual(missing([piece], text), [])

    def test_the_tree_has_every_character_of_them(self):
        with pikepdf.open(hard_document()) as pdf:
            reader = whole.StructureReader(pdf)
            told = [reader.text(p).rstrip(" ") for p in reader.find(reader.root, "/P")]
            self.assertEqual(told[:len(HARD)], [text.strip() for text in HARD.values()])
            self.assertEqual([reader.text(cell).rstrip(" ") for cell in reader.find(reader.root, "/TD")],
                             [text.strip() for text in list(HARD.values())[:3]])

    def test_words_at_line_ends_really_are_broken(self):
        """Else the tests above would prove nothing."""
        text = extracted("poppler", hard_document())
        self.assertGreater(len(re.findall("\u00ad\\s", text)), 3)
        self.assertGreater(len(re.findall(r"[а-я]-\n[а-я]", text)), 1)


if __name__ == "__main__":
    unittest.main()
