"""sessions: editions of one event whose numbers and years do not go together."""

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Hit, Related
from checker.patterns import pattern

if TYPE_CHECKING:
    from checker.extraction.sessions import Session

YEARLY = pattern("一年一[届度]|每年[一都]?[届度次]?|年度|年会|每年举办|逐年")
PAUSE = pattern("停办|延期|推迟|疫情|中断|暂停|恢复举办|隔年|两年一|每两年|每隔|四年一|三年一|五年一|每三年|每四年")
MOST = 12
"""How many editions of one event are compared with one another."""


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every edition that does not fit another of the same event, or the almanac."""
    if "届" not in article.text:
        return
    groups: dict[str, list[Session]] = {}
    for one in article.sessions:
        groups.setdefault(one.name, []).append(one)
    for name, group in groups.items():
        pair = next(
            ((one, two, fact) for one, two in combinations(group[:MOST], 2) if (fact := _fault(article, one, two))),
            None,
        )
        if pair:
            one, two, fact = pair
            data = {"found": f"第{two.number}届", "name": name, "fact": fact}
            yield Hit(
                two.span,
                data,
                (Related(one.span, "other"),),
                variant="two",
                doubtful=one.number == two.number or not (one.beside and two.beside),
            )
        else:
            yield from _known(name, group)


def _fault(article: Article, one: "Session", two: "Session") -> str:
    """Why two editions cannot both be, or nothing."""
    numbers, years = two.number - one.number, two.year - one.year
    told = f"{one.year}年第{one.number}届，{two.year}年第{two.number}届"
    if numbers == 0:
        return told if years and one.beside and two.beside else ""
    if numbers * years < 0:
        return f"{told}，届次与年份先后相反"
    if not _yearly(article, one, two):
        return ""
    if years and abs(numbers) != abs(years):
        return f"{told}，一年一届应相差{abs(years)}届"
    return ""


def _yearly(article: Article, one: "Session", two: "Session") -> bool:
    """Whether the text says that the event is held every year, and not that it was put off."""
    sentences = article.document.sentences
    near = {max(0, one.sentence - 1), one.sentence, max(0, two.sentence - 1), two.sentence}
    words = " ".join(sentences[index].span.of(article.text) for index in sorted(near))
    return YEARLY.search(words) is not None and PAUSE.search(article.text) is None


def _known(name: str, group: "list[Session]") -> Iterator[Hit]:
    """Editions of an event whose years are known."""
    from checker.lexicon import editions

    series = editions.series().get(name)
    for one in group if series else ():
        right = series.year_of(one.number) if series else None
        if right is not None and one.beside and one.year not in (right, right + 1):
            data = {
                "found": f"第{one.number}届",
                "name": name,
                "fact": f"第{one.number}届在{right}年，文中作{one.year}年",
            }
            yield Hit(one.span, data, variant="known", doubtful=True)


KIND = Kind(
    check, frozenset({"found", "name", "fact"}), variants=frozenset({"two", "known"}), notes=frozenset({"other"})
)
