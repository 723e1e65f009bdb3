"""total: parts printed honestly are never called wrong; a number moved past its interval always is."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.findings import Verdict
from checker.quantities.interval import decimal
from checker.relations.record import Relation
from tests.relations.test_corpus import found

WIDE = str.maketrans("0123456789.", "０１２３４５６７８９．")
CHINESE = "零一二三四五六七八九"
UNITS = {0: (Fraction(1), ""), 1: (Fraction(10**4), "万"), 2: (Fraction(10**8), "亿")}


def one(text: str) -> Relation:
    [relation] = found(text, "total")
    return relation


def chinese(value: int) -> str:
    """A count below 100 in Chinese numerals."""
    tens, ones = divmod(value, 10)
    head = "" if not tens else "十" if tens == 1 else f"{CHINESE[tens]}十"
    return head + (CHINESE[ones] if ones or not tens else "")


def trade(total: str, exports: str, imports: str) -> str:
    return f"前7个月进出口总值{total}元，增长4.1%。其中，出口{exports}元，增长6.6%；进口{imports}元，下降0.2%。"


amounts = st.integers(10**9, 10**12)
places = st.integers(0, 2)


@settings(max_examples=25)
@given(amounts, amounts, st.tuples(places, places, places), st.booleans())
def test_honest_sums_are_consistent(first: int, second: int, digits: tuple[int, int, int], wide: bool) -> None:
    """Each amount rounded on its own, to whole 亿 or finer."""
    total, exports, imports = (
        f"{decimal(Fraction(value, 10**8), place)}亿"
        for value, place in zip((first + second, first, second), digits, strict=True)
    )
    text = trade(total, exports, imports)
    assert one(text.translate(WIDE) if wide else text).verdict is Verdict.CONSISTENT


@settings(max_examples=25)
@given(st.integers(10**8, 10**10), st.integers(10**8, 10**10), st.sampled_from((1, 2)), st.sampled_from((1, 2)))
def test_mixed_scales_are_consistent(first: int, second: int, one_scale: int, other_scale: int) -> None:
    def shown(value: int, scale: int) -> str:
        size, word = UNITS[scale]
        return f"{decimal(value / size, 2)}{word}"

    text = trade(shown(first + second, 2), shown(first, one_scale), shown(second, other_scale))
    assert one(text).verdict is Verdict.CONSISTENT


@settings(max_examples=25)
@given(amounts, amounts, st.integers(4, 99), st.sampled_from((-1, 1)), st.integers(0, 2))
def test_sums_past_rounding_are_inconsistent(first: int, second: int, steps: int, sign: int, moved: int) -> None:
    """Three amounts of one decimal place may be off by two last places (truncated: three), never by more."""
    values = [first + second, first, second]
    values[moved] += sign * steps * 10**7
    if values[moved] <= 0:
        return
    relation = one(trade(*(f"{decimal(Fraction(value, 10**8), 1)}亿" for value in values)))
    assert relation.verdict is Verdict.INCONSISTENT


@settings(max_examples=25)
@given(st.integers(1, 49), st.integers(1, 49), st.booleans())
def test_counts_in_any_writing(men: int, women: int, in_chinese: bool) -> None:
    write = chinese if in_chinese else str
    text = "合唱队共{}人，其中男{}人、女{}人。"
    assert one(text.format(write(men + women), write(men), write(women))).verdict is Verdict.CONSISTENT
    wrong = one(text.format(write(men + women + 1), write(men), write(women)))
    assert wrong.verdict is Verdict.INCONSISTENT
    assert wrong.variant == "sum"


@settings(max_examples=25)
@given(st.lists(st.integers(1, 500), min_size=1, max_size=6), st.integers(0, 300))
def test_open_lists_only_must_lie_in_the_whole(parts: list[int], rest: int) -> None:
    names = ("工业", "建筑", "旅游", "物流", "养殖", "文化")
    listed = "、".join(f"{name}企业{part}家" for name, part in zip(names, parts, strict=False))
    found = one(f"全县有企业{sum(parts) + rest}家，其中{listed}。")
    swapped = any(each.slip == "swap" for each in found.candidates)
    assert found.verdict is Verdict.CONSISTENT or (found.doubtful and swapped and 3 * rest <= sum(parts))
    # 129家、128家、1家 may as well be a part with what divides it.
    nested = any(parts[at] == sum(parts[at + 1 : end]) for at in range(len(parts)) for end in range(at + 2, 7))
    if sum(parts) > 1 and not nested:
        assert one(f"全县有企业{sum(parts) - 1}家，其中{listed}。").verdict is Verdict.INCONSISTENT


def test_an_open_list_that_two_swapped_digits_close_is_for_somebody_to_look_at() -> None:
    found = one("全校有学生1236名，其中舞蹈生742名、书法生449名。")
    assert (found.verdict, found.doubtful) == (Verdict.INCONSISTENT, True)
    assert [(each.role, each.text) for each in found.candidates if each.slip == "swap"] == [("part", "494名")]
    assert one("全校有学生1236名，其中舞蹈生742名、书法生450名。").verdict is Verdict.CONSISTENT
    assert one("全校有学生约1236名，其中舞蹈生742名、书法生449名。").verdict is Verdict.CONSISTENT


@settings(max_examples=25)
@given(st.integers(2, 999), st.data())
def test_hedged_truthfully(total: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(1, total - 1))
    assert one(f"全县有企业超{total - 1}家，其中养殖企业近{part + 1}家。").verdict is Verdict.CONSISTENT
    assert one(f"全县有企业不足{total}家，其中养殖企业超{total + 1}家。").verdict is Verdict.INCONSISTENT


def test_the_message_of_a_sum() -> None:
    relation = one("参加培训的共12人：教师7人、医生3人、会计4人。")
    assert relation.working == "7+3+4=14人，文中总数12人，不一致"
    assert relation.data == {"name": "参加培训总数", "working": "7+3+4=14人，文中总数12人", "computed": "14人"}
    first = relation.candidates[0]
    assert (first.role, first.text, first.slip) == ("total", "14人", "digit")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("苗圃2000棵，果园2000棵，合计3000棵。", "总数"),
        ("早市卖出200斤，晚市卖出200斤，合计300斤。", "总数"),
        ("合作社12家、家庭农场31家，共计45家经营主体。", "经营主体总数"),
    ],
)
def test_a_sum_names_what_it_is_the_number_of(text: str, name: str) -> None:
    assert one(text).data["name"] == name


def test_a_swapped_part_is_a_candidate() -> None:
    relation = one("今年出口18.6亿元，进口11.2亿元，顺差4.7亿元。")
    assert ("part", "7.4亿元", "swap") in [(each.role, each.text, each.slip) for each in relation.candidates]


def test_the_larger_part_is_pointed_at() -> None:
    text = "今年新建公厕30座，其中改建36座。"
    relation = one(text)
    assert relation.variant == "part"
    assert relation.focus.of(text) == "36座"


def test_a_rival_whole_is_no_alarm() -> None:
    """Two numbers in front of 其中 can be meant: nothing is wrong while one of them fits."""
    relation = one("年末户籍人口96.2万人，全年出生人口0.7万人。其中城镇人口51.3万人。")
    assert relation.verdict is Verdict.CONSISTENT


def test_a_list_ends_where_it_must_by_the_wording() -> None:
    [relation] = found("园区有企业120家，其中外资企业30家，投产企业115家，在建企业4家。", "total")
    assert [operand.value for operand in relation.operands] == ["120", "30"]


def test_notes_on_rounding_excuse_near_misses_only() -> None:
    note = "（因四舍五入，分项之和与总数略有出入）"
    near = "前7个月进出口总值386.4亿元。其中，出口251.3亿元；进口135.3亿元"
    far = "前7个月进出口总值386.4亿元。其中，出口251.3亿元；进口153.1亿元"
    assert one(f"{near}{note}。").verdict is Verdict.UNDECIDED
    assert one(f"{far}{note}。").verdict is Verdict.INCONSISTENT


def test_long_lists_stay_linear() -> None:
    text = "全县有企业9家，其中" + "、".join(["养殖企业1家"] * 600) + "。"
    assert len(found(text, "total")) == 1


@pytest.mark.parametrize(("left", "verdict"), [("1.6", Verdict.CONSISTENT), ("2.6", Verdict.INCONSISTENT)])
def test_a_balance_is_of_all_that_came_in(left: str, verdict: Verdict) -> None:
    text = f"预算总收入86.5亿元，其中税收收入52.3亿元，非税收入34.2亿元；总支出84.9亿元，结余{left}亿元。"
    _, balance = found(text, "total")
    assert (balance.operands[0].value, balance.operands[1].value) == ("8650000000", "8490000000")
    assert balance.verdict is verdict


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("甲站到煤60吨；乙站到煤90吨，其中本省30吨、外省60吨，两类车站合计150吨。", False),
        ("乡里收入80.7万元，其中税收60.3万元、基金20.4万元，两项合计81.7万元。", True),
    ],
)
def test_a_sum_of_more_than_a_list(text: str, *, wrong: bool) -> None:
    """两类…合计 behind the parts of the last of several wholes is of the wholes, not of those parts."""
    assert any(each.verdict is Verdict.INCONSISTENT for each in found(text, "total")) is wrong
