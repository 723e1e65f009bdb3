"""What sections are about, with headings and without, and paragraphs that have strayed."""

import pytest

from checker.document import Document
from checker.extraction.article import Article
from checker.extraction.stems import sort_of, stems
from checker.readers import text as reader
from tests.growth import assert_linear


def read(text: str) -> Document:
    return reader.read(text.encode(), "article.txt")


def topics(text: str) -> list[str]:
    return [topic.name for topic in Article(read(text)).topics]


def headed(*headings: str, name: str = "") -> str:
    bodies = [f"{name or one}的夜校开在旧粮站里，{name or one}的孩子放学后也来写作业。" for one in ("石桥镇", "青阳镇")]
    return "各地见闻\n\n" + "\n\n".join(f"{one}\n\n{body}" for one, body in zip(headings, bodies, strict=True))


@pytest.mark.parametrize(
    "shape",
    [
        *(
            "{}",
            "■{}",
            "【{}】",
            "## {}",
            "**{}**",
            "一、{}",
            "（一）{}",
            "1. {}",
            "{} 夜校开在粮站里",
            "{}：夜校开在粮站里",
        ),
        *("走进{}", "{}篇", "★{}｜夜校开在粮站里", "【{}】夜校开在粮站里"),
    ],
)
def test_headings(shape: str) -> None:
    numbered = shape.replace("一", "二").replace("1", "2")
    assert topics(headed(shape.format("石桥镇"), numbered.format("青阳镇"))) == ["石桥镇", "青阳镇"]
    assert topics(headed(shape.format("石桥"), numbered.format("青阳"))) == ["石桥镇", "青阳镇"]


def test_headings_that_name_nobody_in_their_sections() -> None:
    assert topics(headed("总体布局", "工作大局")) == []
    assert topics(headed("青山乡", "红旗乡")) == []


SORTED = {
    "town": ["渭沱镇", "三十岗乡", "新华街道"],
    "village": ["青阳村"],
    "firm": ["恒安建材有限公司", "长青电子公司"],
    "office": ["市水利局", "省教育厅"],
    "school": ["前河小学"],
    "team": ["北关队"],
    "": ["", "全镇", "该公司", "城镇", "农村", "展示厅", "大局", "上市公司", "家乡", "子公司", "本报记者", "在城乡"],
}


@pytest.mark.parametrize(("sort", "name"), [(sort, name) for sort, names in SORTED.items() for name in names])
def test_sorts(sort: str, name: str) -> None:
    assert sort_of(name) == sort


def test_stems_come_likeliest_first() -> None:
    document = read("见闻\n\n走进石桥镇 夜校开课\n\n石桥镇的夜校开了课。\n")
    (section,) = document.sections
    assert next(stems(document.text, section.heading)) == "石桥镇"


HEADLESS = [
    "石桥镇的夜校开在旧粮站里，每周三晚上讲修剪果树。",
    "“听得懂，用得上。”石桥镇的马小兰说，她已经听了三期。",
    "去年，青阳镇请来退休的老师教裁缝，头一期就坐满了。",
    "灯光从窗户里透出来，路过的人都要停一停。",
    "走进白鹭镇的村部，讲的是网上开店。",
    "下一步，白鹭镇打算把课搬到船上。",
]


def test_paragraphs_in_turn_are_sections() -> None:
    document = read("夜校见闻\n\n" + "\n\n".join(HEADLESS))
    found = Article(document).topics
    assert [(one.name, one.headed, len(one.section.blocks)) for one in found] == [
        ("石桥镇", False, 1),
        ("青阳镇", False, 1),
        ("白鹭镇", False, 1),
    ]


def test_two_members_are_a_comparison() -> None:
    assert topics("夜校见闻\n\n" + "\n\n".join(HEADLESS[:4])) == []


def test_a_stray_paragraph_stays_in_the_section_it_lies_in() -> None:
    stray = "此外，白鹭镇还给听课的人备了热茶。"
    document = read("夜校见闻\n\n" + "\n\n".join([*HEADLESS[:1], stray, *HEADLESS[1:]]))
    article = Article(document)
    assert [one.name for one in article.topics] == ["石桥镇", "青阳镇", "白鹭镇"]
    assert [(one.topic.name, one.name) for one in article.foreign_subjects] == [("石桥镇", "白鹭镇")]


COUNTY = "泾源县种冬菜\n\n{}\n\n隆德县把药材当作主业。{}隆德县还办了培训班。\n"


def test_stray_paragraphs_of_one_county() -> None:
    own = "\n\n".join(f"泾源县的第{one}个大棚开了工。" for one in "一二三")
    strays = Article(read(COUNTY.format(own, ""))).strays
    assert [one.name for one in strays] == ["隆德县", "隆德县"]
    assert strays[0].topic.name == "泾源县"
    assert Article(read(COUNTY.format(own, "两县合作多年。"))).strays == ()
    assert Article(read(COUNTY.format("泾源县的大棚开了工。", ""))).strays == ()


@pytest.mark.parametrize(
    "piece",
    ["石桥镇\n\n石桥镇开了课。\n\n", "一、渭沱\n\n开了课。\n\n", "青阳镇的课讲完了。\n\n", "去年，石桥镇修了路，"],
)
def test_time_grows_with_the_text(piece: str) -> None:
    def work(size: int) -> object:
        article = Article(read("各地见闻\n\n" + "".join(piece.replace("石", chr(0x4E00 + n)) for n in range(size))))
        return article.topics, article.foreign_subjects, article.strays

    assert_linear(lambda size: lambda: work(size), 400)
