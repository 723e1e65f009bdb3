"""The words around a number."""

from hypothesis import given
from hypothesis import strategies as st

from checker.extraction import around

TEXT = "昨天，雨停了。产值120亿元（现价），能耗降低两倍，工人叫好。"
WORDS = st.text("产值能耗，。；（）\n12", max_size=200)


def test_clause_and_sentence() -> None:
    at = TEXT.index("两倍")
    assert around.clause(TEXT, at).of(TEXT) == "能耗降低"
    assert around.sentence(TEXT, at).of(TEXT) == "产值120亿元（现价），能耗降低"
    assert around.following(TEXT, at + 2) == ""
    assert around.following(TEXT, TEXT.index("能耗")) == "能耗降低两倍"


@given(WORDS, st.integers(0, 200))
def test_bounds(text: str, at: int) -> None:
    at = min(at, len(text))
    clause, sentence = around.clause(text, at), around.sentence(text, at)
    assert sentence.end == clause.end == at
    assert not set("，。；（）\n") & set(clause.of(text))
    assert not set("。\n") & set(sentence.of(text))
    assert at - clause.start <= around.CLAUSE
    assert at - sentence.start <= around.SENTENCE
