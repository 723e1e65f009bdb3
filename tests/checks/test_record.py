"""Records against the numbers that they are told of."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.checks.kinds import found, hits


@given(st.integers(100, 999), st.integers(100, 999), st.sampled_from(["创历史新高", "再创新高", "创下历史最高水平"]))
def test_a_high_is_higher_than_last_year(now: int, before: int, record: str) -> None:
    assume(now != before)
    text = f"全年产粮{now}吨，上年为{before}吨，{record}。"
    assert bool(found("hedging/record", text)) is (before > now)


@given(st.integers(100, 999), st.integers(100, 999))
def test_a_low_is_lower_than_last_year(now: int, before: int) -> None:
    assume(now != before)
    text = f"全年火灾{now}起，上年为{before}起，创历史新低。"
    assert bool(found("hedging/record", text)) is (before < now)


@pytest.mark.parametrize(
    ("earlier", "later", "wrong"), [("2023年", "2024年", True), ("2024年", "2023年", False), ("去年", "今年", True)]
)
def test_an_earlier_year_elsewhere(earlier: str, later: str, *, wrong: bool) -> None:
    text = f"{earlier}，景区接待游客57万人次。\n\n{later}，景区接待游客52万人次，创历史新高。"
    assert bool(found("hedging/record", text)) is wrong


def test_the_places_it_names() -> None:
    text = "全年产粮520吨，同比下降8%，创历史新高。"
    [hit] = hits("hedging/record", text)
    assert hit.span.of(text) == "历史新高"
    assert [one.span.of(text) for one in hit.related] == ["520吨", "8%"]
