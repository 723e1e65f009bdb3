"""What an article asserts: subject, indicator, comparison and time of each number, and what needs no number."""

from datetime import date

import pytest

from checker.document import Document
from checker.extraction.article import Article
from checker.extraction.statements import Statement, statements
from checker.quantities.model import Quantity
from checker.readers import read
from tests.growth import assert_linear

DAY = date(2025, 4, 21)


def stated(text: str, day: date | None = DAY) -> list[Statement]:
    """Everything that the text asserts, in order."""
    return list(statements(Article(_read(text), day)))


def _read(text: str) -> Document:
    return read("article.txt", data=text.encode())


def numbers(text: str) -> list[tuple[str, str, str]]:
    """The numbers of the text as printed, each with its subject and indicator."""
    return [
        (one.value.of(text), one.subject, one.metric)
        for one in stated(text)
        if one.value and isinstance(one.token, Quantity)
    ]


SUBJECT_AND_METRIC = {
    "河湾镇28个重点项目开工18个，开工率64.3%，完成投资3.2亿元。": [
        ("28个", "河湾镇", "重点项目数"),
        ("18个", "河湾镇重点项目", "开工数"),
        ("64.3%", "河湾镇重点项目", "开工率"),
        ("3.2亿元", "河湾镇重点项目", "完成投资"),
    ],
    "南湖乡共有养老服务机构12家，床位800张，比上年增加30张。": [
        ("12家", "南湖乡", "养老服务机构数"),
        ("800张", "南湖乡", "床位数"),
        ("30张", "南湖乡", "床位增量"),
    ],
    "云溪镇城市低保对象454户、737人，月平均标准711元。": [
        ("454户", "云溪镇", "城市低保对象户数"),
        ("737人", "云溪镇", "城市低保对象人数"),
        ("711元", "云溪镇", "月平均标准额"),
    ],
    "去年，云岭集团实现营业收入32.5亿元（+12%），净利润1.2亿元（-3%）。": [
        ("32.5亿元", "云岭集团", "营业收入"),
        ("12%", "云岭集团", "营业收入增速"),
        ("1.2亿元", "云岭集团", "净利润"),
        ("-3%", "云岭集团", "净利润增速"),
    ],
    "北山港（600000）今日收报9.81元，跌幅1.21%，成交额2.3亿元，占总成交额4.5%。": [
        ("9.81元", "北山港", "收盘价"),
        ("1.21%", "北山港", "收盘价跌幅"),
        ("2.3亿元", "北山港", "成交额"),
        ("4.5%", "北山港", "成交额占总成交额比重"),
    ],
    "汽车、机床和船舶的产量分别增长5%、6%和7%。": [
        ("5%", "汽车", "产量增速"),
        ("6%", "机床", "产量增速"),
        ("7%", "船舶", "产量增速"),
    ],
    "煤价、油价和气价涨幅较大，分别为5%、6%和7%。": [
        ("5%", "煤价", "煤价涨幅"),
        ("6%", "油价", "油价涨幅"),
        ("7%", "气价", "气价涨幅"),
    ],
    "云溪镇柠檬出口量6200吨，创汇8100万元，同比分别增长7.9%和18.3%。": [
        ("6200吨", "云溪镇", "柠檬出口量"),
        ("8100万元", "云溪镇", "柠檬出口创汇额"),
        ("7.9%", "云溪镇", "柠檬出口量增速"),
        ("18.3%", "云溪镇", "柠檬出口创汇额增速"),
    ],
    "据江海市统计局数据显示，上半年，工业增加值增长6.1%，增速比一季度回落0.8个百分点。": [
        ("6.1%", "工业", "增加值增速"),
        ("0.8个百分点", "工业", "增加值增速较一季度回落幅度"),
    ],
    "白鹭镇13条自动化生产线正有序运转，打造300个应用场景。": [
        ("13条", "白鹭镇", "自动化生产线数"),
        ("300个", "白鹭镇", "打造应用场景数"),
    ],
    "外销（代工）收入5.2亿元。": [("5.2亿元", "外销", "收入")],
    "这款产品比进口货便宜两成。": [("两成", "比进口货便宜幅度", "比进口货便宜幅度")],
    "“我们要新修渠道12公里，让三千户农民受益。”青石县水利局局长江远山说。": [
        ("12公里", "青石县水利局", "新修渠道长度"),
        ("三千户", "青石县水利局", "受益的农民数"),
    ],
}


@pytest.mark.parametrize("text", SUBJECT_AND_METRIC)
def test_subject_and_indicator(text: str) -> None:
    assert numbers(text) == SUBJECT_AND_METRIC[text]


