"""ranks: a place that does not lie among the first N, or among the N, it is said to be of; two firsts of one order."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Hit, Related
from checker.patterns import pattern
from checker.quantities.model import Quantity
from checker.relations.ranks.places import place

if TYPE_CHECKING:
    from checker.extraction.placings import Placing

    Firsts = dict[tuple[str, str], tuple[str, Placing]]

NAMED = 4
"""What stands in an order is called by so many characters, if it is to be known again."""


BESIDE = 8
"""How many characters may stand between two places of one thing in a sentence: 居全省前三，位列第四."""


ANEW = pattern("榜|排行|统计|公布|发布|评[选出]|口径|全球|世界|亚洲|全[国省市]|国内")
"""Words with which the next sentence speaks of another list, or of a wider one."""


FIELD = pattern("[^，。；、0-9的]{1,12}?(?:之中|当中|中|里|内)[，,]?[^，。；、0-9]{0,8}[排列居位][^，。；、0-9]{0,3}")
"""Between so many and the place of one of them: 168个|重点城市中排名|第172位."""

SORTED = pattern("指标|方面|领域|环节|因素|项目|班|年级|组|赛区|单项|小项|行业")
"""What does not itself stand in the order; those in it do."""

UNITS = frozenset({"个", "家", "所", "名", "位", "支", "座", "人", "县", "市", "省"})


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every place that does not go with another, or lies beyond the last."""
    yield from _beyond(article)
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


def _beyond(article: Article) -> Iterator[Hit]:
    """在168个城市中排名第172位."""
    for passage in article.passages:
        for many, token in pairwise(passage.tokens):
            if not isinstance(many, Quantity) or many.unit.name not in UNITS:
                continue
            words = article.text[many.span.end : token.span.start]
            found = place(passage, token) if FIELD.fullmatch(words) and not SORTED.search(words) else None
            high = many.interval.high
            if found and high is not None and abs(found.value) > high:
                data = {"found": found.span.of(article.text), "other": many.span.of(article.text), "what": words}
                yield Hit(found.span, data, (Related(many.span, "other"),), variant="beyond", doubtful=True)


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
    check,
    frozenset({"found", "other", "what"}),
    variants=frozenset({"apart", "both", "beyond"}),
    notes=frozenset({"other"}),
)
