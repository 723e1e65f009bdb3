"""Places that a newsroom adds: what they are taken for, and that they are found like those of the table."""

import pytest

from checker.engine import lint
from checker.gazetteer import Addition, Gazetteer, Level, UnknownParent, supplemented
from checker.packs import bundled
from checker.readers import read

ADDED = (
    Addition("江津区", "青石镇"),
    Addition("江津区", "柳湾村"),
    Addition("重庆市", "云溪新区", also=("云溪新城",)),
    Addition("云溪新区", "白塘街道"),
    Addition("重庆市江津区青石镇", "青石小学", short="青小"),
    Addition("云南省", "云溪市"),
)
TWO_SECTIONS = """\
两地产业观察

云溪

云溪引进企业12家。大足区依托石刻资源，建成3个景区。

大足

大足发展五金产业，新增企业30家。
"""
TOWN = "江津区见闻\n\n江津区清石镇种树300亩，江津区白沙镇种花。\n"


def found(text: str, *additions: Addition) -> list[tuple[str, str]]:
    """Rules and quotes of what is found about places."""
    report = lint(read("稿.txt", data=text.encode()), bundled(), gazetteer=supplemented(additions))
    return [
        (one.rule, one.place.quote)
        for one in report.findings
        if one.rule in ("attribution/district", "naming/town", "naming/region")
    ]


@pytest.mark.parametrize(
    ("name", "level", "short", "above"),
    [
        ("青石镇", Level.TOWN, "青石", "江津区"),
        ("白塘街道", Level.TOWN, "白塘", "云溪新区"),
        ("柳湾村", Level.LOCAL, "柳湾", "江津区"),
        ("云溪新区", Level.COUNTY, "云溪", "重庆市"),
        ("青石小学", Level.LOCAL, "青小", "青石镇"),
        ("云溪市", Level.PREFECTURE, "云溪", "云南省"),
    ],
)
def test_what_an_addition_is_taken_for(name: str, level: Level, short: str, above: str) -> None:
    gazetteer = supplemented(ADDED)
    named = gazetteer.towns_named(name) if level is Level.TOWN else gazetteer.named(name)
    [place] = [one for one in named if "+" in one.code]
    assert (place.level, place.short) == (level, short)
    parent = gazetteer.parent(place)
    assert parent
    assert parent.name == above
    assert place in gazetteer.children(parent)
    assert gazetteer.place(place.code) == place
    assert gazetteer.contains(parent, place)


def test_the_bundled_gazetteer_stays_as_it_is() -> None:
    assert supplemented(ADDED) is supplemented(tuple(ADDED))
    assert supplemented(()) is Gazetteer.load()
    [county] = Gazetteer.load().named("江津区")
    before = Gazetteer.load().towns(county)
    with supplemented(ADDED).in_force():
        assert {one.name for one in Gazetteer.load().towns(county)} == {one.name for one in before} | {"青石镇"}
    assert Gazetteer.load().towns(county) == before
    assert not Gazetteer.load().named("云溪新区")


def test_what_is_there_already_is_not_added_again() -> None:
    made = supplemented((Addition("江津区", "白沙镇"), Addition("重庆市", "江津区", short="几江")))
    [county] = made.named("江津区")
    assert county.short == "江津"
    assert len(made.towns(county)) == len(Gazetteer.load().towns(county))


def test_other_names_are_found_too() -> None:
    gazetteer = supplemented(ADDED)
    assert [place.name for place in gazetteer.named("云溪新城")] == ["云溪新区"]
    text = "记者走进云溪新城和柳湾村。"
    assert [mention.span.of(text) for mention in gazetteer.mentions(text)] == ["云溪新城", "柳湾村"]


def test_a_heading_that_names_an_addition_is_one() -> None:
    assert found(TWO_SECTIONS) == []
    assert found(TWO_SECTIONS, *ADDED) == [("attribution/district", "大足区")]


def test_a_misspelt_addition_is_told_and_a_right_one_is_not() -> None:
    assert found(TOWN) == []
    assert found(TOWN, *ADDED) == [("naming/town", "清石镇")]
    other = TOWN.replace("清石镇", "白莎镇")
    assert found(other) == [("naming/town", "白莎镇")]
    assert found(other, Addition("江津区", "白莎镇")) == []


@pytest.mark.parametrize(
    ("within", "message", "remedy"),
    [
        ("重庆是", "the gazetteer knows no '重庆是'", "did you mean '重庆市'?"),
        ("青石", "the gazetteer knows no '青石'", "write its full name, such as 江津区 or 重庆市江津区"),
        ("朝阳区", "'朝阳区' is the name of 2 places: 北京市朝阳区、吉林省长春市朝阳区", "write '北京市朝阳区'"),
        ("北京市江津区", "the gazetteer knows no '北京市江津区'", "did you mean '江津区'?"),
    ],
)
def test_an_addition_that_lies_nowhere(within: str, message: str, remedy: str) -> None:
    with pytest.raises(UnknownParent) as raised:
        supplemented((Addition(within, "青石镇"),))
    assert (str(raised.value), raised.value.remedy) == (message, remedy)


@pytest.mark.parametrize("within", ["吉林省长春市朝阳区", "长春市朝阳区"])
def test_places_above_tell_namesakes_apart(within: str) -> None:
    added = supplemented((Addition(within, "青石镇"),))
    assert "220104" in {town.parent for town in added.towns_named("青石镇")}
    assert "220104" not in {town.parent for town in Gazetteer.load().towns_named("青石镇")}
