"""ratio: what a level is of that of a time before: 2019年98万人次，今年88万人次，恢复到2019年的89.8%.

The level of then is the one of the sentence that is told of the same time, or stands in the words themselves
(恢复到2019年98万人次的89.8%); nothing else is counted alike before the rate. What does not fit is for a reader to look
at.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.adverbs import ABOUT, EXACT, ONLY, adverbs
from checker.relations.cues import Act
from checker.relations.elsewhere import MEANS, PARTLY, PLANNED
from checker.relations.growth.bare_times import THEN
from checker.relations.growth.sole import is_level, lead
from checker.relations.growth.thens import is_told
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.judging import Triple, verify
from checker.relations.record import Relation
from checker.relations.sums.row import same_unit

FREE = f"(?:{adverbs(EXACT, ABOUT, ONLY)}|已经?|分别|基本|[，,])*"
TOLD = pattern(
    f"{FREE}(?P<verb>恢复|回升|回到|相当于|达到?|[是为占])[到至了]*{FREE}"
    f"(?P<then>(?:19|20)[0-9]{{2}}年|{THEN}|疫情?前|高峰期?)(?:全年|同期|同月|水平|这[个]?时候|年?[底末初])*"
    f"(?P<inner>[^，。；0-9]{{0,6}})"
)
OF = pattern(f"[）)]?(?:水平)?的{FREE}")
NO_LEVEL = pattern(f"{PARTLY}|{PLANNED}|{MEANS}|每|占|增[加长]|减少|下降|上升|[最第]")
PART = pattern("季度|半年|[0-9]月|假期|期间|周末|个月")
"""A part of a year, which no whole year is held against."""
RECOVERED = ("恢复", "回升", "回到")
LEVELS = (Act.LEVEL, Act.SUM, Act.TO)
MOST, NEAR = 8, 3
"""How many figures a sentence may have, and how many clauses before the rate the level may stand."""


def find(passage: Passage) -> Iterator[Relation]:
    """Every such rate, judged."""
    for index, rate in enumerate(passage.figures[:MOST]):
        if not rate.is_rate or index < 1:
            continue
        start = max(passage.clauses[rate.clause].start, passage.span.start)
        match = TOLD.match(passage.text, start, rate.quantity.span.start)
        pair = _pair(passage, index, match) if match else None
        if match and pair:
            name = "恢复程度" if match["verb"] in RECOVERED else "占比"
            relation = verify(passage, Triple(name, (rate.before,), *pair, rate))
            yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)


def _pair(passage: Passage, index: int, match: re.Match[str]) -> tuple[Figure, Figure] | None:
    """The level and that of then."""
    rate, last = passage.figures[index], passage.figures[index - 1]
    if last.quantity.span.start == match.end() and OF.fullmatch(
        passage.text, last.quantity.span.end, rate.quantity.span.start
    ):
        levels = _levels(passage, index - 1, last)
        return (levels[0], last) if len(levels) == 1 else None
    if match["inner"] not in ("的", "") or not OF.fullmatch(
        passage.text, match.start("inner"), rate.quantity.span.start
    ):
        return None
    amounts = [one for one in passage.figures[:index] if one.is_amount]
    levels = _levels(passage, index, amounts[-1]) if amounts else []
    past = [one for one in levels if is_told(match["then"], lead(passage, one))]
    now = [one for one in levels if one not in past]
    if len(now) != 1 or len(past) != 1:
        return None
    parts = [PART.search(lead(passage, one)) is not None for one in (*now, *past)]
    return None if parts == [True, False] and "同期" not in lead(passage, past[0]) else (now[0], past[0])


def _levels(passage: Passage, before: int, like: Figure) -> list[Figure]:
    """The amounts before that are counted as one is, all levels that stand near."""
    found = [
        one for one in passage.figures[:before] if is_level(one.quantity) and same_unit(one.quantity, like.quantity)
    ]
    acts = [passage.cues[passage.figures.index(one)].act for one in found]
    plain = all(act in LEVELS for act in acts) and not any(NO_LEVEL.search(lead(passage, one)) for one in found)
    near = all(like.clause - one.clause <= NEAR and one.quantity.value > 0 for one in found)
    return found if plain and near and not any(one.quantity.hedges for one in found) else []
