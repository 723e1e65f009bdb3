"""average, cumulative, implied-whole, ranks: numbers that fit are never wrong, others always are."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.checks import KINDS
from checker.checks.implied import ImpliedParams
from checker.checks.kind import Params
from checker.extraction.article import Article
from checker.findings import Hit
from checker.quantities.interval import decimal
from checker.readers import text as reader

RATES = st.integers(-300, 300).map(lambda tenths: Fraction(tenths, 10))


def found(kind: str, text: str, params: Params | None = None) -> list[Hit]:
    article = Article(reader.read(text.encode(), kind), date(2025, 10, 20))
    return list(KINDS[kind].check(article, params or Params()))


def grew(rate: Fraction) -> str:
    return f"{'增长' if rate >= 0 else '下降'}{decimal(abs(rate), 1)}%"


@given(RATES, RATES, st.integers(1, 99))
def test_the_growth_of_a_whole_lies_between_that_of_its_parts(one: Fraction, two: Fraction, weight: int) -> None:
    whole = (one * weight + two * (100 - weight)) / 100
    text = "前三季度，全市进出口总值563.8亿元，{}，其中出口{}，进口{}。"
    assert found("average", text.format(grew(whole), grew(one), grew(two))) == []
    [hit] = found("average", text.format(grew(max(one, two) + 2), grew(one), grew(two)))
    assert hit.span.of(text.format(grew(max(one, two) + 2), grew(one), grew(two))).endswith("%")


@given(st.lists(st.integers(60, 99), min_size=3, max_size=6))
def test_listed_values_and_their_mean(values: list[int]) -> None:
    listed = "、".join(f"{one}分" for one in values)
    mean = decimal(Fraction(sum(values), len(values)), 1)
    assert found("average", f"几名选手得{listed}，平均{mean}分。") == []
    assert len(found("average", f"几名选手得{listed}，平均{max(values) + 1}分。")) == 1
    assert len(found("average", f"几名选手得{listed}，平均{min(values) - 1}分。")) == 1


@given(st.integers(10, 9000), st.integers(1, 900))
def test_more_months_have_no_less(first: int, more: int) -> None:
    text = "一季度全县工业产值{}万元，上半年全县工业产值{}万元。"
    assert found("cumulative", text.format(first, first + more)) == []
    [hit] = found("cumulative", text.format(first + more + 1, first))
    assert (hit.variant, hit.data["name"]) == ("less", "产值")


@pytest.mark.parametrize(
    "text",
    [
        "一季度末贷款余额30亿元，上半年贷款余额28亿元。",
        "一季度全省工业产值30亿元，上半年全县工业产值28亿元。",
        "2024年一季度工业产值30亿元，2025年上半年工业产值28亿元。",
        "一季度工业产值30亿元，上半年农业产值28亿元。",
        "一季度净利润30亿元，上半年净利润28亿元。",
        "一季度用电量30亿千瓦时，二季度用电量28亿千瓦时。",
    ],
)
def test_what_is_not_compared(text: str) -> None:
    assert found("cumulative", text) == []


@given(st.integers(100, 99000), st.integers(5, 60), st.integers(5, 35))
def test_wholes_that_two_shares_lead_to(whole: int, one: int, two: int) -> None:
    parts = [decimal(Fraction(whole * rate, 100), 2) for rate in (one, two)]
    text = "红茶产量{}吨，占茶叶总产量的{}%；绿茶产量{}吨，占茶叶总产量的{}%。"
    shares = ImpliedParams(of="shares")
    assert found("implied-whole", text.format(parts[0], one, parts[1], two), shares) == []
    wrong = text.format(parts[0], one, parts[1], 2 * two + 2)
    [hit] = found("implied-whole", wrong, shares)
    assert hit.span.of(wrong) == f"{2 * two + 2}%"


@given(st.integers(20, 120), st.integers(10, 90))
def test_contributions(growth: int, share: int) -> None:
    total = Fraction(growth, 10)
    points = decimal(total * share / 100, 2)
    text = "全县生产总值增长{}%，工业拉动经济增长{}个百分点，贡献率为{}%。"
    of = ImpliedParams(of="contribution")
    assert found("implied-whole", text.format(decimal(total, 2), points, share), of) == []
    assert len(found("implied-whole", text.format(decimal(total, 2), points, share + 8), of)) == 1


@given(st.integers(2, 9), st.integers(1, 12))
def test_among_the_first(top: int, place: int) -> None:
    text = f"青山县茶叶产量居全省前{top}，列第{place}位。"
    hits = found("ranks", text)
    assert [hit.span.of(text) for hit in hits] == ([] if place <= top else [f"列第{place}位"])


def test_unknown_settings() -> None:
    with pytest.raises(ValueError, match="of is one of"):
        ImpliedParams(of="nothing")
