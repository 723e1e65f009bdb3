"""Rule files that people get wrong: every mistake with its line, column and remedy."""

from pathlib import Path

import pytest

from checker.errors import InputError, PackError, Problems
from checker.packs import Example, load_pack
from checker.packs.loader import load_rule
from checker.spans import Span

GOOD = """\
summary: A printed rate is wrong.
kind: relation
severity: error
message: "{name}不符：{working}"
why: 读者会算。
params: {relation: ratio}
notes: {part: 部分, whole: 总数, rate: 率}
fixes: {part: "{value}", whole: "{value}", rate: "{value}"}
examples:
  flagged:
    - 全镇28个项目开工16个，开工率【64.3%】。
  clean:
    - 全镇28个项目开工18个，开工率64.3%。
"""


def complaints(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "rules" / "arithmetic" / "own.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    try:
        load_rule(path)
    except Problems as problems:
        return [str(error).removeprefix(str(path)) for error in problems.errors]
    except InputError as error:
        return [str(error).removeprefix(str(path))]
    return []


def test_good_file(tmp_path: Path) -> None:
    assert complaints(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("severity: error", "severty: error", ":3:1: unknown key 'severty' (did you mean 'severity'?)"),
        ("severity: error", "severity: fatal", ":3:1: severity: unknown 'fatal' (one of: error, verify, style)"),
        ("kind: relation", "kind: relations", ":2:1: there is no kind 'relations'"),
        ("kind: relation", "kind: relation\nkind: relation", ":3:1: key 'kind' is given twice (keep one of the two)"),
        ("{name}不符", "{rate}不符", ":4:1: the hits carry no {rate}, only"),
        ("{name}不符", "{name不符", ":4:1: not a template:"),
        (
            "params: {relation: ratio}",
            "params: {relatoin: ratio}",
            ":6:10: params: relatoin: there is no such parameter",
        ),
        ("notes: {part: 部分,", "notes: {", ":7:1: 'part' is not worded"),
        ('rate: "{value}"}', 'rate: "{value}", x: y}', "the kind has no 'x'"),
        ("why: 读者会算。\n", "", ":1:1: why is missing (add it)"),
        ("params:", "\tparams:", ":6:1: a tab where YAML wants spaces"),
        ('message: "{name}不符：{working}"\n', "", "give either 'message' or 'messages'"),
    ],
)
def test_mistake(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    assert old in GOOD
    found = complaints(tmp_path, GOOD.replace(old, new, 1))
    assert any(complaint in one for one in found), found


def test_all_files_are_reported(tmp_path: Path) -> None:
    folder = tmp_path / "arithmetic"
    folder.mkdir()
    (folder / "a.yaml").write_text("kind: [", encoding="utf-8")
    (folder / "b.yaml").write_bytes(b"summary: \xff")
    with pytest.raises(Problems) as caught:
        load_pack(tmp_path)
    assert [Path(error.path).name for error in caught.value.errors] == ["a.yaml", "b.yaml"]


def test_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="holds no rules"):
        load_pack(tmp_path)


def test_example_marks() -> None:
    assert Example.flagged("甲【乙】丙【丁戊】") == Example("甲乙丙丁戊", (Span(1, 2), Span(3, 5)))


@pytest.mark.parametrize("text", ["没有记号", "【开而不合", "合而不开】", "【【叠】】"])
def test_bad_example_marks(text: str) -> None:
    with pytest.raises(ValueError, match="【】"):
        Example.flagged(text)
