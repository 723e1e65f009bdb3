"""Relations whose numbers stand apart: honest ones are never called wrong, what is off is found or nothing is said."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from checker.findings import Verdict
from checker.quantities.interval import decimal
from tests.relations.test_corpus import found

levels = st.integers(200, 9999)
tenths = st.integers(50, 900)


@given(levels, tenths, tenths)
def test_honest_previews_are_consistent(base: int, one: int, two: int) -> None:
    assume(one < two)
    low, high = (base * (1 + Fraction(part, 1000)) for part in (one, two))
    text = (
        f"公司预计净利润{decimal(low, 1)}万元至{decimal(high, 1)}万元，上年同期为{base}万元，"
        f"同比增长{decimal(Fraction(one, 10), 1)}%至{decimal(Fraction(two, 10), 1)}%。"
    )
    assert [each.verdict for each in found(text, "change")] == [Verdict.CONSISTENT] * 2


@given(levels, tenths, tenths)
def test_a_preview_with_a_wrong_end_is_found(base: int, one: int, two: int) -> None:
    assume(one < two)
    low, high = (base * (1 + Fraction(part, 1000)) for part in (one, two))
    text = (
        f"公司预计净利润{decimal(low, 1)}万元至{decimal(high, 1)}万元，上年同期为{base}万元，"
        f"同比增长{decimal(Fraction(one, 10), 1)}%至{decimal(Fraction(two, 10) + 9, 1)}%。"
    )
    assert Verdict.INCONSISTENT in {each.verdict for each in found(text, "change")}


@given(st.integers(10000, 30000), st.integers(110, 350))
def test_incomes_told_at_once(country: int, hundredths: int) -> None:
    town = round(country * Fraction(hundredths, 100))
    for ratio, verdict in ((hundredths, Verdict.CONSISTENT), (hundredths + 40, Verdict.INCONSISTENT)):
        times = decimal(Fraction(ratio, 100), 2)
        text = f"城镇和农村居民人均可支配收入{town}元、{country}元，{times}∶1的城乡收入比又低了一些。"
        assert [each.verdict for each in found(text, "multiple")] == [verdict]


@given(st.integers(20, 900), st.integers(11, 99))
def test_harvests_by_the_name_of_the_crop(area: int, yielded: int) -> None:
    assume(area != 120)  # ten times as much would be the harvest of the rice
    harvest = decimal(Fraction(area * yielded * 10, 1000), 2)
    told = f"社里种水稻1200亩、大豆{area}亩。账记得清楚。大豆归仓最早，亩产{yielded}0公斤，总产"
    assert [each.verdict for each in found(f"{told}{harvest}吨。", "product")] == [Verdict.CONSISTENT]
    tenfold = found(f"{told}{decimal(Fraction(area * yielded * 10, 100), 2)}吨。", "product")
    assert [each.verdict for each in tenfold] == [Verdict.INCONSISTENT]


@given(st.integers(300, 9000), tenths)
def test_the_only_two_amounts_are_tied_by_their_fit_alone(whole: int, part: int) -> None:
    assume(part % 10)
    some = Fraction(whole * part, 1000)
    rate = decimal(Fraction(part, 10), 1)
    text = f"财政自给率只有{rate}%：收入{decimal(some, 2)}亿元，支出却要{whole}亿元。"
    assert [each.verdict for each in found(text, "ratio")] == [Verdict.CONSISTENT]
    off = f"财政自给率只有{rate}%：收入{decimal(some * Fraction(6, 5), 2)}亿元，支出却要{whole}亿元。"
    assert all(each.doubtful for each in found(off, "ratio"))


@pytest.mark.parametrize("falls", ["下降", "减少", "降低"])
@given(st.integers(20, 250), st.integers(2, 9))
def test_honest_averages_of_falls_are_consistent(falls: str, rate: int, years: int) -> None:
    whole = (1 - (1 - Fraction(rate, 1000)) ** years) * 100
    text = f"万元产值用水量{years}年累计{falls}{decimal(whole, 1)}%，年均{falls}{decimal(Fraction(rate, 10), 1)}%。"
    assert [each.verdict for each in found(text, "growth_average")] == [Verdict.CONSISTENT]
