from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from checker.extraction.parsing import Words
from checker.lexicon.speech import Part
from checker.spans import Span

TEXT = "青石县12家企业获评绿色工厂，去年投资了3亿元。"


def test_known_spans_are_words() -> None:
    known = [(Span(0, 3), Part.NAME), (Span(3, 6), Part.NUMBER), (Span(1, 4), Part.NOUN)]
    found = [(word.text, word.part) for word in Words(TEXT, known).words[:4]]
    assert found == [("青石县", Part.NAME), ("12家", Part.NUMBER), ("企业", Part.NOUN), ("获评", Part.VERB)]


def test_words_between_places_are_cut() -> None:
    words = Words(TEXT, [(Span(0, 3), Part.NAME)])
    assert [word.text for word in words.between(1, 3)] == ["石县"]
    assert [word.text for word in words.around(Span(1, 2))] == ["青石县"]
    assert list(words.between(3, 3)) == []


def test_a_noun_is_a_verb_before_what_was_done_and_behind_an_adverb() -> None:
    parts = {word.text: word.part for word in Words("去年投资了厂房，已投资。", ()).words}
    assert parts["投资"] is Part.VERB
    assert {word.text: word.part for word in Words("投资项目", ()).words}["投资"] is not Part.VERB


@given(st.text(alphabet="青石县12家企业，获了的。 \nAb", max_size=40))
def test_words_follow_each_other(text: str) -> None:
    words = Words(text, ()).words
    assert "".join(word.text for word in words) == text
    assert all(one.end == other.start for one, other in pairwise(words))
    assert all(text[word.start : word.end] == word.text for word in words)
