"""Phrases about numbers: each found once, where it stands, in any width of digits; and linear in the text."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.checks.misphrased import PhraseParams
from checker.checks.worded_number import WordedParams
from checker.extraction.article import Article
from checker.readers import text as reader
from tests.checks.kinds import fixed, found, rules
from tests.growth import assert_linear

RULES = [
    *("arithmetic/base-period", "arithmetic/doubling-words", "arithmetic/doubling-times", "arithmetic/loss-base"),
    *(
        "arithmetic/points-of-level",
        "arithmetic/over-hundred",
        "arithmetic/fall-over-hundred",
        "arithmetic/times-decrease",
    ),
    *(
        "units/doubled-scale",
        "units/currency",
        "units/band",
        "units/exchange",
        "hedging/record",
        "arithmetic/rate-in-percent",
    ),
]
HARD = [
    "产值比比比比比比比比比比比比比比比比比比比比增长2个百分点，",
    "比上年减少约为约为约为约为约为约为约为约为约为约为2倍，",
    "合格率为达为达为达为达为达为达为达为达为达120%，",
    "产值52万元，连续连续连续连续连续连续连续连续连续连续又创新高，",
    "同比同比同比上月环比环比去年去年同期，",
    "翻翻翻一翻一翻一翻，扭亏扭亏为盈，增长增长增长9%，",
    "5万万万万万万元美元人民币人民币5美元元元，",
    "每5人每5人就就就有1人有1人，占占占占32%，",
]


@pytest.mark.parametrize("rule", RULES)
def test_time_grows_with_the_text(rule: str) -> None:
    """One long line of what each pattern nearly matches."""

    def make(size: int) -> Callable[[], object]:
        article = Article(reader.read("".join(HARD * size).encode(), "long"))
        assert article.passages
        return lambda: list(rules()[rule].kind.check(article, rules()[rule].params))

    assert_linear(make, 60)


def test_wide_digits() -> None:
    assert found("arithmetic/base-period", "销量比上月同比增长１２％。") == ["比上月同比增长１２％"]
    assert found("units/currency", "投资１００万美元人民币。") == ["１００万美元人民币"]


@given(st.integers(1, 4))
def test_each_once(times: int) -> None:
    text = "客流量环比去年同期增长8%，用电量同比上月下降2%。" * times
    assert found("arithmetic/base-period", text) == ["环比去年同期", "同比上月"] * times


def test_what_it_should_be() -> None:
    assert fixed("arithmetic/base-period", "客流量环比去年同期增长8%。") == ["客流量比去年同期增长8%。"]
    assert fixed("arithmetic/doubling-words", "产值翻了近一翻。") == ["产值翻了近一番。"]
    assert fixed("arithmetic/loss-base", "公司扭亏为盈，增长150%。") == ["公司扭亏为盈。"]


def test_settings() -> None:
    with pytest.raises(ValueError, match="what it should be"):
        PhraseParams(cues=("同比",), phrases=("同比上月",))
    with pytest.raises(ValueError, match="no class of units"):
        WordedParams(measure="weight", words=("减少",))
