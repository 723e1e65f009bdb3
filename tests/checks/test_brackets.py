"""Brackets: whatever pairs is silent, and one mark lost is one finding near its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.reading import hits, mended, told
from tests.growth import assert_linear

RULE = "punctuation/brackets"
PAIRS = ("（）", "《》", "〔〕", "【】", "()", "〈〉")
WORDS = ("渠通了", "河湾谱", "河湾镇", "二〇二五年", "水位表")


def nested(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Texts in a pair of brackets, and texts side by side."""
    wrapped = st.tuples(st.sampled_from(PAIRS), children).map(lambda one: f"{one[0][0]}{one[1]}{one[0][1]}")
    return wrapped | st.tuples(children, children).map("，".join)


texts = st.recursive(st.sampled_from(WORDS), nested, max_leaves=6)


@given(texts)
def test_pairs_are_silent(text: str) -> None:
    assert hits(RULE, f"老船工说，{text}都在书架上。") == []


@given(st.sampled_from(PAIRS[:4]), st.sampled_from(WORDS), st.booleans())
def test_a_mark_lost(pair: str, words: str, opening: bool) -> None:
    text = f"老船工说，{'' if opening else pair[0]}{words}{pair[1] if opening else ''}，都在书架上。"
    [(found, variant, doubtful)] = told(RULE, text)
    assert (found, variant, doubtful) == ((pair[1], "unopened", False) if opening else (pair[0], "unclosed", False))
    assert f"老船工说，{pair[0]}{words}{pair[1]}，都在书架上。" in mended(RULE, text)


def test_the_first_cause_alone_is_told() -> None:
    assert len(hits(RULE, "他写了《渡口（上），又写了《码头》和《老街，都没有卖完。")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "报名须知：1）带身份证；2）提前到场；a）不得代签；①）不得转卖。",
        "她笑了:) 又哭了 ^_^) 谁也不知道。",
        "（老人说：水来了。\n孩子们跟着跑。\n一直跑到村口。）\n后来散了。",
        "公司有三条路1）开店；2）上网；3）出海。",
        "编者的话（\n",
    ],
)
def test_what_needs_no_partner(text: str) -> None:
    assert hits(RULE, text) == []


def test_a_text_full_of_faults_is_told_once() -> None:
    [hit] = hits(RULE, "标题\n" + "老船工说，渠通了）。\n" * 20)
    assert hit.doubtful


@pytest.mark.parametrize("sign", ["（", "）", "（《", "1）", "（）", "》《"])
def test_time_grows_with_the_text(sign: str) -> None:
    assert_linear(lambda size: lambda: hits(RULE, sign * size), 5000)
