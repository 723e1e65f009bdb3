"""span as an age in a year of a life: 生于1950年，…到2010年年满60岁退休; 23岁那年，也就是1970年.

The birth is the only one of the article, and the sentence speaks of nobody else.
"""

from collections.abc import Iterator, Sequence

from checker.document import Document
from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Date, Quantity
from checker.relations.dated import service
from checker.relations.dated.calendar import Elapsed
from checker.relations.dated.stretch import AGE, Length, Stretch, judged, length
from checker.relations.passage import Passage
from checker.relations.record import Relation

FULL = pattern("[，,]?(?:[他她][，,]?)?(?:正好|刚好)?(?:年满|刚满|已满|满了?|时年|年已)")
THEN = pattern("[，,]?(?:[他她][，,]?)?(?:才|刚|只有|还只有|年仅|还不满)?")
THAT_IS = pattern("(?:那年|那一年|时)[，,]?(?:也就是|就是|即是?|正是|也即|是)")
NOMINAL = pattern("[（(]?虚岁?")
OTHERS = pattern(
    "身份证|户口|档案|证件|[儿女孙父母爸妈爷奶弟妹哥姐侄舅姨姑叔伯婶嫂徒]|丈夫|妻|老伴|师傅|同事|战友|搭档|两人|夫妇|分别|每|平均"
    "|学生|孩子|队员|选手|群众|居民|职工|人员|公民|老年人"
)


THEIRS, PRONOUN = pattern("的[他她]的"), pattern("的([他她])")
SENTENCE, BORN = pattern("[^。！？\n]*"), pattern("出生|生[于在]|诞生")
BACK, NEAR = 16, 4
"""How many sentences back a birth may stand, and how many characters behind an age tell whose it is: 八岁的弟弟."""


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every age in a year of the one life that the article tells."""
    birth: Date | None = None
    looked = False
    for passage in passages:
        for index, token in enumerate(passage.tokens):
            age = length(token) if isinstance(token, Quantity) and token.unit.name == "岁" else None
            year = _year(passage, index, age) if age else None
            if age is None or year is None:
                continue
            if not looked:
                birth, looked = _only_birth(passages), True
            if birth is not None and birth.year and year.year and birth.year < year.year:
                yield from _judged(passage, birth, year, age)


def _year(passage: Passage, index: int, age: Length) -> Date | None:
    """The year that an age is told of, right before it or right behind."""
    before = passage.tokens[index - 1] if index else None
    after = passage.tokens[index + 1] if index + 1 < len(passage.tokens) else None
    if age.said.low != age.said.high:
        return None
    if isinstance(before, Date) and before.year and before.day is None:
        gap = (before.span.end, age.span.start)
        if FULL.fullmatch(passage.text, *gap) or THEN.fullmatch(passage.text, *gap):
            return before
    if isinstance(after, Date) and after.year and THAT_IS.fullmatch(passage.text, age.span.end, after.span.start):
        return after
    return None


def _only_birth(passages: Sequence[Passage]) -> Date | None:
    """The birth of the article, if it tells one only."""
    told: dict[int, Date] = {}
    for passage in passages:
        for one in passage.tokens:
            if isinstance(one, Date) and one.year and service.is_birth(passage, one):
                told.setdefault(one.year, one)
    return next(iter(told.values())) if len(told) == 1 else None


def _judged(passage: Passage, birth: Date, year: Date, age: Length) -> Iterator[Relation]:
    first = passage.span.start
    if OTHERS.search(passage.text, first, age.span.end + NEAR) or THEIRS.match(passage.text, age.span.end):
        return
    if not first <= birth.span.start < passage.span.end and _is_of_others(passage, birth, age):
        return
    years = (year.year or 0) - (birth.year or 0)
    full = FULL.search(passage.text, max(first, age.span.start - 6), age.span.start)
    nominal = NOMINAL.search(passage.text, max(first, age.span.start - 4), min(passage.span.end, age.span.end + 4))
    true = Elapsed(max(0, years - 1), years + (not full) + bool(nominal))
    relation = judged(passage, Stretch(birth, year, age, true, "年份与年龄", AGE, doubtful=True))
    told = passage.span.start <= birth.span.start < passage.span.end
    if relation.verdict is Verdict.CONSISTENT or told or _is_same(passage, birth):
        yield relation


def _is_of_others(passage: Passage, birth: Date, age: Length) -> bool:
    """Whether the sentence of the birth tells it of another: 他的师傅1920年出生; 她1938年生, 25岁的他."""
    head = max(passage.text.rfind(mark, 0, birth.span.start) for mark in "。！？\n") + 1
    told = SENTENCE.match(passage.text, head)
    others = OTHERS.search(passage.text, head, birth.span.start)
    first, behind = passage.text[head : birth.span.start].strip("“ \u3000"), PRONOUN.match(passage.text, age.span.end)
    if first in ("他", "她") and behind and behind[1] != first:
        return True
    return others is not None or (told is not None and len(BORN.findall(told[0])) > 1)


def _is_same(passage: Passage, birth: Date) -> bool:
    """Whether the sentence goes on about who was born: its paragraph tells the birth."""
    one = passage.earlier
    for _ in range(BACK):
        if one is None or one.span.start <= birth.span.start < one.span.end:
            return one is not None
        one = one.earlier
    return False
