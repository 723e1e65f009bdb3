"""A share of a whole that it names and that stands far up under that name: 审结6971件 … 占审结案件的六成五.

The name says what was done (审结, 新建) or who they are (用户, 完赛者); the noun behind it is that of the classifier
and may be left out where the whole is told. Only what nothing else makes is looked at, and only where one amount is
called so: what does not fit is for a reader to look at.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.findings import Verdict
from checker.frozen import frozen
from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.adverbs import adverbs
from checker.relations.fit.level import Level
from checker.relations.fit.pool import Pool
from checker.relations.naming import HEAD, LIMITED, PLAIN, SCOPE, one_period, one_year
from checker.relations.ratios.judging import SWITCH_OFF, Triple, verify
from checker.relations.ratios.named_wholes import AFFECTED
from checker.relations.ratios.sharing import LINK, part_of
from checker.relations.record import Relation

OF = pattern(
    rf"占(?:到|去|据)?了?(?P<name>[\u4e00-\u9fff“”]{{2,12}}?)"
    rf"(?:总(?:人数|数量?|量|额|面积)|人数|数量)?(?:的(?:比重|比例)?|比重|比例){LINK}$"
)
WHO = pattern("(?<=..)(?:者|的人)$")
AREA, AREAS = "面积", frozenset((UnitClass.AREA,))
LIGHT = pattern(f"(?:{adverbs()}|最后|最终|其中|有|了|[，,])*")
ALL = "总"
TAKEN = pattern("(?:收到|接到|接收|受理|接待|迎来|[共现拥]有|举办|招收)(?:了|各类)?$")
"""What follows such a verb is the bare name: 上半年收到|投诉."""

DENIED = pattern("[未不非没再另净]$|(?<![接招对])待$")
MARK = pattern("[，,、；;。：:（(）)！？“”]")
VISITS = ("人次", "人")
"""Of so many visits so many people: nobody counts them apart in a share."""

WORD, REACH, AFTER = 2, 40, 10
"""How long a word is; how many sentences back the whole may stand; how many characters behind it name it."""


@frozen(slots=False, eq=False)
class Called:
    """An amount with the words that lead to its name; ``plain`` where they limit it to no part of what is so called."""

    level: Level
    plain: bool


def told(pool: Pool, rate: Level) -> Iterator[Relation]:
    """The share that the only whole of its name does not make."""
    match = OF.search(rate.lead) if rate.figure.is_rate and not rate.moves and not rate.is_past else None
    figure = part_of(rate.passage, rate.index) if match else None
    part = pool.at(figure.quantity.span) if figure else None
    if match is None or part is None or part.value <= 0 or "分别" in rate.lead or "占" in match["name"]:
        return
    own = LIGHT.fullmatch(rate.lead[: match.start()]) is None
    if own or part.moves or SWITCH_OFF.search(rate.passage.words(rate.passage.span)):
        return
    whole = _whole(pool, part, match["name"])
    if whole is not None:
        relation = verify(rate.passage, Triple("占比", (rate.words,), part.figure, whole.figure, rate.figure))
        if relation.verdict is not Verdict.UNDECIDED:
            yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)


def _whole(pool: Pool, part: Level, name: str) -> Level | None:
    """The one amount before a part that is called so: plainly, or with no other that could be meant."""
    scope, bare = SCOPE.match(name), WHO.sub("", HEAD.sub("", name, count=1))
    if len(bare) < WORD:
        return None
    before = [one for one in _amounts(pool, part) if not scope or scope[0] in one.passage.words(one.passage.span)]
    before = [one for one in before if one_year(one.passage, one.figure, part.passage, name)]
    called = [found for one in before if (found := _called(one, part, bare))]
    plain = [one.level for one in called if one.plain]
    if plain:
        return plain[-1] if _are_one(plain) else None
    if len(bare) < len(name) and name[0] == ALL:
        return None
    return called[-1].level if called and _are_one(before) else None


def _are_one(levels: Sequence[Level]) -> bool:
    return len({one.quantity.value * one.quantity.unit.factor for one in levels}) == 1


def _amounts(pool: Pool, part: Level) -> list[Level]:
    """The levels before a part that can hold it, of its time."""
    at = max(0, part.at - REACH * WORD)
    return [
        one
        for one in pool.levels[at : part.at]
        if (one.key == part.key or (one.key, part.key) == VISITS)
        and one.value > part.value
        and one.is_amount
        and one.quantity.unit_class is not UnitClass.MONEY
        and not _has_share(pool, one)
        and not (one.moves or one.is_past or one.is_each or one.figure.bracket)
        and part.sentence - one.sentence <= REACH
        and one_period(one.passage, one.figure, part.passage, part.figure)
    ]


def _has_share(pool: Pool, one: Level) -> bool:
    """Whether it is itself told as a share, perhaps of the same whole: 持股1.3亿股，占公司总股本的13.29%."""
    behind = pool.next(one, 1)
    return behind is not None and behind.figure.is_rate and "占" in behind.lead and behind.sentence == one.sentence


def _called(one: Level, part: Level, name: str) -> Called | None:
    """Whether an amount is called so, by the whole name or by the word that opens it."""
    before, after = one.lead, _behind(one)
    words, noun = (name, "") if len(name) <= WORD + 1 else (name[:WORD], name[WORD:])
    at = before.rfind(words)
    if at < 0 and words not in after:
        return None
    sentence = one.passage.words(one.passage.span)
    if noun and noun not in sentence and not (noun == AREA and part.quantity.unit_class in AREAS):
        return None
    lead = before[:at] if at >= 0 else after[: after.find(words)]
    if DENIED.search(lead) or (at < 0 and AFFECTED.search(before)):
        return None
    bare = PLAIN.fullmatch(LIGHT.sub("", lead)) or TAKEN.search(lead)
    told = (before if at >= 0 else after).partition(words)[2]
    if LIMITED.search(lead) or (noun and told.find(noun) > 0):
        return None
    return Called(one, bare is not None)


def _behind(one: Level) -> str:
    """The words behind an amount that say what it counts, be it in brackets: 265件（投诉举报）."""
    after = one.passage.text[one.quantity.span.end : min(one.passage.span.end, one.quantity.span.end + AFTER)]
    return MARK.split(after.lstrip("（("))[0]
