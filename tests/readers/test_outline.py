"""Lines to titles, headings, captions, bylines and sections."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import yamlfile
from checker.document import Block, BlockKind, Document
from checker.readers import read
from checker.readers.markers import ordinal
from checker.spans import Span

HERE = Path(__file__).parent
LAYOUTS: dict[str, list[tuple[str, str]]] = yamlfile.load(HERE / "layouts.yaml").data
ARTICLE = HERE.parents[1] / "articles" / "yuxi-eight-districts.txt"
DISTRICTS = ["璧山", "铜梁", "大足", "合川", "江津", "荣昌", "潼南", "永川"]


def outline_of(text: str) -> Document:
    return read("a.txt", data=text.encode())


def words(document: Document, span: Span | None) -> str:
    return span.of(document.text) if span else ""


def described(document: Document, block: Block) -> str:
    level = f" {block.level}" if block.level else ""
    marker = f" [{words(document, block.marker)}={block.ordinal}]" if block.marker else ""
    name = f" {words(document, block.name)}" if block.name else ""
    return f"{block.kind}{level}{marker}{name}"


@pytest.mark.parametrize("name", list(LAYOUTS))
@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n　　"])
def test_layout(name: str, between: str) -> None:
    if name == "wrap" and between != "\n":
        between = "\n　　"
    document = outline_of(between.join(line for _, line in LAYOUTS[name]))
    found = [(described(document, block), block.span.of(document.text)) for block in document.blocks]
    assert found == [tuple(line) for line in LAYOUTS[name]]


@pytest.fixture(scope="module")
def article() -> Document:
    return read(ARTICLE)


def test_the_bundled_article(article: Document) -> None:
    assert article.title
    assert article.title.span.of(article.text) == "渝西八区：以“三个作用”为引领 书写高质量发展答卷"
    assert [block.number for block in article.blocks] == list(range(1, 81))
    assert len(article.of_kind(BlockKind.PARAGRAPH)) == 55
    headings = article.of_kind(BlockKind.HEADING)
    assert [words(article, block.name) for block in headings] == DISTRICTS
    captions = article.of_kind(BlockKind.CAPTION)
    assert [(words(article, block.marker), block.ordinal) for block in captions] == [
        (marker, number) for number, marker in enumerate("①②③④⑤⑥⑦⑧", 1)
    ]
    assert [words(article, block.name) for block in captions] == DISTRICTS
    bylines = article.of_kind(BlockKind.BYLINE)
    assert [words(article, block.name).removesuffix("区") for block in bylines] == [
        *DISTRICTS[:2],
        "",
        *DISTRICTS[3:7],
        "",
    ]


def test_the_sections_of_the_bundled_article(article: Document) -> None:
    numbers = {
        words(article, section.heading.name): (section.heading.number, section.blocks[-1].number)
        for section in article.sections
    }
    assert numbers == {
        "璧山": (2, 7),
        "铜梁": (8, 14),
        "大足": (15, 23),
        "合川": (24, 30),
        "江津": (31, 38),
        "荣昌": (39, 48),
        "潼南": (49, 56),
        "永川": (57, 64),
    }
    assert all(
        [block.number for block in section.blocks]
        == list(range(section.heading.number + 1, section.blocks[-1].number + 1))
        for section in article.sections
    )


def sections_of(text: str) -> list[tuple[str, list[int]]]:
    document = outline_of(text)
    return [
        (section.heading.span.of(document.text), [block.number for block in section.blocks])
        for section in document.sections
    ]


def test_sections_nest() -> None:
    text = "年度总结\n一、工业\n概况一句。\n（一）项目\n开工四十个。\n（二）园区\n面积扩大。\n二、农业\n生产稳定。"
    assert sections_of(text) == [
        ("一、工业", [3, 4, 5, 6, 7]),
        ("（一）项目", [5]),
        ("（二）园区", [7]),
        ("二、农业", [9]),
    ]


def test_captions_of_each_section_stay_in_it_and_those_of_the_whole_article_do_not() -> None:
    own = "两镇记\n青杠镇 茶\n茶厂开了门。\n▲青杠镇茶厂。\n石鼓镇 市\n早市开了张。\n▲石鼓镇早市。\n（记者 周砚）"
    assert sections_of(own) == [("青杠镇 茶", [3, 4]), ("石鼓镇 市", [6, 7, 8])]
    shared = "两镇记\n青杠镇 茶\n茶厂开了门。\n石鼓镇 市\n早市开了张。\n①青杠镇：茶厂。\n②石鼓镇：早市。\n（记者 周砚）"
    assert sections_of(shared) == [("青杠镇 茶", [3]), ("石鼓镇 市", [5])]


@pytest.mark.parametrize(
    "line",
    [
        "记者从县里了解到，桥已经修好。",
        "记者节到了",
        "记者：“桥真的修好了吗？”",
        "图1显示，粮食产量连年增长。",
        "图为什么能说话",
        "表1和表2的口径不同。",
        "①先登记；",
        "来源于山里的水。",
        "编辑部的门开着",
    ],
)
def test_what_is_no_caption_and_no_byline(line: str) -> None:
    document = outline_of(f"题目在这里\n第一段话说完了。\n{line}\n第二段话说完了。")
    assert document.blocks[2].kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("新华社记者 张三 摄", ""),
        ("（记者 张三 李四）", ""),
        ("本报记者 张三 通讯员 李四", ""),
        ("张三 文/图", ""),
        ("张三 文 李四 摄", ""),
        ("文/张三 图/李四", ""),
        ("责编 张三", ""),
        ("（编辑：张三 校对：李四）", ""),
        ("来源：某某日报", ""),
        ("【记者 张三】", ""),
        ("松岭区融媒体中心记者 张三 文图", "松岭区"),
        ("松岭日报记者 张三", "松岭"),
        ("新松报记者 张三 文图", ""),
        ("松岭都市报记者 张三文 李四图", ""),
        ("松岭市广播电视台 张三 文/图", "松岭市"),
    ],
)
def test_bylines(line: str, name: str) -> None:
    document = outline_of(f"题目在这里\n第一段话说完了。\n{line}")
    block = document.blocks[-1]
    assert (block.kind, words(document, block.name)) == (BlockKind.BYLINE, name)


LINE = st.sampled_from(
    [line for layout in LAYOUTS.values() for _, line in layout if "\n" not in line]
    + ["", "　　", "一、", "**", "#", "①", "图1", "：", "“", "（", "0", "……"]
)


@given(st.lists(LINE, max_size=30), st.sampled_from(["\n", "\r\n", "\r", "\n\n"]))
def test_every_word_lies_in_one_block_and_sections_nest(lines: list[str], between: str) -> None:
    text = "开头一句。" + between + between.join(lines)
    document = outline_of(text)
    assert (
        "".join(block.span.of(text) for block in document.blocks).split()
        == "".join(line.strip() + " " * 0 for line in text.splitlines()).split()
    )
    assert all(one.span.end <= two.span.start for one, two in pairwise(document.blocks))
    places = {id(block): index for index, block in enumerate(document.blocks)}
    for section in document.sections:
        first = places[id(section.heading)]
        assert [places[id(block)] for block in section.blocks] == list(
            range(first + 1, first + 1 + len(section.blocks))
        )
        assert all(block.level > section.heading.level for block in section.blocks if block.kind is BlockKind.HEADING)


@given(st.integers(1, 99))
def test_ordinals_in_chinese(number: int) -> None:
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    numeral = (digits[tens] if tens > 1 else "") + ("十" if tens else "") + (digits[ones] if ones else "")
    assert ordinal(numeral) == ordinal(str(number)) == number


def test_captions_of_nothing_but_a_number() -> None:
    document = read("a.txt", data="县里今年新修三座桥，群众过河不用再绕路。\n①\n①".encode())
    assert [(block.kind, block.ordinal, block.name) for block in document.blocks[1:]] == [
        (BlockKind.CAPTION, 1, None),
        (BlockKind.CAPTION, 1, None),
    ]
