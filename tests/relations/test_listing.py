"""listing: a list as long as its number says is never called wrong, and a plain one that is longer or shorter is."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.findings import Verdict
from checker.quantities import scan
from checker.readers import text as reader
from checker.relations.lists import listing
from checker.relations.passage import passages
from tests.relations.test_corpus import found

NAMES = ("早会", "巡检", "复盘", "问责", "抽查", "公示", "约谈", "例会", "通报", "讲评")
DIGITS = "零一二三四五六七八九十"

lists = st.lists(st.sampled_from(NAMES), min_size=2, max_size=9, unique=True)
ties = st.sampled_from(("：", "——", "，即", "，分别是"))


def joined(names: list[str], last: str) -> str:
    return "、".join(names[:-1]) + last + names[-1]


def verdicts(text: str) -> list[Verdict]:
    return [relation.verdict for relation in found(text, "listing")]


@given(lists, ties, st.sampled_from("、和与及"), st.booleans())
def test_as_many_as_announced(names: list[str], tie: str, last: str, chinese: bool) -> None:
    number = DIGITS[len(names)] if chinese else str(len(names))
    number = {"二": "两"}.get(number, number)
    text = f"工地立下{number}项规矩{tie}{joined(names, last)}。"
    [relation] = found(text, "listing")
    assert relation.verdict is Verdict.CONSISTENT
    assert [operand.value for operand in relation.operands if operand.role == "item"] == names


@given(lists, ties, st.sampled_from((-2, -1, 1, 2)))
def test_more_or_fewer_than_announced(names: list[str], tie: str, step: int) -> None:
    count = len(names) + step
    if 3 <= count <= 10:
        assert verdicts(f"工地立下{DIGITS[count]}项规矩{tie}{joined(names, '、')}。") == [Verdict.INCONSISTENT]
        assert verdicts(f"工地立下{DIGITS[count]}项规矩{tie}{joined(names, '、')}等。") == []


@given(lists, st.sampled_from("、和"))
def test_a_list_that_is_summed_up(names: list[str], last: str) -> None:
    number = {2: "两"}.get(len(names), DIGITS[len(names)])
    assert verdicts(f"{joined(names, last)}{number}项规矩上墙。") == [Verdict.CONSISTENT]


def test_the_working_names_the_list() -> None:
    [relation] = found("工地立下三项规矩：早会、巡检。", "listing")
    assert relation.working == "文中说“三项”，列出2个（早会、巡检），不一致"
    assert relation.data == {"name": "三项", "working": relation.working.removesuffix("，不一致"), "computed": "2"}


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        ("工地立下三项规矩：早会、巡检。", "things"),
        ("河湾县、石桥县、东坪县、西坪县三县通水。", "places"),
        ("获奖者共4名：周小满、吴谷雨、郑白露。", "people"),
    ],
)
def test_what_is_counted_chooses_the_rule(text: str, variant: str) -> None:
    assert [relation.variant for relation in found(text, "listing")] == [variant]


def seconds(text: str) -> float:
    document = reader.read(text.encode(), "hostile")
    rows = list(passages(document, scan(document.text)))
    started = time.process_time()
    for row in rows:
        list(listing.find(row))
    return time.process_time() - started


@pytest.mark.parametrize("unit", ["三项：甲、", "、三项", "“三项”：", "以上三项，", "两个（", "甲、乙、丙三县"])
def test_hostile_text_takes_linear_time(unit: str) -> None:
    long, short = seconds(unit * (8_000 // len(unit))), seconds(unit * (2_000 // len(unit)))
    assert long < 8 * short + 0.2


def test_counts_side_by_side() -> None:
    names = "东坪镇、西坪镇、南坪镇、白沙乡、红石乡"
    assert verdicts(f"全县下辖3镇2乡：{names}。") == [Verdict.CONSISTENT]
    assert verdicts(f"全县下辖4镇2乡：{names}。") == [Verdict.INCONSISTENT]
    assert verdicts(f"全县下辖3镇2乡，{names}都通了车。") == []
    assert verdicts("江苏、浙江、安徽、上海三省一市共建平台。") == [Verdict.CONSISTENT]
    assert verdicts("江苏、浙江、安徽、上海、江西三省一市共建平台。") == [Verdict.INCONSISTENT]
    assert verdicts("江苏、浙江、安徽三省六市共建平台。") == [Verdict.CONSISTENT]


@given(st.lists(st.sampled_from(("王小川", "李大江", "赵长河", "孙一山", "钱多多")), min_size=3, unique=True))
def test_people_count_themselves(names: list[str]) -> None:
    fewer = {2: "两"}.get(len(names) - 1, DIGITS[len(names) - 1])
    for link in ("", "等"):
        assert verdicts(f"{'、'.join(names)}{link}{fewer}人到场。") == [Verdict.INCONSISTENT]
    assert Verdict.INCONSISTENT not in verdicts(f"甲镇、乙镇、丙镇、丁镇、戊镇{fewer}人到场。")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“三统一”，即育秧统一、插秧统一、烘干统一，账目公开。", [Verdict.CONSISTENT]),
        ("“四统一”，即育秧统一、插秧统一、烘干统一，账目公开。", [Verdict.INCONSISTENT]),
        ("“四统一”，即育秧统一、插秧统一、烘干统一，结算也统一。", []),
        ("“四统一”，即统一育秧、统一插秧、统一烘干等。", []),
        ("“三到户”：政策、技术、资金到户。", []),
        ("“三不准”（不准带火、不准放炮、不准野炊、不准掐花）。", [Verdict.INCONSISTENT]),
    ],
)
def test_a_slogan_of_one_word(text: str, expected: list[Verdict]) -> None:
    assert verdicts(text) == expected


def doubts(text: str) -> list[bool]:
    return [relation.doubtful for relation in found(text, "listing") if relation.verdict is Verdict.INCONSISTENT]


@pytest.mark.parametrize(
    "text",
    [
        "夜校开办了编筐、织布、酿酒5门课程。",
        "夜校开办了编筐、织布、酿酒、制陶等3门课程。",
        "渡口立下“日清点、夜值守、周检修”四项规矩。",
        "码头添了三间屋，包括候船室、行李室、值班室、茶水室。",
        "评上的5家作坊为河湾纸业、石桥木业、东坪竹业、西坪陶业，牌子已挂。",
        "抽查的三个品种为黄豆、绿豆、红豆、黑豆。",
    ],
)
def test_a_list_of_another_length_is_for_a_reader(text: str) -> None:
    assert doubts(text) == [True]


@pytest.mark.parametrize(
    "text",
    [
        "码头添了五间屋，包括候船室、行李室、值班室、茶水室。",
        "河湾、石桥、东坪5座水库都蓄满了水。",
        "夜校开办了编筐、织布、酿酒等5门课程。",
        "评上的3家作坊为老人、孩子、妇女、残疾人服务。",
        "两市作坊产值前三强分别为河湾纸业、石桥木业、东坪竹业。",
        "渡口立下“日清点、夜值守”两市规矩。",
    ],
)
def test_a_list_that_may_be_longer_or_of_owners_is_left_alone(text: str) -> None:
    assert doubts(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("三个产区产量如下：河湾3万吨、石桥4万吨、东坪6万吨。", [Verdict.CONSISTENT]),
        ("四个产区产量如下：河湾3万吨、石桥4万吨、东坪6万吨。", [Verdict.INCONSISTENT]),
        ("四个产区产量如下：河湾3万吨、石桥4万吨、东坪6万吨，其余1万吨。", []),
        ("两位储户对账：原来有3万元、后来有4万元、取了6万元。", []),
        ("两条渡船航线下周开通，终点是河湾和石桥。", [Verdict.CONSISTENT]),
        ("三条渡船航线下周开通，终点为河湾、石桥。", [Verdict.INCONSISTENT]),
        ("三条渡船航线下周开通，终点在河湾镇、石桥镇、东坪镇和西坪镇。", [Verdict.INCONSISTENT]),
        ("三条渡船航线下周开通，终点在河湾镇、石桥镇等地。", []),
    ],
)
def test_names_with_figures_and_names_by_their_part(text: str, expected: list[Verdict]) -> None:
    assert verdicts(text) == expected
    assert doubts(text) == [True] * expected.count(Verdict.INCONSISTENT)
