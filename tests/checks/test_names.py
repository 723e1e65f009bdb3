"""Offices, bodies and pronouns: exact words and variants, both directions."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.checks import KINDS
from checker.checks.kind import Params
from checker.extraction.article import Article
from checker.lexicon.bodies import abolished, garbles
from checker.readers import text as reader


def found(kind: str, text: str, published: date | None = None) -> list[tuple[str, str]]:
    article = Article(reader.read(text.encode(), "a"), published)
    return [(hit.variant, hit.span.of(text)) for hit in KINDS[kind].check(article, Params())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县水利局局长陈立说，好。\n\n副局长陈立到了。", [("offices", "副局长陈立")]),
        ("县水利局局长陈立说，好。\n\n县林业局副局长陈立到了。", []),
        ("县水利局局长陈立说，好。\n\n时任副局长陈立到了。", []),
        ("县水利局局长陈立说，好。\n\n2012年，副局长陈立到了。", []),
        ("镇党委书记、镇长陈立说，好。\n\n镇长陈立到了。\n\n镇党委书记陈立走了。", []),
        ("镇长陈立说，好。\n\n镇党委书记陈立走了。", [("offices", "镇党委书记陈立")]),
        ("青石镇镇长陈立说，好。\n\n青石镇镇长高远走了。", [("holders", "镇长高远")]),
        ("青石镇党委书记陈立说，好。\n\n青石镇镇长陈立走了。", [("offices", "镇长陈立")]),
        ("青石镇党委书记陈立说，好。\n\n河口镇镇长陈立走了。", []),
        ("村党支部书记陈立说，好。\n\n石桥村党支部副书记陈立到了。", [("offices", "副书记陈立")]),
        ("村党支部书记陈立说，好。\n\n石桥村委会副主任陈立到了。", []),
        ("青石镇镇长陈立说，好。\n\n河口镇镇长高远走了。", []),
        ("青石镇镇长陈立说，好。\n\n青石镇镇长陈力走了。", []),
        ("镇长陈立说，好。\n\n镇长高远走了。", [("holders", "镇长高远")]),
        ("局长陈立说，好。\n\n局长高远走了。", []),
        ("副局长陈立说，好。\n\n副局长高远走了。", []),
        ("河口医院副院长程立新说，好。\n\n程立新院长说，再看看。", [("offices", "程立新院长")]),
        ("河口医院院长程立新说，好。\n\n程立新院长说，再看看。", []),
        ("河口医院副院长程立新说，好。\n\n程立新院长助理说，再看看。", []),
        ("县水利局局长陈立说，好。\n\n副局长陈立说：“人人都兼顾两头。”", [("offices", "副局长陈立")]),
        ("县水利局局长陈立说，好。\n\n副局长陈立说，今年招聘三人。", [("offices", "副局长陈立")]),
        ("县水利局局长陈立说，好。\n\n曾兼任副局长陈立到了。", []),
        ("神经内科主任周望川说，好。\n\n护士长周望川到了。", [("offices", "护士长周望川")]),
        ("护理部主任周望川说，好。\n\n护士长周望川到了。", []),
        ("神经内科主任周望川说，好。\n\n护士长周望月到了。", []),
    ],
)
def test_offices(text: str, expected: list[tuple[str, str]]) -> None:
    assert found("offices", text) == expected


@pytest.mark.parametrize("name", sorted(garbles())[::7])
def test_garbled_names_in_front_of_an_office(name: str) -> None:
    assert found("garbled-body", f"河口区{name}局说，好。") == [("", f"{name}局")]
    assert found("garbled-body", f"河口区{name}说，好。") == []


RIGHT = """
    发展改革委 发改委 经济信息委 经济和信息化委员会 工业和信息化局 科学技术局 教育体育局
    民族宗教事务局 人力资源社会保障局 自然资源局 规划和自然资源局 住房城乡建设局 城市管理局
    城管执法局 交通运输局 农业农村局 文化旅游局 文化广电旅游局 卫生健康委 退役军人事务局
    应急管理局 市场监督管理局 市场监管局 国有资产监督管理委员会 医疗保障局 生态环境局
    林业草原局 行政审批服务局 大数据发展局 机关事务管理局 招商投资促进局 司法行政部门
    乡村振兴局 信访局 统计局 审计局 地方金融监督管理局
"""


@pytest.mark.parametrize("body", RIGHT.split())
def test_right_names_of_bodies(body: str) -> None:
    assert found("garbled-body", f"河口区{body}说，好。市{body}也说，好。") == []


@given(st.sampled_from(sorted(abolished())), st.integers(1, 800))
def test_a_body_may_be_named_until_its_last_day_and_not_after(name: str, days: int) -> None:
    body = abolished()[name]
    text = f"白沙县{name}说，好。" if body.local else f"{name}说，好。"
    after = date.fromordinal(body.until.toordinal() + days)
    assert found("abolished-body", text, body.until) == []
    assert found("abolished-body", text) == []
    assert found("abolished-body", text, after) == [("", name)]
    assert found("abolished-body", f"原{text}", after) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("吴女士推开门，他笑了。", ["他"]),
        ("吴女士推开门，她笑了。", []),
        ("李先生推开门。她笑了。", ["她"]),
        ("李先生推开门。天亮了。她笑了。", []),
        ("李先生推开门，她们笑了。", []),
        ("李先生和吴女士推开门，她笑了。", []),
        ("李先生的妻子推开门，她笑了。", []),
        ("李先生说：“她笑了。”", []),
        ("馆长程立新来了。李先生推开门，她笑了。", ["她"]),
        ("馆长程立新说，好。店主周萍说，好。李先生推开门，她笑了。", []),
        ("李先生弹起吉他，其他都好。", []),
    ],
)
def test_pronouns(text: str, expected: list[str]) -> None:
    assert [words for _, words in found("pronoun", text)] == expected
