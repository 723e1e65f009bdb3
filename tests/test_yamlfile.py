"""YAML that people write: scalars as written, a place for every mistake, no text that brings the process down."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict

from checker.errors import InputError, PackError, Problems
from checker.yamlfile import load, parse
from checker.yamlfile.models import validate
from tests.growth import assert_linear


def mistake(text: str) -> str:
    with pytest.raises((InputError, Problems)) as caught:
        parse(text, "f.yaml")
    return str(caught.value)


def outcome(text: str) -> list[InputError]:
    """The mistakes in a text that may also have none; anything else that is raised is a fault of ours."""
    try:
        parse(text, "f.yaml")
    except InputError as error:
        return [error]
    except Problems as problems:
        return problems.errors
    return []


def test_scalars_stay_as_they_are_written() -> None:
    text = (
        'a: 3.50\nb: 0123\nc: no\nd: "null"\ne: null\nf:\ng: ~\nh: 2025-04-22\ni: ""\nj: [x, ~, "~"]\nk: !!str null\n'
    )
    assert parse(text, "f.yaml").data == {
        "a": "3.50", "b": "0123", "c": "no", "d": "null", "e": None, "f": None, "g": None, "h": "2025-04-22", "i": "",
        "j": ["x", None, "~"], "k": "null",
    }  # fmt: skip


def test_an_empty_file_holds_nothing() -> None:
    for text in ("", "# only a comment\n", "---\n"):
        assert parse(text, "f.yaml").data is None


def test_every_node_has_its_place() -> None:
    file = parse("甲: 1\nlist:\n  - a\n  - {键: b}\n", "f.yaml")
    assert file.marks == {
        (): (1, 1),
        ("甲",): (1, 1),
        ("list",): (2, 1),
        ("list", 0): (3, 5),
        ("list", 1): (4, 5),
        ("list", 1, "键"): (4, 6),
    }
    assert str(file.at(("list", 1, "键", "tag", 7), "no", "do")) == "f.yaml:4:6: no (do)"
    assert str(file.at(("tag", "list", 0), "no")) == "f.yaml:3:5: no"


def test_an_alias_repeats_what_it_names() -> None:
    file = parse("a: &x {b: [1, 2]}\nc: *x\nd: &x 3\ne: *x\n", "f.yaml")
    assert file.data == {"a": {"b": ["1", "2"]}, "c": {"b": ["1", "2"]}, "d": "3", "e": "3"}
    assert str(file.at(("c", "b", 0), "no")) == "f.yaml:2:1: no"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n\tb: 1\n", "f.yaml:2:1: a tab where YAML wants spaces (replace the tab by spaces)"),
        ("a: [1\n", "f.yaml:2:1: not YAML: did not find expected ',' or ']'"),
        ("a: b: c\n", "f.yaml:1:5: not YAML: mapping values are not allowed in this context"),
        ("a: 1\nb: {c: 1, c: 2}\n", "f.yaml:2:11: key 'c' is given twice (keep one of the two)"),
        ("a: 1\n甲: \0\n", "f.yaml:2:4: character U+0000 is not allowed in YAML (remove it)"),
        ("a: \x07\n", "f.yaml:1:4: character U+0007 is not allowed in YAML (remove it)"),
        ("a: \ud800\n", "f.yaml:1:4: character U+D800 is not allowed in YAML (remove it)"),
        ("a: 1\n---\nb: 2\n", "f.yaml:2:1: a second document (keep one document in the file; remove the '---')"),
        ("a: *x\n", "f.yaml:1:4: nothing is anchored as &x (correct the name)"),
        ("a: &x [*x]\n", "f.yaml:1:8: &x contains itself (write the part out that is meant)"),
        ("? [a]\n: b\n", "f.yaml:1:3: a key must be plain text (put quotes around it)"),
        ("a: &x 1\n*x : 2\n", "f.yaml:2:1: a key must be plain text (write it out)"),
    ],
)
def test_a_mistake_is_told_at_its_place(text: str, expected: str) -> None:
    assert mistake(text) == expected


def test_all_keys_given_twice_are_told() -> None:
    assert mistake("a: 1\na: 2\nb:\n  c: 1\n  c: 2\n  c: 3\n").splitlines() == [
        "f.yaml:2:1: key 'a' is given twice (keep one of the two)",
        "f.yaml:5:3: key 'c' is given twice (keep one of the two)",
        "f.yaml:6:3: key 'c' is given twice (keep one of the two)",
    ]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "[[[{x: "])
def test_deep_nesting_is_refused(opening: str) -> None:
    assert "nested more than 100 levels deep (write it flatter)" in mistake(opening * 100_000)


def test_a_hundred_levels_are_read() -> None:
    data = parse("[" * 100 + "]" * 100, "f.yaml").data
    for _ in range(99):
        [data] = data
    assert data == []


def test_an_alias_bomb_is_refused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 40)]
    assert mistake("\n".join(lines)) == (
        "f.yaml:5:15: expands to too much data (write the aliased part out or remove it)"
    )


def test_a_chain_of_aliases_is_refused() -> None:
    lines = ["a0: &a0 [x]", *(f"a{i}: &a{i} [*a{i - 1}]" for i in range(1, 200))]
    assert "expands to too much data" in mistake("\n".join(lines))


@pytest.mark.parametrize(
    ("head", "part", "tail"), [("", "x", ""), ("a: '", "字", "'"), ("[", "1,", "]"), ("", "- a\n", ""), ("", "\t", "")]
)
def test_huge_files_take_no_more_than_their_length(head: str, part: str, tail: str) -> None:
    def make(size: int) -> Callable[[], object]:
        text = head + part * (size // len(part)) + tail
        return lambda: outcome(text)

    assert_linear(make, 100_000)


@given(st.text("ab:-[]{}&*!|>'\"#%@`?, \n\t\x00\ud800甲1~", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert all(error.path == "f.yaml" and error.line for error in outcome(text))


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid")

    colour: str
    size: int = 0


class Whole(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str
    parts: list[Part] = []


def test_a_model_is_told_of_every_mistake() -> None:
    text = "nam: x\nparts:\n  - color: red\n    id: P1\n  - {colour: blue, size: big}\n  - {colour: red, name: x}\n"
    with pytest.raises(Problems) as caught:
        validate(Whole, parse(text, "f.yaml", PackError))
    assert [type(error) for error in caught.value.errors] == [PackError] * 7
    assert [str(error) for error in caught.value.errors] == [
        "f.yaml:1:1: name is missing (add it)",
        "f.yaml:1:1: unknown key 'nam' (did you mean 'name'?)",
        "f.yaml:3:5: parts.P1.colour is missing (add it)",
        "f.yaml:3:5: unknown key 'color' (did you mean 'colour'?)",
        "f.yaml:4:5: unknown key 'id' (remove it or correct its name)",
        "f.yaml:5:20: parts.1.size: a whole number is wanted here, not 'big'",
        "f.yaml:6:19: unknown key 'name' (it belongs to another part of the file)",
    ]


def test_thousands_of_unknown_keys_are_told_in_time() -> None:
    file = parse("name: x\n" + "".join(f"nam{number}: 1\n" for number in range(5_000)), "f.yaml")
    with pytest.raises(Problems) as caught:
        validate(Whole, file)
    assert len(caught.value.errors) == 5_000


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_bytes(b"a: \xff\n")
    with pytest.raises(PackError, match=r":1: not UTF-8 at byte 3 \(save the file as UTF-8\)"):
        load(bad, PackError)
    with pytest.raises(PackError, match=r"no such file \(correct the path\)"):
        load(tmp_path / "none.yaml", PackError)
    with pytest.raises(PackError, match="is a folder"):
        load(tmp_path, PackError)
    bad.write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert load(bad).marks[("a",)] == (1, 1)
