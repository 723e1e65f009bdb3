"""ratio: what is printed honestly is never called wrong, and what cannot be right always is."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from checker.findings import Verdict
from checker.quantities.interval import decimal
from checker.relations.record import Relation
from tests.relations.test_corpus import found

WIDE = str.maketrans("0123456789.%", "０１２３４５６７８９．％")


def one(text: str) -> Relation:
    [relation] = found(text, "ratio")
    return relation


def sentence(part: str, whole: str, rate: str) -> str:
    return f"全县安排重点项目{whole}个，目前开工{part}个，开工率{rate}%。"


counts = st.integers(1, 9999).flatmap(lambda whole: st.tuples(st.integers(1, whole), st.just(whole)))


@given(counts, st.integers(0, 3), st.booleans())
def test_honest_rates_are_consistent(pair: tuple[int, int], places: int, wide: bool) -> None:
    part, whole = pair
    text = sentence(str(part), str(whole), decimal(Fraction(100 * part, whole), places))
    assert one(text.translate(WIDE) if wide else text).verdict is Verdict.CONSISTENT


@given(counts, st.integers(0, 3))
def test_truncated_rates_are_consistent_and_say_so(pair: tuple[int, int], places: int) -> None:
    part, whole = pair
    scaled = 100 * part * 10**places // whole
    relation = one(sentence(str(part), str(whole), decimal(Fraction(scaled, 10**places), places)))
    assert relation.verdict is Verdict.CONSISTENT
    error = Fraction(100 * part, whole) - Fraction(scaled, 10**places)
    assert ("去尾" in relation.working) is (error > Fraction(1, 2 * 10**places))


@given(counts, st.integers(0, 3), st.integers(2, 50), st.sampled_from((-1, 1)))
def test_rates_past_rounding_are_inconsistent(pair: tuple[int, int], places: int, steps: int, direction: int) -> None:
    part, whole = pair
    step = Fraction(1, 10**places)
    printed = Fraction(decimal(Fraction(100 * part, whole), places)) + direction * steps * step
    others = Fraction(100 * (whole - part), whole), Fraction(100 * (whole - part), part)
    if printed <= 0 or any(abs(printed - each) <= step for each in others):
        return  # the rate of those that are not, or of those over the rest: nothing is said of it
    relation = one(sentence(str(part), str(whole), decimal(printed, places)))
    assert relation.verdict is Verdict.INCONSISTENT
    assert not relation.doubtful


def test_the_rate_of_the_others_is_no_fault() -> None:
    assert not found(sentence("918", "1953", "53"), "ratio")


@given(st.integers(1, 99999), st.integers(1, 99999), st.integers(0, 2), st.integers(1, 3))
def test_rounded_amounts_are_consistent(one_part: int, other_part: int, places: int, rate_places: int) -> None:
    """Amounts in 亿元, each rounded for print, with the rate of the true amounts."""
    part, whole = one_part, one_part + other_part
    printed_part = decimal(Fraction(part, 1000), places)
    printed_whole = decimal(Fraction(whole, 1000), places)
    if not Fraction(printed_part) or not Fraction(printed_whole):
        return
    rate = decimal(Fraction(100 * part, whole), rate_places)
    relation = one(f"全市完成投资{printed_whole}亿元，其中工业投资{printed_part}亿元，占{rate}%。")
    assert relation.verdict is Verdict.CONSISTENT


@given(st.integers(10, 500), st.data())
def test_a_swapped_count_is_among_the_candidates(whole: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(1, whole))
    swapped = str(whole)[1] + str(whole)[0] + str(whole)[2:]
    if swapped.startswith("0") or swapped == str(whole):
        return
    rate = decimal(Fraction(100 * part, whole), 1)
    others = Fraction(100 * (int(swapped) - part), int(swapped))
    if abs(Fraction(rate) - others) <= Fraction(1, 10):
        return  # the rate of those that are not: nothing is said of it
    if abs(Fraction(rate) - Fraction(100 * (int(swapped) - part), part)) <= Fraction(1, 10):
        return  # how many more the others are: nothing is said of it
    relation = one(sentence(str(part), swapped, rate))
    if relation.verdict is Verdict.INCONSISTENT:
        assert f"{whole}个" in [candidate.text for candidate in relation.candidates if candidate.role == "whole"]


def test_the_likeliest_slip_stands_first() -> None:
    relation = one("全县安排重点项目121个，目前开工56个，开工率50%。")
    assert [(one.role, one.text, one.slip) for one in relation.candidates] == [
        ("whole", "112个", "swap"),
        ("whole", "111个", "digit"),
        ("rate", "46%", "computed"),
        ("part", "61个", "computed"),
    ]


def test_trailing_zeros_make_a_fault_doubtful() -> None:
    relation = one("港口完成吞吐量4700万吨，其中集装箱1400万吨，占29.9%。")
    assert relation.verdict is Verdict.INCONSISTENT
    assert relation.doubtful
    assert relation.working.endswith("不一致（末尾的零若是约数则不矛盾）")


def test_implied_plans_are_told_and_not_alarmed() -> None:
    relation = one("全区完成投资56.7亿元，投资完成率31.5%。")
    assert relation.verdict is Verdict.UNDECIDED
    assert relation.working == "56.7亿元÷31.5%≈180.0亿元（文中未写总数，系推算）"


def test_shares_dealt_out_to_parts_are_judged_one_by_one() -> None:
    told = found("滩上数到水鸟8.4万只，其中苍鹭2.1万只、白鹭1.26万只，分别占25%和19%。", "ratio")
    verdicts = {each.operands[0].value: (each.verdict, each.doubtful) for each in told}
    assert verdicts == {"21000": (Verdict.CONSISTENT, False), "12600": (Verdict.INCONSISTENT, True)}


def test_the_next_share_of_a_total_is_told_where_a_slip_explains_it() -> None:
    text = "全年总支出3617.4万元，其中公益支出3408.6万元，占总支出的94.2%；管理费用167.2万元，占{}。"
    verdicts = {rate: [each.verdict for each in found(text.format(rate), "ratio")] for rate in ("4.6%", "6.4%", "52%")}
    assert verdicts == {
        "4.6%": [Verdict.CONSISTENT, Verdict.CONSISTENT],
        "6.4%": [Verdict.CONSISTENT, Verdict.INCONSISTENT],
        "52%": [Verdict.CONSISTENT],
    }
