"""What must be true of the tables of the lexicon."""

from pathlib import Path

from checker import lexicon
from checker.gazetteer import Gazetteer
from checker.lexicon.alike import word_alike
from checker.lexicon.towns import no_towns, peoples
from checker.lexicon.words import is_ordinary

DATA = Path(lexicon.__file__).parent / "data"


def characters(table: str) -> list[list[str]]:
    return [line.split("\t") for line in (DATA / table).read_text("utf-8").splitlines()]


def test_every_character_stands_once_and_looks_like_others() -> None:
    rows, given = characters("characters.tsv"), characters("given.tsv")
    chars = [row[0] for row in rows]
    assert chars == sorted(set(chars))
    assert [row[0] for row in given] == sorted({row[0] for row in given} - set(chars))
    assert {len(row) for row in (*rows, *given)} == {4}
    assert [row[0] for row in rows if row[0] in row[3] or not set(row[3]) <= set(chars)] == []
    known = {row[0] for row in (*rows, *given)}
    assert [row[0] for row in given if row[0] in row[3] or not set(row[3]) <= known] == []


def test_rare_characters_of_given_names() -> None:
    assert word_alike("顾明哲", "顾明喆")
    assert word_alike("李赟", "李斌")


def test_an_ordinary_word_is_like_some_town() -> None:
    assert is_ordinary("航道")
    assert not is_ordinary("士基")
    assert word_alike("航道", "巷道")


def test_town_words() -> None:
    assert {"小镇", "家乡", "香港"} <= no_towns()
    assert len(peoples()) == 55


def test_towns_by_name() -> None:
    gazetteer = Gazetteer.load()
    assert [town.code for town in gazetteer.towns_named("渭沱镇")] == ["500117116"]
    assert [town.name for town in gazetteer.towns_named("渭沱")] == ["渭沱镇"]
    assert gazetteer.towns_named("涪沱") == ()


def test_towns_of_the_first_and_the_last_county() -> None:
    gazetteer = Gazetteer.load()
    lines = (Path(DATA).parents[1] / "gazetteer" / "data" / "towns.tsv").read_text("utf-8").splitlines()
    for line in (lines[0], lines[-1], lines[len(lines) // 2]):
        county = gazetteer.place(line[:6])
        assert county
        assert line.split("\t")[1] in [town.name for town in gazetteer.towns(county)]
        assert len(gazetteer.towns(county)) == sum(one.startswith(line[:6]) for one in lines)
