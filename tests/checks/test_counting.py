"""Ordinals, repeated items, regions: a run that is whole is silent, and one that is not is told where it breaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.reading import hits, mended, told
from tests.growth import assert_linear

HAN = "一二三四五六七八九十"
FORMS = {"{}是": HAN, "{}要": HAN, "其{}，": HAN, "{}来": HAN, "（{}）": HAN, "{}": "①②③④⑤⑥⑦⑧⑨⑩", "{}）": "1234567890"}
WORK = ("修渠", "栽树", "办学", "铺路", "清淤", "护坡", "架桥", "值守", "抽查", "讲课")
styles = st.sampled_from(["{}是", "{}要", "其{}，", "（{}）", "{}", "{}）"])


def run(form: str, numbers: list[int]) -> str:
    """县里抓几件事：一是修渠；二是栽树。"""
    marks = [form.format(str(one) if form == "{}）" else FORMS[form][one - 1]) for one in numbers]
    return f"县里抓几件事：{'；'.join(mark + WORK[one - 1] for mark, one in zip(marks, numbers, strict=True))}。"


@given(styles, st.integers(2, 9))
def test_a_whole_run_is_silent(form: str, length: int) -> None:
    assert hits("counting/ordinals", run(form, list(range(1, length + 1)))) == []


@given(styles, st.integers(4, 9), st.data())
def test_a_number_left_out(form: str, length: int, data: st.DataObject) -> None:
    lost = data.draw(st.integers(2, length - 1))
    text = run(form, [one for one in range(1, length + 1) if one != lost])
    [(words, variant, _)] = told("counting/ordinals", text)
    assert variant == "gap"
    assert text[text.index(words) + len(words) :].lstrip("，").startswith(WORK[lost])


@given(styles, st.integers(3, 9), st.data())
def test_a_number_given_twice(form: str, length: int, data: st.DataObject) -> None:
    twice = data.draw(st.integers(1, length - 1))
    numbers = sorted([*range(1, length + 1), twice]) if twice > 1 else [*range(1, length + 1), length]
    assert [one[1] for one in told("counting/ordinals", run(form, numbers))] == ["repeated"]


def test_two_neighbours_change_places() -> None:
    found = told("counting/ordinals", run("{}是", [1, 2, 4, 3, 5]))
    assert found == [("三是", "order", False)]


def test_how_sure_a_run_is() -> None:
    assert told("counting/ordinals", "一是修渠，三是办学。") == [("三是", "gap", True)]
    assert told("counting/ordinals", "一是修渠，二是栽树，六是办学。") == [("六是", "gap", True)]
    assert told("counting/ordinals", "①修渠；②栽树；④办学。") == [("④", "gap", True)]


def test_what_is_said_of_a_gap() -> None:
    [hit] = hits("counting/ordinals", "一是修渠，二是栽树，四是办学。")
    assert hit.data == {"found": "四是", "working": "“二是”之后是“四是”，缺“三是”"}
    [other] = hits("counting/ordinals", "须提交：（十）证件；（一）表格；（二）照片；（四）户口簿。")
    assert other.data["working"] == "“（二）”之后是“（四）”，缺“（三）”"


@pytest.mark.parametrize(
    "text",
    [
        "一是一，二是二，四是四。",
        "唯一是对的，第二是错的，第四是漏的。",
        "全县第一，全市第三，全省第五。",
        "依照第一款第（一）项、第（三）项办理。",
        "一是修渠，第二，栽树，三是办学。",
        "一、二、四号楼先通水，三号楼后通。",
        "图①的左边，图③的右边。",
    ],
)
def test_no_ordinals(text: str) -> None:
    assert hits("counting/ordinals", text) == []


@given(st.lists(st.sampled_from(WORK), min_size=3, max_size=9, unique=True), st.data())
def test_an_item_listed_twice(items: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(items) - 2))
    text = f"村里今年要做的是{'、'.join([*items, items[first]])}。"
    [hit] = hits("counting/repeated-item", text)
    assert hit.data == {"item": items[first]}
    assert hit.span.start == text.rindex(items[first])
    assert mended("counting/repeated-item", text) == [f"村里今年要做的是{'、'.join(items)}。"]
    assert hits("counting/repeated-item", f"村里今年要做的是{'、'.join(items)}。") == []


def test_lists_that_answer_item_by_item() -> None:
    assert hits("counting/repeated-item", "三块田的主人分别是周家、吴家、周家。") == []


def test_how_regions_are_mended() -> None:
    assert mended("counting/regions", "山货卖到香港等9个国家。") == ["山货卖到香港等9个国家和地区。"]
    assert mended("counting/regions", "学员来自泰国、台湾三国。") == ["学员来自泰国、台湾三个国家和地区。"]
    assert mended("counting/regions", "产品销往越南、台湾等国。") == ["产品销往越南、台湾等国家和地区。"]


@pytest.mark.parametrize("sign", ["一是", "①", "1）", "苗、", "香港和", "香港、越南", "（一）", "其一，"])
def test_time_grows_with_the_text(sign: str) -> None:
    for rule in ("counting/ordinals", "counting/repeated-item", "counting/regions", "counting/roster"):
        assert_linear(lambda size, rule=rule: lambda: hits(rule, sign * size), 3000)  # type: ignore[misc]


PEOPLE = ("周小满", "吴谷雨", "郑白露", "冯立秋", "陈冬至", "林望", "何田", "龙秀英")


@given(st.lists(st.sampled_from(PEOPLE), min_size=3, max_size=8, unique=True), st.integers(-1, 1), st.booleans())
def test_a_roster_under_its_number(names: list[str], step: int, in_two_lines: bool) -> None:
    cut = len(names) // 2 if in_two_lines and len(names) > 3 else len(names)
    lines = ["、".join(part) for part in (names[:cut], names[cut:]) if part]
    head = f"受表扬的护林员{len(names) + step}名："
    text = "\n".join(["全镇护林员大会散场了", head, *lines, "名单公示五天，有异议可以来信来电。"])
    expected = [] if step == 0 else [(f"{len(names) + step}名", "", False)]
    assert told("counting/roster", text) == expected


def test_a_blank_inside_a_name() -> None:
    text = "全镇护林员大会散场了\n受表扬的护林员{}名：\n林　望　何　田　龙秀英\n名单公示五天，有异议可以来信。"
    assert told("counting/roster", text.format(3)) == []
    assert told("counting/roster", text.format(4)) == [("4名", "", True)]
