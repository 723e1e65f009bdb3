"""Near misses of listed names: one slip is found and pointed at, what is right or far off is not."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from checker.extraction.listed import Listed, slipped
from checker.lexicon.names import RightName
from tests.growth import assert_linear

NAMES = [RightName(name) for name in ("渝满俄班列", "渝满俄", "知识价值信用贷款", "门槛梁", "小南垭站", "青石第一中学")]
PERSON = RightName("王启山", person=True)


def found(text: str) -> list[tuple[str, str]]:
    return [(one.span.of(text), one.right.name) for one in Listed([*NAMES, PERSON]).near_misses(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("衔接渝滇俄等通道", [("渝滇俄", "渝满俄")]),
        ("衔接渝滇俄班列等通道", [("渝滇俄班列", "渝满俄班列")]),
        ("发放知识信用贷款", [("知识信用贷款", "知识价值信用贷款")]),
        ("发放知识产权信用贷款", []),
        ("发放知识值价用信贷款", []),
        ("发放知识价值用信贷款", [("知识价值用信贷款", "知识价值信用贷款")]),
        ("发放知识产价值信用贷款", [("知识产价值信用贷款", "知识价值信用贷款")]),
        ("生产门磁梁、减震塔", [("门磁梁", "门槛梁")]),
        ("抵达小南坪站。", [("小南坪站", "小南垭站")]),
        ("镇长王起山说", [("王起山", "王启山")]),
        ("镇长王金山说", []),
        ("青石第二中学", []),
        ("渝满俄班列、知识价值信用贷款、门槛梁、小南垭站、王启山", []),
        ("门、梁和窗", []),
    ],
)
def test_near_misses(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@given(
    st.sampled_from(NAMES),
    st.text("河湾白鹭船灯桥石", min_size=0, max_size=6),
    st.integers(1, 6),
    st.sampled_from("鹭灯舟棹"),
)
def test_another_character_inside(right: RightName, before: str, place: int, other: str) -> None:
    name = right.name
    assume(0 < place < len(name) - 1 and not (name == "渝满俄班列" and place == 3))
    wrong = name[:place] + other + name[place + 1 :]
    text = f"{before}，{wrong}，{before}"
    assert slipped(right, wrong)
    assert [words for words, _ in found(text)] == [wrong]


def test_linear() -> None:
    line = "衔接渝滇俄等通道，发放知识信用贷款，抵达小南坪站，渝满俄班列，王启山。"
    assert_linear(lambda size: lambda: found(line * size), 60)
