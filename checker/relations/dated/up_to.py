"""span of what went on up to a year told behind it: 退休后又教了27年，直到2019年才罢手.

It began in the one year that the sentence tells before the length, or with the leaving that the sentence speaks of
(退休后, 返乡后), if the article tells just one year for that.
"""

import re
from collections.abc import Iterator, Sequence

from checker.document import Document
from checker.patterns import pattern
from checker.quantities.model import Date, Quantity
from checker.relations.dated import calendar
from checker.relations.dated.calendar import Elapsed
from checker.relations.dated.stretch import Length, Stretch, judged, length
from checker.relations.passage import Passage
from checker.relations.record import Relation

UP_TO = pattern("[，,]?(?:一直|直)(?:到|至|干到|做到|教到|演到|守到)(?:了)?")
WENT_ON = pattern("[\u4e00-\u9fff]了(?:整整|足足|近|约)?$")
TURN = "退休|离休|退役|复员|转业|退伍|卸任|离任|返乡|回乡|毕业|下岗|离职|辞职"
AFTER = pattern(f"(?P<turn>{TURN})(?:回[家村乡])?(?:以后|之后|后|那年起|起)")
TOLD = pattern(f"[^，。；]{{0,14}}?(?P<turn>{TURN})")
SINCE = pattern("[^，。；]{0,16}?(?:后|起|开始|以来|之后)")
OTHERS = pattern("[儿女孙父母爸妈爷奶弟妹哥姐侄徒]|丈夫|妻|老伴|师傅|同事|战友|接班")
NOT_SO = pattern("[前内制期]|[以之][前内]|级")
BACK, REACH = 60, 80
"""How many sentences back the year of leaving may stand, and how many characters before the length are read."""


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every length that ends in the year told right behind it, judged."""
    for number, passage in enumerate(passages):
        for index, token in enumerate(passage.tokens[:-1]):
            found = length(token) if isinstance(token, Quantity) else None
            end = passage.tokens[index + 1]
            if found is None or found.unit != "年" or found.ordinal or not isinstance(end, Date) or not end.year:
                continue
            if UP_TO.fullmatch(passage.text, found.span.end, end.span.start) and _went_on(passage, found):
                start = _start(passages, number, found)
                if start is not None and start.year and start.year < end.year:
                    lapse = end.year - start.year
                    true = Elapsed(lapse - 1, lapse + 1)
                    yield judged(passage, Stretch(start, end, found, true, "年份与年数", doubtful=True))


def _went_on(passage: Passage, found: Length) -> bool:
    if found.said.low != found.said.high or NOT_SO.match(passage.text, found.span.end):
        return False
    lead = passage.text[max(passage.span.start, found.span.start - REACH) : found.span.start]
    return WENT_ON.search(lead) is not None and OTHERS.search(lead) is None


def _start(passages: Sequence[Passage], number: int, found: Length) -> Date | None:
    passage = passages[number]
    near = [one for one in calendar.around(passage, found.span.start) if one.span.end <= found.span.start]
    years = [one for one in near if isinstance(one, Date) and (one.year or one.relative)]
    if years:
        only = years[0] if len(years) == 1 and years[0].year else None
        return only if only and SINCE.match(passage.text, only.span.end, found.span.start) else None
    turn = AFTER.search(passage.text, passage.span.start, found.span.start)
    return _year_of(passages[max(0, number - BACK) : number], turn) if turn else None


def _year_of(passages: Sequence[Passage], turn: re.Match[str]) -> Date | None:
    """The one year in which so somebody is said to have left."""
    told: dict[int, Date] = {}
    for passage in passages:
        for one in passage.tokens:
            if isinstance(one, Date) and one.year:
                left = TOLD.match(passage.text, one.span.end, passage.span.end)
                if left and left["turn"] == turn["turn"]:
                    told.setdefault(one.year, one)
    return next(iter(told.values())) if len(told) == 1 else None
