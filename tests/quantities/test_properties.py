"""Numerals round-trip through every way of writing them, and no text whatever disturbs the scanner."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from checker.quantities import parses, quantities, scan
from checker.quantities.lettering import fold
from checker.quantities.model import Quantity, Range
from checker.quantities.numerals import read, whole

DIGITS = "零一二三四五六七八九"
FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
WIDE = str.maketrans("0123456789.,%", "０１２３４５６７８９．，％")
NEWS = st.text(
    "0123456789.,，%—至到约近超余多个家元万亿千百十一二三两半年月日号第每“”‘’:：/-+ \n中国ABkm℃[]（）点成折倍番分之",
    max_size=60,
)


def section(number: int) -> str:
    """A number below 10000 in Chinese."""
    words, gap = "", False
    for scale, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // scale % 10
        if digit:
            words += ("零" if gap and words else "") + DIGITS[digit] + name
        gap = not digit
    return words


def chinese(number: int) -> str:
    """A whole number below 10**12 in Chinese, with 零 where places are left out."""
    if not number:
        return "零"
    words, above = "", False
    for scale, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part = number // scale % 10**4
        if part:
            words += ("零" if above and part < 1000 else "") + section(part) + name
        above = above or bool(part)
    return words


def value(word: str) -> Fraction:
    numeral = whole(fold(word))
    assert numeral is not None, word
    return numeral.value


def one(word: str) -> Quantity:
    (token,) = parses(word)
    assert isinstance(token, Quantity)
    return token


@given(st.integers(0, 10**12 - 1))
def test_chinese_round_trip(number: int) -> None:
    assert value(chinese(number)) == number


@given(st.integers(11, 10**12 - 1))
def test_formal_round_trip(number: int) -> None:
    assert value(chinese(number).translate(FORMAL)) == number


@given(st.integers(0, 10**12 - 1))
def test_arabic_with_and_without_separators(number: int) -> None:
    assert value(str(number)) == value(f"{number:,}") == value(str(number).translate(WIDE)) == number


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_mixed_figures(upper: int, lower: int) -> None:
    assert value(f"{upper}亿{lower}万") == upper * 10**8 + lower * 10**4


@given(st.integers(1, 9999), st.integers(0, 999))
def test_wan_and_yi_rewritten_keep_value_and_interval(whole_part: int, thousandths: int) -> None:
    written = one(f"{whole_part}.{thousandths:03d}亿元")
    assert written.value == Fraction(whole_part * 1000 + thousandths, 1000) * 10**8
    counted = one(f"{whole_part * 10000 + thousandths * 10}万元")
    assert written.value == counted.value
    assert counted.interval.low is not None
    assert written.interval.low is not None
    assert written.interval.low <= counted.interval.low


@given(st.sampled_from(["64.3%", "1,804列", "4700万吨", "约21.7亿元", "30余家", "每吨18元", "800家以上"]))
def test_width_changes_nothing(word: str) -> None:
    plain, wide = one(word), one(word.translate(WIDE))
    assert (plain.value, plain.interval, plain.loose, plain.truncated, plain.unit) == (
        wide.value, wide.interval, wide.loose, wide.truncated, wide.unit,
    )  # fmt: skip


@given(st.integers(-(10**6), 10**6), st.integers(0, 4))
def test_what_prints_so_lies_inside(mantissa: int, places: int) -> None:
    printed = Fraction(mantissa, 10**places)
    sign = "-" if mantissa < 0 else ""
    whole_part, rest = divmod(abs(mantissa), 10**places)
    found = one(f"{sign}{whole_part}.{rest:0{places}d}%" if places else f"{sign}{whole_part}%")
    assert found.value == printed
    for interval in (found.interval, found.loose, found.truncated):
        assert printed in interval
    assert found.interval.low is not None
    assert found.interval.high is not None
    assert found.interval.high - found.interval.low == Fraction(1, 10**places)


@given(st.one_of(NEWS, st.text(max_size=60)))
def test_tokens_are_ordered_apart_and_literal(text: str) -> None:
    end = 0
    for token in scan(text):
        assert end <= token.span.start < token.span.end <= len(text)
        end = token.span.end
        if isinstance(token, Quantity):
            assert token.literal == token.span.of(text)
            assert token.span.covers(token.number)
    for quantity in quantities(scan(text)):
        assert quantity.literal == quantity.span.of(text)
        assert not quantity.interval.is_empty


@given(NEWS)
def test_a_full_stop_in_front_changes_nothing(text: str) -> None:
    moved = [token.span.shift(-1) for token in scan("。" + text)]
    assert (
        moved == [token.span for token in scan(text)]
        or text[:1].isspace()
        or text[:1] in "0123456789一二三四五六七八九十"
    )


@given(st.integers(1, 99), st.integers(1, 99))
def test_ranges_share_a_unit_written_once(low: int, high: int) -> None:
    (token,) = scan(f"{low}%—{high}%")
    assert isinstance(token, Range)
    assert token.low.value == low
    assert token.high.value == high
    (shared,) = scan(f"{low}—{high}吨")
    assert isinstance(shared, Range)
    assert shared.low.unit == shared.high.unit


@given(st.text("0123456789一二三十百千万亿点.,", min_size=1, max_size=40), st.integers(0, 39))
def test_a_numeral_never_reaches_past_the_text(text: str, at: int) -> None:
    numeral = read(text, min(at, len(text) - 1))
    if numeral is not None:
        assert numeral.start < numeral.end <= len(text)
        assert numeral.place > 0
