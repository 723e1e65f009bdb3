"""span as the age of a generation: 今年36岁的90后, “80后”村支书今年42岁.

Who was born in 1990—1999 is a 90后, in 1995—1999 a 95后. The age must be that of today and stand beside the word;
an age of then (18岁那年), of a child or of a whole group says nothing of it.
"""

from collections.abc import Iterator
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Date, Quantity, Token
from checker.relations.dated import calendar
from checker.relations.dated.ages import CURRENT, THEN
from checker.relations.dated.calendar import Elapsed
from checker.relations.dated.stretch import AGE, Length, Stretch, judged, length
from checker.relations.passage import Passage
from checker.relations.record import Relation
from checker.spans import Span

GENERATION = pattern("(?<![0-9.])(?:[0-9][05]|[五六七八九零〇一][零〇五])后(?![来面续期方勤])")
DIGITS = str.maketrans("〇零一五六七八九", "00156789")
DECADE, HALF = 10, 5
OLDEST = 40
"""40后 are of the last century, 30后 of this one."""

NOMINAL = 1
"""虚岁 counts a year more."""

REACH = 36
"""How many characters may stand between the two."""

OTHERS = pattern("儿子|女儿|孙子|孙女|丈夫|妻|父|母|爸|妈|爷|奶|弟|妹|哥|姐|孩子|老伴|徒弟|们|和|与|平均|为主|占")
"""Somebody else's age, or that of many."""

BEHIND = pattern(
    "[”’]?[^，。；、岁]{0,12}?(?:[，,（(](?:[^，。；、岁]{0,8}[，,])?)?(?:今年|现年|如今)(?:才|刚|刚满|已经?|虚岁)?"
)
"""“90后”村支书李强，今年36岁."""

BEFORE = pattern("的?(?:[^，。；、岁]{0,8}(?:[，,](?:是|作为)|是)(?:[一1]?[名位个])?[^，。；、岁]{0,4})?[“‘]?")
"""今年36岁的李强是一名“90后”, 36岁的“90后”."""


def find(passage: Passage) -> Iterator[Relation]:
    """Every age that stands beside the name of a generation, judged by the day of issue."""
    ages = [found for token in passage.tokens if (found := _age(token))]
    if not ages:
        return
    for match in GENERATION.finditer(passage.text, passage.span.start, passage.span.end):
        word = Span(*match.span())
        for age in ages:
            if abs(age.span.start - word.start) <= REACH and _is_theirs(passage, word, age):
                yield _judged(passage, word, age)


def _age(token: Token) -> Length | None:
    return length(token) if isinstance(token, Quantity) and token.unit.name == "岁" else None


def _is_theirs(passage: Passage, code: Span, age: Length) -> bool:
    if age.span.start > code.end:
        between = passage.text[code.end : age.span.start]
        told = BEHIND.fullmatch(between) is not None and CURRENT.search(between) is not None
    else:
        between = passage.text[age.span.end : code.start]
        lead = passage.text[max(passage.span.start, age.span.start - 8) : age.span.start]
        told = BEFORE.fullmatch(between) is not None and (CURRENT.search(lead) is not None or between[:1] in "的“‘")
    return told and not OTHERS.search(between) and not THEN.match(passage.text, age.span.end)


def _judged(passage: Passage, code: Span, age: Length) -> Relation:
    word = code.of(passage.text)
    year = int(word[:2].translate(DIGITS))
    first = year + (1900 if year >= OLDEST else 2000)
    last = first + (HALF if first % DECADE else DECADE) - 1
    now = calendar.year_of(passage.published)
    true = Elapsed(max(0, now - last - 1), now - first + NOMINAL) if now is not None and now >= last else None
    relation = judged(passage, Stretch(Date(code), None, age, true, "出生年代与年龄", AGE))
    if true is None:
        return relation
    working = f"{word}生于{first}—{last}年，今年{true.least}—{true.most}岁，文中{age.span.of(passage.text)}"
    verdict = "一致" if relation.verdict is Verdict.CONSISTENT else "不一致"
    return replace(relation, working=f"{working}，{verdict}", data={**relation.data, "working": working}, candidates=())
