"""ranks: a place that does not lie among the first N it is said to be of; two that are both the first of one order."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Hit, Related
from checker.patterns import pattern

if TYPE_CHECKING:
    from checker.extraction.placings import Placing

    Firsts = dict[tuple[str, str], tuple[str, Placing]]

NAMED = 4
"""What stands in an order is called by so many characters, if it is to be known again."""


BESIDE = 8
"""How many characters may stand between two places of one thing in a sentence: 居全省前三，位列第四."""


ANEW = pattern("榜|排行|统计|公布|发布|评[选出]|口径|全球|世界|亚洲|全[国省市]|国内")
"""Words with which the next sentence speaks of another list, or of a wider one."""


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every place that does not go with another."""
    if not any(word in article.text for word in ("居", "列", "排")):
        return
    firsts: Firsts = {}
    last: Placing | None = None
    for one in article.placings:
        if not one.plain:
            last = None
            continue
        if (
            last is not None
            and _one_order(article.text, last, one)
            and (one.least > last.most or last.least > one.most)
        ):
            yield _hit(article, last, one, "apart")
        elif (one.least, one.most) == (1, 1) and one.scope:
            yield from _two_firsts(article, firsts, one)
        last = one


def _one_order(text: str, one: "Placing", two: "Placing") -> bool:
    """Whether both tell where one thing stands in one order: the second leaves it out, or calls it the same."""
    if two.sentence - one.sentence > 1 or one.times != two.times or text.startswith("的", two.span.end):
        return False  # 排名第二的是乙市 has a subject of its own
    if one.sentence == two.sentence:
        if two.span.start - one.span.end > BESIDE:
            return False  # between them stands what the second is a place of
        named = not two.words or two.words == one.words
        return named and two.scope in ("", one.scope) and len(one.words) > 1
    if ANEW.search(text, one.span.end, two.span.start):
        return False
    return two.words == one.words and len(one.words) >= NAMED and one.scope == two.scope


def _two_firsts(article: Article, firsts: "Firsts", one: "Placing") -> Iterator[Hit]:
    from checker.extraction.placings import SUBJECT

    match = SUBJECT.fullmatch(one.words)
    if match is None:
        return
    key = (one.scope, match["what"])
    who, other = firsts.setdefault(key, (match["who"], one))
    if who != match["who"] and who not in match["who"] and match["who"] not in who and other.times == one.times:
        yield _hit(article, other, one, "both")


def _hit(article: Article, one: "Placing", two: "Placing", variant: str) -> Hit:
    data = {"found": two.span.of(article.text), "other": one.span.of(article.text), "what": two.words or one.words}
    return Hit(two.span, data, (Related(one.span, "other"),), variant=variant, doubtful=variant == "both")


KIND = Kind(
    check, frozenset({"found", "other", "what"}), variants=frozenset({"apart", "both"}), notes=frozenset({"other"})
)
