"""span: lengths that the dates give, by either way of counting, are never wrong; lengths past them always are."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import relations
from checker.findings import Verdict
from checker.quantities import scan
from checker.readers import text as reader
from checker.relations.record import Relation

TODAY = date(2025, 5, 19)
years = st.integers(1921, 2024)


def found(text: str, published: date | None = TODAY) -> list[Relation]:
    document = reader.read(text.encode(), "span")
    return [one for one in relations.find(document, scan(document.text), published) if one.kind == "span"]


def verdict(text: str) -> Verdict:
    [relation] = found(text)
    return relation.verdict


@given(st.dates(date(2001, 1, 1), date(2030, 1, 1)), st.integers(1, 27), st.booleans())
def test_days_are_counted_either_way(start: date, days: int, inclusive: bool) -> None:
    end = start + timedelta(days=days)
    told = f"灯会{start.year}年{start.month}月{start.day}日至{end.year}年{end.month}月{end.day}日举行，为期"
    assert verdict(f"{told}{days + inclusive}天。") is Verdict.CONSISTENT
    assert verdict(f"{told}{days + 2 + inclusive}天。") is Verdict.INCONSISTENT


@given(years, st.integers(1, 40))
def test_anniversaries(start: int, off: int) -> None:
    length = TODAY.year - start
    text = f"文化站{start}年成立，今年迎来建站{{}}周年。"
    assert verdict(text.format(length)) is Verdict.CONSISTENT
    assert verdict(text.format(length + off)) is Verdict.INCONSISTENT
    if off < length:
        assert verdict(text.format(length - off)) is Verdict.INCONSISTENT


@given(years, st.integers(0, 1), st.integers(2, 40))
def test_years_in_order(start: int, either: int, off: int) -> None:
    text = f"合作社成立于{start}年，今年是第{{}}个年头。"
    assert verdict(text.format(TODAY.year - start + either)) is Verdict.CONSISTENT
    assert verdict(text.format(TODAY.year - start + off)) is Verdict.INCONSISTENT


@given(st.integers(1921, 2020), st.integers(0, 1), st.integers(2, 40), st.booleans())
def test_ages(birth: int, before: int, off: int, more: bool) -> None:
    age = TODAY.year - birth
    text = f"陶工张某{birth}年出生，今年{{}}岁。"
    assert verdict(text.format(age - before)) is Verdict.CONSISTENT
    wrong = age + off if more or off >= age else age - off
    assert verdict(text.format(wrong)) is Verdict.INCONSISTENT


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1991年出生的她今年37岁。", Verdict.INCONSISTENT),
        ("1991年出生的她今年34岁。", Verdict.CONSISTENT),
        ("陶工李某（1991年出生，33岁）在拉坯。", Verdict.CONSISTENT),
        ("陶工李某（1991年出生，虚岁35岁）在拉坯。", Verdict.CONSISTENT),
        ("今年34岁的李某1991年出生。", Verdict.CONSISTENT),
        ("61岁的张某腰有点弯。他1971年出生在窑上。", Verdict.INCONSISTENT),
        ("54岁的张某腰有点弯。他1971年出生在窑上。", Verdict.CONSISTENT),
        ("张某1971年出生在窑上。今年61岁的他还在拉坯。", Verdict.INCONSISTENT),
        ("剧院2003年建成，今年22岁。", Verdict.CONSISTENT),
        ("剧院2003年建成，今年迎来25岁生日。", Verdict.INCONSISTENT),
        ("粮站建于40年前的1985年。", Verdict.CONSISTENT),
        ("粮站建于30年前的1985年。", Verdict.INCONSISTENT),
        ("自2019年起，小镇连续6年举办灯会，至今已有7年。", Verdict.CONSISTENT),
        ("灯会2月3日至9日举行。七天里，来客超过万人。", Verdict.CONSISTENT),
        ("灯会2月3日至9日举行。五天里，来客超过万人。", Verdict.INCONSISTENT),
        ("水厂1987年投产，2005年扩建，至今已有36年。", Verdict.UNDECIDED),
        ("文化站2004年成立，明年将迎来建站22周年。", Verdict.CONSISTENT),
    ],
)
def test_wordings(text: str, wanted: Verdict) -> None:
    assert verdict(text) is wanted


@pytest.mark.parametrize(
    "text",
    [
        "他的儿子2008年出生，他今年45岁。",
        "张某2008年出生的女儿和45岁的妻子都来了。",
        "2003年成立的合作社，社长今年45岁。",
        "1991年出生的她，18岁那年进了窑厂。",
        "2003年成立的文化站，今年为建党104周年排了新戏。",
        "2015年调入县馆，至今从教30年。",
        "2003年开馆，今年22岁的讲解员是本地人。",
    ],
)
def test_of_somebody_or_something_else(text: str) -> None:
    assert found(text) == []


def test_a_finding_shows_the_working_and_both_ways_out() -> None:
    [relation] = found("文化站2003年成立，今年迎来建站20周年。")
    assert relation.working == "2003年到今年为22年，文中20周年，不一致"
    assert relation.data["computed"] == "22年"
    assert [(one.role, one.text) for one in relation.candidates] == [("length", "22周年"), ("start", "2005年")]


def test_an_age_is_offered_before_and_after_the_birthday() -> None:
    [relation] = found("李某，1968年5月出生，今年59岁。")
    assert [(one.role, one.text) for one in relation.candidates] == [
        ("length", "57岁"),
        ("length", "56岁"),
        ("start", "1966年5月"),
        ("start", "1965年5月"),
    ]


def test_hours_are_told_with_their_part_of_the_day_and_in_hours() -> None:
    [relation] = found("会从上午9时开到下午5时，历时6个小时。")
    assert relation.working == "上午9时到下午5时为8小时，文中6个小时，不一致"
    [relation] = found("会从上午9时开到下午5时20分，历时6个小时。")
    assert relation.working == "上午9时到下午5时20分为8小时20分钟，文中6个小时，不一致"


def test_an_age_in_doubt_of_its_subject_is_to_be_verified() -> None:
    [relation] = found("父亲1994年把渡船交到他手上，到今年，这条河他走了41年。")
    assert relation.verdict is Verdict.INCONSISTENT
    assert relation.doubtful


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("大桥2019年开工，2024年通车，历时9年。", False),
        ("2019年立项的大桥历时3年，2024年通车。", True),
        ("2015—2022年，产值年年增长，三年复合增速为12%。", True),
        ("2015—2022年三年间，产值年年增长。", False),
    ],
)
def test_lengths_that_may_be_of_something_else_are_to_be_verified(text: str, doubtful: bool) -> None:
    [relation] = found(text)
    assert (relation.verdict, relation.doubtful) == (Verdict.INCONSISTENT, doubtful)


@given(years, st.integers(2, 12))
def test_more_ways_to_tell_since_when(start: int, off: int) -> None:
    length = TODAY.year - start
    for text in (
        f"他{start}年参加工作，至今已从业{{}}年。",
        f"{start}年，他当上护林员，这一守就是{{}}年。",
        f"古井挖于{start}年，距今{{}}年。",
        f"两人{start}年结婚，今年是结婚{{}}周年。",
        f"他{start}年入党，是一名有着{{}}年党龄的老党员。",
        f"县剧团{start}年建团，今年恰逢建团{{}}周年。",
        f"这家店{start}年开张，转眼{{}}年过去了。",
        f"今年是县剧团成立{{}}周年。{start}年，剧团在青石镇成立。",
        f"{start}年，他进厂，2025年退休，在厂里干了{{}}年。",
    ):
        assert verdict(text.format(length)) is Verdict.CONSISTENT
        assert verdict(text.format(length + off)) is Verdict.INCONSISTENT


@given(st.integers(1950, 1990), st.integers(6, 60), st.integers(2, 20))
def test_ages_in_another_year(birth: int, age: int, off: int) -> None:
    text = f"{birth}年出生的他，{birth + age}年入伍时年仅{{}}岁。"
    assert verdict(text.format(age)) is Verdict.CONSISTENT
    assert verdict(text.format(age - 1)) is Verdict.CONSISTENT
    assert verdict(text.format(age + off)) is Verdict.INCONSISTENT


@pytest.mark.parametrize(
    "text",
    [
        "2001年，全县开始退耕还林。20年来，林地增加30万亩。",
        "1985年出生的他，2010年19岁的徒弟出师了。",
        "57岁的老周，1998年出生的儿子接了班。",
        "2015年成立的合作社，社长老李种茶已30年。",
        "公司2010年成立，创始人从业30年。",
    ],
)
def test_what_is_told_of_others_or_in_round_numbers(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected", "doubtful"),
    [
        ("始建于1955年、有着70年历史的老校换了校长。", Verdict.CONSISTENT, False),
        ("始建于1955年、有着60年历史的老校换了校长。", Verdict.INCONSISTENT, False),
        ("始建于1955年、有着50多年历史的老校换了校长。", Verdict.INCONSISTENT, True),
        ("这座1978年建成的老桥，已经服役37年。", Verdict.INCONSISTENT, True),
        ("这家1955年建院、走过70个年头的医院搬了家。", Verdict.CONSISTENT, False),
        ("这家1958年建院、走过57个年头的医院搬了家。", Verdict.INCONSISTENT, True),
    ],
)
def test_what_was_founded_still_stands(text: str, expected: Verdict, doubtful: bool) -> None:
    [relation] = found(text)
    assert (relation.verdict, relation.doubtful) == (expected, doubtful)


@pytest.mark.parametrize(
    "text",
    [
        "学校始建于1955年，坐落在有着1200年历史的古镇。",
        "学校始建于1955年，古树有着300年历史。",
        "厂子创办于1955年，传承了有着100年历史的工艺。",
        "学校始建于1955年，前身是有着90年历史的书院。",
        "他从2003年开始献血，中间因为做手术停了两年。",
    ],
)
def test_what_else_is_old(text: str) -> None:
    assert found(text) == []
