"""A ledger as a workbook of one sheet (ECMA-376), in which every cell is text and none a formula."""

import io
from collections.abc import Sequence
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from checker.claims.exports.rows import is_active, rows
from checker.claims.models import Ledger
from checker.patterns import pattern

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
LONGEST = 32_767
"""The most characters that a cell may hold."""

FORBIDDEN = pattern("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ESCAPED = pattern("_(?=x[0-9A-Fa-f]{4}_)")
"""Where a cell's own words read like an escape of the format (ST_Xstring)."""
PLAIN, BOLD, QUOTED = 0, 1, 2
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{KIND}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{KIND}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{KIND}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
    '<sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><fonts count="2"><font/><font><b/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="3"><xf xfId="0" numFmtId="49"/><xf xfId="0" numFmtId="49" fontId="1" applyFont="1"/>'
    '<xf xfId="0" numFmtId="49" quotePrefix="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
}


def xlsx_bytes(ledger: Ledger) -> bytes:
    """The workbook. The same ledger gives the same bytes."""
    out = io.BytesIO()
    with ZipFile(out, "w") as book:
        for name, text in {**PARTS, "xl/worksheets/sheet1.xml": _sheet(list(rows(ledger)))}.items():
            part = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            part.compress_type = ZIP_DEFLATED
            book.writestr(part, HEAD + text)
    return out.getvalue()


def _sheet(table: Sequence[Sequence[str]]) -> str:
    last = f"{_column(len(table[0]) - 1)}{len(table)}"
    lines = "".join(_row(number, row) for number, row in enumerate(table, 1))
    return (
        f'<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" '
        f'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>{lines}</sheetData>'
        f'<autoFilter ref="A1:{last}"/></worksheet>'
    )


def _row(number: int, row: Sequence[str]) -> str:
    cells = "".join(_cell(f"{_column(at)}{number}", cell, head=number == 1) for at, cell in enumerate(row) if cell)
    return f'<row r="{number}">{cells}</row>'


def _cell(place: str, words: str, *, head: bool) -> str:
    style = BOLD if head else QUOTED if is_active(words) else PLAIN
    text = escape(ESCAPED.sub("_x005F_", FORBIDDEN.sub("\ufffd", words[:LONGEST])))
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _column(at: int) -> str:
    """The letters of a column, counted from 0.

    >>> _column(0), _column(25), _column(26)
    ('A', 'Z', 'AA')
    """
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
