"""growth_average: honest averages are never called wrong, and what is far off always is."""

from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from checker.findings import Verdict
from checker.quantities.interval import decimal
from checker.relations.record import Relation
from tests.relations.test_corpus import found

FEW = settings(max_examples=25, deadline=None)


def one(text: str) -> Relation:
    [relation] = found(text, "growth_average")
    return relation


rates = st.integers(10, 400)
lengths = st.integers(2, 9)


@given(rates, lengths, st.integers(100, 99999))
def test_honest_averages_of_levels_are_consistent(rate: int, years: int, base: int) -> None:
    current = base * (1 + Fraction(rate, 1000)) ** years
    first, last = decimal(Fraction(base, 100), 2), decimal(current / 100, 2)
    text = f"销售额由2010年的{first}亿元增加到{2010 + years}年的{last}亿元，年均增长{decimal(Fraction(rate, 10), 1)}%。"
    assert one(text).verdict is Verdict.CONSISTENT


@given(rates, lengths)
def test_honest_averages_of_whole_growth_are_consistent(rate: int, years: int) -> None:
    whole = ((1 + Fraction(rate, 1000)) ** years - 1) * 100
    text = f"居民收入累计增长{decimal(whole, 1)}%，{years}年年均增长{decimal(Fraction(rate, 10), 1)}%。"
    assert one(text).verdict is Verdict.CONSISTENT


@FEW
@given(rates, lengths)
def test_the_plain_quotient_is_inconsistent(rate: int, years: int) -> None:
    """The commonest fault: the whole growth divided by the years."""
    whole = ((1 + Fraction(rate, 1000)) ** years - 1) * 100
    told = decimal(whole / years, 1)
    assume(Fraction(told) - Fraction(rate, 10) > Fraction(1, 2))
    text = f"居民收入累计增长{decimal(whole, 1)}%，{years}年年均增长{told}%。"
    assert one(text).verdict is Verdict.INCONSISTENT


def test_a_period_may_count_its_first_year() -> None:
    for rate in ("20%", "15.7%"):
        text = f"2018—2022年，销售额由10亿元增长至20.7亿元，年均增长{rate}。"
        assert one(text).verdict is Verdict.CONSISTENT


def test_the_working() -> None:
    relation = one("销售额由2018年的10.0亿元增加到2022年的20.7亿元，年均增长26.9%。")
    assert relation.working == "(20.7亿÷10.0亿)的4次方根−1=19.95%，文中26.9%，不一致"


def test_output_is_never_held_against_levels() -> None:
    relation = one("生产总值由2018年的100亿元增加到2022年的150亿元，年均增长7.1%。")
    assert relation.verdict is Verdict.UNDECIDED
