"""change: what is printed honestly is never called wrong, and what cannot be right always is."""

from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from checker.findings import Verdict
from checker.quantities.interval import decimal
from checker.relations.record import Relation
from tests.relations.test_corpus import found

WIDE = str.maketrans("0123456789.%", "０１２３４５６７８９．％")
# Every fault is searched for what would mend it.
FEW = settings(max_examples=25, deadline=None)
DIGITS = "零一二三四五六七八九"


def one(text: str) -> Relation:
    [relation] = found(text, "change")
    return relation


def verb(base: int | Fraction, current: int | Fraction) -> str:
    return "增长" if current >= base else "下降"


def chinese(number: int) -> str:
    """A number below ten thousand in Chinese numerals."""
    text = ""
    for size, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // size % 10
        text += DIGITS[digit] + word if digit else ("零" if text and not text.endswith("零") else "")
    return text.rstrip("零") or "零"


levels = st.integers(2, 9999)
places = st.integers(0, 3)


@given(levels, levels, places, st.booleans())
def test_honest_rates_of_counts_are_consistent(base: int, current: int, digits: int, wide: bool) -> None:
    rate = decimal(abs(Fraction(current - base, base)) * 100, digits)
    text = f"全县民宿由{base}家变为{current}家，{verb(base, current)}{rate}%。"
    assert one(text.translate(WIDE) if wide else text).verdict is Verdict.CONSISTENT


@given(levels, levels)
def test_honest_numerals_are_consistent(base: int, current: int) -> None:
    change = abs(current - base)
    assume(change)
    moved = "增加" if current > base else "减少"
    text = f"投诉{chinese(current)}件，比上年的{chinese(base)}件{moved}{chinese(change)}件。"
    assert one(text).verdict is Verdict.CONSISTENT


@given(st.integers(1000, 10**7), st.integers(1000, 10**7), st.sampled_from((("万", 10), ("亿", 1000))), places, places)
def test_honest_amounts_are_consistent(base: int, current: int, scale: tuple[str, int], digits: int, more: int) -> None:
    """Levels and their difference, each rounded for print on its own, with the rate of the true amounts."""
    word, size = scale
    change = abs(current - base)
    printed = [decimal(Fraction(amount, size), digits) for amount in (current, change)]
    assume(all(Fraction(text) for text in printed))
    rate = decimal(Fraction(100 * change, base), more)
    moved = "增加" if current > base else "减少"
    text = f"存款余额{printed[0]}{word}元，比年初{moved}{printed[1]}{word}元，{verb(base, current)}{rate}%。"
    assert one(text).verdict is Verdict.CONSISTENT


@given(st.integers(100, 9999), st.integers(100, 9999), st.sampled_from(("约", "近", "超过")), st.integers(0, 40))
def test_honest_hedges_are_consistent(base: int, current: int, hedge: str, off: int) -> None:
    """A hedged level that bounds the true one: 约 within five per cent, 近 below, 超过 above."""
    assume(current != base)
    spread = Fraction(off, 1000)
    told = {"约": current * (1 + spread), "近": current * (1 + spread * 2), "超过": current * (1 - spread) - 1}[hedge]
    shown = round(told)
    near = {"约": abs(shown - current) * 20 <= shown, "近": current < shown <= current * Fraction(10, 9)}
    assume(shown > 0 and near.get(hedge, shown < current))
    rate = decimal(abs(Fraction(current - base, base)) * 100, 1)
    text = f"合作社由{base}家变为{hedge}{shown}家，{verb(base, current)}{rate}%。"
    assert one(text).verdict is Verdict.CONSISTENT


@given(st.integers(0, 1000), st.integers(0, 1000), st.integers(0, 2))
def test_honest_points_are_consistent(base: int, current: int, digits: int) -> None:
    first, last = Fraction(base, 10), Fraction(current, 10)
    assume(base != current)
    low, high = decimal(first, digits), decimal(last, digits)
    change = decimal(abs(last - first), digits)
    moved = "提高" if last > first else "下降"
    text = f"普及率由{low}%变为{high}%，{moved}{change}个百分点。"
    assert one(text).verdict is Verdict.CONSISTENT


@FEW
@given(levels, levels, places, st.integers(3, 90), st.sampled_from((-1, 1)))
def test_a_rate_past_its_interval_is_inconsistent(base: int, current: int, digits: int, off: int, way: int) -> None:
    step = Fraction(1, 10**digits)
    rate = Fraction(decimal(abs(Fraction(current - base, base)) * 100, digits)) + way * off * step
    assume(rate > 0 and current != base)
    assume(digits or rate % 10)  # 900% may be a rough number.
    relation = one(f"全县民宿由{base}家变为{current}家，{verb(base, current)}{decimal(rate, digits)}%。")
    assert relation.verdict is Verdict.INCONSISTENT
    assert not relation.doubtful


@FEW
@given(levels, levels, st.integers(1, 500), st.sampled_from((-1, 1)))
def test_a_difference_of_counts_is_exact(base: int, current: int, off: int, way: int) -> None:
    change = abs(current - base) + way * off
    assume(change > 0 and current != base)
    moved = "增加" if current > base else "减少"
    relation = one(f"合作社由{base}家变为{current}家，{moved}{change}家。")
    assert relation.verdict is Verdict.INCONSISTENT
    assert not relation.doubtful


