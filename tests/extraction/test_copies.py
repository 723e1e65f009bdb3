"""Copies: every copied paragraph and stretch is found, exactly; what is not copied is not."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.document import Document
from checker.extraction.copies import Copy, Likeness, copied_stretches, near_copies, repeated_sentences, whole_copies
from checker.extraction.swaps import Swap, swap
from checker.readers.text import read
from checker.spans import Span

# Each letter stands for a clause of its own, so that two texts share clauses only if they share letters.
CLAUSES = {
    letter: f"{letter}号坡地上{chr(0x4E00 + 37 * n)}{chr(0x5E00 + 91 * n)}树苗长到了{chr(0x6B00 + 53 * n)}尺"
    for n, letter in enumerate("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉")
}
letters = st.lists(st.sampled_from(sorted(CLAUSES)), min_size=8, max_size=20, unique=True)


def document(text: str) -> Document:
    return read(text.encode(), "x.txt")


def paragraph(names: list[str]) -> str:
    return "，".join(CLAUSES[name] for name in names) + "。"


def stretches(text: str, shortest: int = 25) -> list[Copy]:
    return list(copied_stretches(Likeness.of(document(text)), shortest))


@given(letters, st.data())
def test_a_copied_paragraph_is_found_with_exact_spans(names: list[str], data: st.DataObject) -> None:
    cut = [names[:4], names[4:6], names[6:]]
    source = data.draw(st.integers(0, 2))
    place = data.draw(st.integers(source + 1, 3))
    lines = [paragraph(part) for part in cut]
    lines.insert(place, lines[source])
    text = "\n\n".join(lines)
    [copy] = whole_copies(document(text))
    assert copy.first.of(text) == copy.second.of(text) == lines[source]
    assert (copy.one.number, copy.other.number) == (source + 1, place + 1)
    assert not stretches(text)


@given(letters)
def test_text_without_copies_is_silent(names: list[str]) -> None:
    text = "\n".join(paragraph(names[at : at + 4]) for at in range(0, len(names), 4))
    assert not list(whole_copies(document(text)))
    assert not list(repeated_sentences(document(text)))
    assert not stretches(text)


@settings(max_examples=50)
@given(
    letters,
    st.sampled_from(["汉阴县", "三门县", "霍尔果斯市", "白沙镇"]),
    st.sampled_from(["石泉县", "六合区", "青川镇"]),
)
def test_a_copied_stretch_is_found_with_what_differs(names: list[str], one: str, other: str) -> None:
    shared = paragraph(names[:3])
    text = f"{CLAUSES[names[3]]}，{one}的{shared}\n{CLAUSES[names[4]]}，{other}的{shared}"
    [copy] = stretches(text)
    assert copy.first.of(text) == f"{one}的{shared}"
    assert copy.second.of(text) == f"{other}的{shared}"
    [(first, second)] = copy.differing
    assert one.startswith(first.of(text))
    assert other.startswith(second.of(text))


def test_width_and_spacing_do_not_hide_a_copy() -> None:
    text = "船闸今年过船1200艘，比往年都多。\n\n船闸今年过船１２００艘,比 往年都多。"
    [copy] = whole_copies(document(text))
    assert copy.second.of(text) == "船闸今年过船１２００艘,比 往年都多。"


def test_every_copy_is_related_to_the_first() -> None:
    line = "船闸今年过船一千二百艘，比往年都多。"
    copies = list(whole_copies(document("\n".join([line] * 5))))
    assert [(copy.one.number, copy.other.number) for copy in copies] == [(1, 2), (1, 3), (1, 4), (1, 5)]


def test_numbers_that_differ_end_a_stretch() -> None:
    text = (
        "汉阴县完成水利投资12亿元，新修水池三百口，管道通到每个院落，浇地用水不再排队。\n"
        "石泉县完成水利投资15亿元，新修水池三百口，管道通到每个院落，浇地用水不再排队。"
    )
    [copy] = stretches(text, 20)
    assert copy.second.of(text) == "新修水池三百口，管道通到每个院落，浇地用水不再排队。"
    assert not copy.differing


def test_a_swapped_word_in_the_middle_is_stepped_over() -> None:
    text = (
        "大棚里的番茄一年收两季，客商直接把车开到汉阴县的地头，当天就能运走。\n"
        "大棚里的番茄一年收两季，客商直接把车开到石泉县的地头，当天就能运走。外地人也来学。"
    )
    [copy] = stretches(text)
    assert [(one.of(text), other.of(text)) for one, other in copy.differing] == [("汉阴", "石泉")]
    assert copy.second.of(text) == "大棚里的番茄一年收两季，客商直接把车开到石泉县的地头，当天就能运走。"
    assert copy.shared == 29


def test_equal_clauses_before_a_swapped_name_belong_to_the_copy() -> None:
    text = (
        "雨后，汉阴县的大棚里番茄一年收两季，客商直接把车开到地头，当天就能运走。\n"
        "雪后，石泉县的大棚里番茄一年收两季，客商直接把车开到地头，当天就能运走。\n"
        "路通了。雨后，旬阳市的大棚里番茄一年收两季，客商直接把车开到地头，当天就能运走。"
    )
    first, second = stretches(text)
    assert first.first.of(text).startswith("汉阴县的大棚")
    assert second.first.of(text).startswith("雨后，汉阴县")
    assert second.second.of(text).startswith("雨后，旬阳市")


def test_a_sentence_twice_in_a_row() -> None:
    text = "桥修好了。水表换了新的，漏水少了一半。水表换了新的，漏水少了一半。电也通了。"
    [copy] = repeated_sentences(document(text))
    assert (copy.first, copy.second) == (Span(5, 19), Span(19, 33))
    assert not list(repeated_sentences(document("水表换了新的。电也通了。水表换了新的。")))


def swapped(marked: str) -> Swap:
    before, one, between, other, after = marked.replace("[", "]").split("]")
    text = before + one + between + other + after
    start = len(before + one + between)
    return swap(text, Span(len(before), len(before + one)), Span(start, start + len(other)))


def test_what_was_swapped() -> None:
    assert swapped("[汉阴]县开了会。[石泉]县开了会。") is Swap.PLACE
    assert swapped("南[安]市开了会。南[平]市开了会。") is Swap.PLACE
    assert swapped("[白沙镇]今年丰收。[石门乡]今年丰收。") is Swap.PLACE
    assert swapped("[恒远]公司扩产。[中泰]公司扩产。") is Swap.BODY
    assert swapped("[王建国]介绍，[李秀英]介绍，") is Swap.PERSON


def test_what_only_looks_like_a_name() -> None:
    for words in (
        "[旅游景]区，[工业园]区，",
        "[全]县，[各]县，",
        "[城市]，[乡村]，",
        "[上半年]，[下半年]，",
        "[]县，[石泉]县，",
    ):
        assert swapped(words) is Swap.WORDING


def near(text: str) -> list[Copy]:
    return list(near_copies(Likeness.of(document(text)), 25, 85))


ONE = "渡口的粮站去年改成了书屋，老槐树下摆了四张长桌，放学的孩子都爱来这里写作业。"


def test_a_paragraph_with_a_few_other_words_is_a_near_copy() -> None:
    other = ONE.replace("长桌", "长凳").replace("去年", "前年")
    (copy,) = near(f"{ONE}\n\n{other}")
    text = f"{ONE}\n\n{other}"
    assert (copy.first.of(text), copy.second.of(text)) == (ONE, other)
    assert [(one.of(text), two.of(text)) for one, two in copy.differing] == [("去", "前"), ("桌", "凳")]


@pytest.mark.parametrize(
    "other",
    [
        ONE,
        ONE + "写完了还能借两本书带回家看，第二天早上放在门口的木箱里就行。",
        ONE.replace("四张", "4张"),
    ],
    ids=["equal", "longer", "a number"],
)
def test_what_is_no_near_copy(other: str) -> None:
    assert near(f"{ONE}\n\n{other}") == []


SENTENCES = (
    "全镇从事茶叶的农户八十户，其中脱贫户三十户。",
    "全镇从事柑橘的农户八十户，其中脱贫户三十户。",
    "石桥镇的茶叶种植面积不断扩大，村民的日子越过越好。",
    "河口镇的茶叶种植面积不断扩大，村民的日子越过越好。",
    "走进基地，村民们正在忙着采收、分拣、装车。",
)


@settings(max_examples=300)
@given(st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6).map("".join), min_size=2, max_size=4))
def test_runs_that_overlap_in_one_paragraph_give_whole_spans_in_order(paragraphs: list[str]) -> None:
    for copy in near("\n".join(paragraphs)):
        for side in zip(*copy.differing, strict=True):
            assert all(one.end <= other.start for one, other in pairwise(side))
