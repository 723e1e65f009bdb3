"""pairing: as many values as names is never called wrong, and one too few among plain names always is."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.findings import Verdict
from checker.quantities import scan
from checker.readers import text as reader
from checker.relations.lists import pairing
from checker.relations.passage import passages
from checker.relations.record import Relation
from tests.growth import assert_linear
from tests.relations.test_corpus import found

NAMES = ("葡萄", "石榴", "核桃", "板栗", "花椒", "茶叶", "香菇", "木耳")
INDUSTRIES = ("食品制造业", "金属制品业", "橡胶和塑料制品业", "电力、热力生产和供应业", "批发和零售业")
WIDE = str.maketrans("0123456789.%", "０１２３４５６７８９．％")

lists = st.lists(st.sampled_from(NAMES), min_size=2, max_size=6, unique=True)
rates = st.integers(1, 999).map(lambda tenths: f"{tenths // 10}.{tenths % 10}%")


def joined(words: list[str], last: str) -> str:
    return "、".join(words[:-1]) + last + words[-1]


def one(text: str) -> Relation:
    [relation] = found(text, "pairing")
    return relation


def operands(relation: Relation, text: str, role: str) -> list[str]:
    return [operand.span.of(text) for operand in relation.operands if operand.role == role]


@given(lists, st.data(), st.sampled_from("、和与及"), st.sampled_from("、和"), st.booleans())
def test_as_many_values_as_names(names: list[str], data: st.DataObject, before: str, after: str, wide: bool) -> None:
    values = data.draw(st.lists(rates, min_size=len(names), max_size=len(names)))
    text = f"全县{joined(names, before)}产量分别增长{joined(values, after)}。"
    text = text.translate(WIDE) if wide else text
    relation = one(text)
    assert relation.verdict is Verdict.CONSISTENT
    assert operands(relation, text, "item") == names
    assert len(operands(relation, text, "value")) == len(values)


@given(lists, st.data(), st.sampled_from((-1, 1)), st.sampled_from("、和"))
def test_one_value_too_few_or_too_many(names: list[str], data: st.DataObject, step: int, before: str) -> None:
    count = len(names) + step
    if count < 2 or count % len(names) == 0 or len(names) % count == 0 or (before == "和" and len(names) == 2):
        return
    values = data.draw(st.lists(rates, min_size=count, max_size=count))
    relation = one(f"全县{joined(names, before)}产量分别增长{joined(values, '和')}。")
    assert relation.verdict is Verdict.INCONSISTENT
    assert relation.working.endswith("不一致")


@given(st.lists(st.sampled_from(INDUSTRIES), min_size=2, max_size=4, unique=True), st.data())
def test_names_that_hold_separators_raise_no_alarm(names: list[str], data: st.DataObject) -> None:
    values = data.draw(st.lists(rates, min_size=len(names), max_size=len(names)))
    for mark in "、，":
        text = f"{mark.join(names)}产值分别增长{joined(values, '和')}。"
        assert all(relation.verdict is Verdict.CONSISTENT for relation in found(text, "pairing"))


def test_the_working_names_both_lists() -> None:
    relation = one("全县葡萄、石榴、核桃产量分别增长5%和8%。")
    assert relation.working == "前面3项（葡萄、石榴、核桃），后面2个数（5%、8%），不一致"
    assert relation.data["name"] == "分别"


def test_values_carried_on_belong_to_the_same_names() -> None:
    text = "甲店、乙店毛利率分别为9.7%、3.7%，同比提高2.1、1.2个百分点，总体平稳。"
    first, second = found(text, "pairing")
    assert operands(first, text, "item") == operands(second, text, "item") == ["甲店", "乙店"]
    assert operands(second, text, "value") == ["2.1", "1.2个百分点"]


def test_a_second_mark_takes_the_names_of_the_first() -> None:
    text = "新房和旧房成交分别有20套和6套，比上月分别减少11套和1套。"
    assert [operands(relation, text, "item") for relation in found(text, "pairing")] == [["新房", "旧房"]] * 2


def test_names_have_values_of_their_own_before_the_mark() -> None:
    text = "铅笔、橡皮和本子价格为4.1元、4.5元和5元，分别比上年涨0.2、0.1和0.3元。"
    relation = found(text, "pairing")[-1]
    assert operands(relation, text, "item") == ["铅笔", "橡皮", "本子"]
    assert operands(relation, text, "value") == ["0.2", "0.1", "0.3元"]


@pytest.mark.parametrize("unit", ["分别", "、", "分别5%、6%", "“（分别", "甲、乙分别增长5%、", "2021年分别、"])
def test_hostile_text_takes_linear_time(unit: str) -> None:
    def make(size: int) -> Callable[[], object]:
        document = reader.read((unit * (size // len(unit))).encode(), "hostile")
        rows = list(passages(document, scan(document.text)))
        return lambda: [list(pairing.find(row)) for row in rows]

    assert_linear(make, 4_000)


@pytest.mark.parametrize(
    ("text", "verdict", "places"),
    [
        ("陈小宇、林涛、何长顺分获第一、第二、第三名。", Verdict.CONSISTENT, ["第一", "第二", "第三名"]),
        ("陈小宇、林涛分别获得第一名和第二名。", Verdict.CONSISTENT, ["第一名", "第二名"]),
        ("10人参赛，陈小宇、林涛分获冠军和亚军。", Verdict.CONSISTENT, ["冠军", "亚军"]),
        ("陈小宇、林涛、何长顺分别获得第一名和第二名。", Verdict.INCONSISTENT, ["第一名", "第二名"]),
        ("红队、蓝队分列第一、第二、第三名。", Verdict.INCONSISTENT, ["第一", "第二", "第三名"]),
    ],
)
def test_places_in_a_contest(text: str, verdict: Verdict, places: list[str]) -> None:
    relation = one(text)
    assert relation.verdict is verdict
    assert relation.doubtful is (verdict is Verdict.INCONSISTENT)
    assert operands(relation, text, "value") == places


@pytest.mark.parametrize(
    "text",
    [
        "10人参赛，陈小宇、林涛、何长顺分获一、二等奖。",
        "10人参赛，陈小宇、林涛、何长顺分别夺得金牌和银牌。",
        "10人参赛，陈小宇、林涛等分获第一、第二、第三名。",
        "陈小宇、林涛、何长顺分获第一、第二名和三项纪录。",
    ],
)
def test_prizes_may_be_shared(text: str) -> None:
    assert found(text, "pairing") == []


@pytest.mark.parametrize(
    ("became", "verdicts"),
    [
        ("5万亩、4万亩、3万亩", ["consistent", "consistent"]),
        ("5万亩、4万亩", ["consistent", "inconsistent"]),
        ("5万亩、4万亩，板栗一直是1万亩", ["consistent"]),
    ],
)
def test_what_was_and_what_became(became: str, verdicts: list[str]) -> None:
    text = f"茶叶、花椒、板栗分别由2018年的3万亩、2万亩、1万亩，扩大到2023年的{became}。"
    assert [one.verdict.value for one in found(text, "pairing")] == verdicts
