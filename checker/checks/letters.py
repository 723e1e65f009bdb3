"""lettered-number: a letter O or l that stands for a 0 or a 1 in a number."""

from collections.abc import Iterator

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Edit, Hit, Proposal
from checker.patterns import near, pattern
from checker.spans import Span

NUMBER = pattern(
    "[0-9]{0,6}[OoIl][0-9OoIl]{0,6}(?:[.][0-9OoIl]{1,4})?"
    "(?=[年月日号时分万亿元人个户家亩吨公千名岁余多米套项座条件所辆头只株棵处间栋台次届级倍％%‰])"
)
LETTER = pattern("[OoIl]")
FORMULA = pattern("O[23]")
"""Ozone and oxygen: O3日最大8小时平均浓度."""

DATED = frozenset(("年月", "月日", "月号", "时分", "点分"))
"""What stands around a number with a leading nought in a date or a time: 5月O3日."""

MEAN = pattern("[年月日时][均最平变浓评]")
"""O3日均浓度: what is measured is told over a day, a month or a year."""

DIGITS = str.maketrans("OoIl", "0011")


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every such number, with its digits."""
    text = article.text
    for found in near(NUMBER, LETTER, text, before=6, behind=16):
        before = text[found.start() - 1 : found.start()]
        if FORMULA.fullmatch(found[0]) and (before + text[found.end()] not in DATED or MEAN.match(text, found.end())):
            continue
        if any(map(str.isdigit, found[0])) and not (
            before and before.isascii() and (before.isalnum() or before in "._-/")
        ):
            span = Span(*found.span())
            data = {"words": found[0], "meant": found[0].translate(DIGITS)}
            yield Hit(span, data, proposals=(Proposal("meant", (Edit(span, data["meant"]),), data),))


KIND = Kind(check, frozenset({"words", "meant"}), fixes=frozenset({"meant"}))
