"""same: the age of one person, told twice by name: 周睿（24岁）, and 24岁的周睿 further on.

The name must stand right beside one of the two ages, and beside the other at least behind a title. An age of another
time (那年18岁, 2001年25岁) is no age of today.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.patterns import pattern
from checker.quantities.model import Date, Period
from checker.relations.dated.births import is_a_name
from checker.relations.record import Relation
from checker.relations.repeated.likeness import slip
from checker.relations.repeated.mentions import Mention, agree, relate

BEFORE = pattern(
    "(?P<name>[\u4e00-\u9fff]{2,4})(?:[（(]|[，,](?:[男女][，,])?|)(?:今年|现年|如今|现在|年龄)?(?:已经?|才|刚满|年满|年仅)*$"
)
BEHIND = pattern("的(?P<words>[\u4e00-\u9fff]{2,16})")
NOT_NOW = pattern(
    "那年|那一年|当[年时]|时年|享年|终年|虚岁|去世|逝世|病逝|[0-9一二三四五六七八九十]年[前后]|(?:19|20)[0-9]{2}年|[去前]年|儿子|女儿|妻子|丈夫|父亲|母亲|弟弟|哥哥|姐姐|妹妹|的[儿女孙妻父母]"
)
THEN = pattern("时(?!间)|[起就便才]|开始|[以之]?前|[上下左右]|后|那年")
THEIRS = pattern("的|[儿女孙妻父母爸妈爷奶弟妹哥姐徒]|丈夫|老伴|师傅|夫妇|一家|家")
LEAD, SHORTEST, LONGEST, YOUNGEST, OLDEST = 12, 2, 3, 3, 122
FEW, SHORT = 3, 10
"""By so many years an age may be wrong without a slip of the pen; one that lies further off is of another time."""
MOST = 60
"""So many ages of an article are read."""


def told_twice(mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Every age that is told of somebody whose age was told before."""
    ages = [one for one in mentions if one.quantity.unit.name == "岁" and is_today(one)][:MOST]
    known: dict[str, tuple[Mention, bool]] = {}
    for one in ages:
        names = _names(one)
        for name, beside in names:
            first, firmly = known.get(name, (None, False))
            if first is not None and first.sentence is not one.sentence and (beside or firmly):
                relation = relate((first, one), "level")
                if agree(first, one):
                    yield relation
                elif slip(first, one) or abs(first.size - one.size) <= FEW * one.quantity.unit.factor:
                    yield replace(relation, doubtful=True)
                break
        for name, beside in names:
            known.setdefault(name, (one, beside))


def is_today(one: Mention) -> bool:
    """Whether a whole age is told that no word puts in another time."""
    quantity, passage = one.quantity, one.passage
    if quantity.hedges or quantity.value.denominator > 1 or not YOUNGEST <= quantity.value <= OLDEST:
        return False
    start, end = quantity.span.start, quantity.span.end
    clause = passage.clauses[one.figure.clause]
    if NOT_NOW.search(passage.text, clause.start, start) or THEN.match(passage.text, end, passage.span.end):
        return False
    at = clause.start
    before = passage.clauses[one.figure.clause - 1] if one.figure.clause else clause
    if before.end - before.start <= SHORT:
        at = before.start  # 1985年，22岁的…
    dated = (each for each in passage.tokens if isinstance(each, Date | Period) and at <= each.span.start < end)
    return all(isinstance(each, Date) and each.relative == "今年" for each in dated)


def _names(one: Mention) -> list[tuple[str, bool]]:
    """What may be the name of whom the age is told, longest first, and whether it stands right beside it."""
    passage, span = one.passage, one.quantity.span
    start = passage.clauses[one.figure.clause].start
    before = BEFORE.search(passage.text[max(passage.span.start, min(start, span.start) - LEAD) : span.start])
    behind = BEHIND.match(passage.text, span.end, passage.span.end)
    found: list[tuple[str, bool]] = []
    if behind:
        words = behind["words"]
        for size in range(LONGEST, SHORTEST - 1, -1):
            at_once = [words[at : at + size] for at in range(len(words) - size + 1)]
            rest = [words[at + size :] for at in range(len(words) - size + 1)]
            found += [(name, at == 0) for at, name in enumerate(at_once) if not THEIRS.match(rest[at])]
    elif before:
        words = before["name"]
        found += [(words[-size:], True) for size in range(min(len(words), LONGEST), SHORTEST - 1, -1)]
    return [(name, beside) for name, beside in found if is_a_name(name)]
