"""span as an age at death whose birth the next sentence tells: …去世，享年92岁。他生于1932年.

The year of death is told, or it is that of the issue where only a day or 昨晨 is. An age by the old count (虚岁) may
stand behind the birth: a year or two more.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.document import Document
from checker.patterns import pattern
from checker.quantities.model import Date, Quantity
from checker.relations.dated import calendar
from checker.relations.dated.calendar import Elapsed
from checker.relations.dated.deaths import DIED
from checker.relations.dated.stretch import AGE, Length, Stretch, judged, length
from checker.relations.passage import Passage
from checker.relations.record import Relation

LIVED = pattern("(?:享年|终年|卒年|享寿)(?:已|为|仅|[:：])?$")
NOMINAL = pattern("虚岁?[^，。；0-9]{0,4}$|[（(]虚岁")
DEATH = pattern(f"(?:{DIED})[^，。；]{{0,8}}[，,]$")
BORN = pattern("[“ \u3000]*(?:老人|先生|[他她])?[，,]?(?:出生于|生于|出生在|是)?$")
BORN_AFTER = pattern("[^，。；0-9]{0,10}?(?:出生|生于|生在|生人|诞生)")
BORN_BEFORE = pattern("(?:出生于|生于|出生在)$")
OLD_COUNT = pattern("虚岁?[^。；！？]{0,16}?(?:活[了到]|是|算|已|享年|上)[^。；0-9]{0,4}$")
OTHERS = pattern(
    "[的其][儿女孙父母爸妈爷奶弟妹哥姐侄]|丈夫|妻子?|父亲|母亲|老伴|徒弟|师傅|战友|同学|好友|儿子|女儿|[、和与]|先后|分别"
)

REACH = 40


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every such age, judged."""
    for passage, behind in pairwise(passages):
        if behind.earlier is passage:
            for token in passage.tokens:
                found = length(token) if isinstance(token, Quantity) and token.unit.name == "岁" else None
                if found is not None:
                    yield from _at_death(passage, behind, found)


def _at_death(passage: Passage, behind: Passage, age: Length) -> Iterator[Relation]:
    first = passage.span.start
    lived = LIVED.search(passage.text, max(first, age.span.start - 6), age.span.start)
    if lived is None or not DEATH.search(passage.text, first, lived.start()):
        return
    if OTHERS.search(passage.text, first, age.span.start) or _tells_birth(passage):
        return
    birth = _birth(behind)
    death, year = _death(passage, age)
    if birth is None or birth.year is None or year is None or year <= birth.year:
        return
    years = year - birth.year
    true = Elapsed(years - 1, years + 1)
    yield judged(passage, Stretch(birth, death, age, true, "年份与年龄", AGE, doubtful=True))
    yield from _by_old_count(behind, birth, death, years)


def _by_old_count(behind: Passage, birth: Date, death: Date | None, years: int) -> Iterator[Relation]:
    """老家人讲虚岁，说他活到了94岁."""
    for token in behind.tokens:
        age = length(token) if isinstance(token, Quantity) and token.unit.name == "岁" else None
        start = max(birth.span.end, age.span.start - REACH) if age else 0
        if age and OLD_COUNT.search(behind.text, start, age.span.start):
            true = Elapsed(years, years + 2)
            yield judged(behind, Stretch(birth, death, age, true, "年份与年龄", AGE, doubtful=True))


def _tells_birth(passage: Passage) -> bool:
    return any(
        isinstance(one, Date) and one.year and BORN_AFTER.match(passage.text, one.span.end, passage.span.end)
        for one in passage.tokens
    )


def _birth(behind: Passage) -> Date | None:
    """The year at the head of the sentence, told as that of a birth."""
    year = next((one for one in behind.tokens if isinstance(one, Date)), None)
    if year is None or not year.year or not BORN.fullmatch(behind.text, behind.span.start, year.span.start):
        return None
    told = BORN_BEFORE.search(behind.text, behind.span.start, year.span.start)
    return year if told or BORN_AFTER.match(behind.text, year.span.end, behind.span.end) else None


def _death(passage: Passage, age: Length) -> tuple[Date | None, int | None]:
    """The date of death with its year: that of the issue where a day without a year is told, or none at all."""
    near = [one for one in calendar.around(passage, age.span.start) if one.span.end <= age.span.start]
    dates = [one for one in near if isinstance(one, Date)]
    if len(dates) > 1:
        return None, None
    issue = calendar.year_of(passage.published)
    if not dates:
        return None, issue
    told = calendar.dated(dates[0], passage.published)
    return told, told.year or (issue if told.day is not None or told.relative else None)
