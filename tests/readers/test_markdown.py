"""Markdown: what is the article's and what is not, with every offset that of the source."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.claims.waivers import Waivers, parse
from checker.document import BlockKind, Document
from checker.engine import lint
from checker.errors import ReadError
from checker.fixes import apply
from checker.packs import bundled
from checker.readers import read
from checker.readers.markdown import veil
from checker.spans import Span

FAULT = "全镇28个项目开工16个，开工率64.3%。"
RATIO = [rule for rule in bundled() if rule.id == "arithmetic/ratio"]

WAIVERS = """\
schema: waivers/1
waivers:
  - {{rule: duplication/sentence, fingerprint: "{fingerprint}", file: 稿.md, reason: 试, who: 试, until: 2025-05-01}}
"""


def document(text: str) -> Document:
    return read("稿.md", data=text.encode())


def lines_found(text: str) -> list[int]:
    return [one.place.position.line for one in lint(document(text), RATIO).findings]


@pytest.mark.parametrize(
    "left_alone",
    [
        f"```\n{FAULT}\n```",
        f"~~~~ text\n~~~\n{FAULT}\n~~~~",
        f"见`{FAULT}`一行。",
        f"见<!-- {FAULT} -->一行。",
        f"见[合作社](http://x.example/{FAULT})一行。",
        f'见![图](a_(1)/{FAULT} "题")一行。',
        f"[1]: http://x.example/{FAULT}",
        f'见<img alt="{FAULT}">一行。',
    ],
)
def test_what_is_none_of_the_articles_words_is_left_alone(left_alone: str) -> None:
    assert lines_found(f"{left_alone}\n\n水车转个不停。\n") == []
    after = left_alone.count("\n") + 3
    assert lines_found(f"{left_alone}\n\n{FAULT}\n") == [after], "what follows it is read, at its own line"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"[{FAULT}](http://x.example)", [1]),
        (f"```\n{FAULT}\n", [2]),
        (f"````\n{FAULT}\n```\n", [2]),
        (f"---\n{FAULT}\n水车转。\n", [2]),
        (f"水车转。\n---\n{FAULT}\n---\n", [3]),
        (f"**{FAULT}**", [1]),
        (f"a < b，{FAULT} c > d", [1]),
    ],
)
def test_what_only_looks_so_is_read(text: str, lines: list[int]) -> None:
    assert lines_found(text) == lines


def test_front_matter_gives_its_title_alone() -> None:
    found = document(f'---\ndate: 2025-04-22\ntitle: "磨坊开工"\nnote: {FAULT}\n---\n\n水车转个不停，磨坊开工了。\n')
    assert found.title is not None
    assert found.title.span.of(found.text) == "磨坊开工"
    assert lint(found, RATIO).findings == ()


def test_paragraphs_are_counted_in_the_source() -> None:
    found = document("---\na: b\n---\n\n# 磨坊\n\n水车转个不停，磨坊开工了。\n\n```\nx\n```\n\n雨停了，路通了。\n")
    assert [one.number for one in found.blocks] == [4, 5, 9]
    assert all(one.number == found.locate(one.span).paragraph for one in found.blocks)
    assert [one.number for section in found.sections for one in section.blocks] in ([], [5, 9])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("全镇**28个**项目", "全镇  28个  项目"),
        ("*全镇*与***28个***项目", " 全镇 与   28个   项目"),
        ("见 __28个__，_开工_。", "见   28个  ， 开工 。"),
        ("* 甲*乙", "* 甲*乙"),
        ("3 * 4 * 5", "3 * 4 * 5"),
        (r"\*甲\*和甲_乙_丙", r"\*甲\*和甲_乙_丙"),
        ("**甲`**`乙**", "**甲    乙**"),
        ("**甲", "**甲"),
    ],
)
def test_emphasis_is_read_without_its_marks(text: str, shown: str) -> None:
    assert veil(text) == shown


def test_what_is_found_across_emphasis_is_told() -> None:
    text = "全镇**28个**项目开工**16个**，开工率**64.3%**。\n"
    [finding] = lint(document(text), RATIO).findings
    assert finding.place.quote == "64.3%"
    text = "水车一天转**三百**转，磨一石麦子。水车一天转**三百**转，磨一石麦子。\n"
    [finding] = lint(document(text), [one for one in bundled() if one.id == "duplication/sentence"]).findings
    assert "**" in finding.place.quote


@pytest.mark.parametrize(
    "text",
    ["全镇28个项目开工<b>16个</b>，开工率**64.3%**。", "全镇[28个项目](http://x.example)开工16个，开工率64.3%。"],
)
def test_words_read_on_across_marks(text: str) -> None:
    assert [one.place.quote for one in lint(document(text), RATIO).findings] == ["64.3%"]
    date_ = lint(document("会议定于2025年2月**30**日召开。\n"), bundled()).findings
    assert [(one.rule, one.place.quote) for one in date_] == [("timing/impossible-date", "2025年2月**30**日")]


def test_words_do_not_read_on_across_code_and_pictures() -> None:
    assert "见乙" not in document("见`甲`乙。\n").flowing.text
    assert "见图乙" not in document("见![图](x)乙。\n").flowing.text


def test_what_is_said_of_words_with_code_among_them_is_not_told() -> None:
    line = "水车一天转`{}`转，磨一石麦子，够全村人吃上好几天。"
    text = f"{line.format('三百')}\n\n{line.format('四百')}\n"
    assert not [one for one in lint(document(text), bundled()).findings if one.rule.startswith("duplication")]


def test_a_file_without_words_of_an_article_is_refused() -> None:
    for text in (f"```\n{FAULT}\n```\n", f"<!-- {FAULT} -->\n"):
        with pytest.raises(ReadError, match="nothing to check"):
            document(text)


def test_a_waiver_meets_what_is_found_across_emphasis() -> None:
    text = "水车一天转**三百**转，磨一石麦子。水车一天转**三百**转，磨一石麦子。\n"
    rules = [one for one in bundled() if one.id in ("duplication/sentence", "ledger/waiver-unused")]
    [finding] = lint(document(text), rules).findings
    waiver = WAIVERS.format(fingerprint=finding.fingerprint)
    report = lint(document(text), rules, waivers=Waivers(parse(waiver), date(2025, 4, 22)))
    assert (report.findings, len(report.suppressed)) == ((), 1)


def test_tables_have_cells_and_no_ruler() -> None:
    text = "| 镇 | 项目 |\n|:--|--:|\n| 甲 | 28 |\n\n甲|乙。\n"
    assert veil(text) == "\t 镇 \t 项目 \t\n         \n\t 甲 \t 28 \t\n\n甲|乙。\n"
    assert [one.kind for one in document(text).blocks if one.kind is BlockKind.HEADING] == []


def test_fixes_leave_alone_what_is_veiled() -> None:
    text = "磨坊开工了。。\n\n```\n停。。\n```\n\n见`停。。`和[路。。](x。。)一行。\n"
    mended = apply(text, lint(document(text), bundled()).findings)
    assert mended == text.replace("了。。", "了。").replace("[路。。]", "[路。]")
    assert apply(mended, lint(document(mended), bundled()).findings) == mended


PIECES = st.sampled_from(
    [
        "---\n",
        "```",
        "~~~",
        "\n",
        "\r\n",
        "`",
        "[",
        "](",
        ")",
        "<!--",
        "-->",
        "|",
        "|-|",
        "title: ",
        "全镇",
        "𠮷",
        " ",
        "<b>",
        "**",
        "_",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_offset_is_that_of_the_source(text: str) -> None:
    veiled = veil(text)
    assert len(veiled) == len(text)
    assert all(new in (old, " ", "\t") for old, new in zip(text, veiled, strict=True))
    assert [one for one in veiled if one in "\r\n"] == [one for one in text if one in "\r\n"]
    if not text.isspace() and text:
        try:
            found = document(text)
        except ReadError:  # <b> alone holds nothing of an article's
            return
        assert found.text == text
        assert all(not found.readable.text[one.span.start].isspace() for one in found.blocks)


def test_what_is_veiled_is_told() -> None:
    found = document("见`甲`乙。\n")
    assert (found.hides(Span(0, 1)), found.hides(Span(0, 2)), found.hides(Span(2, 3))) == (False, True, True)
