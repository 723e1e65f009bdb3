"""HTML: the article's words and nothing else, at the offsets of the file."""

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.document import BlockKind
from checker.engine import lint
from checker.errors import ReadError
from checker.fixes import apply
from checker.packs import bundled
from checker.readers import read
from checker.readers.html import veil
from checker.spans import Span
from tests.growth import assert_linear

PAGE = """<!DOCTYPE html>
<html><head><title>要闻_某某网</title><style>p {color: red}</style>
<script>var rate = "28个项目开工16个，开工率64.3%";</script></head>
<body><nav><a href="/">首页“</a></nav>
<article class="a">
<h1>全镇项目小结</h1>
<p>一季度，全镇28个项目开工16个，<b>开工率
64.3%</b>。</p>
<!-- 28个项目开工16个，开工率65.3% -->
<p>镇长说：&ldquo;抓紧干&rdquo;。<br>村里人也说&nbsp;好。</p>
</article>
<footer>版权所有（</footer></body></html>
"""


def test_the_words_of_the_article_at_their_places() -> None:
    document = read("稿.html", data=PAGE.encode())
    assert document.text == PAGE
    assert [block.kind for block in document.blocks][:2] == [BlockKind.TITLE, BlockKind.PARAGRAPH]
    assert [block.span.of(document.veiled).split()[0] for block in document.blocks] == [
        "全镇项目小结",
        "一季度，全镇28个项目开工16个，",
        "镇长说：",
        "村里人也说",
    ]
    findings = lint(document, bundled()).findings
    assert [(one.rule, one.place.quote) for one in findings] == [("arithmetic/ratio", "64.3%")]
    assert findings[0].place.position.line == 8


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<p>甲</p><p>乙</p>", ["甲", "乙"]),
        ("<td>甲</td><td>乙</td>", ["甲", "乙"]),
        ("a &lt; b &amp; c", ["a", "<", "b", "&", "c"]),
        ("&#x4E2D;&#25991;", ["中", "文"]),
        ("5 < 6 且 7 > 3", ["5", "<", "6", "且", "7", ">", "3"]),
        ("<main>甲</main><p>乙</p>", ["甲"]),
        ("<script>x</script>甲<SCRIPT>y</SCRIPT>", ["甲"]),
        ("<aside><aside>x</aside>y</aside>甲", ["甲"]),
        ("<script>从未关上", ["从未关上"]),
        ("<img alt='“'>甲", ["甲"]),
    ],
)
def test_what_is_shown(source: str, words: list[str]) -> None:
    assert veil(source).split() == words


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("开工<b>16个</b>，", "开工16个，"),
        ('<a href="x">开</a>工<font color=red>1</font><EM>6</EM>个', "开工16个"),
        ("开工<!-- 十六 -->16个", "开工16个"),
        ("开工率\n      64.3%", "开工率 64.3%"),
        ("开工率&nbsp;&#54;4.3%&rdquo;。", "开工率64.3%”。"),
        ("镇&zwnj;长", "镇长"),
    ],
)
def test_words_read_on_across_what_only_dresses_them(source: str, words: str) -> None:
    document = read("稿.html", data=source.encode())
    assert document.flowing.text == words
    assert document.words(Span(0, len(source))) == words


@pytest.mark.parametrize("source", ["28<sup>1</sup>个", "28<del>30</del>个", "28<img src=x>个", "28<br>个"])
def test_words_do_not_read_on_across_what_says_something(source: str) -> None:
    assert "28个" not in read("稿.html", data=source.encode()).flowing.text
    assert "281个" not in read("稿.html", data=source.encode()).flowing.text


LONG = "会上说，{}停车场{}要在六月底前建成投用，周边三个村的道路同步拓宽到六米以上。"


