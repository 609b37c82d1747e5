#!/usr/bin/env python3
"""Prints a workbook line by line as openpyxl reads it, for tests that look for lines."""
import sys
import xml.etree.ElementTree as xml
import zipfile

import openpyxl

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def defined_names(workbook):
    names = workbook.defined_names
    if hasattr(names, "definedName"):  # openpyxl 3.0
        return [(n.name, n.attr_text) for n in names.definedName if not n.localSheetId and n.localSheetId != 0]
    return [(n.name, n.attr_text) for n in names.values()]


def look(cell):
    words = []
    if cell.number_format != "General":
        words.append(f"format={cell.number_format}")
    if cell.font.b:
        words.append("bold")
    if cell.font.i:
        words.append("italic")
    if cell.font.u:
        words.append("underlined")
    if cell.font.color is not None and cell.font.color.type == "rgb":
        words.append(f"colour={cell.font.color.rgb}")
    if cell.fill.fill_type:
        words.append(f"fill={cell.fill.fgColor.rgb}")
    for name, value in (("align", cell.alignment.horizontal), ("vertical", cell.alignment.vertical)):
        if value:
            words.append(f"{name}={value}")
    if cell.alignment.indent:
        words.append(f"indent={int(cell.alignment.indent)}")
    if cell.alignment.wrap_text:
        words.append("wrap")
    sides = (cell.border.left, cell.border.right, cell.border.top, cell.border.bottom)
    if all(side.style for side in sides):
        words.append("boxed")
    elif cell.border.top.style and cell.border.bottom.style:
        words.append("lined")
    elif cell.border.bottom.style:
        words.append("ruled")
    if cell.hyperlink:
        words.append(f"link={cell.hyperlink.target}")
    return " ".join(words)


def value(cell, cached):
    if cell.data_type == "f":
        return f"formula {cell.value} = {cached.value!r}"
    if cell.value is None:
        return "blank"
    if cell.is_date:
        return f"date {cell.value:%Y-%m-%d}"
    return f"{cell.data_type} {cell.value!r}"


def look_of_rule(rule):
    if rule.dxf is None:
        return []
    words = [*rule.formula, "→"]
    if rule.dxf.fill is not None:
        words.append(f"fill={rule.dxf.fill.bgColor.rgb}")
    if rule.dxf.font is not None:
        words += [name for name, on in (("bold", rule.dxf.font.b), ("italic", rule.dxf.font.i)) if on]
        if rule.dxf.font.color is not None:
            words.append(f"colour={rule.dxf.font.color.rgb}")
    return words


def print_sheet(sheet, cached):
    setup = sheet.page_setup
    print(f"sheet {sheet.title}")
    fit = f"{setup.fitToWidth or 1}x{setup.fitToHeight}" if sheet.sheet_properties.pageSetUpPr.fitToPage else None
    print(f"paper {setup.paperSize} {setup.orientation} fit={fit} scale={setup.scale}")
    gridlines = sheet.sheet_view.showGridLines is not False
    print(f"freeze {sheet.freeze_panes} filter {sheet.auto_filter.ref} gridlines {gridlines}")
    area = sheet.print_area  # a list in openpyxl 3.0, text with the sheet's name in 3.1
    area = area if isinstance(area, str) or not area else area[0]
    print(f"area {area and area.split('!')[-1]} repeat {sheet.print_title_rows}")
    for name, part in (("header", sheet.oddHeader), ("footer", sheet.oddFooter)):
        print(name, " | ".join(str(side.text) for side in (part.left, part.center, part.right)))
    margins = sheet.page_margins
    print(f"margins {margins.top:.3f} {margins.bottom:.3f} header {margins.header:.3f}")
    print("breaks", [b.id for b in sheet.row_breaks.brk])
    print("widths", {k: round(v.width, 2) for k, v in sorted(sheet.column_dimensions.items())})
    for merge in sorted(str(m) for m in sheet.merged_cells.ranges):
        print("merge", merge)
    for ranges in sheet.conditional_formatting:
        for rule in ranges.rules:
            scale = rule.colorScale
            ends = [f"{c.rgb[2:]}@{v.val}" for c, v in zip(scale.color, scale.cfvo)] if scale else []
            print(" ".join(["rule", str(ranges.sqref), rule.type, *ends, *look_of_rule(rule)]))
    for row in sheet.iter_rows():
        dimension = sheet.row_dimensions[row[0].row]
        print(f"row {row[0].row} height={dimension.height} level={dimension.outlineLevel}")
        for cell in row:
            if cell.__class__.__name__ == "MergedCell" or not cell.has_style and cell.value is None:
                continue
            print(f"cell {cell.coordinate} {value(cell, cached[cell.coordinate])} | {look(cell)}")


def print_strings(archive):
    if "xl/sharedStrings.xml" not in archive.namelist():
        return
    for item in xml.fromstring(archive.read("xl/sharedStrings.xml")):
        runs = item.findall(MAIN + "r")
        if runs:
            texts = []
            for run in runs:
                properties = run.find(MAIN + "rPr")
                marks = "".join(mark for mark in "biu" if properties.find(MAIN + mark) is not None)
                texts.append(f"{marks}({run.find(MAIN + 't').text})")
            print("rich", " ".join(texts))


