"""Manual pages: whole, plain, and kept in docs/rules."""

import runpy
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from checker.packs import Rule, bundled, load_examples
from checker.packs.loader import load_rule
from checker.packs.page import index, manual, page
from tests.packs.test_loader import GOOD
from tests.reporters.reading import Page

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs" / "rules"
RULES = bundled()
PAGE = """\
# arithmetic/own

Severity: error (错) · kind: `relation` · NUM-01

## What it does

A printed rate is wrong.

The report says:

- {name}不符：\\*{working}

## Why

读者会算。

## Examples

The articles appear on 2025-04-22.

Flagged, 【】 around the words it points at:

```text
全镇28个项目开工16个，开工率【64.3%】。
```

````text
第一行```
第二行全镇28个项目开工16个，开工率【64.3%】。
````

Clean, the traps among them:

```text
全镇28个项目开工18个，开工率64.3%。
又一句。
```

## Known limitations

None to speak of.

## How to mend

- {value}

Its card takes in what these report of the same words: `duplication`.
"""


def test_the_whole_page(tmp_path: Path) -> None:
    path = tmp_path / "arithmetic" / "own.yaml"
    path.parent.mkdir()
    text = GOOD.replace("不符：", "不符：*").replace("    - 全镇28个项目开工18个，开工率64.3%。\n", "")
    text = text.replace(
        "examples:\n", "limits: None to speak of.\njoins: [duplication]\ntaxonomy: [NUM-01]\nexamples:\n"
    )
    text = text.replace(
        "  clean:\n", "    - |\n      第一行```\n      第二行全镇28个项目开工16个，开工率【64.3%】。\n  clean:\n"
    )
    text += "    - 全镇28个项目开工18个，开工率64.3%。\n    - 又一句。\n  date: 2025-04-22\n"
    path.write_text(text, encoding="utf-8")
    assert page(load_rule(path)) == PAGE


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_nothing_of_a_rule_file_is_markup(rule: Rule) -> None:
    read = Page(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(page(rule)))
    assert set(read.tags) <= {"h1", "h2", "p", "ul", "li", "pre", "code"}
    assert not read.of("href")
    given = load_examples(rule)
    for example in [*given.flagged, *given.clean]:
        assert example.rstrip("\n") in read.text
    for words in [rule.file.message, *rule.file.messages.values(), *rule.file.fixes.values(), rule.file.why]:
        assert (words or "").strip() in read.text
    assert " ".join(rule.file.limits.split()) in " ".join(read.text.split())
    for heading in ("What it does", "Why", "Examples", "Known limitations", "How to mend"):
        has = {"Known limitations": bool(rule.file.limits), "How to mend": bool(rule.file.fixes)}.get(heading, True)
        assert (f"\n## {heading}\n" in page(rule)) is has


def test_a_manual_has_the_page() -> None:
    told = manual(RULES[0])
    assert (told.rule, told.page, told.severity) == (RULES[0].id, page(RULES[0]), RULES[0].file.severity)


def test_the_index_links_every_page() -> None:
    read = Page(MarkdownIt("commonmark").enable("table").render(index(RULES)))
    assert read.of("href") == [f"{rule.id}.md" for rule in RULES]
    assert read.tags.count("h2") == len({rule.family for rule in RULES})


def test_docs_are_fresh() -> None:
    wanted = runpy.run_path(str(ROOT / "scripts" / "rule_docs.py"))["pages"]()
    kept = {path.relative_to(DOCS).as_posix(): path.read_text("utf-8") for path in DOCS.rglob("*.md")}
    stale = sorted(name for name in {*kept, *wanted} if kept.get(name) != wanted.get(name))
    assert not stale, "docs/rules is stale: run 'python scripts/rule_docs.py'"
    assert len(kept) == len(RULES) + 1


def test_what_is_stale_is_written_and_what_is_left_over_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "rule_docs.py"))
    main = script["main"]
    monkeypatch.setitem(main.__globals__, "TARGET", tmp_path)
    monkeypatch.setitem(main.__globals__, "pages", lambda: {"README.md": "新", "a/b.md": "新"})
    (tmp_path / "a").mkdir()
    for name in ("README.md", "a/gone.md"):
        (tmp_path / name).write_text("旧", encoding="utf-8")
    main()
    assert {path.relative_to(tmp_path).as_posix(): path.read_text("utf-8") for path in tmp_path.rglob("*.md")} == {
        "README.md": "新",
        "a/b.md": "新",
    }
