"""A ledger as tables and as JSON-LD: what is told, what is kept back, and that no cell is ever worked out."""

import csv
import io
import json
import zipfile
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.claims import Ledger, parse
from checker.claims.exports.csv import csv_text
from checker.claims.exports.published import claim_reviews, corrections
from checker.claims.exports.rows import COLUMNS, is_active, rows
from checker.claims.exports.xlsx import xlsx_bytes
from checker.errors import LedgerError, Problems
from tests.claims.desk import TEXT, drafted_text

LEDGER = parse(drafted_text(TEXT))
SPACE = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
URL = "https://news.example/1"
BOOK = """\
schema: claims/1
article: {id: a, title: 青石县开门红, source_file: a.txt, issue_date: 2025-04-21, status: STATUS}
claims:
  - id: C1
    kind: ratio
    anchor: {paragraph: 2, quote: 开工率64.3%}
    subject: 河湾镇
    value: {literal: 64.3%}
    source: {type: interview, title: 电话采访, publisher: 内部}
    status: wrong
    verdict: {by: 值班编辑, at: 2025-04-23, value: 57.1%, reason: 算错}
    checked_by: 张三
    note: 别外传
  - id: C2
    kind: count
    anchor: {paragraph: 2, quote: 开工18个}
    subject: 河湾镇
    value: {literal: 18个}
    attribution: {mode: indirect, org: 县发改委}
    status: confirmed
    checked_by: 张三
    evidence: [{text: 开工18个, supports: yes, source: {type: interview, title: 电话采访}}]
    verdict: {by: 值班编辑, at: 2025-04-22}
  - id: C3
    kind: count
    anchor: {paragraph: 2, quote: 28个项目}
    subject: 河湾镇
    status: checking
"""


def book(status: str = "published", old: str = "", new: str = "") -> Ledger:
    """The ledger above, with a status, and with some words changed."""
    return parse(BOOK.replace("STATUS", status).replace(old, new) if old else BOOK.replace("STATUS", status))


def sheet(ledger: Ledger) -> list[list[tuple[str, str, str]]]:
    """The cells of the workbook: place, style, text."""
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes(ledger))) as package:
        root = ElementTree.fromstring(package.read("xl/worksheets/sheet1.xml"))
    return [
        [(cell.get("r", ""), cell.get("s", ""), "".join(cell.itertext())) for cell in row.findall("x:c", SPACE)]
        for row in root.iterfind(".//x:row", SPACE)
    ]


def test_csv_reads_back() -> None:
    text = csv_text(LEDGER)
    assert text.startswith("\ufeff编号,类别,段,")
    table = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert table[0] == list(COLUMNS)
    assert len(table) == len(LEDGER.claims) + 1
    first = dict(zip(table[0], table[1], strict=True))
    assert (first["值"], first["数"], first["起"], first["状态"]) == (
        "21.7亿元",
        "2170000000",
        "2025-01-01",
        "unchecked",
    )


@pytest.mark.parametrize(
    "word", ["=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2+3", "＝HYPERLINK(1)", "\t=1", "|x", " =1+1", "\u3000@a"]
)
def test_formulas_are_text(word: str) -> None:
    ledger = book(old="别外传", new=json.dumps(word, ensure_ascii=False))
    table = list(csv.reader(io.StringIO(csv_text(ledger).removeprefix("\ufeff"), newline="")))
    assert table[1][-1] == f"'{word}"
    assert sheet(ledger)[1][-1] == ("AE2", "2", word)


@given(st.text(max_size=20))
def test_no_cell_of_a_table_begins_a_formula(word: str) -> None:
    cell = f"'{word}" if is_active(word) else word
    assert not cell[:1] or (cell[0] not in "=+@" and (cell[0] != "-" or cell[1:].replace(".", "", 1).isascii()))


def test_plain_negative_numbers_stay_numbers() -> None:
    assert not is_active("-3.38")
    assert is_active("-3.38%")
    assert is_active("-")
    assert not is_active("%")


@pytest.mark.parametrize("word", ["00123", "12345678901234567", "-0123.5", "3-5", "1/3", "2:1", "12E3", "1/2/2025"])
def test_csv_keeps_what_a_spreadsheet_would_change(word: str) -> None:
    table = list(csv.reader(io.StringIO(csv_text(book(old="别外传", new=f'"{word}"')), newline="")))
    assert table[1][-1] == f"'{word}"
    assert sheet(book(old="别外传", new=f'"{word}"'))[1][-1] == ("AE2", "0", word), "in a workbook all cells are text"


@pytest.mark.parametrize("word", ["0", "0.5", "-3.38", "2170000000", "123456789012345", "2025-04-22", "第3-5页"])
def test_csv_leaves_numbers_and_days_alone(word: str) -> None:
    table = list(csv.reader(io.StringIO(csv_text(book(old="别外传", new=f'"{word}"')), newline="")))
    assert table[1][-1] == word


def test_words_like_an_escape_of_the_workbook_stay_words() -> None:
    assert sheet(book(old="别外传", new="甲_x0041_乙"))[1][-1][2] == "甲_x005F_x0041_乙"


def test_the_workbook() -> None:
    cells = sheet(LEDGER)
    assert [text for _, style, text in cells[0] if style == "1"] == list(COLUMNS)
    assert cells[1][0] == ("A2", "0", "C001")
    assert len(cells) == len(LEDGER.claims) + 1
    assert xlsx_bytes(LEDGER) == xlsx_bytes(LEDGER)
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes(LEDGER))) as package:
        assert package.testzip() is None
        assert all(one.date_time == (1980, 1, 1, 0, 0, 0) for one in package.infolist())
        for name in package.namelist():
            ElementTree.fromstring(package.read(name))


