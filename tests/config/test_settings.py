"""Settings: every key right and wrong, in YAML and in TOML, and where they are found."""

from datetime import date
from pathlib import Path

import pytest

from checker.cli.init import SETTINGS
from checker.config import Settings, find, load, parse
from checker.config.days import PathDate, front_matter_date
from checker.config.model import ConfigModel
from checker.errors import InputError, Problems
from checker.gazetteer import Addition

DOCS = Path(__file__).parent.parent.parent / "docs" / "configuration.md"
WRONG = {
    "rules": [
        ("rules: [a]", "1:1: rules: keys and values are wanted here"),
        ("rules: {wording: of}", "1:9: rules.wording.severity: unknown 'of' (did you mean 'off'?)"),
        ("rules: {wording: {severty: off}}", "1:19: unknown key 'severty' (did you mean 'severity'?)"),
        ("rules: {wording: {params: 3}}", "1:19: rules.wording.params: keys and values are wanted here, not '3'"),
    ],
    "overrides": [
        ("overrides: [{rules: {}}]", "1:13: overrides.0.files is missing (add it)"),
        ("overrides:\n  - files: []\n    rules: {}", "2:5: overrides.0.files: is empty"),
        ("overrides:\n  - {files: a, file: b, rules: {}}", "2:16: unknown key 'file' (did you mean 'files'?)"),
        ("overrides:\n  - {files: '!', rules: {}}", "2:6: not a pattern"),
    ],
    "packs": [
        ("packs: {a: b}", "1:1: packs: a list is wanted here"),
        ("packs: [[a]]", "1:9: packs.0: a text is wanted here"),
    ],
    "ledger": [("ledger: [a]", "1:1: ledger: a text is wanted here")],
    "names": [("names: {a: b}", "1:1: names: a text is wanted here")],
    "facts": [("facts: ''", "1:1: facts: is empty")],
    "waivers": [("waivers: []", "1:1: waivers: a text is wanted here")],
    "baseline": [("baseline: {a: b}", "1:1: baseline: a text is wanted here")],
    "gazetteer": [
        ("gazetteer: [江津区]", "1:1: gazetteer: keys and values are wanted here"),
        ("gazetteer: {江津区: [{short: 青石}]}", "1:19: gazetteer.江津区.0.name is missing (add it)"),
        ("gazetteer: {江津区: [{name: 青石镇, shrt: 青石}]}", "1:31: unknown key 'shrt' (did you mean 'short'?)"),
        (
            "gazetteer: {江津区: 镇}",
            "1:13: gazetteer.江津区.0.name: at least 2 characters are wanted here, not '镇'",
        ),
    ],
    "date": [
        ("date: 2025-01-01", "1:1: date: keys and values are wanted here, not '2025-01-01'"),
        ("date: {path: YYYY/MM}", "1:8: date.path: a shape has YYYY, MM and DD once each"),
        ("date: {front-mater: date}", "1:8: unknown key 'front-mater' (did you mean 'front-matter'?)"),
    ],
    "include": [("include: ['!']", "1:11: not a pattern")],
    "exclude": [("exclude: [a, '!']", "1:14: not a pattern: Invalid git pattern: '!' (write it as in .gitignore)")],
    "gitignore": [("gitignore: maybe", "1:1: gitignore: true or false is wanted here, not 'maybe'")],
    "fail-on": [("fail-on: eror", "1:1: fail-on: unknown 'eror' (did you mean 'error'?)")],
}


def errors(text: str) -> list[str]:
    with pytest.raises((Problems, InputError)) as raised:
        parse(text)
    found = raised.value.errors if isinstance(raised.value, Problems) else [raised.value]
    return [str(one) for one in found]


@pytest.mark.parametrize(("text", "said"), [case for cases in WRONG.values() for case in cases])
def test_a_mistake_is_told_at_its_place(text: str, said: str) -> None:
    [error] = errors(text)
    assert error.startswith(f"checker.yaml:{said}")


