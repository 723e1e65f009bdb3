"""Words after which the name of a town is expected."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.extraction.slots import LONGEST_NAME, SlotKind, slots


@pytest.mark.parametrize(
    ("text", "kind", "typed", "longest"),
    [
        ("在土基镇", SlotKind.TOWN, "镇", "在土基"),
        ("彝良县树林彝族苗族乡", SlotKind.TOWN, "彝族苗族乡", "彝良县树林"),
        ("合川的渭沱智慧物流园", SlotKind.ZONE, "智慧物流园", "合川的渭沱"),
        ("，珞璜枢纽港", SlotKind.HUB, "枢纽港", "珞璜"),
        ("南津街街道办事处", SlotKind.TOWN, "街道办事处", "南津街"),
    ],
)
def test_type_and_what_stands_before(text: str, kind: SlotKind, typed: str, longest: str) -> None:
    (slot,) = slots(text)
    assert (slot.kind, slot.span.of(text), slot.stems[0], slot.generic) == (kind, typed, longest, False)


@pytest.mark.parametrize("word", ["特色小镇", "所有乡镇", "我的家乡", "在香港", "门户网站", "水电站", "新农村的城镇"])
def test_ordinary_words(word: str) -> None:
    assert all(slot.generic for slot in slots(word))


@pytest.mark.parametrize("text", ["走过乡村", "他们镇压", "九千港元", "我们站在桥上", "第12镇", "古镇", "镇"])
def test_no_slots(text: str) -> None:
    assert list(slots(text)) == []


@given(st.text("土基镇乡站港的，族苗彝物流园", max_size=40))
def test_stems_stand_before_the_type(text: str) -> None:
    for slot in slots(text):
        assert all(text[: slot.span.start].endswith(stem) and 2 <= len(stem) <= LONGEST_NAME for stem in slot.stems)