@pytest.mark.parametrize(
    "text",
    [
        "图 3",
        "—12—",
        "这是不平凡的一年。",
        "一年来，松岭县干部群众埋头苦干。",
        "县委召开六届五次全会。",
        "建设数字产业园项目二期。",
        "两块业务都有起色。",
        "东北三省迎来降雪。",
        "北山港(12.30, 0.10, 0.82%)发布公告。",
        "22年中报显示公司经营向好。",
    ],
)
def test_numbers_that_assert_nothing(text: str) -> None:
    assert numbers(text) == []


def test_one_in_so_many_is_a_share() -> None:
    [one] = [one for one in stated("全球每20颗手机摄像头中就有一颗“云溪造”。") if one.kind == "share"]
    assert (one.subject, one.metric) == ("全球", "手机摄像头中云溪造占比")


@pytest.mark.parametrize(
    ("text", "comparison"),
    [
        ("松岭县工业投资同比增长8%。", "year_on_year"),
        ("松岭县工业投资环比增长8%。", "month_on_month"),
        ("松岭县工业投资增长8%。", "unstated"),
        ("松岭县工业投资收入同比+8%。", "year_on_year"),
    ],
)
def test_comparison(text: str, comparison: str) -> None:
    assert [one.comparison for one in stated(text)] == [comparison]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("今年一季度，松岭县开工项目12个。", ("2025-01-01", "2025-03-31", "")),
        ("去年，松岭县开工项目12个。", ("2024-01-01", "2024-12-31", "")),
        ("今天，松岭县开工项目12个。", ("2025-04-21", "2025-04-21", "")),
        ("昨天，松岭县开工项目12个。", ("2025-04-20", "2025-04-20", "")),
        ("上月，松岭县开工项目12个。", ("2025-03-01", "2025-03-31", "")),
        ("3月上旬，松岭县开工项目12个。", ("2025-03-01", "2025-03-10", "")),
        ("截至目前，松岭县开工项目12个。", ("", "", "2025-04-21")),
        ("截至2024年底，松岭县开工项目12个。", ("", "", "2024-12-31")),
        ("近年来，松岭县开工项目12个。", ("", "", "")),
        ("4月20日（星期日），松岭县开工项目12个。", ("2025-04-20", "2025-04-20", "")),
        ("星期日，松岭县开工项目12个。", ("", "", "")),
        ("20日，松岭县开工项目12个。", ("", "", "")),
    ],
)
def test_time(text: str, days: tuple[str, str, str]) -> None:
    [one] = [one for one in stated(text) if one.kind == "count"]
    assert one.spell
    assert tuple(str(day or "") for day in (one.spell.start, one.spell.end, one.spell.as_of)) == days


def test_times_that_need_a_date_of_issue_stay_open_without_it() -> None:
    [one] = stated("今天，松岭县开工项目12个。", None)
    assert one.spell
    assert (one.spell.start, one.spell.end, one.spell.as_of) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "kind", "value", "subject", "metric"),
    [
        ("松岭县总产量居全省第2位。", "rank", "第2位", "松岭县", "总产量位次"),
        ("松岭县机床产量位居全省前列。", "rank", "位居全省前列", "松岭县", "机床产量位次"),
        ("松岭县建成全国首座跨江索道。", "superlative", "首座", "松岭县", "跨江索道的先后"),
        ("青石县水利局局长江远山来到现场。", "title", "青石县水利局局长", "江远山", "职务"),
        (
            "“路修好了，大家放心。”云溪机械董事长、总经理王明安骄傲地说。",
            "title",
            "云溪机械董事长、总经理",
            "王明安",
            "职务",
        ),
        ("“路修好了，大家放心。”渔政站站长石大勇笑呵呵地说。", "title", "渔政站站长", "石大勇", "职务"),
        ("会议由田大川总理主持。", "title", "总理", "田大川", "职务"),
        ("江远山说：“路要修到每个村，一个也不能少。”", "quote", "路要修到每个村，一个也不能少。", "江远山", "原话"),
        ("云溪水库2023年5月建成。", "date", "2023年5月", "云溪水库", "建成的时间"),
    ],
)
def test_what_is_told_without_a_number(text: str, kind: str, value: str, subject: str, metric: str) -> None:
    found = [
        (one.kind, one.value.of(text), one.subject, one.metric)
        for one in stated(text)
        if one.kind == kind and one.value
    ]
    assert found == [(kind, value, subject, metric)]


@pytest.mark.parametrize(
    "line",
    ["河湾镇新修灌渠12公里，", "甲和乙12、", "分别为3%、", "2024年，", "“甲乙，丙丁。”王某说，", "增长3%（甲乙）"],
)
def test_time_grows_with_the_length(line: str) -> None:
    assert_linear(lambda size: lambda: stated("标题\n" + line * size + "。\n"), 400)
