"""Offsets to lines and columns, and changed copies that still know where they came from."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.spans import Position, Projection, SourceMap, Span, find_all

TEXT = st.text(alphabet="甲乙。𠮷😀\t \u3000a1\n\r\u2028\u2029", max_size=60)


def naive(text: str, offset: int) -> Position:
    """Count lines from the start; ``splitlines`` ends lines at the same characters for the alphabet above."""
    start, paragraph = 0, 0
    lines = text.splitlines(keepends=True) or [""]
    for number, line in enumerate(lines, 1):
        paragraph += bool(line.strip())
        if offset < start + len(line) or number == len(lines):
            return Position(number, offset - start + 1, max(1, paragraph))
        start += len(line)
    raise AssertionError


@given(TEXT, st.data())
def test_locate_agrees_with_counting(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    assert SourceMap(text).locate(offset) == naive(text, offset)


@given(TEXT)
def test_lines_and_their_ends_make_up_the_text(text: str) -> None:
    lines = SourceMap(text).lines
    gaps = [text[one.end : two.start] for one, two in pairwise(lines)]
    assert all(gap in ("\n", "\r", "\r\n", "\u2028", "\u2029") for gap in gaps)
    rebuilt = "".join(line.of(text) + gap for line, gap in zip(lines, [*gaps, ""], strict=True))
    assert rebuilt == text[: lines[-1].end]


def test_locate_counts_code_points_and_paragraphs() -> None:
    source = SourceMap("\ufeff甲\r\n\r\n  𠮷乙\t丙\r丁\u2028\n戊")
    assert source.locate(source.text.index("乙")) == Position(3, 4, 2)
    assert source.locate(source.text.index("丙")) == Position(3, 6, 2)
    assert source.locate(source.text.index("丁")) == Position(4, 1, 3)
    assert source.locate(source.text.index("戊")) == Position(6, 1, 4)
    assert source.locate(3) == Position(1, 4, 1), "between CR and LF still counts as the line that they end"


@pytest.mark.parametrize("offset", [-1, 3])
def test_locate_refuses_what_is_outside(offset: int) -> None:
    with pytest.raises(ValueError, match=f"offset {offset} is outside a text of 2 code points"):
        SourceMap("甲乙").locate(offset)


def test_span_refuses_nonsense() -> None:
    with pytest.raises(ValueError, match=r"not a span: 3\.\.2"):
        Span(3, 2)
    with pytest.raises(ValueError, match=r"not a span: -1\.\.2"):
        Span(-1, 2)


SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda ends: Span(min(ends), max(ends)))


@given(SPANS, SPANS)
def test_overlap_and_cover_agree_with_sets(one: Span, two: Span) -> None:
    first, second = set(range(one.start, one.end)), set(range(two.start, two.end))
    if first and second:
        assert one.overlaps(two) == bool(first & second)
        assert one.covers(two) == (second <= first)
        assert one.join(two).covers(one)
        assert one.join(two).covers(two)
    assert one.shift(7).of("x" * 7 + "abc" * 11) == one.of("abc" * 11)


@given(st.text(alphabet="甲乙𠮷 \t1\n", max_size=12))
def test_projection_leads_back_to_what_was_folded(text: str) -> None:
    folded = Projection.of(text, lambda character: "" if character.isspace() else character * (1 + character.isdigit()))
    for start in range(len(folded.text)):
        for end in range(start + 1, len(folded.text) + 1):
            quoted = folded.source(start, end).of(text)
            assert quoted[0] == folded.text[start]
            assert quoted[-1] == folded.text[end - 1]


def test_projection_of_a_part() -> None:
    folded = Projection.of("甲 乙 丙", str.strip, Span(2, 5))
    assert folded == Projection("乙丙", (2, 4))
    assert folded.source(0, 2) == Span(2, 5)


@given(st.text(alphabet="ab", max_size=20), st.text(alphabet="ab", min_size=1, max_size=3))
def test_find_all_finds_overlapping_ones(text: str, words: str) -> None:
    expected = [Span(at, at + len(words)) for at in range(len(text)) if text.startswith(words, at)]
    assert list(find_all(text, words)) == expected
