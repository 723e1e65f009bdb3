"""Words that stand twice in a row: what the arithmetic finds is what a plain search finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.extraction.doublings import LONGEST, SHORTEST, Doubling, doublings
from tests.growth import assert_linear


def slow(text: str) -> set[int]:
    """Every place where two to twelve Chinese characters stand twice in a row."""
    return {
        at
        for length in range(SHORTEST, LONGEST + 1)
        for at in range(len(text) - 2 * length + 1)
        if text[at : at + length] == text[at + length : at + 2 * length]
    }


@given(st.text(alphabet="甲乙丙", max_size=40))
def test_every_doubling_is_found_and_nothing_else(text: str) -> None:
    found = doublings(text)
    assert all(text.startswith(one.unit * 2, one.span.start) for one in found)
    assert {one.span.start for one in found} <= slow(text)
    assert bool(found) == bool(slow(text))


@given(st.text(alphabet="甲乙丙丁戊己", max_size=12), st.text(alphabet="子丑寅卯辰", min_size=2, max_size=12))
def test_a_unit_of_different_characters_is_found_whole(around: str, unit: str) -> None:
    if len(set(unit)) == len(unit):
        text = f"。{unit}{unit}。{around}"
        assert doublings(text)[0] == Doubling(unit, doublings(text)[0].span)
        assert doublings(text)[0].span.of(text) == unit * 2


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("今年今年要修路", "今年"),
        ("😀对老渠进行进行改造", "进行"),
        ("2024年2024年，全县修路", "2024年"),
        ("长江经济带长江经济带上", "长江经济带"),
    ],
)
def test_units(text: str, unit: str) -> None:
    assert [one.unit for one in doublings(text)] == [unit]


@pytest.mark.parametrize("text", ["12年2年", "3.5年5年", "项目、项目", "ABAB", "        ", "", "亿元亿", "1010家"])
def test_what_is_no_doubled_word(text: str) -> None:
    assert doublings(text) == ()


def test_long_texts_are_read_in_pieces() -> None:
    text = "甲乙丙丁。" * 250_000 + "进行进行" + "甲乙丙丁。" * 10
    assert [one.unit for one in doublings(text)] == ["进行"]


@pytest.mark.parametrize("piece", ["的", "进行", "甲乙丙丁，", " "])
def test_time_grows_with_the_text(piece: str) -> None:
    assert_linear(lambda size: lambda: doublings(piece * size), 50_000)
