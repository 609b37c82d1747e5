#!/usr/bin/env python3
"""workbooks.py DEMO CONVERTED: every workbook below DEMO has been printed by LibreOffice into CONVERTED, fits the
width of its pages, and every text of its cells is on them; only the figures of a chart stand beside the printed area."""
import pathlib
import re
import subprocess
import sys
import warnings

import openpyxl
from openpyxl.utils.cell import range_boundaries

warnings.filterwarnings("ignore", module="openpyxl")  # «Unknown extension»: data bars, which are not read here


def squeezed(text):
    return re.sub(r"[\s\u00ad]+", "", text)


def printed_text(pdf):
    return squeezed(subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, check=True).stdout.decode())


def last_printed_column(sheet):
    """Beside the printed area only the figures of charts may stand: a sheet without a chart is printed whole."""
    if not sheet.print_area or not sheet._charts:
        return sheet.max_column
    return max(range_boundaries(area)[2] for area in sheet.print_area)


def mistakes(workbook, pdf):
    if not pdf.exists():
        return [f"{workbook}: LibreOffice made no pages of it"]
    text = printed_text(pdf)
    found = []
    for sheet in openpyxl.load_workbook(workbook).worksheets:
        if sheet.sheet_state != "visible":
            continue
        for row in sheet.iter_rows(max_col=last_printed_column(sheet)):
            for cell in row:
                if not isinstance(cell.value, str) or cell.value.startswith("="):
                    continue
                # line by line: a cell beside it may stand between its lines in the extracted text
                words = [squeezed(word) for word in cell.value.split()]
                if any(word not in text for word in words):
                    missing = next(word for word in words if word not in text)
                    found.append(f"{workbook}, {sheet.title}!{cell.coordinate}: «{missing}» is not on the pages")
    return found


def main():
    demo, converted = map(pathlib.Path, sys.argv[1:])
    workbooks = sorted(demo.glob("*/*.xlsx"))  # the batch makes the same ones, deeper
    found = []
    for workbook in workbooks:
        found += mistakes(workbook, converted / workbook.parent.name / (workbook.stem + ".pdf"))
    print("\n".join(found[:40]))
    print(f"{len(workbooks)} workbooks, {len(found)} mistakes")
    sys.exit(1 if found or not workbooks else 0)


if __name__ == "__main__":
    main()
