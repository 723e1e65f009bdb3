"""product: what is multiplied honestly is never called wrong; what is far off always is."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.findings import Verdict
from checker.quantities.interval import decimal
from checker.relations.record import Relation
from tests.relations.test_corpus import found

WIDE = str.maketrans("0123456789.", "０１２３４５６７８９．")


def one(text: str) -> Relation:
    [relation] = found(text, "product")
    return relation


def sale(weight: str, price: str, income: str) -> str:
    return f"一早上摘了{weight}公斤杨梅，按每公斤{price}元卖出去，收入{income}元。"


@settings(max_examples=25)
@given(st.integers(10, 999), st.integers(10, 999), st.integers(0, 2), st.booleans())
def test_honest_products_are_consistent(weight: int, tenths: int, places: int, wide: bool) -> None:
    price = Fraction(tenths, 10)
    text = sale(str(weight), decimal(price, 1), decimal(weight * price, places))
    assert one(text.translate(WIDE) if wide else text).verdict is Verdict.CONSISTENT


@settings(max_examples=25)
@given(st.integers(100, 999), st.integers(100, 999), st.sampled_from((Fraction(13, 10), Fraction(7, 10), Fraction(10))))
def test_products_far_off_are_inconsistent(weight: int, tenths: int, factor: Fraction) -> None:
    price = Fraction(tenths, 10)
    relation = one(sale(str(weight), decimal(price, 1), decimal(weight * price * factor, 0)))
    assert relation.verdict is Verdict.INCONSISTENT
    assert not relation.doubtful


@settings(max_examples=25)
@given(st.integers(100, 999), st.integers(100, 999))
def test_products_somewhat_off_are_doubtful(weight: int, tenths: int) -> None:
    price = Fraction(tenths, 10)
    relation = one(sale(str(weight), decimal(price, 1), decimal(weight * price * Fraction(107, 100), 0)))
    assert relation.verdict is Verdict.INCONSISTENT
    assert relation.doubtful


@settings(max_examples=25)
@given(st.integers(1000, 99999), st.integers(100, 9999))
def test_means_are_consistent(households: int, each: int) -> None:
    """A mean of one decimal place, with the total it was computed from."""
    total = decimal(Fraction(households * each, 10**4), 2)
    text = f"贷款余额{total}亿元，惠及农户{households}户，户均{decimal(Fraction(each), 1)}万元。"
    assert one(text).verdict is Verdict.CONSISTENT


def test_the_message() -> None:
    relation = one("老周家种了12亩晚稻，亩产550公斤，总产66吨。")
    assert relation.working == "550公斤×12亩=6.6吨，文中66吨，不一致"
    assert relation.data["computed"] == "6.6吨"
    assert ("unit_value", "5500公斤", "computed") in [(each.role, each.text, each.slip) for each in relation.candidates]


@pytest.mark.parametrize(
    "text",
    [
        "全市常住人口120万人，人均可支配收入4.2万元，居民总收入一共860亿元。",
        "设计时速350公里，运行2小时，全程120公里。",
        "每亩补贴标准100元，实施5000亩，共拨付48万元。",
    ],
)
def test_what_does_not_multiply(text: str) -> None:
    assert not found(text, "product")
