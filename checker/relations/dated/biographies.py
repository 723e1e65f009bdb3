"""span as an age told sentences away from the birth: 1941年生…。1960年，19岁的方启仁进厂; 今年60岁的秦守禾.

Both sentences call the person by the same name, which stands right beside the birth and right beside the age: an age
in another year than this, the age of today, or that at death.
"""

from collections.abc import Iterator, Mapping, Sequence

from checker.document import Document
from checker.patterns import pattern
from checker.quantities.model import Date, Quantity, Token
from checker.relations.dated import births, calendar, deaths
from checker.relations.dated.ages import CURRENT
from checker.relations.dated.calendar import Elapsed
from checker.relations.dated.stretch import AGE, Length, Stretch, judged, length
from checker.relations.passage import Passage
from checker.relations.record import Relation

BETWEEN = pattern("[，,]?(?P<before>[\u4e00-\u9fff]{2,4})?[，,]?(?:年仅|刚满|年满|才|已|时年|虚岁)*")
AFTER = pattern("的(?P<name>[\u4e00-\u9fff]{2,4})")
BEHIND = pattern("的(?P<words>[^，。；、的和与及]{3,12})")
BEFORE = pattern(
    "(?P<name>[\u4e00-\u9fff]{3})[，,]?(?:今年|现年|如今|现在)(?:已经?|才|刚|刚满|满|快|周岁|年满|(?P<old>虚岁))*$"
)
OPENS = pattern("[“ \u3000]*")
NOT_NOW = pattern("那年|那一年|时(?!间)|[起就便才]|开始|[以之]?前|[上下左右]|后")
THEIRS = pattern("的|[儿女孙妻父母爸妈爷奶弟妹哥姐徒]|丈夫|老伴|师傅|夫妇|一家|家")
"""Behind a name: somebody of theirs."""
SHORTEST, NAME, REACH = 2, 3, 16


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every age that is told of somebody whose birth another sentence tells by name."""
    known: dict[str, Date] | None = None
    for passage in passages:
        for index, token in enumerate(passage.tokens):
            age = length(token) if isinstance(token, Quantity) and token.unit.name == "岁" else None
            if age is None:
                continue
            known = births.named(passages) if known is None else known
            if known:
                before = passage.tokens[index - 1] if index else None
                yield from _told(passage, known, before, age)


def _told(passage: Passage, known: Mapping[str, Date], before: Token | None, age: Length) -> Iterator[Relation]:
    if isinstance(before, Date) and before.year:
        yield from _aged(passage, known, before, age)
    birth = _today(passage, known, age)
    if birth and _is_elsewhere(passage, birth):
        now = calendar.year_of(passage.published)
        if birth.year and now and now >= birth.year:
            years = now - birth.year
            yield judged(passage, Stretch(birth, None, age, Elapsed(max(0, years - 1), years), "年份与年龄", AGE))
    yield from _died(passage, known, age)


def _is_elsewhere(passage: Passage, birth: Date) -> bool:
    """Whether a birth stands in another sentence; those of the same one are found by its wording."""
    return not passage.span.start <= birth.span.start < passage.span.end


def _today(passage: Passage, known: Mapping[str, Date], age: Length) -> Date | None:
    """The birth of whom the words beside an age of today name: 今年60岁的农艺师秦守禾, 秦守禾今年60岁."""
    lead = passage.text[max(passage.span.start, age.span.start - REACH) : age.span.start]
    if age.said.low != age.said.high or NOT_NOW.match(passage.text, age.span.end, passage.span.end):
        return None
    before = BEFORE.search(lead)
    if before:
        return None if before["old"] else known.get(before["name"])
    behind = BEHIND.match(passage.text, age.span.end, passage.span.end)
    if behind is None:
        return None
    told = any(isinstance(one, Date) and one.year for one in passage.tokens)
    opens = OPENS.fullmatch(passage.text, passage.span.start, age.span.start) and not told
    if not (CURRENT.search(lead) or opens) or lead.endswith("虚岁"):
        return None
    words = behind["words"] + passage.text[behind.end() : behind.end() + 1]
    names = ((words[at : at + NAME], words[at + NAME :]) for at in range(len(words) - NAME))
    return next((known[name] for name, rest in names if name in known and not THEIRS.match(rest)), None)


def _died(passage: Passage, known: Mapping[str, Date], age: Length) -> Iterator[Relation]:
    """2021年11月，吴又新因病逝世，享年83岁."""
    death = deaths.death_of(passage, age)
    if death:
        year, words = death
        names = (words[at : at + NAME] for at in range(len(words) - NAME + 1))
        found = [(name, known[name]) for name in names if name in known]
        if len(found) == 1 and _is_elsewhere(passage, found[0][1]) and deaths.is_subject(words, found[0][0]):
            yield from deaths.lived(passage, found[0][1], year, age)


def _aged(passage: Passage, known: Mapping[str, Date], year: Date, age: Length) -> Iterator[Relation]:
    between = BETWEEN.fullmatch(passage.text, year.span.end, age.span.start)
    after = AFTER.match(passage.text, age.span.end, passage.span.end)
    if between is None:
        return
    words = [match[name] for match, name in ((between, "before"), (after, "name")) if match and match[name]]
    names = (one[:size] for one in words for size in range(len(one), SHORTEST - 1, -1))
    birth = next((known[name] for name in names if name in known), None)
    if birth is None or birth.year is None or year.year is None or year.year < birth.year:
        return
    if birth.span != year.span:
        years = year.year - birth.year
        true = Elapsed(max(0, years - 1), years + 1)
        yield judged(passage, Stretch(birth, year, age, true, "年份与年龄", AGE))
