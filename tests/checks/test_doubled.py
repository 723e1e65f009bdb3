"""Doubled words in whole articles: what the rest of the article tells of a word."""

import pytest

from checker.checks import KINDS, doubled
from checker.extraction.article import Article
from checker.findings import Hit
from checker.readers import text as reader
from tests.growth import assert_linear


def hits(text: str) -> list[Hit]:
    return list(doubled.check(Article(reader.read(text.encode(), "article.txt")), KINDS["doubled-word"].params()))


def test_the_second_is_what_could_go() -> None:
    text = "县里对老渠进行进行改造。"
    (hit,) = hits(text)
    (edit,) = hit.proposals[0].edits
    assert (edit.span.of(text), edit.text) == ("进行", "")
    assert text[: edit.span.start] + text[edit.span.end :] == "县里对老渠进行改造。"
    assert not hit.proposals[0].safe


def test_a_noun_is_asked_about() -> None:
    assert [(hit.data["unit"], hit.doubtful) for hit in hits("今年的项目项目都开了工。")] == [("项目", True)]


def test_a_word_that_the_article_uses_elsewhere_is_known() -> None:
    known = "渡槽修好了，旧渡槽也留着，新渡槽在上面。"
    assert [hit.data["unit"] for hit in hits(f"{known}今年渡槽渡槽要再加固。")] == ["渡槽"]
    assert hits("今年渡槽渡槽要再加固。") == []


def test_a_term_that_the_article_uses_elsewhere_is_a_term() -> None:
    assert hits("合金棒材卖得好，这家特种合金合金棒材卖得更好。") == []
    assert len(hits("这家特种合金厂的产品产品卖得更好。")) == 1


def test_a_name_that_comes_again_is_a_name() -> None:
    assert hits("格桑格桑住在山上。记者见到格桑格桑时，她正在挤奶。格桑是花，也说格桑花。") == []


def test_one_slip_pasted_twice_is_one_cause() -> None:
    first, second = hits("去年新修的的水渠通了水。\n\n今年，去年新修的的水渠又加长了。")
    assert first.cause == second.cause


def test_what_is_said_twice_only_as_an_answer() -> None:
    assert [(hit.data["unit"], hit.doubtful) for hit in hits("今年我们我们村修路。")] == [("我们", True)]
    assert [(hit.data["unit"], hit.doubtful) for hit in hits("老渠不再不再漏水。")] == [("不再", False)]
    assert hits("没有没有，他摆手。老师告诉我们我们赢了。") == []
    assert hits("他说：“可以可以先来。”") == []


@pytest.mark.parametrize(
    "text", ["单位：万元万元", "（记者 明明明明）", "哈哈哈哈，他笑了。", "一个一个来，一步一步走。"]
)
def test_silent(text: str) -> None:
    assert hits(text) == []


@pytest.mark.parametrize("piece", ["的的", "项目项目，", "甲乙甲乙。", "很好很好"])
def test_time_grows_with_the_text(piece: str) -> None:
    assert_linear(lambda size: lambda: hits(piece * size), 5_000)