@pytest.mark.parametrize(
    ("source", "rule", "quote"),
    [
        ("<p>全镇28个项目开工<b>16个</b>，开工率64.3%。</p>", "arithmetic/ratio", "64.3%"),
        ('<p>全镇28个项目<span class="a b">开工</span>16个，开工率64.3%。</p>', "arithmetic/ratio", "64.3%"),
        ("<p>全镇28个项目开工16个，开工率&#54;4.3%。</p>", "arithmetic/ratio", "&#54;4.3%"),
        ("<p>会议定于2025年2月<b>30</b>日召开。</p>", "timing/impossible-date", "2025年2月<b>30</b>日"),
        ("<p>他说：&ldquo;抓紧干，不能等。</p>", "quotation/unbalanced", "&ldquo;"),
        (
            "".join(f"<p>{LONG.format('<b>', '</b>')}</p>\n" for _ in "二度"),
            "duplication/paragraph",
            LONG.format("<b>", "</b>"),
        ),
    ],
)
def test_what_is_found_across_markup_is_told(source: str, rule: str, quote: str) -> None:
    document = read("稿.html", data=source.encode())
    findings = lint(document, [one for one in bundled() if one.id == rule]).findings
    assert [(one.severity.value, one.place.quote) for one in findings] == [("error", quote)]
    assert findings[0].place.span.of(source) == quote


@pytest.mark.parametrize(
    ("source", "mended"),
    [
        ("<p>磨坊<b>开工</b>了。。</p>", "<p>磨坊<b>开工</b>了。</p>"),
        ("<p>磨坊<b>开工了。</b>。</p>", "<p>磨坊<b>开工了。</b>。</p>"),
        ("<p>磨坊开工了。&#12290;</p>", "<p>磨坊开工了。&#12290;</p>"),
    ],
)
def test_no_fix_edits_across_markup(source: str, mended: str) -> None:
    findings = lint(read("稿.html", data=source.encode()), bundled()).findings
    assert [one.rule for one in findings] == ["punctuation/repeated-stop"]
    assert apply(source, findings) == mended


def test_the_ledger_and_waivers_find_their_words_behind_markup() -> None:
    source = "<p>全镇<b>28个</b>项目<b>开工</b>16个，开工率64.3%。</p>"
    document = read("稿.html", data=source.encode())
    at = source.index("16个")
    report = lint(document, bundled(), claimed=[Span(at, at + 3)])
    assert (report.numbers.claimed, report.numbers.checked) == (1, 3)
    assert [one.place.quote for one in report.relations[0].operands] == ["16个", "28个", "64.3%"]


def test_a_page_without_words_of_an_article_is_refused() -> None:
    for page in ("<!-- 28个项目开工16个，开工率64.3% -->", "<nav>28个项目开工16个，开工率64.3%。</nav>"):
        with pytest.raises(ReadError, match="nothing to check"):
            read("稿.html", data=page.encode())


@given(st.text(alphabet="<>/!-&;“”pbr甲。 \n\r#x1", max_size=60))
def test_any_text_keeps_its_length(source: str) -> None:
    assert len(veil(source)) == len(source)


@given(
    st.lists(st.sampled_from(["<b>", "</b>", "&#54;", "&rdquo;", "甲", "6", " ", "\n", "<p>", "<img>"]), max_size=12)
)
def test_every_word_leads_back_to_where_it_stands(pieces: list[str]) -> None:
    source = "".join(("始", *pieces, "终"))
    document = read("稿.html", data=source.encode())
    words = document.flowing.text
    for at, shown in enumerate(words):
        span = document.source_of(Span(at, at + 1))
        assert unescape(span.of(source)) == shown or shown.isspace()
        assert document.flowing_at(span) == Span(at, at + 1)
    assert document.source_of(Span(0, len(words))) == Span(0, len(source))


@pytest.mark.parametrize("unit", ["<p>甲&ldquo;乙&rdquo;</p>\n", "<!-", "<div ", "<aside>", "&amp", "<script>"])
def test_time_grows_with_the_text(unit: str) -> None:
    assert_linear(lambda number: lambda: veil(unit * number), 4000)
