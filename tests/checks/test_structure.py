"""What is left over, what is promised, parts and labels, the dateline, sayings in two versions, marks of two levels."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.checks import KINDS
from checker.checks.kind import Params
from checker.extraction.article import Article
from checker.readers import read
from tests.checks.reading import hits, mended, told
from tests.growth import assert_linear

LEFTOVER = "structure/leftover"
PLACES = ("此处", "此段", "本段")
ORDERS = ("待补", "请核实", "可删", "建议删除", "加图", "插入照片", "补一组数据", "缺一段采访")
PARTS = ("道路", "水渠", "路灯", "医疗", "教育")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("渡口修好了。【待核】船票不变。", [("【待核】", "remark", False)]),
        ("渡口修好了。（时间待确认）船票不变。", [("（时间待确认）", "remark", True)]),
        ("编辑：此处数据请核实。渡口修好了。", [("编辑：此处数据请核实", "remark", False)]),
        ("感谢{{单位名称}}的支持。", [("{{单位名称}}", "debris", False)]),
        ("感谢{单位名称}的支持。", [("{单位名称}", "debris", True)]),
        ("投资××亿元，占比XX%。", [("××亿", "blank", False), ("XX%", "blank", False)]),
        ("新增××家，投资＊＊＊万元。", [("××家", "blank", True), ("＊＊＊万", "blank", True)]),
        ("他最烦“投资××亿元”这种空话。", [("××亿", "blank", True)]),
        ("船长三十米（？），载客六十人。", [("（？）", "asked", True)]),
        ("渡口修好了（责编注：标题太长，请压缩）。", [("（责编注：标题太长，请压缩）", "remark", False)]),
        ("【此处需要补充航道站的数据】渡口修好了。", [("【此处需要补充航道站的数据】", "remark", False)]),
        ("渡口修好了（船名、吨位待补）。", [("（船名、吨位待补）", "remark", True)]),
        ("【插入航拍图】渡口修好了。", [("【插入航拍图】", "remark", True)]),
        ("新增渡船TK艘，投资■■万元。", [("TK艘", "blank", True), ("■■万", "blank", False)]),
        ("新增就业（ ）万人，来了X位船长。", [("（ ）万", "blank", True), ("X位", "blank", True)]),
    ],
)
def test_what_is_left_over(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert told(LEFTOVER, text) == expected


@given(st.sampled_from(PLACES), st.sampled_from(ORDERS), st.sampled_from(("（）", "【】", "[]")))
def test_every_remark_in_a_bracket(place: str, order: str, bracket: str) -> None:
    remark = f"{bracket[0]}{place}{order}{bracket[1]}"
    assert told(LEFTOVER, f"渡口修好了。{remark}船票不变。") == [(remark, "remark", False)]
    assert hits(LEFTOVER, f"渡口修好了。{place}{order}过了，船票不变。") == []


@pytest.mark.parametrize(
    "text",
    [
        "被告人张××、王某某住在××县，电话138****1234。",
        "20XX年的表，第XX页，型号XX-3，尺寸30×40厘米。",
        "（待续）（图略）（节选）（暂定）（附图）（配图）（编者注：原文如此）",
        "这段路待补，此处风大，本段河道请核准后施工。",
        "时间待定，主场（待定），名单（另附）。",
        "增长（%）一栏空着，单位：亿元。",
        "渡船（待批复后启用）停在北岸（请扫描二维码购票），（待补缴的船票）另算。",
        "（此处为限速航道）（编者按：今日起连载）（记者：请问船票多少钱？）（见报道前文）",
    ],
)
def test_what_belongs_to_the_text(text: str) -> None:
    assert hits(LEFTOVER, text) == []


@given(st.lists(st.sampled_from(PARTS), min_size=3, max_size=5, unique=True), st.data())
def test_parts_announced_and_told(parts: list[str], data: st.DataObject) -> None:
    head = f"全镇一年来推进{'、'.join(parts)}，样样有着落。\n"
    told_parts = [f"在{one}方面，镇里出了一半的钱，村里出了一半的工。" for one in parts]
    assert hits("structure/announced", head + "\n".join(told_parts)) == []
    lost = data.draw(st.integers(0, len(parts) - 1))
    [hit] = hits("structure/announced", head + "\n".join(told_parts[:lost] + told_parts[lost + 1 :]))
    assert hit.variant == "lacking"
    assert hit.data["item"] == parts[lost]


LABELS = ("镜头{}：渡口的船", "故事{} 渡口的船", "第{}问 船从哪里来", "{}问：船从哪里来")


@given(st.sampled_from(LABELS), st.integers(2, 6), st.integers(2, 9))
def test_labels_against_the_title(label: str, count: int, stated: int) -> None:
    unit = next(one for one in ("镜头", "故事", "问") if one in label)
    body = [f"{label.format('一二三四五六'[at])}\n船靠了岸，人下了船，缆绳系在桩上，天就黑了。" for at in range(count)]
    title = f"{'零一两三四五六七八九'[stated]}{'个' * (unit != '问')}{unit}看渡口"
    found = told("structure/labels", "\n".join([title, *body]))
    assert found == ([] if stated == count else [(title[:-3], "count", False)])


def test_a_dateline_after_publication() -> None:
    text = "老渡口通了新船\n本报河湾5月18日讯 老渡口今天通了新船，每天往返十二趟。"
    for day, expected in ((17, ["5月18日"]), (18, []), (25, [])):
        article = Article(read("a.txt", data=text.encode()), date(2025, 5, day))
        assert [hit.span.of(text) for hit in KINDS["dateline"].check(article, Params())] == expected
    assert list(KINDS["dateline"].check(Article(read("a.txt", data=text.encode())), Params())) == []


def test_the_year_before_is_no_later_day() -> None:
    text = "岁末看渡口\n本报河湾12月31日讯 老渡口今天停航。"
    article = Article(read("a.txt", data=text.encode()), date(2025, 1, 2))
    assert list(KINDS["dateline"].check(article, Params())) == []


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("一根扁担挑到头", "一根扁担担到底", True),
        ("先把水留住再把树种活", "先把水留住再把苗种活", True),
        ("守住一江清水向东流", "守住一江水清向东流", True),
        ("先把水留住再把树种活", "先把水留住", False),
        ("最美家庭示范户", "最美教师示范户", False),
        ("河湾一号示范田", "河湾二号示范田", False),
        ("东街便民服务站", "西街便民服务站", False),
        ("水清岸绿", "水清岸绿", False),
    ],
)
def test_two_versions_of_a_saying(one: str, other: str, found: bool) -> None:
    text = f"墙上写着“{one}”。村里人却说“{other}”。"
    assert [hit.span.of(text) for hit in hits("quotation/two-versions", text)] == [f"“{other}”"] * found
    assert hits("quotation/two-versions", f"墙上写着“{one}”，村里人却说“{other}”。") == []


def test_the_rarer_version_is_told() -> None:
    text = "墙上写着“一根扁担挑到底”。“一根扁担挑到头”是句老话。人人都说“一根扁担挑到头”。"
    [hit] = hits("quotation/two-versions", text)
    assert hit.data == {"words": "“一根扁担挑到底”", "other": "“一根扁担挑到头”"}


def test_how_levels_are_mended() -> None:
    assert mended("quotation/nesting", "她说：“这是“最美家庭”奖状。”") == ["她说：“这是‘最美家庭’奖状。”"]
    assert mended("quotation/nesting", "走进‘三代’裁缝铺，“掌柜”还在。") == ["走进“三代”裁缝铺，“掌柜”还在。"]
    assert hits("quotation/nesting", "“走进‘三代’裁缝铺，掌柜还在。") == []


@pytest.mark.parametrize(
    "sign",
    ["××", "{{", "（待", "此处", "在水方面，", "甲、乙、", "镜头一：\n", "“一根扁担挑到头”", "‘“", "如下：\n", "附件1"],
)
def test_time_grows_with_the_text(sign: str) -> None:
    for rule in (LEFTOVER, "structure/announced", "structure/labels", "structure/dangling", "quotation/nesting"):
        assert_linear(lambda size, rule=rule: lambda: hits(rule, sign * size), 2000)  # type: ignore[misc]
    for rule in ("quotation/two-versions", "quotation/unbalanced"):
        assert_linear(lambda size, rule=rule: lambda: hits(rule, sign * size), 2000)  # type: ignore[misc]
