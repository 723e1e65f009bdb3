"""An article may hold anything; none of it becomes markup, a control sequence or a broken table."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from checker.findings import Finding, Note, Severity
from checker.report import DocumentReport, Numbers, Report
from checker.reporters import FORMATS, Options, render
from checker.reporters.cells import draw
from checker.reporters.visible import shorten, visible
from checker.spans import Span
from tests.growth import assert_linear
from tests.reporters.reading import SGR, Page, markdown_page
from tests.reporters.sample import Maker

HOSTILE = [
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[/] [bold red]红[/bold red]",
    "| 一 | 二 |",
    "`码` ``` ~~~",
    "\x1b[2J\x1b]0;title\x07",
    "\u202e倒\u202c",
    "{{ 7*7 }}{% raw %}",
    "[链](javascript:alert(1)) ![图](//x.com/a.png)",
    "https://x.com www.x.com a@b.com",
    "@someone #12 **粗** __x__ ~~y~~ $z$",
    "&lt;b&gt; &#124; &amp;",
    "<!-- 注 --> ]]> --> */ </style>",
    "\\| \\` \\\\",
    "1. 条 - 项 + 项 # 题 > 引",
    "零\u200b宽\ufeff\u00ad",
    "\x00\x08\x7f\x85\x0b\x0c\u2028",
    "字" * 10_000,
]
MARKDOWN_TAGS = {"h1", "h2", "h3", "p", "strong", "ul", "li", "code", "br", "sub", "span", "details", "summary"} | {
    *("table", "thead", "tbody", "tr", "th", "td")
}


def everything(words: str) -> Report:
    """A report in which ``words`` stand wherever an article's words, or a person's, can stand."""
    make = Maker(f"前文{words}后文\n{words}\n")
    first, second = make.at(Span(2, 2 + len(words))), make.at(Span(len(words) + 5, 2 * len(words) + 5))
    lead = make.finding(
        f"family/{words}", first, words, why=words, related=[Note(second, words)], cause="one", fingerprint="one"
    )
    symptom = make.finding("family/fault", second, words, cause="one")
    style = make.finding("family/style", second, words, severity=Severity.STYLE)
    return Report(
        (
            DocumentReport(
                words,
                words,
                make.text,
                (lead, symptom, style),
                (),
                Numbers(1, 0, 0, 1),
                (second,),
                words,
                (first.span,),
            ),
        )
    )


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_the_terminal_gets_no_control_characters(words: str) -> None:
    written = render(everything(words), "terminal", Options(width=60, verbose=True))
    assert all(character.isprintable() or character in "\n\u3000" for character in written)
    coloured = render(everything(words), "terminal", Options(color=True, width=60, verbose=True))
    assert SGR.sub("", coloured) == written


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("width", [40, 100])
def test_rows_fit_the_screen_but_for_the_path(words: str, width: int) -> None:
    rows = render(everything(words), "terminal", Options(width=width)).split("\n")
    assert all(cell_len(row) <= width for row in rows if not row.startswith("  --> "))


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_the_page_holds_the_article_and_nothing_of_it_is_markup(words: str) -> None:
    page = Page(render(everything(words), "html"))
    expected = Page(render(everything("平常的话"), "html"))
    assert set(page.tags) <= {*expected.tags, "br"}
    assert {name for name, _ in page.attributes} == {name for name, _ in expected.attributes}
    assert all(target.startswith("#") for target in page.of("href"))
    article = everything(words).documents[0].text
    lines = [line for line in re.split(r"\r\n|[\n\r\u2028\u2029]", article) if line.strip()]
    assert page.lines == [visible(line) for line in lines]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_the_list_keeps_its_tables(words: str) -> None:
    written = render(everything(words), "markdown")
    page = markdown_page(written)
    assert set(page.tags) <= MARKDOWN_TAGS
    assert page.attributes == []
    assert page.tags.count("td") == 5 * 2
    assert page.tags.count("h2") == 1
    assert not re.search(r"https?:|www\.|@\w", written)  # nothing that a site would turn into a link or a mention


characters = st.sampled_from(
    [*"字数3，。“”<>&|`*_[]{}\\'\"#@ \t", "\n", "\x1b", "\u202e", "𠮷", "🎉", "\u0301", "\u200d"]
)


@st.composite
def reports(draw_: st.DrawFn) -> Report:
    """Findings anywhere on any text, some of one cause, overlapping and empty ones too."""
    text = draw_(st.text(characters, min_size=1, max_size=80))
    make = Maker(text)
    findings: list[Finding] = []
    for index in range(draw_(st.integers(1, 5))):
        start = draw_(st.integers(0, len(text)))
        span = Span(start, draw_(st.integers(start, min(len(text), start + 24))))
        severity, cause = draw_(st.sampled_from(Severity)), draw_(st.sampled_from([None, "甲"]))
        name = "甲" if cause and not any(one.cause for one in findings) else f"指纹{index}"
        findings.append(make.finding("a/b", make.at(span), "话", severity=severity, cause=cause, fingerprint=name))
    findings.sort(key=lambda finding: finding.place.span)
    return Report((DocumentReport("稿.txt", "", text, tuple(findings)),))


@settings(max_examples=50)
@given(reports())
def test_every_quote_appears_in_every_format(report: Report) -> None:
    quotes = [finding.place.quote for finding in report.documents[0].findings]
    terminal = "".join(render(report, "terminal", Options(width=600, style=True)).split())
    markdown, page = markdown_page(render(report, "markdown")).text, Page(render(report, "html"))
    for quote in quotes:
        drawn = "".join(draw(quote.replace("\t", " ")).split())
        lines = [part for part in re.split(r"↵|\\r", drawn) if part]  # of several, the first and the last are shown
        assert drawn in terminal or all(part in terminal for part in [*lines[:1], *lines[-1:]])
        assert " ".join(visible(shorten(quote, 30)).split()) in " ".join(markdown.split())
        assert visible(quote) in page.text


@settings(max_examples=50)
@given(reports())
def test_every_link_on_the_page_leads_somewhere(report: Report) -> None:
    page = Page(render(report, "html"))
    anchors = page.of("id")
    assert len(anchors) == len(set(anchors))
    assert {target.removeprefix("#") for target in page.of("href")} <= set(anchors)


@settings(max_examples=50)
@given(reports())
def test_the_page_is_the_article(report: Report) -> None:
    lines = Page(render(report, "html")).lines
    kept = [visible(line) for line in re.split(r"\r\n|[\n\r\u2028\u2029]", report.documents[0].text) if line.strip()]
    assert [line for line in lines if line.strip()] == kept


@pytest.mark.parametrize("format_", FORMATS)
def test_the_time_grows_with_the_text(format_: str) -> None:
    def make(size: int) -> Callable[[], object]:
        maker = Maker("“" * size)
        findings = [maker.finding("a/b", maker.at(Span(at, at + 1)), "话") for at in range(0, size, 200)]
        report = Report((DocumentReport("稿.txt", "", maker.text, tuple(findings)),))
        return lambda: render(report, format_)

    assert_linear(make, 8_000)
