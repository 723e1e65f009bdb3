"""Sentences and quotations of a document, and what it says about itself."""

import hashlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.document import Block, BlockKind, Document, Section
from checker.spans import Position, Span
from tests.growth import assert_linear


def paragraphs(text: str) -> Document:
    """Every line a paragraph."""
    blocks, start = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(line)), number))
        start += len(line) + 1
    return Document("a.txt", text, tuple(block for block in blocks if len(block.span)))


def sentences(text: str) -> list[str]:
    document = paragraphs(text)
    return [sentence.span.of(text) for sentence in document.sentences]


def quotations(text: str) -> list[tuple[int, str]]:
    document = paragraphs(text)
    return [(quotation.depth, quotation.span.of(text)) for quotation in document.quotations]


@pytest.mark.parametrize(
    "parts",
    [
        ["桥修好了。", "路也通了！", "下一步做什么？"],
        ["他说：“桥修好了。”", "大家都笑了。"],
        ["（路也通了。）", "第二天下雨。"],
        ["会场很静……", "没有人说话。"],
        ["真的吗？！", "是真的。"],
        ["“‘走吧。’”", "他说。"],
        ["全镇有三座桥；五条路；两口井。"],
        ["增长3.5%，达到1.2亿元。"],
        ["增长3．5%，达到1．2亿元．", "其中一半在城里."],
        ["1．修桥", "2．铺路"],
        ["软件升到v2.0，网址是a.cn?x=1。"],
        ["没有句号的一句", "另一行"],
    ],
)
def test_sentences(parts: list[str]) -> None:
    joined = "\n" if not parts[0].endswith(("。", "！", "？", "”", "）", "…", "．")) else ""
    assert sentences(joined.join(parts)) == parts


def test_sentences_know_their_block_and_leave_out_the_space_between() -> None:
    document = paragraphs("一。 二。\n\n三。")
    assert [(one.block, one.span) for one in document.sentences] == [(0, Span(0, 2)), (0, Span(3, 5)), (1, Span(7, 9))]


@given(st.text(alphabet="甲1。！？…”．. \n“", max_size=40))
def test_sentences_cover_every_word_once(text: str) -> None:
    document = paragraphs(text)
    covered = [offset for one in document.sentences for offset in range(one.span.start, one.span.end)]
    assert covered == sorted(set(covered))
    left = "".join(text[at] for at in range(len(text)) if at not in set(covered))
    assert not left.strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他说“好”。", [(1, "“好”")]),
        ("“先‘看’再说”", [(1, "“先‘看’再说”"), (2, "‘看’")]),
        ("「外『内』」", [(1, "「外『内』」"), (2, "『内』")]),
        ("只有开头“没有结尾", []),
        ("只有结尾”没有开头", []),
        ("“开头‘没关上”之后", [(1, "“开头‘没关上”")]),
        ("成绩是8’52”，用的是d’zzit的表，Moody’s说“好”。", [(1, "“好”")]),
        ("“快了1’03.5””", [(1, "“快了1’03.5””")]),
        ("《书》不算", []),
        ("“一段\n“二段\n“三段”", [(1, "“一段\n“二段\n“三段”")]),
        ("“一段没完\n二段“好”", [(1, "“好”")]),
        ("“多出一个开头，“老街”还在。\n“真好。”他说。", [(1, "“老街”"), (1, "“真好。”")]),
    ],
)
def test_quotations(text: str, expected: list[tuple[int, str]]) -> None:
    assert quotations(text) == expected


@given(st.text(alphabet="甲“”‘’「」\n", max_size=40))
def test_quotations_nest(text: str) -> None:
    spans = [one.span for one in paragraphs(text).quotations]
    assert spans == sorted(spans)
    assert all(one.covers(two) or two.covers(one) or not one.overlaps(two) for one in spans for two in spans)
    assert len({one.start for one in spans}) == len({one.end for one in spans}) == len(spans)
    assert all(text[one.start] + text[one.end - 1] in ("“”", "‘’", "「」") for one in spans)


@pytest.mark.parametrize("part", ["“", "“‘", "”", "‘”“", "。"])
def test_marks_without_end_take_linear_time(part: str) -> None:
    def make(size: int) -> Callable[[], object]:
        document = paragraphs(part * (size // len(part)))
        return lambda: (document.quotations, document.sentences)

    assert_linear(make, 20_000)


def test_document_describes_itself() -> None:
    title = Block(BlockKind.TITLE, Span(0, 2), 1)
    heading = Block(BlockKind.HEADING, Span(3, 5), 2, level=1)
    body = Block(BlockKind.PARAGRAPH, Span(6, 8), 3)
    document = Document("a.txt", "题目\n小题\n正文", (title, heading, body), (Section(heading, (body,)),))
    assert document.title is title
    assert document.of_kind(BlockKind.HEADING, BlockKind.PARAGRAPH) == [heading, body]
    assert document.sections[0].span == Span(3, 8)
    assert Section(heading, ()).span == heading.span
    assert document.locate(body.span) == Position(3, 1, 3)
    assert document.sha256 == hashlib.sha256("题目\n小题\n正文".encode()).hexdigest()
    assert Document("a.txt", "", digest="abc").sha256 == "abc"
    assert Document("a.txt", "正文。", (Block(BlockKind.PARAGRAPH, Span(0, 3), 1),)).title is None
