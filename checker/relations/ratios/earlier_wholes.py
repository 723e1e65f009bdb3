"""ratio: a whole told in one sentence, its part and their rate in the next.

选民24500人。参加投票的有23275人，投票率95%; 回收问卷2000份。认为合适的有1460份，占73%. Each of the two sentences
tells just one amount of the unit. The rate has a name that the words of the part hold, or is bare and stands right
behind the part. No word ties the two sentences, so that what does not fit is told only where one slip of the pen
explains it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.document import Document
from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.naming import one_period
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.counts import GROWTH, size_of
from checker.relations.ratios.judging import Triple, verify
from checker.relations.ratios.plain import BARE, LEVELS, OTHER, is_plain, is_told, shares, words_before
from checker.relations.record import Relation
from checker.relations.sums.row import same_unit

SIGNS = ("率", "占", "比")
DIVIDES = pattern("其中|占|另|此外|除")
"""A whole that is divided in its own sentence may have given its place to one of its parts."""

TIME = pattern("[0-9一二三四五六七八九十上下去今本前][年月季周]|季度|半年|以来|累计|截[至止]|新")
"""A part of a time of its own may be of another whole."""

FEWEST, AMOUNTS = 2, 4


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every rate of a part whose whole is the one such amount of the sentence before."""
    for passage in passages:
        earlier = passage.earlier
        if earlier is None or not FEWEST <= len(passage.figures) <= AMOUNTS or not earlier.figures:
            continue
        rate = next(shares(passage), None)
        if rate is not None and any(sign in passage.words(rate.before) for sign in SIGNS):
            yield from _told(earlier, passage, rate)


def _told(earlier: Passage, passage: Passage, rate: Figure) -> Iterator[Relation]:
    at = passage.figures.index(rate)
    part = passage.figures[at - 1] if at else None
    if part is None or not part.is_amount or not is_plain(part) or rate.clause - part.clause > 1:
        return
    whole = _alone(earlier, part)
    if whole is None or _alone(passage, part) is not part or not size_of(part) < size_of(whole):
        return
    words = words_before(passage, rate)
    lead = passage.text[max(part.quantity.span.end, passage.span.start) : rate.quantity.span.start]
    ahead = passage.text[passage.span.start : part.quantity.span.start]
    if TIME.search(ahead) or OTHER.search(lead) or GROWTH.search(lead) or not one_period(earlier, whole, passage, part):
        return
    if not (BARE.fullmatch(words) or is_told(passage, part, whole, words)):
        return
    relation = verify(passage, Triple("占比", (rate.before,), part, whole, rate))
    if relation.verdict is not Verdict.INCONSISTENT:
        yield relation
    elif relation.by_slip:
        yield replace(relation, doubtful=True)


def _alone(passage: Passage, like: Figure) -> Figure | None:
    """The one amount of a sentence that is counted like another, if it is a plain level and nothing divides it."""
    told = [
        (one, cue)
        for one, cue in zip(passage.figures, passage.cues, strict=True)
        if one.is_amount and same_unit(one.quantity, like.quantity)
    ]
    if len(told) != 1 or told[0][1].act not in LEVELS or told[0][0].bracket or not is_plain(told[0][0]):
        return None
    found = told[0][0]
    return found if found is like or not DIVIDES.search(passage.words(passage.span)) else None