def print_pictures(archive):
    draw = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
    for name in sorted(n for n in archive.namelist() if n.startswith("xl/drawings/drawing")):
        for anchor in xml.fromstring(archive.read(name)):
            about = anchor.find(f"{draw}pic/{draw}nvPicPr/{draw}cNvPr")
            if about is None:  # a chart
                continue
            corners = []
            for corner in ("from", "to"):
                place = {part: int(anchor.find(f"{draw}{corner}/{draw}{part}").text)
                         for part in ("row", "rowOff", "col", "colOff")}
                corners.append("row {} + {:g} column {} + {:g}".format(
                    place["row"] + 1, round(place["rowOff"] / 12700, 1),
                    "ABCDEFG"[place["col"]], round(place["colOff"] / 12700, 1)))
            alternative = "decoration" if about.find("*") is not None else about.get("descr")
            print(f"picture {corners[0]} to {corners[1]}: {alternative}")


CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAW = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PLACE = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"


def joined(element, *path):
    found = element.find("/".join(path)) if element is not None else None
    return "" if found is None else "".join(t.text or "" for t in found.iter(DRAW + "t"))


def reference(element):
    if element is None:
        return "none"
    points = [f"{p.get('idx')}:{p.find(CHART + 'v').text}" for p in element.iter(CHART + "pt")]
    return f"{element.find('.//' + CHART + 'f').text} {points}"


def fill_of(shape):
    if shape is None:
        return ""
    own = [child.tag.replace(DRAW, "") for child in shape if child.tag != DRAW + "ln"]
    colour = shape.find(f"{DRAW}solidFill/{DRAW}srgbClr")
    line = shape.find(f"{DRAW}ln/{DRAW}solidFill/{DRAW}srgbClr")
    dash = shape.find(f"{DRAW}ln/{DRAW}prstDash")
    return " ".join(filter(None, [
        f"fill={colour.get('val')}" if colour is not None else "unfilled" if "noFill" in own else "",
        f"line={line.get('val')}" if line is not None else "",
        f"dash={dash.get('val')}" if dash is not None else ""]))


def print_axis(axis):
    scaling = axis.find(CHART + "scaling")
    ends = [f"{e.tag.replace(CHART, '')}={e.get('val')}" for e in scaling]
    form = axis.find(CHART + "numFmt")
    print("axis", axis.tag.replace(CHART, ""), joined(axis, CHART + "title") or "-", *ends,
          f"format={form.get('formatCode')}" if form is not None and axis.tag.endswith("valAx") else "")


def print_charts(archive):
    names = sorted(n for n in archive.namelist() if n.startswith("xl/charts/chart"))
    for name in names:
        chart = xml.fromstring(archive.read(name)).find(CHART + "chart")
        plot = chart.find(CHART + "plotArea")
        group = [child for child in plot if child.tag.endswith("Chart")]
        assert len(group) == 1
        group = group[0]
        words = [group.tag.replace(CHART, "")]
        for key in ("barDir", "grouping", "overlap"):
            found = group.find(CHART + key)
            if found is not None:
                words.append(f"{key}={found.get('val')}")
        print("chart", *words, "title", joined(chart, CHART + "title") or "-",
              "legend" if chart.find(CHART + "legend") is not None else "alone")
        for series in group.findall(CHART + "ser"):
            marker = series.find(f"{CHART}marker/{CHART}symbol")
            print("series", fill_of(series.find(CHART + "spPr")), f"marker={marker.get('val')}" if marker is not None else "",
                  "labels" if series.find(CHART + "dLbls") is not None else "")
            for part in ("tx", "cat", "val"):
                print(" ", part, reference(series.find(CHART + part)))
        for axis in plot:
            if axis.tag.endswith("Ax"):
                print_axis(axis)
    for name in sorted(n for n in archive.namelist() if n.startswith("xl/drawings/drawing")):
        for anchor in xml.fromstring(archive.read(name)):
            corners = [":".join(anchor.find(f"{PLACE}{end}/{PLACE}{what}").text for what in ("col", "colOff", "row", "rowOff"))
                       for end in ("from", "to")]
            print("anchor", *corners, "says", anchor.find(".//" + PLACE + "cNvPr").get("descr"))


def print_properties(workbook, archive):
    p = workbook.properties
    print(f"properties title={p.title} author={p.creator} subject={p.subject} created={p.created:%Y-%m-%dT%H:%M:%SZ}")
    if "docProps/custom.xml" in archive.namelist():
        for item in xml.fromstring(archive.read("docProps/custom.xml")):
            print(f"custom {item.get('name')} = {item[0].text}")


def main(path):
    workbook = openpyxl.load_workbook(path)
    cached = openpyxl.load_workbook(path, data_only=True)
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        print_properties(workbook, archive)
        print_strings(archive)
        print_pictures(archive)
        print_charts(archive)
    print("sheets", [s.title for s in workbook.worksheets], "active", workbook.active.title)
    print("font", workbook._fonts[0].name, workbook._fonts[0].sz)
    for name, text in sorted(defined_names(workbook)):
        print(f"name {name} {text}")
    for sheet in workbook.worksheets:
        print_sheet(sheet, cached[sheet.title])


main(sys.argv[1])
