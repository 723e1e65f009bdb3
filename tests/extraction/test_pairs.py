"""Pairs of characters by which words are looked up."""

from hypothesis import given
from hypothesis import strategies as st

from checker.extraction.pairs import pairs

KEYS = frozenset({"甲乙", "乙丙", "丙丙", "\U0002a7dd甲"})


@given(st.text("甲乙丙丁\n\U0002a7dd\ud800"))
def test_every_place_and_no_other(text: str) -> None:
    found = {pair: sorted(places) for pair, places in pairs(text, KEYS).items()}
    expected = {pair: [at for at in range(len(text)) if text.startswith(pair, at)] for pair in KEYS}
    assert found == {pair: places for pair, places in expected.items() if places}
