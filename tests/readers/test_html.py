"""HTML: the article's words and nothing else, at the offsets of the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.document import BlockKind
from checker.engine import lint
from checker.packs import bundled
from checker.readers import read
from checker.readers.html import veil
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


@given(st.text(alphabet="<>/!-&;“”pbr甲。 \n\r#x1", max_size=60))
def test_any_text_keeps_its_length(source: str) -> None:
    assert len(veil(source)) == len(source)


@pytest.mark.parametrize("unit", ["<p>甲&ldquo;乙&rdquo;</p>\n", "<!-", "<div ", "<aside>", "&amp", "<script>"])
def test_time_grows_with_the_text(unit: str) -> None:
    assert_linear(lambda number: lambda: veil(unit * number), 4000)