def test_true_and_false_are_on_and_off() -> None:
    blocks = parse("rules: {wording: false, units: true, arithmetic: {severity: off}}").blocks
    assert [one.severity and one.severity.value for one in blocks[0].rules.values()] == ["off", "on", "off"]


def test_every_key_has_a_mistake_a_row_in_the_docs_and_a_line_in_the_first_file() -> None:
    keys = {field.alias for field in ConfigModel.model_fields.values()}
    assert set(WRONG) == keys
    told = DOCS.read_text("utf-8")
    assert {key for key in keys if f"| `{key}` |" in told} == keys
    assert {key for key in keys if f"\n{key}:" in SETTINGS or f"\n#{key}:" in SETTINGS} == keys


def test_all_mistakes_are_told_at_once() -> None:
    assert errors("ruls: {}\nfail-on: x\n") == [
        "checker.yaml:1:1: unknown key 'ruls' (did you mean 'rules'?)",
        "checker.yaml:2:1: fail-on: unknown 'x' (one of: error, verify, style, never)",
    ]


def test_the_first_file_is_right_with_and_without_its_examples() -> None:
    assert parse(SETTINGS).model == ConfigModel()
    lines = SETTINGS.replace("exclude: []\n#", "")
    for key in ("ledger", "names", "facts", "waivers", "baseline"):
        lines = lines.replace(f"\n#{key}:", f"\n{key}:")
    full = parse(
        "\n".join(line.replace("#  ", "  ", 1) if line.startswith("#  ") else line for line in lines.split("\n"))
    )
    assert full.model
    assert set(full.model.rules) == {"wording", "naming", "hedging/stacked", "arithmetic/ratio"}
    assert (full.model.ledger, full.model.baseline) == ("claims.yaml", "baseline.yaml")
    assert full.model.overrides[0].files == ("sports/", "*.draft.txt")
    assert (full.model.date.path, full.model.date.front_matter) == ("YYYY/MM/DD", "date")
    assert full.additions == (
        Addition("江津区", "青石镇"),
        Addition("江津区", "柳湾村"),
        Addition("重庆市江北区", "云溪新城管委会", "云溪新城", ("云管委",)),
    )
    assert full.gazetteer()
    assert full.model.exclude == ("archive/", "*.log.txt")


def test_a_place_that_lies_nowhere_is_told_at_its_key() -> None:
    assert parse("gazetteer: {}").gazetteer() is None
    with pytest.raises(InputError) as raised:
        parse("\ngazetteer:\n  重庆是: [青石镇]\n").gazetteer()
    assert str(raised.value) == "checker.yaml:3:3: the gazetteer knows no '重庆是' (did you mean '重庆市'?)"


def test_a_source_is_where_a_key_was_said() -> None:
    settings = parse("\nfail-on: verify\n")
    assert (settings.fail_on, settings.source("fail-on"), settings.source("packs")) == (
        "verify",
        "checker.yaml:2",
        "default",
    )


TOML = """\
[tool.other]
key = 1
[tool.checker]
exclude = ["a/"]
fail-on = "verify"
[tool.checker.rules]
wording = false
"naming/town" = {severity = "style"}
[[tool.checker.overrides]]
files = "b/"
rules = {}
[tool.checker.gazetteer]
"江津区" = ["青石镇", {name = "柳湾村", also = ["柳湾"]}]
"""


def test_toml_says_the_same(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text(TOML, "utf-8")
    toml = load(file)
    yaml = parse(
        "{exclude: [a/], fail-on: verify, rules: {wording: off, naming/town: style}, "
        "overrides: [{files: b/, rules: {}}], gazetteer: {江津区: [青石镇, {name: 柳湾村, also: 柳湾}]}}"
    )
    assert toml.model == yaml.model
    assert toml.source("rules", "naming/town") == f"{file}:8"


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("fail-on", "fail-onn", "5:1: unknown key 'fail-onn' (did you mean 'fail-on'?)"),
        ("wording = false", "wording = 3", "7:1: tool.checker.rules.wording.severity: unknown 3"),
        ('files = "b/"\n', "", "9:1: tool.checker.overrides.0.files is missing (add it)"),
        ("[tool.checker]\n", "[tool.checker\n", "3:14: not TOML: "),
        ("[tool.checker.rules]", "[tool.checker.ruls]", "6:1: unknown key 'ruls' (did you mean 'rules'?)"),
    ],
)
def test_mistakes_in_toml_have_their_place(tmp_path: Path, was: str, now: str, said: str) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text(TOML.replace(was, now, 1), "utf-8")
    with pytest.raises((Problems, InputError)) as raised:
        load(file)
    assert str(raised.value).startswith(f"{file}:{said}")


