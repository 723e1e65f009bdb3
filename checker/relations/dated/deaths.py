"""span as an age at death: 1931年出生，2015年去世，享年84岁; 何望舟（1931—2015），享年84岁.

The year of death ends it, and such ages are often 虚岁, so that a year more is right as well. The birth may stand in
the sentence before, if this one names nobody else.
"""

from collections.abc import Iterator

from checker.patterns import pattern
from checker.quantities.model import Date, Period
from checker.relations.dated import calendar
from checker.relations.dated.calendar import Elapsed
from checker.relations.dated.stretch import AGE, Length, Stretch, judged
from checker.relations.passage import Passage
from checker.relations.record import Relation

DIED = "去世|逝世|病逝|病故|离世|牺牲|辞世|谢世|与世长辞|离开人世|走完"
DEATH = pattern(f"[^。；]{{0,30}}(?:{DIED})[^。；]{{0,6}}，(?:享年|终年|时年|卒年|[她他]?活[了到])(?:已|为|仅)?")
LIVED = pattern("(?:享年|终年|卒年)(?:已|为|仅)?$")
GONE_ON = pattern(
    "[“ \u3000]*(?:后来|直到|最终|最后)?[，,]?(?:[他她][，,]?)?(?:因病)?(?:于|在)?"
    f"|[，,]?(?:[他她]|因[^，。；]{{1,8}}|医治无效|抢救无效|不幸|安详|溘然|平静|[在于][^，。；的]{{1,10}}|[，,])*(?:{DIED})"
    "[^，。；]{0,6}，(?:享年|终年|时年|卒年)(?:已|为|仅)?"
)
"""What may stand before and behind the year of death if a sentence goes on to speak of the same person."""
OTHERS = pattern("[儿女孙]|丈夫|妻|父|母|爸|妈|爷|奶|弟|妹|哥|姐|孩子|老伴|徒|师傅|学生|战友|同学|好友")
SAID = pattern(f"(?:{DIED})[^，。；]{{0,6}}[，,](?:享年|终年|卒年)[^，。；]{{0,2}}$")
WITH, WHOSE = pattern("[的和与及、]"), pattern("[他她其]")
REACH = 60
BRACKETS = {"（": "）", "(": ")"}


def at_death(passage: Passage, birth: Date, age: Length) -> Iterator[Relation]:
    """1931年出生，2015年去世，享年84岁."""
    years = [
        token
        for token in calendar.around(passage, age.span.start)
        if isinstance(token, Date) and token.year and birth.span.end <= token.span.start < age.span.start
    ]
    if len(years) == 1 and DEATH.fullmatch(passage.text, birth.span.end, age.span.start):
        yield from lived(passage, birth, years[0], age)


def find(passage: Passage, age: Length, birth: Date | None) -> Iterator[Relation]:
    """An age at death whose sentence tells no birth: between two years in brackets, or after ``birth`` before it."""
    if not LIVED.search(passage.text, max(passage.span.start, age.span.start - 4), age.span.start):
        return
    near = [one for one in calendar.around(passage, age.span.start) if one.span.end <= age.span.start]
    runs = [one for one in near if isinstance(one, Period) and _is_life(passage, one)]
    if len(runs) == 1 and runs[0].start and runs[0].end and not _is_another(passage, runs[0], age):
        yield from lived(passage, runs[0].start, runs[0].end, age)
    years = [one for one in near if isinstance(one, Date) and one.year]
    if birth is None or runs or len(years) != 1 or passage.earlier is None:
        return
    ahead = (passage.span.start, years[0].span.start)
    behind = (years[0].span.end, age.span.start)
    other = OTHERS.search(passage.text, passage.earlier.span.start, birth.span.start)
    if not other and all(GONE_ON.fullmatch(passage.text, *each) for each in (ahead, behind)):
        yield from lived(passage, birth, years[0], age, doubtful=True)


def death_of(passage: Passage, age: Length) -> tuple[Date, str] | None:
    """The one year that a sentence tells for a death, and its words up to the word for dying."""
    if not LIVED.search(passage.text, max(passage.span.start, age.span.start - 4), age.span.start):
        return None
    near = [one for one in calendar.around(passage, age.span.start) if isinstance(one, (Date, Period))]
    years = [one for one in near if isinstance(one, Date) and one.year]
    words = passage.text[max(passage.span.start, age.span.start - REACH) : age.span.start]
    died = SAID.search(words)
    if len(years) != 1 or any(isinstance(one, Period) for one in near) or years[0].span.start > age.span.start:
        return None
    return (years[0], words[: died.start()]) if died else None


def is_subject(words: str, name: str) -> bool:
    """Whether the one named is who died: 吴又新因病逝世, not 吴又新的妻子."""
    behind = words[words.index(name) + len(name) :]
    return not WITH.match(behind) and not OTHERS.search(behind) and "，" not in behind[1:]


def _is_life(passage: Passage, run: Period) -> bool:
    """Whether two years stand alone in brackets, as behind a name."""
    opened = passage.text[run.span.start - 1 : run.span.start] if run.span.start else ""
    return BRACKETS.get(opened, "-") == passage.text[run.span.end : run.span.end + 1]


def _is_another(passage: Passage, run: Period, age: Length) -> bool:
    """Whether the words between name somebody: （1928—2010）是她的老师，她享年70岁."""
    between = passage.text[run.span.end : age.span.start]
    told = any(
        isinstance(one, Date) and one.year and run.span.end <= one.span.start < age.span.start
        for one in calendar.around(passage, age.span.start)
    )
    return told or OTHERS.search(between) is not None or WHOSE.search(between) is not None


def lived(passage: Passage, birth: Date, death: Date, age: Length, *, doubtful: bool = False) -> Iterator[Relation]:
    """The age at death, judged by the two years."""
    if birth.year and death.year and death.year >= birth.year:
        years = death.year - birth.year
        true = Elapsed(max(0, years - 1), years + 1)
        yield judged(passage, Stretch(birth, death, age, true, "年份与年龄", AGE, doubtful=doubtful))