def test_characters_that_xml_forbids_are_replaced() -> None:
    ledger = book(old="别外传", new='"甲\\x08乙 <b>&"')
    assert sheet(ledger)[1][-1][2] == "甲\ufffd乙 <b>&"


def test_rows_without_values_are_empty_cells() -> None:
    table = list(rows(book()))
    last = dict(zip(table[0], table[3], strict=True))
    assert (last["编号"], last["值"], last["数"], last["出处"]) == ("C3", "", "", "")


def test_claim_reviews_tell_what_was_decided_and_nothing_else() -> None:
    text = claim_reviews(book(), URL, "青石日报")
    graph = json.loads(text)["@graph"]
    assert [(one["claimReviewed"], one["reviewRating"]["alternateName"], one["datePublished"]) for one in graph] == [
        ("开工率64.3%", "不实", "2025-04-23"),
        ("开工18个", "属实", "2025-04-22"),
    ]
    assert graph[1]["itemReviewed"]["author"] == {"@type": "Organization", "name": "县发改委"}
    assert "author" not in graph[0]["itemReviewed"]
    assert not any(word in text for word in ("张三", "别外传", "电话采访", "内部", "值班编辑", "28个项目"))


def test_corrections() -> None:
    article = json.loads(corrections(book("corrected"), URL, "青石日报"))
    assert article["@type"] == "NewsArticle"
    assert article["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "更正：“开工率64.3%”一句中，“64.3%”应为“57.1%”。",
            "datePublished": "2025-04-23",
        }
    ]


@pytest.mark.parametrize("status", ["draft", "typeset"])
@pytest.mark.parametrize("told", [claim_reviews, corrections])
def test_what_is_not_out_is_not_told(status: str, told: object) -> None:
    assert callable(told)
    with pytest.raises(LedgerError, match=f"claims.yaml:2:.*the article is {status}"):
        told(book(status), URL, "青石日报")


def test_a_verdict_without_a_day_is_named_with_its_line() -> None:
    with pytest.raises(Problems) as raised:
        claim_reviews(book(old=", at: 2025-04-22", new=""), URL, "青石日报")
    [error] = raised.value.errors
    assert (error.line, "C2 is confirmed" in str(error)) == (14, True)


def test_a_correction_needs_the_right_value() -> None:
    with pytest.raises(Problems, match="C1: no right value"):
        corrections(book(old=" value: 57.1%,", new=""), URL, "青石日报")


@pytest.mark.parametrize("told", [claim_reviews, corrections])
@pytest.mark.parametrize(
    ("old", "new", "lack"),
    [
        ("    checked_by: 张三\n    note", "    note", "nobody is named who checked it"),
        (
            "source: {type: interview, title: 电话采访, publisher: 内部}\n    status: wrong",
            "status: wrong",
            "no source",
        ),
        ("note: 别外传", "sensitivity: leader", "nobody has checked it a second time"),
        ("note: 别外传", "sensitivity: leader\n    second_check_by: 张三", "nobody has checked it a second time"),
    ],
)
def test_what_lacks_a_source_or_a_hand_is_not_told(told: object, old: str, new: str, lack: str) -> None:
    assert callable(told)
    with pytest.raises(Problems, match=f"claims.yaml:4:.*C1 is wrong, but {lack}"):
        told(book(old=old, new=new), URL, "青石日报")


def test_who_checked_a_sensitive_claim_does_not_decide_it() -> None:
    text = BOOK.replace("STATUS", "published").replace("note: 别外传", "sensitivity: leader\n    second_check_by: 李四")
    assert corrections(parse(text), URL, "青石日报")
    with pytest.raises(Problems, match="C1 is wrong, but 张三 has checked and decided it"):
        corrections(parse(text.replace("{by: 值班编辑, at: 2025-04-23", "{by: 张三, at: 2025-04-23")), URL, "青石日报")


def test_nothing_to_tell_is_said() -> None:
    with pytest.raises(LedgerError, match=r"claims[.]yaml:3:1: nothing to tell: no claim is wrong"):
        corrections(book(old="status: wrong", new="status: checking"), URL, "青石日报")


def test_marks_inside_a_correction_become_the_inner_ones_and_no_word_ends_a_script() -> None:
    ledger = parse(
        BOOK.replace("STATUS", "published")
        .replace("青石县开门红", "青石县</script>")
        .replace("quote: 开工率64.3%", "quote: “开工率64.3%”")
    )
    text = corrections(ledger, URL, "青石日报")
    assert "</script>" not in text
    article = json.loads(text)
    assert article["headline"] == "青石县</script>"
    assert article["correction"][0]["text"] == "更正：“‘开工率64.3%’”一句中，“64.3%”应为“57.1%”。"


def test_a_verdict_that_names_another_text_is_told_as_such() -> None:
    text = (
        BOOK.replace("STATUS", "published")
        .replace("kind: ratio", "kind: event")
        .replace("    value: {literal: 64.3%}\n", "")
        .replace("value: 57.1%, ", "value: 客户端4月23日发布的文本, ")
    )
    [comment] = json.loads(corrections(parse(text), URL, "青石日报"))["correction"]
    assert comment["text"] == "更正：“开工率64.3%”一处有误，应以客户端4月23日发布的文本为准。"
