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
DIGITS = str.maketrans("OoIl", "0011")


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every such number, with its digits."""
    text = article.text
    for found in near(NUMBER, LETTER, text, before=6, behind=16):
        before = text[found.start() - 1 : found.start()]
        if any(map(str.isdigit, found[0])) and not (
            before and before.isascii() and (before.isalnum() or before in "._-/")
        ):
            span = Span(*found.span())
            data = {"words": found[0], "meant": found[0].translate(DIGITS)}
            yield Hit(span, data, proposals=(Proposal("meant", (Edit(span, data["meant"]),), data),))


KIND = Kind(check, frozenset({"words", "meant"}), fixes=frozenset({"meant"}))
