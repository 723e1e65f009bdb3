"""Captions, sections and bylines against each other: what is said, how surely, and what is reported as agreeing."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.checks import captions, sections
from checker.checks.kind import Kind, Params
from checker.checks.listed import key, like, run_of
from checker.engine import lint
from checker.extraction.article import Article
from checker.findings import Hit, Verdict
from checker.packs import bundled
from checker.readers import read
from checker.report import Report
from checker.reporters.json import record

ARTICLE = Path(__file__).parents[2] / "articles" / "yuxi-eight-districts.txt"
COUNTIES = ["都昌县", "湖口县", "彭泽县", "德安县", "武宁县"]
CIRCLED = "①②③④⑤⑥⑦⑧"


def article(text: str) -> Article:
    return Article(read("a.txt", data=text.encode()))


def round_up(names: list[str], order: list[int], title: str = "沿湖几县话防汛", numbers: str = CIRCLED) -> str:
    """An article with a section for each name and captions in this order."""
    body = [title]
    for name in names:
        body += [f"{name} 堤上的灯", f"{name}的巡堤队分成三班，夜里也有人在堤上走。"]
    body += [f"{numbers[at]}{names[index]}：巡堤的人。" for at, index in enumerate(order)]
    return "\n".join(body)


def hits(kind: Kind, text: str) -> list[tuple[str, str, str, bool]]:
    found = article(text)
    return [(hit.variant, hit.span.of(text), hit.data["working"], hit.doubtful) for hit in _hits(kind, found)]


def _hits(kind: Kind, found: Article) -> list[Hit]:
    return list(kind.check(found, Params()))


def workings(kind: Kind, text: str) -> list[tuple[Verdict, str]]:
    return [(one.verdict, one.working) for one in kind.account(article(text), Params())]


def test_the_bundled_article_agrees() -> None:
    text = ARTICLE.read_text(encoding="utf-8")
    assert hits(captions.KIND, text) == hits(sections.KIND, text) == []
    assert workings(captions.KIND, text) == [
        (Verdict.CONSISTENT, "图注①—⑧连号，无缺无重"),
        (Verdict.CONSISTENT, "图注①—⑧与8个栏目一一对应，次序一致"),
    ]
    assert workings(sections.KIND, text) == [
        (
            Verdict.CONSISTENT,
            "标题说“八区”，正文有8个栏目（璧山、铜梁、大足、合川、江津、荣昌、潼南、永川），一致",
        ),
        (Verdict.CONSISTENT, "署名8行，与8个栏目同数；6行带地名，次序与栏目一致"),
    ]


def test_a_changed_count_in_the_bundled_article_is_seen() -> None:
    text = ARTICLE.read_text(encoding="utf-8").replace("渝西八区", "渝西九区")
    (variant, quote, working, doubtful), *rest = hits(sections.KIND, text)
    assert (variant, quote, doubtful, rest) == ("count", "九区", False, [])
    assert working.startswith("有8个栏目（璧山、")
    counted = [one for one in sections.KIND.account(article(text), Params()) if one.operands[0].role == "count"]
    assert [(one.verdict, one.operands[0].value, len(one.operands)) for one in counted] == [
        (Verdict.INCONSISTENT, "9", 9)
    ]


@given(st.integers(3, 5), st.data())
def test_captions_in_order_are_quiet_and_any_other_numbering_is_not(size: int, data: st.DataObject) -> None:
    names = COUNTIES[:size]
    whole = list(range(size))
    assert hits(captions.KIND, round_up(names, whole)) == []
    assert [verdict for verdict, _ in workings(captions.KIND, round_up(names, whole))] == [Verdict.CONSISTENT] * 2
    numbers = data.draw(st.permutations(CIRCLED[:size]).map("".join))
    found = hits(captions.KIND, round_up(names, whole, numbers=numbers))
    assert bool(found) == (numbers != CIRCLED[:size])
    order = data.draw(st.permutations(whole))
    crossed = [one[0] for one in hits(captions.KIND, round_up(names, list(order)))]
    assert crossed == ["crossed"] * (order != whole)


def test_a_gap_says_what_is_missing_and_whose() -> None:
    text = round_up(COUNTIES, [0, 1, 3, 4], numbers="①②④⑤")
    assert hits(captions.KIND, text) == [("gap", "④", "由②跳到④，缺③", False)]
    (hit,) = _hits(captions.KIND, article(text))
    assert [(one.note, one.span.of(text)) for one in hit.related] == [("before", "②"), ("section", "彭泽县")]
    assert workings(captions.KIND, text) == [(Verdict.INCONSISTENT, "由②跳到④，缺③")]


@pytest.mark.parametrize(
    ("numbers", "order", "expected"),
    [
        ("②③", [0, 1], [("gap", "②", "从②起，缺①", True)]),
        ("①①②", [0, 1, 2], [("repeated", "①", "①出现两次", False)]),
        ("①③②", [0, 1, 2], [("order", "②", "③之后是②", False)]),
        ("①②", [0, 1], [("missing", "彭泽县", "", True)]),
        ("①②③", [0, 2, 1], [("crossed", "湖口县", "湖口县", True)]),
    ],
)
def test_other_slips(numbers: str, order: list[int], expected: list[tuple[str, str, str, bool]]) -> None:
    assert hits(captions.KIND, round_up(COUNTIES[:3], order, numbers=numbers)) == expected


def test_a_stranger_is_sure_only_where_a_section_lacks_its_caption() -> None:
    text = round_up(COUNTIES[:3], [0, 1, 2]).replace("③彭泽县：", "③永修县：")
    assert hits(captions.KIND, text) == [("stranger", "永修县", "彭泽县", False)]
    more = round_up(COUNTIES[:3], [0, 1, 2]) + "\n④永修县：邻县的人也来了。"
    assert hits(captions.KIND, more) == [("stranger", "永修县", "", True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("码头\n泊位有三个（见图2）。\n图1 客运\n图3 货运", [("gap", "图3", "由图1跳到图3，缺图2", False)]),
        ("码头\n泊位有三个（见图3）。\n图1 客运\n图2 货运", [("reference", "图3", "", False)]),
        ("码头\n泊位有三个（见图③）。\n图① 客运\n图② 货运", [("reference", "图③", "", False)]),
        ("码头\n泊位有三个（见表3）。\n表1 客运\n表2 货运", [("reference", "表3", "", True)]),
        ("码头\n泊位有三个（见表2）。\n图1 客运\n图2 货运", []),
        ("码头\n泊位有三个（见图9）。", []),
        ("码头\n图3显示，泊位有三个，见图3。\n图1 客运\n图2 货运", []),
        ("码头\n泊位有三个。\n表1 客运\n表3 货运", [("gap", "表3", "由表1跳到表3，缺表2", True)]),
        ("码头\n泊位有三个。\n图1-1 客运\n图2-1 货运", []),
    ],
)
def test_figures_and_references(text: str, expected: list[tuple[str, str, str, bool]]) -> None:
    assert hits(captions.KIND, text) == expected


@pytest.mark.parametrize(
    ("title", "quiet"),
    [
        ("沿湖三县话防汛", True),
        ("沿湖3县话防汛", True),
        ("沿湖三个县话防汛", True),
        ("沿湖三地话防汛", True),
        ("两市协作 沿湖三县话防汛", True),
        ("四川三县话防汛", True),
        ("沿湖县区话“四县”防汛", True),
        ("九江市县乡话防汛", True),
        ("第四县队话防汛", True),
        ("三农三县话防汛", True),
        ("沿湖四区话防汛", True),
        ("沿湖四县话防汛", False),
        ("沿湖两县话防汛", False),
        ("沿湖十二县话防汛", False),
        ("沿湖五地话防汛", False),
    ],
)
def test_counts_in_the_title(title: str, quiet: bool) -> None:
    found = hits(sections.KIND, round_up(COUNTIES[:3], [], title))
    assert [variant for variant, *_ in found] == ([] if quiet else ["count"])


def test_bylines_are_compared_only_where_each_section_has_one() -> None:
    lines = [f"{name}融媒体中心记者 石川 文图" for name in COUNTIES[:4]]
    text = round_up(COUNTIES[:4], [0, 1, 2, 3])
    swapped = [lines[0], lines[2], lines[1], lines[3]]
    assert hits(sections.KIND, "\n".join([text, *lines])) == []
    assert hits(sections.KIND, "\n".join([text, *swapped])) == [("bylines", "彭泽县", "彭泽县", True)]
    assert hits(sections.KIND, "\n".join([text, *swapped[:3]])) == []
    papers = [lines[0], "新湖报记者 胡岸 文图", *lines[2:]]
    assert hits(sections.KIND, "\n".join([text, *papers])) == []


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ("一、|二、|三、", []),
        ("一、|二、|四、", [("gap", "四、", "二之后是四，缺三", True)]),
        ("一、|二、|二、", [("repeated", "二、", "二之后是二", False)]),
        ("一、|三、|二、", [("order", "二、", "三之后是二", True)]),
        ("五、|七、", []),
        ("（一）|（二）|（四）", [("gap", "（四）", "（二）之后是（四），缺（三）", True)]),
        ("1.|2.|4.", [("gap", "4.", "2之后是4，缺3", True)]),
        ("第一章 |第二章 |第四章 ", [("gap", "第四章", "第二章之后是第四章，缺第三章", True)]),
    ],
)
def test_numbered_headings(numbers: str, expected: list[tuple[str, str, str, bool]]) -> None:
    marks = numbers.split("|")
    text = "工作要点\n" + "\n".join(f"{mark}修好水渠\n年内整修水渠四十公里。" for mark in marks)
    assert hits(sections.KIND, text) == expected
    assert hits(sections.KIND, text.replace("要点", "要点（节选）")) == [
        one for one in expected if one[0] == "repeated"
    ]


def test_inner_headings_start_anew_and_paragraphs_count() -> None:
    nested = "要点\n一、甲\n（一）乙\n一句。\n（二）丙\n一句。\n二、丁\n（一）戊\n一句。\n（二）己\n一句。"
    assert hits(sections.KIND, nested) == []
    assert sorted(working for _, working in workings(sections.KIND, nested)) == [
        "小标题一和二连号，无缺无重",
        "小标题（一）和（二）连号，无缺无重",
        "小标题（一）和（二）连号，无缺无重",
    ]
    inline = "要点\n（一）修渠\n一句。\n（二）种树。今年种树三千株。\n（三）铺路\n一句。"
    assert hits(sections.KIND, inline) == []


@pytest.mark.parametrize(
    ("marker", "number", "expected"),
    [
        ("⑤", 4, "④"),
        ("图3", 2, "图2"),
        ("图 3", 12, "图 12"),
        ("（十二）", 11, "（十一）"),
        ("二、", 20, "二十、"),
        ("图①", 21, "图(21)"),
    ],
)
def test_markers_in_kind(marker: str, number: int, expected: str) -> None:
    assert like(marker, number) == expected


def test_names_and_runs() -> None:
    assert [key(name) for name in ("璧山区", "璧山", "歙县", "阿荣旗", "古城街道")] == [
        "璧山",
        "璧山",
        "歙县",
        "阿荣",
        "古城",
    ]
    assert run_of(["图1", "图2", "图3"]) == "图1—3"


def test_only_a_stated_number_makes_a_listing() -> None:
    report = lint(read("a.txt", data=ARTICLE.read_bytes()), bundled())
    compared = [one.working for one in report.relations if not one.is_published]
    assert compared == [
        "图注①—⑧与8个栏目一一对应，次序一致",
        "署名8行，与8个栏目同数；6行带地名，次序与栏目一致",
        "图注①—⑧连号，无缺无重",
    ]
    checks = record(Report((report,)))["documents"][0]["checks"]
    assert {one["relation"] for one in checks} & {"sequence"} == set()
    assert all("count" in [two["role"] for two in one["operands"]] for one in checks if one["relation"] == "listing")


def described(note: str, first: str, second: str, quoted: str = "“借伞”") -> list[tuple[str, str, str, bool]]:
    """A round-up of two towns with two captions under it."""
    body = (
        "河谷两镇见闻",
        "东坪镇：桥头的修车铺",
        "修车铺的老周守着一台旧车床，链条、刹把样样能修。",
        "西坪镇：祠堂里的戏台",
        f"戏台上的大幕换成了绒布，一台{quoted}唱到深夜。",
        f"图①：{first}",
        f"图②：{second}",
        f"（图片由两镇提供{note}）",
    )
    return hits(captions.KIND, "\n\n".join(body))


@pytest.mark.parametrize("tie", ["依次对应", "分别为", "依次是"])
def test_a_note_gives_the_captions_to_their_sections(tie: str) -> None:
    bikes, stage = "老周在旧车床前修链条。", "戏台的大幕换成了绒布。"
    note = f"，图①至图②{tie}东坪镇、西坪镇"
    assert described(note, bikes, stage) == []
    assert described(note, stage, bikes) == [("described", "图①", "图②", True)]
    assert described("", stage, bikes) == []
    assert described(f"，图①至图②{tie}东坪镇、南坪镇", stage, bikes) == []


def test_a_caption_that_tells_of_another_section() -> None:
    assert described("", "东坪镇的修车铺。", "西坪镇在演“借伞”。") == []
    assert described("", "东坪镇在演“借伞”。", "西坪镇的修车铺。") == [("elsewhere", "借伞", "西坪镇", True)]
    assert described("", "东坪镇在演“打店”。", "西坪镇的修车铺。") == []