def test_the_nearest_file_up_to_the_root_of_the_repository_counts(tmp_path: Path) -> None:
    inner = tmp_path / "repo" / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "checker.yaml").write_text("fail-on: never", "utf-8")
    assert find(inner).fail_on == "error", "no repository: only the folder itself"
    (tmp_path / "repo" / ".git").mkdir()
    assert find(inner).fail_on == "error", "the root of the repository is the last one asked"
    (tmp_path / "repo" / "pyproject.toml").write_text("[tool.checker]\nfail-on = 'style'\n", "utf-8")
    assert find(inner).fail_on == "style"
    (tmp_path / "repo" / "a" / "pyproject.toml").write_text("[project]\nname = 'checker'\n", "utf-8")
    assert find(inner).fail_on == "style", "a project without the table says nothing"
    (tmp_path / "repo" / "a" / "checker.yaml").write_text("", "utf-8")
    assert find(inner).fail_on == "error"


def test_two_files_in_one_folder_and_a_wrong_name_are_told(tmp_path: Path) -> None:
    (tmp_path / "checker.yml").write_text("", "utf-8")
    with pytest.raises(InputError, match=r"rename it to checker\.yaml"):
        find(tmp_path)
    (tmp_path / "checker.yml").unlink()
    (tmp_path / "checker.yaml").write_text("", "utf-8")
    (tmp_path / "pyproject.toml").write_text("[tool.checker]\n", "utf-8")
    with pytest.raises(InputError, match="keep one of the two"):
        find(tmp_path)


def test_a_file_that_is_not_there_is_told_at_its_key(tmp_path: Path) -> None:
    settings = parse("names: no.yaml", home=tmp_path)
    with pytest.raises(InputError, match=r"checker\.yaml:1:1: names: no such file"):
        settings.place("names")


@pytest.mark.parametrize(
    ("shape", "path", "day"),
    [
        ("YYYY/MM/DD", "news/2025/04/22/a.txt", date(2025, 4, 22)),
        ("YYYYMMDD", "20250422-头版.txt", date(2025, 4, 22)),
        ("YYYYMMDD", "120250422.txt", None),
        ("YYYY-MM-DD", "2025-02-30.txt", None),
        ("YYYY/MM/DD", "2024/01/01/2025/04/22/a.txt", date(2025, 4, 22)),
        ("DD.MM.YYYY", "22x04x2025.txt", None),
    ],
)
def test_the_day_in_a_path(shape: str, path: str, day: date | None) -> None:
    assert PathDate(shape).find(path) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("---\ntitle: 稿\ndate: '2025-4-2'\n---\n正文", date(2025, 4, 2)),
        ("---\r\ndate: 2025-04-22 10:00\r\n---\r\n", date(2025, 4, 22)),
        ("---\nupdate: 2025-04-22\n---\n", None),
        ("---\n---\ndate: 2025-04-22\n", None),
        ("date: 2025-04-22\n", None),
        ("---\ndate: 2025-13-01\n---\n", None),
        ("", None),
    ],
)
def test_the_day_in_front_matter(text: str, day: date | None) -> None:
    assert front_matter_date(text, "date") == day


def test_front_matter_comes_before_the_path() -> None:
    settings = parse("date: {path: YYYYMMDD, front-matter: date}")
    assert settings.published("20250101.txt", "---\ndate: 2025-04-22\n---\n") == date(2025, 4, 22)
    assert settings.published("20250101.txt", "正文") == date(2025, 1, 1)
    assert Settings().published("20250101.txt", "正文") is None
