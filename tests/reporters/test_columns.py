"""Marks stand under the words they mark, whatever those are made of. rich measures the rows as the oracle."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from checker.reporters.cells import draw, width, wrap
from checker.reporters.snippet import Mark, Row, snippet
from checker.spans import SourceMap, Span

MIXED = "𠮷野家说：“共46人”，ａｂｃ e\u0301 한국 🎉👍🏽 ☁\ufe0f 👨\u200d👩 \t｡ｱ①…—·\x1b[31m\u202e\u3000|x"

texts = st.lists(st.sampled_from([*MIXED, "\n", "\r\n", "字", "3", "。"]), min_size=1, max_size=120).map("".join)


def row_text(row: Row) -> str:
    return "".join(run.text for run in row)


def shown(text: str, span: Span, cells: int = 60) -> list[str]:
    return [row_text(row).rstrip() for row in snippet(SourceMap(text), [Mark(span, primary=True)], cells)]


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ("共46人", ["1 | 𠮷野家说：“共46人”，🎉好", "  |            ^^^^^^"]),
        ("“", ["1 | 𠮷野家说：“共46人”，🎉好", "  |           ^"]),
        ("好", ["1 | 𠮷野家说：“共46人”，🎉好", "  |                       ^^"]),
    ],
)
def test_marks_stand_under_wide_and_narrow_characters(words: str, rows: list[str]) -> None:
    text = "𠮷野家说：“共46人”，🎉好"
    start = text.index(words)
    assert shown(text, Span(start, start + len(words))) == ["  |", *rows]


def test_tab_and_combining_mark() -> None:
    assert shown("\te\u0301x数", Span(4, 5)) == ["  |", "1 |     e\u0301x数", "  |       ^^"]


def test_control_characters_are_shown_escaped_and_counted() -> None:
    assert shown("a\x1b[2J数", Span(5, 6)) == ["  |", r"1 | a\x1b[2J数", "  |         ^^"]


def test_an_insertion_point_is_one_cell() -> None:
    assert shown("一二三", Span(2, 2)) == ["  |", "1 | 一二三", "  |     ^"]
    assert shown("一二三", Span(3, 3)) == ["  |", "1 | 一二三", "  |       ^"]


def test_a_long_line_is_cut_on_both_sides() -> None:
    text = "前" * 50 + "错字" + "后" * 50
    rows = shown(text, Span(50, 52), 30)
    assert rows == ["  |", "1 | …前前前前前错字后后后后后…", "  |            ^^^^"]


def test_a_long_span_shows_its_beginning_and_its_end() -> None:
    text = "前前甲" + "中" * 100 + "乙后"
    rows = shown(text, Span(2, 104), 30)
    assert rows[1].startswith("1 | 前前甲中")
    assert rows[2].startswith("  |     ^^^^")
    assert rows[3] == "..."
    assert rows[4].endswith("中乙后")
    assert rows[5].endswith("^^")
    assert cell_len(rows[4]) == cell_len(rows[5]) + 2


def test_secondary_marks_share_the_line_and_carry_their_notes() -> None:
    text = "共36个，开工27个，开工率57%。"
    marks = [Mark(Span(14, 17), primary=True), Mark(Span(1, 4), "总数"), Mark(Span(7, 10), "开工数")]
    rows = [row_text(row).rstrip() for row in snippet(SourceMap(text), marks, 80)]
    assert rows == [
        "  |",
        "1 | 共36个，开工27个，开工率57%。",
        "  |   ----      ----        ^^^",
        "  |   总数      开工数",
    ]


def test_notes_that_would_collide_go_to_rows_of_their_own() -> None:
    marks = [Mark(Span(0, 1), primary=True), Mark(Span(1, 2), "第一个说明"), Mark(Span(2, 3), "第二个说明")]
    rows = [row_text(row).rstrip() for row in snippet(SourceMap("甲乙丙"), marks, 80)]
    assert rows[2:] == ["  | ^^----", "  |   第一个说明", "  |     第二个说明"]


@given(texts, st.data(), st.integers(20, 120))
def test_the_marks_measure_what_they_mark(text: str, data: st.DataObject, cells: int) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    rows = list(snippet(SourceMap(text), [Mark(Span(start, end), primary=True)], cells))
    assert all(cell_len(row_text(row)) <= cells for row in rows)
    sources = [at for at, row in enumerate(rows) if row[0].text.strip(" |").isdigit()]
    assert sources
    for at in sources:
        source, marks = rows[at], row_text(rows[at + 1])
        marked = [index for index, run in enumerate(source) if run.role == "primary"]
        before = "".join(run.text for run in (source[: marked[0]] if marked else []))
        words = source[marked[0]].text if marked else ""
        assert set(marks.strip(" |")) == {"^"}
        assert marks.count("^") == max(1, cell_len(words))
        assert not marked or marks.index("^") == cell_len(before)


@given(texts)
def test_widths_agree_with_rich(text: str) -> None:
    assert width(text) == cell_len(draw(text))


@given(st.text(st.sampled_from([*MIXED, "a", "，", "”", " ", "1"]), max_size=200), st.integers(8, 60))
def test_wrapped_lines_fit_and_lose_only_white_space(text: str, room: int) -> None:
    lines = list(wrap(text, room))
    assert all(cell_len(line) <= room for line in lines)
    assert "".join("".join(lines).split()) == "".join(draw(text).split())


def test_closing_marks_do_not_begin_a_line() -> None:
    assert list(wrap("一二三四五六七八，九十。", 16)) == ["一二三四五六七", "八，九十。"]