@FEW
@given(st.integers(100, 900), st.integers(100, 900), st.integers(3, 300), st.sampled_from((-1, 1)))
def test_points_past_their_interval_are_inconsistent(base: int, current: int, off: int, way: int) -> None:
    change = abs(current - base) + way * off
    assume(change > 0 and current != base)
    moved = "提高" if current > base else "下降"
    text = f"普及率由{base / 10}%变为{current / 10}%，{moved}{change / 10}个百分点。"
    assert one(text).verdict is Verdict.INCONSISTENT


@FEW
@given(levels, levels)
def test_the_wrong_direction_is_inconsistent(base: int, current: int) -> None:
    assume(abs(current - base) > base // 50)
    rate = decimal(abs(Fraction(current - base, base)) * 100, 1)
    text = f"全县民宿由{base}家变为{current}家，{verb(current, base)}{rate}%。"
    assert one(text).verdict is Verdict.INCONSISTENT


def test_one_wrong_number_of_four_is_the_focus() -> None:
    relation = one("受理投诉4862件，比上年的4415件多474件，增长10.1%。")
    assert relation.focus.of("受理投诉4862件，比上年的4415件多474件，增长10.1%。") == "474件"
    assert relation.working == "4862−4415=447件，文中474件，不一致"
    assert ("change", "447件", "swap") in [(one.role, one.text, one.slip) for one in relation.candidates]


@pytest.mark.parametrize(
    ("text", "working"),
    [
        ("民宿由40家变为52家，增长20%。", "(52−40)÷40=30%，文中20%，不一致"),
        ("产量31.5万亩，比上年增加1.5万亩，增长7.2%。", "1.5万÷(31.5万−1.5万)=5%，文中7.2%，不一致"),
        ("指数报2450.00点，跌50.00点，跌幅2.00%。", "50.00÷(2450.00+50.00)=2%，文中2.00%，一致"),
        ("普及率由82.1%提高到86.4%，提高5.3个百分点。", "86.4−82.1=4.3个百分点，文中5.3个百分点，不一致"),
        ("及格率由80%升至84%，提高4%。", "84−80=4个百分点，增减幅度为5%，文中4%，不一致（末位取舍后勉强可通）"),
    ],
)
def test_the_working(text: str, working: str) -> None:
    assert one(text).working == working


@pytest.mark.parametrize("word", ["地区生产总值", "工业增加值", "农林牧渔业总产值"])
def test_output_grows_at_constant_prices(word: str) -> None:
    relation = one(f"{word}620亿元，比上年增加20亿元，增长9.9%。")
    assert (relation.verdict, relation.variant) == (Verdict.UNDECIDED, "levels")
    assert relation.working.endswith("未判")


@pytest.mark.parametrize("word", ["剔除一次性因素后，同口径", "按可比口径计算", "实际", "扣除价格因素后"])
def test_another_footing_is_not_judged(word: str) -> None:
    assert one(f"收入96亿元，上年同期为100亿元，{word}增长9.9%。").verdict is Verdict.UNDECIDED


def test_a_fall_in_the_last_digit_is_doubtful() -> None:
    relation = one("指数报2450.00点，跌50.00点，跌幅2.01%。")
    assert (relation.verdict, relation.doubtful) == (Verdict.INCONSISTENT, True)
    assert relation.working.endswith("不一致（只差在末位）")


def test_bases_are_never_mixed() -> None:
    assert not found("存款余额350亿元，比年初增加12亿元，同比增长8%。", "change")
    assert not found("存款余额350亿元，同比增长8%，比年初增加12亿元。", "change")
    prices = "每公斤4.86元，上月为4.50元，去年同期为5.40元，环比上涨8%，同比下降10%。"
    assert [one.verdict for one in found(prices, "change")] == [Verdict.CONSISTENT] * 2


@pytest.mark.parametrize("mark", ["，", "、", "增长5%，", "比上年的5亿元，", "（增长5%）", "由5家到6家"])
def test_long_sentences_stay_linear(mark: str) -> None:
    assert isinstance(found("财政收入" + mark * 400, "change"), list)


@pytest.mark.parametrize(("again", "verdict"), [("50%", "consistent"), ("33.3%", "inconsistent")])
def test_a_part_said_again_in_per_cent(again: str, verdict: str) -> None:
    """Both the words (多出一半) and the per cent behind them are held against the two levels."""
    text = f"6月，茶山民宿住客7.5万人次，比5月的5.0万人次多出一半，增长{again}。"
    assert [each.verdict.value for each in found(text, "change")] == ["consistent", verdict]


def test_growth_over_another_time_says_nothing_again() -> None:
    text = "6月，茶山民宿住客7.5万人次，比5月的5.0万人次多出一半，同比增长33.3%。"
    assert len(found(text, "change")) == 1


@pytest.mark.parametrize(
    ("told", "verdicts"),
    [
        ("将增加1000万元到1600万元，同比增长50%到80%", ["consistent", "consistent"]),
        ("将增加1000万元到1600万元，同比增长50%到95%", ["consistent", "inconsistent"]),
        ("将增加1000万元到1600万元，同比增长80%到50%", []),
        ("将减少1000万元到1600万元，同比下降21.74%到34.78%", ["consistent", "consistent"]),
    ],
)
def test_what_is_expected_between_two_bounds(told: str, verdicts: list[str]) -> None:
    """Of a rise the lower level has the lower step and rate, of a fall the higher ones."""
    text = f"公司预计净利润为3000万元到3600万元，与上年同期相比，{told}。"
    assert [relation.verdict.value for relation in found(text, "change")] == verdicts
