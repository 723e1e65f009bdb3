"""span as an age at death whose birth another sentence tells: …去世，享年92岁。他生于1932年.

Behind it the next sentence does, or the next paragraph opens with it; before or further on it is the only birth of the
article, of the only one who died, and a pronoun tells the one or the other.

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
from checker.relations.dated.deaths import DIED, WITH
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
KIN = pattern(
    "[的其][儿女孙父母爸妈爷奶弟妹哥姐侄外老徒师]|丈夫|妻子?|父亲|母亲|老伴|徒弟|师傅|战友|同学|好友|儿子|女儿"
)
OTHERS = pattern(
    "[的其][儿女孙父母爸妈爷奶弟妹哥姐侄]|丈夫|妻子?|父亲|母亲|老伴|徒弟|师傅|战友|同学|好友|儿子|女儿|[、和与]|先后|分别"
)

GONE = pattern(f"(?:{DIED}|走了?|离开|合上了?眼|闭上了?眼|咽了气)[^，。；]{{0,8}}[，,][^，。；]{{0,6}}$")
PRONOUN = pattern("[“ \u3000]*(?:[他她]|老人)(?:是|出?生于)?")
DIED_ALONE = pattern(
    f"[他她](?:在[^，。；的]{{1,10}}|因病?|安详地?|平静地?)*(?:{DIED}|走了?|离开|合上了?眼|闭上了?眼)[^，。；]{{0,8}}[，,]"
)
NAME = pattern("(?P<name>[\u4e00-\u9fff]{2,4}?)(?:同志|先生|女士|教授|院士)?(?:[，,](?:男|女)?[，,]?)?(?:出?生于|于)?")
BREAKS = 2
REACH = 40
BESIDE = 16
"""Words for a birth or a death stand so near to the number: no search goes farther back, however long the sentence."""


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every such age, judged."""
    for passage, behind in pairwise(passages):
        if behind.earlier is passage:
            for token in passage.tokens:
                found = length(token) if isinstance(token, Quantity) and token.unit.name == "岁" else None
                if found is not None:
                    yield from _at_death(passage, behind, found)
    yield from _apart(passages)


def _apart(passages: Sequence[Passage]) -> Iterator[Relation]:
    """The one age at death and the one birth of an article, in different sentences."""
    deaths_told = [(one, age) for one in passages for age in _lives(one)]
    births = [(one, birth) for one in passages if (birth := _told_birth(one))]
    if len(deaths_told) != 1 or not births:
        return
    passage, age = deaths_told[0]
    lead = passage.text[passage.span.start : age.span.start]
    called = [one for one in births if _is_called(*one, lead)]
    if len(called or births) != 1:
        return
    other, birth = (called or births)[0]
    if passage is other or (other.earlier is passage and not called) or birth.year is None:
        return
    first = other.text[other.span.start : birth.span.start]
    own = GONE.search(lead) is not None and not KIN.search(lead)
    tied = bool(called) or _opens_next(passage, other, first) or _by_pronoun(passage, other, lead)
    if not own or KIN.search(first) or not tied:
        return
    death, year = _death(passage, age)
    if year is not None and year > birth.year:
        true = Elapsed(year - birth.year - 1, year - birth.year + 1)
        yield judged(passage, Stretch(birth, death, age, true, "年份与年龄", AGE, doubtful=True))


def _is_called(other: Passage, birth: Date, lead: str) -> bool:
    """李四因病逝世，享年91岁。¶李四1932年11月生于…: the birth opens its sentence with the name of the one who died."""
    name = NAME.fullmatch(other.text, other.span.start, birth.span.start)
    if name is None or name["name"] not in lead:
        return False
    return WITH.match(lead, lead.index(name["name"]) + len(name["name"])) is None


def _opens_next(passage: Passage, other: Passage, first: str) -> bool:
    """吴鲜月走了，享年87岁。¶她1938年生在…: the birth opens the paragraph behind."""
    gap = passage.text[passage.span.end : other.span.start]
    return passage.span.end <= other.span.start and gap.count("\n") <= BREAKS and PRONOUN.fullmatch(first) is not None


def _by_pronoun(passage: Passage, other: Passage, lead: str) -> bool:
    """吴鲜月1938年生在…。今年春天她走了，享年87岁: the one who died is nobody but the one whose birth was told."""
    return other.span.end <= passage.span.start and DIED_ALONE.search(lead) is not None


def _lives(passage: Passage) -> Iterator[Length]:
    """The ages at death that the sentence tells."""
    for token in passage.tokens:
        found = length(token) if isinstance(token, Quantity) and token.unit.name == "岁" else None
        if found and LIVED.search(passage.text, max(passage.span.start, found.span.start - 6), found.span.start):
            yield found


def _told_birth(passage: Passage) -> Date | None:
    """The year in which the sentence says that somebody was born, if it tells just one."""
    years = [one for one in passage.tokens if isinstance(one, Date) and one.year]
    born = [
        one
        for one in years
        if BORN_BEFORE.search(passage.text, max(passage.span.start, one.span.start - BESIDE), one.span.start)
        or BORN_AFTER.match(passage.text, one.span.end, passage.span.end)
    ]
    return born[0] if len(born) == 1 else None


def _at_death(passage: Passage, behind: Passage, age: Length) -> Iterator[Relation]:
    first = passage.span.start
    lived = LIVED.search(passage.text, max(first, age.span.start - 6), age.span.start)
    if lived is None or not DEATH.search(passage.text, max(first, lived.start() - BESIDE), lived.start()):
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
