"""Reports as bytes: what comes out is what went in, and what is no report is none."""

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.cli.packed import HEAD, PackedRelations, pack, unpack
from checker.engine import lint
from checker.findings import Edit, Finding, Fix, Mended, Note, Place, Severity, Verdict
from checker.packs import bundled
from checker.readers import read
from checker.report import CheckedOperand, CheckedRelation, DocumentReport, Numbers, Report, Suppressed
from checker.reporters import render
from checker.spans import Position, Span

WORDS = st.text(max_size=12)
COUNTS = st.integers(0, 10**6)
SPANS = st.tuples(COUNTS, COUNTS).map(lambda ends: Span(min(ends), max(ends)))
PLACES = st.builds(Place, SPANS, st.builds(Position, COUNTS, COUNTS, COUNTS), WORDS)
FIXES = st.builds(Fix, WORDS, st.lists(st.builds(Edit, SPANS, WORDS), max_size=2).map(tuple), st.booleans())
FINDINGS = st.builds(
    Finding,
    WORDS,
    st.sampled_from(Severity),
    WORDS,
    WORDS,
    PLACES,
    st.lists(st.builds(Note, PLACES, WORDS), max_size=2).map(tuple),
    st.lists(FIXES, max_size=2).map(tuple),
    WORDS,
    st.none() | WORDS,
)
OPERANDS = st.lists(st.builds(CheckedOperand, WORDS, PLACES, WORDS, WORDS), max_size=3).map(tuple)
REPORTS = st.builds(
    DocumentReport,
    st.just("稿.txt"),
    WORDS,
    st.text(st.characters(), max_size=40),
    st.lists(FINDINGS, max_size=3).map(tuple),
    st.lists(st.builds(CheckedRelation, WORDS, WORDS, st.sampled_from(Verdict), OPERANDS, WORDS), max_size=3).map(
        tuple
    ),
    st.builds(Numbers, COUNTS, COUNTS, COUNTS, COUNTS),
    st.lists(PLACES, max_size=3).map(tuple),
    WORDS,
    st.lists(SPANS, max_size=3).map(tuple),
    st.lists(st.builds(Suppressed, FINDINGS, WORDS, WORDS, st.none() | st.dates()), max_size=2).map(tuple),
    st.lists(FINDINGS, max_size=2).map(tuple),
    st.lists(st.builds(Mended, WORDS, WORDS, WORDS, WORDS), max_size=2).map(tuple),
)
ARTICLE = "全镇28个项目开工16个，开工率64.3%。另有3处说“有”，共5处。\n".encode()


def report(data: bytes = ARTICLE) -> DocumentReport:
    return lint(read("稿.txt", data=data), bundled())


@given(REPORTS, st.binary(max_size=20), WORDS)
def test_what_comes_out_is_what_went_in(one: DocumentReport, data: bytes, seal: str) -> None:
    assert unpack(pack(one, data, seal), one.path, data, seal) == one


@given(REPORTS, st.binary(max_size=20))
def test_the_json_report_of_what_comes_out_is_the_same(one: DocumentReport, data: bytes) -> None:
    again = unpack(pack(one, data), one.path, data)
    assert again is not None
    assert render(Report((again, one)), "json") == render(Report((one, again)), "json")
    assert pack(again, data) == pack(one, data)


def test_relations_are_made_when_they_are_looked_at() -> None:
    one = report()
    again = unpack(pack(one, ARTICLE), "稿.txt", ARTICLE)
    assert again is not None
    relations = again.relations
    assert isinstance(relations, PackedRelations)
    relations.rows = b"rubbish"
    assert len(relations) == len(one.relations) == 1
    assert render(Report((again,)), "json") == render(Report((one,)), "json")
    assert Report((again,)).verdicts(Verdict.INCONSISTENT) == 1
    with pytest.raises(zlib.error):
        relations[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_real_report_in_any_encoding(encoding: str) -> None:
    data = ARTICLE.decode().encode(encoding)
    one = report(data)
    assert one.findings
    assert unpack(pack(one, data), "稿.txt", data) == one


def opened(packed: bytes) -> bytes:
    """All that is packed but the relations."""
    return zlib.decompressobj().decompress(packed[HEAD.size :])


def test_the_text_is_not_in_it_where_the_file_is_the_text() -> None:
    one = report()
    assert b"\\u5168\\u9547" not in opened(pack(one, ARTICLE))
    assert b"\\u5168\\u9547" in opened(pack(one, b""))


def test_another_seal_does_not_open_it() -> None:
    packed = pack(report(), ARTICLE, "one")
    assert unpack(packed, "稿.txt", ARTICLE, "two") is None


@given(st.data())
def test_broken_bytes_are_no_report(data: st.DataObject) -> None:
    packed = pack(report(), ARTICLE)
    at = data.draw(st.integers(0, len(packed) - 1))
    bits = data.draw(st.integers(1, 255))
    broken = packed[:at] + bytes([packed[at] ^ bits]) + packed[at + 1 :]
    assert unpack(broken, "稿.txt", ARTICLE) is None
    assert unpack(packed[:at], "稿.txt", ARTICLE) is None


@pytest.mark.parametrize("foreign", [b"", b"[]", zlib.compress(b"[]"), zlib.compress(b"null"), zlib.compress(b"\xff")])
def test_foreign_bytes_are_no_report(foreign: bytes) -> None:
    assert unpack(foreign, "稿.txt", ARTICLE) is None
