"""span as an age that is still to come: 老周1965年生…。再过两年，老周就满63岁了; 今年61岁，再过两年就63岁.

The year of birth, or the age of today, must be the only one told so far, of the person named or of nobody else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.document import Document
from checker.patterns import pattern
from checker.quantities.model import Date, Quantity
from checker.relations.dated import calendar
from checker.relations.dated.calendar import Elapsed
from checker.relations.dated.stretch import AGE, Length, Stretch, judged, length
from checker.relations.passage import Passage
from checker.relations.record import Relation

TO_COME = pattern(
    "再过(?P<years>[0-9]{1,2}|[一二两三四五六七八九十]{1,2})(?P<unit>年)(?P<who>[，,]?[^，,。；0-9]{0,10}?)(?:就|便|即将|将|也|要|该|都)*"
    "(?:满|到|年满|是|有)?$"
)
BORN = pattern("(?:出生(?!地)|生[于人]?|年生)")
CLAUSE = pattern("[，,；;。：:]")
WHO = pattern("(?P<name>[\u4e00-\u9fff]{2,4}?)(?:就|便|即将|将|也|要|都)?$")
NUMBERS = {word: value for value, word in enumerate("零一二三四五六七八九十")} | {"两": 2}
YEARS_OLD, NOW = "岁", "见报之日"
LEAD, BACK = 28, 60
"""How many characters before an age are read, and how many sentences back the birth may be told."""
KIN = pattern("[儿女孙]|丈夫|妻|父|母|爸|妈|爷|奶|弟|妹|哥|姐|孩子|老伴|徒|师")


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every age that somebody whose birth is told will reach in so many years, judged."""
    for number, passage in enumerate(passages):
        for token in passage.tokens:
            age = length(token)
            if age is None or not (isinstance(token, Quantity) and token.unit.name == YEARS_OLD):
                continue
            lead = passage.text[max(passage.span.start, age.span.start - LEAD) : age.span.start]
            told = TO_COME.search(lead)
            if told is None or KIN.search(told["who"]) or KIN.search(CLAUSE.split(lead[: told.start()])[-1]):
                continue
            found = WHO.search(told["who"].lstrip("，,"))
            name = found["name"] if found else ""
            if relation := _born(passages, number, age, _number(told["years"]), name):
                yield relation


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else NUMBERS.get(words, 0)


def _born(passages: Sequence[Passage], number: int, age: Length, years: int, name: str) -> Relation | None:
    """The age in so many years, by the only birth that is told before it; of somebody by that name, if one is told."""
    passage = passages[number]
    now = calendar.year_of(passage.published)
    births = [
        (one, token)
        for one in passages[max(0, number - BACK) : number + 1]
        for token in one.tokens
        if isinstance(token, Date) and token.year and token.span.end < age.span.start and _is_birth(one, token)
    ]
    if now is None or not years or len(births) != 1:
        return None
    told, birth = births[0]
    named = told.words(told.span) if told is passage or not name else passage.text[: age.span.start]
    if birth.year is None or not now - birth.year > 0 or (name and name not in named):
        return None
    full = now + years - birth.year
    true = Elapsed(full - 1, full + 1)
    found = judged(passage, Stretch(birth, None, age, true, "年份与年龄", AGE, doubtful=True))
    shown = {key: words.replace(NOW, f"{years}年后") for key, words in found.data.items()}
    return replace(found, working=found.working.replace(NOW, f"{years}年后"), data=shown)


def _is_birth(passage: Passage, token: Date) -> bool:
    text, end = passage.text, token.span.end
    before = text[max(passage.span.start, token.span.start - 4) : token.span.start]
    return BORN.match(text, end) is not None or before.endswith(("生于", "出生于"))
