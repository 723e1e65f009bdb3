"""span as an age in another year than this, sentences after the birth: 1941年生…。1960年，19岁的方启仁进厂.

Both sentences call the person by the same name, which stands right before the birth and right beside the age.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from checker.document import Document
from checker.patterns import pattern
from checker.quantities.model import Date, Quantity, Token
from checker.relations.dated import calendar
from checker.relations.dated.calendar import Elapsed
from checker.relations.dated.stretch import AGE, Length, Stretch, judged, length
from checker.relations.passage import Passage
from checker.relations.record import Relation

NAMED = pattern("(?P<name>[\u4e00-\u9fff]{2,4})(?:于|是|，)?$")
BORN = pattern("[春夏秋冬初底末]?(?:出生|生于|生在|生(?=[，。])|诞生)")
CALLED = pattern("(?:[春夏秋冬初底末]?(?:出生|生))?的(?P<name>[\u4e00-\u9fff]{3})")
"""27岁的曾丽珍, 1991年出生的曾丽珍: three characters, which no two people of an article are likely to share."""

BETWEEN = pattern("[，,]?(?P<before>[\u4e00-\u9fff]{2,4})?[，,]?(?:年仅|刚满|年满|才|已|时年|虚岁)*")
AFTER = pattern("的(?P<name>[\u4e00-\u9fff]{2,4})")
LONGEST, SHORTEST = 4, 2


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every age in a year that is told of somebody whose birth an earlier sentence tells by name."""
    births: dict[str, Date] = {}
    yield from _today(passages)
    for passage in passages:
        tokens = passage.tokens
        for year, token in pairwise(tokens):
            found = length(token) if isinstance(token, Quantity) and token.unit.name == "岁" else None
            if found and births and isinstance(year, Date) and year.year:
                yield from _aged(passage, births, year, found)
        for token in tokens:
            if isinstance(token, Date) and token.year and BORN.match(passage.text, token.span.end, passage.span.end):
                _keep(passage, token, births)


def _today(passages: Sequence[Passage]) -> Iterator[Relation]:
    """27岁的曾丽珍…。1991年出生的曾丽珍…: an age of today and a birth, each with the name behind it."""
    ages: dict[str, Length] = {}
    births: dict[str, Date] = {}
    for passage in passages:
        for token in passage.tokens if "的" in passage.words(passage.span) else ():
            match = CALLED.match(passage.text, token.span.end, passage.span.end)
            if match is None or not _keeps(passage, token, match["name"], ages, births):
                continue
            now, birth = calendar.year_of(passage.published), births.get(match["name"])
            age = ages.get(match["name"])
            if age and birth and birth.year and now and now >= birth.year:
                years = now - birth.year
                yield judged(passage, Stretch(birth, None, age, Elapsed(max(0, years - 1), years), "年份与年龄", AGE))


def _keeps(passage: Passage, token: Token, name: str, ages: dict[str, Length], births: dict[str, Date]) -> bool:
    """Whether the token tells a birth or an age that was not known by this name."""
    if isinstance(token, Date) and token.year and BORN.match(passage.text, token.span.end, passage.span.end):
        return births.setdefault(name, token) is token
    age = length(token) if isinstance(token, Quantity) and token.unit.name == "岁" else None
    told = any(isinstance(one, Date) and one.year for one in passage.tokens)
    return age is not None and not told and ages.setdefault(name, age) is age


def _keep(passage: Passage, birth: Date, births: dict[str, Date]) -> None:
    """Every end of the words before a birth, which of them is the name the second sentence tells."""
    match = NAMED.search(passage.text, max(passage.span.start, birth.span.start - LONGEST - 1), birth.span.start)
    name = match["name"] if match else ""
    for size in range(SHORTEST, len(name) + 1):
        births.setdefault(name[-size:], birth)


def _aged(passage: Passage, births: Mapping[str, Date], year: Date, age: Length) -> Iterator[Relation]:
    between = BETWEEN.fullmatch(passage.text, year.span.end, age.span.start)
    after = AFTER.match(passage.text, age.span.end, passage.span.end)
    if between is None:
        return
    words = [match[name] for match, name in ((between, "before"), (after, "name")) if match and match[name]]
    names = (one[:size] for one in words for size in range(len(one), SHORTEST - 1, -1))
    birth = next((births[name] for name in names if name in births), None)
    if birth is None or birth.year is None or year.year is None or year.year < birth.year:
        return
    years = year.year - birth.year
    true = Elapsed(max(0, years - 1), years + 1)
    yield judged(passage, Stretch(birth, year, age, true, "年份与年龄", AGE))
