"""Random edits to the bundled article are told exactly: nothing lost that is there, nothing invented."""

from bench.drift import ARTICLE, measured


def test_random_edits_are_told_exactly() -> None:
    told = list(measured(ARTICLE, 24))
    assert {kind for kind, _ in told} == {"insert", "delete", "move", "change"}
    assert [wrong for _, wrong in told if wrong] == []
