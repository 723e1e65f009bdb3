"""A newsroom's own rules: begun from a file that works, and told what is wrong with line and column."""

from pathlib import Path

import pytest

from checker.checks import KINDS
from checker.errors import Problems
from checker.packs.loader import load_rule
from checker.packs.scaffold import PLAIN_KIND, scaffold
from checker.packs.trial import failures

PARAMS = "the rule's params do not work: "


def tried(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "house" / "word.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return [str(error).removeprefix(str(path)) for error in failures(load_rule(path))]


def begun(kind: str = PLAIN_KIND) -> str:
    text = scaffold("house/word", Path("rules"), kind)
    assert text is not None
    return text


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_what_is_begun_works(kind: str, tmp_path: Path) -> None:
    assert tried(tmp_path, begun(kind)) == []
    assert "taxonomy" not in begun(kind)
    assert "\njoins" not in begun(kind)


def test_there_must_be_a_rule_of_the_kind() -> None:
    assert scaffold("house/word", Path("rules"), "none") is None


@pytest.mark.parametrize(
    ("old", "new", "complaints"),
    [
        ("【录象】", "录象", [":23:7: a flagged example marks what is wrong with 【】 (put 【】 around"]),
        ("的【录象】", "【的】录象", [":23:7: wanted 【的】, found 【录象】 (correct the example or the rule)"]),
        ("【录象】", "【录像】", [":23:7: wanted 【录像】, found nothing (correct"]),
        ("录象馆。", "录象厅。", [":26:7: wanted nothing, found 【录象】 (correct"]),
        ("(?!馆)", "(", [f":{line}:7: {PARAMS}missing )" for line in (23, 26)]),
        (
            '"录象 ｜ 录象(?!馆) ｜ 录像"',
            "录象",
            [f":{line}:7: {PARAMS}not enough values to unpack" for line in (22, 23, 25, 26)],
        ),
        (" ｜ 录像", " ｜ \\\\2", [f":23:7: {PARAMS}invalid group reference 2"]),
        (
            "改为“{instead}”",
            "改为“{meant}”",
            [f":{line}:7: fixes: instead: '改为“{{meant}}”' cannot" for line in (22, 23)],
        ),
    ],
)
def test_a_broken_rule(tmp_path: Path, old: str, new: str, complaints: list[str]) -> None:
    assert old in begun()
    found = tried(tmp_path, begun().replace(old, new, 1))
    assert len(found) == len(complaints), found
    assert all(one.startswith(wanted) for one, wanted in zip(found, complaints, strict=True)), found


def test_date_and_names_of_the_examples_are_used(tmp_path: Path) -> None:
    text = Path(__file__).parent.parent.parent.joinpath("rules/naming/term.yaml").read_text("utf-8")
    assert "names:" in text
    assert tried(tmp_path, text) == []


def test_a_broken_ledger_among_the_examples_is_told_at_its_place(tmp_path: Path) -> None:
    text = Path(__file__).parent.parent.parent.joinpath("rules/ledger/stale.yaml").read_text("utf-8")
    assert tried(tmp_path, text) == []
    with pytest.raises(Problems) as caught:
        tried(tmp_path, text.replace("stale_after: 2025-04-21", "stale: 2025-04-21", 1))
    assert "examples.ledger" in str(caught.value)
    assert "unknown key 'stale'" in str(caught.value)
