"""range: printed with the smaller number first it is never wrong, the other way round it always is."""

from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from checker.findings import Verdict
from checker.quantities.interval import decimal
from checker.relations.record import Relation
from tests.relations.test_corpus import found

DASHES = st.sampled_from(("—", "-", "～", "至", "到"))
numbers = st.integers(1, 999)


def one(text: str) -> Relation:
    [relation] = found(text, "range")
    return relation


def sentence(low: str, high: str, dash: str, unit: str) -> str:
    return f"每户补助{low}{dash}{high}{unit}，按面积核算。"


units = st.sampled_from(("元", "公斤", "%", "平方米", "个", "天"))


@given(numbers, numbers, st.sampled_from((0, 2)), DASHES, units)
def test_the_smaller_first_is_consistent(one_end: int, other: int, places: int, dash: str, unit: str) -> None:
    assume(one_end != other)
    low, high = (decimal(Fraction(value), places) for value in sorted((one_end, other)))
    assert one(sentence(low, high, dash, unit)).verdict is Verdict.CONSISTENT


@given(numbers, numbers, DASHES, units)
def test_the_larger_first_is_inconsistent(one_end: int, other: int, dash: str, unit: str) -> None:
    high, low = sorted((one_end, other))
    relation = one(sentence(str(low), str(high), dash, unit))
    assert relation.verdict is Verdict.INCONSISTENT
    turned = [f"{high}{dash}{low}{unit}"] if high != low else []
    assert [candidate.text for candidate in relation.candidates] == turned


@given(numbers, numbers, st.sampled_from(("下降", "减少", "亏损", "预计降幅为")))
def test_falls_are_never_wrong(one_end: int, other: int, fall: str) -> None:
    text = f"净利润同比{fall}{one_end}%至{other}%。"
    assert one(text).verdict is not Verdict.INCONSISTENT


def test_a_finding_tells_what_is_wrong() -> None:
    relation = one("翻修工期20—15天。")
    assert relation.working == "20＞15天，不一致"
    assert relation.data == {"name": "20—15天", "working": "前大后小", "computed": "15—20天"}
    assert relation.focus == relation.span
