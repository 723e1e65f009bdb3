"""The tables of names, titles and bodies: nothing twice, nothing that another table forbids."""

import pytest

from checker.lexicon.address import forms
from checker.lexicon.bodies import abolished, garbles, says_again
from checker.lexicon.organisations import endings
from checker.lexicon.people import Sort, beside, not_names, surnames, titles


def test_surnames() -> None:
    single, longer = surnames()
    assert all(len(name) == 1 for name in single)
    assert all(len(name) >= 2 for name in longer)
    assert len(single) + len(longer) > 400


def test_words_that_are_no_names_begin_like_one() -> None:
    single, longer = surnames()
    beginnings = single | {name[0] for name in longer}
    strangers = {word for word in not_names() if word[0] not in beginnings}
    assert len(strangers) < len(not_names()) / 4
    assert not {word for word in not_names() if len(word) < 2}


def test_titles_are_words_of_two_characters_and_more() -> None:
    assert min(map(len, titles())) >= 2
    assert {titles()["局长"], titles()["主任"], titles()["村民"], titles()["记者"]} == set(Sort)


def test_words_beside_names() -> None:
    assert "说" in beside("single")
    assert not set("王李张刘陈杨明国华文") & set(beside("never"))


def test_no_ending_tells_nothing_and_something() -> None:
    assert not endings("form") & endings("common")
    assert min(map(len, endings("form") | endings("firm"))) >= 2


def test_bodies() -> None:
    assert garbles()["经信信息"] == ("信息", "经信")
    assert "应急管理" not in garbles()
    assert all(len(body.name) >= 3 and body.successor for body in abolished().values())
    assert not {body.successor for body in abolished().values()} & abolished().keys()


def test_forms_of_address() -> None:
    assert not set(forms("male")) & set(forms("female"))


@pytest.mark.parametrize(
    "pair", ["住建 建设", "住建 住房和城乡建设", "发展改革 发改", "市监 市场监管", "城管 城市管理"]
)
def test_a_department_says_a_word_again(pair: str) -> None:
    assert says_again(*pair.split())


@pytest.mark.parametrize("pair", ["教育 体育", "城管 执法", "林业 园林", "自然资源 规划", "文旅 卫健", "水 电"])
def test_two_departments_or_two_words_of_one(pair: str) -> None:
    assert not says_again(*pair.split())
