"""Shares told one after the other have one whole, and the one that does not fit it is told."""

import pytest

from checker import relations
from checker.findings import Verdict
from checker.quantities import scan
from checker.readers import text as reader


def odd(text: str) -> list[tuple[str, ...]]:
    """The ratios of a text that cannot be, each as its operands are printed."""
    document = reader.read(text.encode(), "a.txt")
    return [
        tuple(each.span.of(document.text) for each in one.operands)
        for one in relations.find(document, scan(document.text))
        if one.kind == "ratio" and one.verdict is Verdict.INCONSISTENT
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "全省水库4117座。\n按规模看，大型水库2313座，占56.2%；中小型水库1804座，占33.8%。",
            [("1804座", "4117座", "33.8%")],
        ),
        (
            "全县登记农机8460台。\n大型农机1950台，占23.0%；中型农机2760台，占32.6%；小型农机3150台，占44.3%。",
            [("3150台", "8460台", "44.3%")],
        ),
        (
            "学院有教师1160人，工勤142人。\n教授208人、副教授349人、讲师603人，分别占17.9%、30.1%和52.0%。\n"
            "博士431人、硕士559人，分别占47.2%和48.2%。",
            [("431人", "1160人", "47.2%")],
        ),
        (
            "学院有教师1460人，工勤142人。\n教授208人、副教授349人、讲师603人，分别占17.93%、30.09%和51.98%。",
            [("208人", "1460人", "17.93%")],
        ),
        (
            "新收的197名学徒里，会雕花的97名，占49.2%；有高中学历的77名，占39.1%。\n"
            "57名师傅中，有高中学历的8名，占24%；93名帮工中，有高中学历的51名，占54.8%。",
            [("8名", "57名", "24%")],
        ),
        (
            "全年拨款3200万元。大头是修路，1600万元，占一半；修渠960万元，占三成；植树480万元，占两成半；管护160万元，占5%。",
            [("480万元", "3200万元", "两成半")],
        ),
    ],
)
def test_the_share_that_does_not_go_with_the_others(text: str, wanted: list[tuple[str, ...]]) -> None:
    assert odd(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "全省水库4117座。\n大型水库2313座，占56.2%；中小型水库1804座，占43.8%。",
        "班里200人，本科生120人，占60.0%；硕士生60人，占30.0%；其中女生45人，占75.0%。",
        "全年拨款3200万元。大头是修路，1600万元，占一半；修渠960万元，占三成；植树480万元，占一成半；管护160万元，占5%。",
        "班里200人，本科生120人，占60.0%；硕士生60人，占30.0%；其中女生33人，占15.7%。",
        "全县农户3000户，种粮户1500户，占50.0%；养殖户600户，占20.0%；其中养鱼户150户，占25.0%。",
        "全县农户3000户，种粮户占50%，养殖户600户。",
        "去年全区出生3200人，男孩1664人，占52.0%；女孩1536人，占48.0%。前年男孩1720人，占51.5%。",
        "甲厂120人，占12.5%；乙厂88人，占23.1%。",
        "新收的197名学徒里，会雕花的97名，占49.2%；有高中学历的77名，占39.1%。\n"
        "57名师傅中，有高中学历的8名，占14%；93名帮工中，有高中学历的51名，占54.8%。",
    ],
)
def test_shares_of_other_wholes_are_left_alone(text: str) -> None:
    assert odd(text) == []
