"""Numbers of matches: scores, games won and lost, what a player did."""

import re
from collections.abc import Sequence
from dataclasses import replace

from checker.extraction.bearings import Bearings
from checker.extraction.polled import Polled
from checker.extraction.results import Results
from checker.extraction.scores import BOTH, RESULT, Scores, Told
from checker.extraction.sharing import sharer
from checker.lexicon.speech import Part, part_of, tagged
from checker.lexicon.sport import shape
from checker.lexicon.words import is_ordinary
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass

KINDS = {"胜": "胜场数", "负": "负场数", "平": "平局数", "战": "比赛场数"}
RECORD = pattern("[0-9]{1,3}(?P<what>[胜负平战])(?=[0-9，。；的]|[^0-9]{0,2}[0-9])|[0-9]{1,3}(?P<last>[胜负平])")
BESIDE = pattern("[0-9][胜负平战][，、]?$")
DESCRIBING = pattern("(?:[0-9]{1,2}[胜负平战])+的")
RANK = "(?:的成绩|的总分)?(?:%(ranked)s)|[^，。]{0,4}积分榜"
SUMMED = pattern("积分[^。；]{0,20}(?:均为|同为|都是)$")
REACH = 14
GOES_ON = pattern("[，、]?[0-9]+[胜负]")
RUN = pattern("连(?P<how>[胜败负平])")
STAT = "(?P<what>%(stat)s)"
SHOT = pattern("投[仅只]?(?P<hit>[0-9]{1,2})中|中(?P<also>[0-9]{1,2})")
HIT = pattern("[0-9]{1,2}(?:投[仅只]?|中)$")
PLACE = "(?P<what>%(shot)s)[^，。；]{0,4}$"
DOER = "(?P<who>[一-鿿0-9·]{2,20}?)(?:%(with)s)*(?:%(did)s)了?"
POINTS = "(?:(?:%(did)s)(?:了)?(?:[^，。；0-9]{0,10}最高的?)?|[一-鿿]{2}|[0-9]分[、和与及]|^)$"
GAP = "(?P<how>%(gap)s)[^，。；0-9]{0,6}$"
GAINED = "的?(?P<how>%(gained)s)"
BASKET = "[0-9]投[仅只]?[0-9]{1,2}中|%(box)s"
LEADS = ("领先", "落后")
GAPS = {"积": "积分", "领先": "领先分数", "优势": "领先分数", "落后": "落后分数"}
GAPS |= dict.fromkeys(
    ("差距", "还剩", "只剩", "仅剩", "只差", "缩小", "扩大", "险胜", "大胜", "小胜", "取胜", "惜败"), "分差"
)
AND = pattern("[和与、]")
HE = pattern("[他她]")


class Matches:
    """Reads the numbers that tell of matches; an article without scores and box scores has none."""

    def __init__(self, bearings: Bearings, quantities: Sequence[Quantity]) -> None:
        self.bearings, self.text = bearings, bearings.text
        self.quantities = quantities
        self.scores = Scores(bearings)
        self.boxed = shape(BASKET).search(self.text) is not None
        self.polled = Polled(self.text)
        self.results = Results(bearings, self._player, self._team)
        self.player, self.floor = "", 0

    def told(self, one: Quantity) -> Told | None:
        """Whose a number of a match is, and what it is; None for all others."""
        told = self.scores.told.get(one.span.start) or self.polled.of(one)
        if told:
            return told
        told = self.results.told(one) or (self._done(one) if self.scores.sure or self.boxed else None)
        shared = sharer(self.text, self.bearings.clause(one.span.start), one) if told else None
        name = self.scores.sides.opening(shared.start, shared.end).of(self.text) if shared else ""
        return replace(told, subject=name) if told and name else told

    def _done(self, one: Quantity) -> Told | None:
        return self._record(one) or (self._feat(one) if self.boxed else None) or self._points(one)

    def _record(self, one: Quantity) -> Told | None:
        """How many matches were won, lost, drawn: 3战1胜2负, 6连胜."""
        start, end = one.span.start, one.span.end
        unit = one.unit.name
        run = RUN.match(self.text, end - len(unit)) if unit[:1] == "连" else None
        if run:
            return Told(self._team(start), f"连{run['how']}场数")
        if one.unit_class is not UnitClass.NONE:
            return None
        match = RECORD.match(self.text, start)
        if not match or match.end() != end + 1:
            return None
        return self._won(match, start, end)

    def _won(self, match: re.Match[str], start: int, end: int) -> Told:
        """Matches won, lost or drawn: of whom 的 leads to, else of the side that the words before speak of."""
        of = DESCRIBING.match(self.text, start)
        described = self.scores.sides.opening(of.end(), of.end() + REACH).of(self.text) if of else ""
        what = match["what"] or match["last"]
        counted = BESIDE.search(self.text, max(0, start - 3), start) or GOES_ON.match(self.text, end + 1)
        if what == "平" and not counted:
            both = shape(BOTH).search(self.text, self.bearings.clause(start).start, start)
            return Told(both[0] if both else self._team(start), RESULT)
        return Told(described or self._team(start), KINDS[what])

    def _feat(self, one: Quantity) -> Told | None:
        """What a player did: 23分, 11个篮板, 15投3中."""
        start, end = one.span.start, one.span.end
        if one.unit_class is UnitClass.NONE:
            return self._shot(one)
        stat = shape(STAT).match(self.text, end) if one.unit.name in ("个", "次", "记", "球") else None
        if not stat:
            return None
        mean = "场均" if self._is_mean(start) else ""
        return Told(self._player(one), f"{mean}{stat['what']}数")

    def _shot(self, one: Quantity) -> Told | None:
        """How often a player threw and scored."""
        start, end = one.span.start, one.span.end
        tried = SHOT.match(self.text, end)
        hit = HIT.search(self.text, max(0, start - 5), start)
        if not tried and not hit:
            return None
        at = hit.start() if hit else start
        place = shape(PLACE).search(self.text, self.bearings.clause(start).start, at)
        what = place["what"] if place else ""
        return Told(self._player(one), f"{what}{'命中' if hit else '出手'}数")

    def _points(self, one: Quantity) -> Told | None:
        """What a player or a team scored, or by how much it led."""
        start, end = one.span.start, one.span.end
        if one.unit.name != "分":
            return None
        clause = self.bearings.clause(start)
        gap = shape(GAP).search(self.text, clause.start, start) or shape(GAINED).match(self.text, end)
        if gap:
            at = gap.start() if gap["how"] in LEADS and gap.end() == start else start
            return Told(self._team(at), GAPS.get(gap["how"], gap["how"]))
        if shape(RANK).match(self.text, end) or SUMMED.search(self.text, self.bearings.sentence(start).start, start):
            return Told(self._team(start), "积分")
        if not shape(POINTS).search(self.text, clause.start, start):
            return None
        mean = "场均" if self._is_mean(start) else ""
        return Told(self._player(one), f"{mean}{RESULT}")

    def _is_mean(self, at: int) -> bool:
        return "场均" in self.text[self.bearings.clause(at).start : at]

    def _team(self, at: int) -> str:
        """Which side the words before a number speak of."""
        return self.scores.side(at) or self.bearings.subject(at)[0]

    def _player(self, one: Quantity, until: int = 0) -> str:
        """Who did so much: whom its clause names (``until`` what he did), else who did what the number before tells."""
        start = one.span.start
        begin = self.scores.begin(start)
        listed = self.text.rfind("、", begin, start) + 1
        floor, goes_on = max(begin, listed, self.floor), self.floor > begin
        self.floor = one.span.end
        found = self._doer(floor, until or start) or ("" if goes_on else self._meant(begin, start))
        self.player = found or self.player or self.scores.side(start)
        return self.player

    def _meant(self, begin: int, at: int) -> str:
        """Who is meant where the clause itself names nobody."""
        subject = self.bearings.subject(at)[0] if HE.search(self.text, begin, at) else ""
        return subject if subject in self.bearings.people else self._before(begin, at)

    def _before(self, start: int, at: int) -> str:
        """Whom the clauses before one speak of, in its sentence; before it too where the clause says 他."""
        here = self.bearings.sentence(at).start
        floor = self.bearings.block(at).start if HE.search(self.text, start, at) else here
        while start > floor:
            end = start - 1
            start = max(self.scores.begin(end - 1), floor) if end > floor else floor
            name = self.scores.sides.opening(start, max(start, end)).of(self.text)
            if name and not self.scores.sides.is_team(name) and self._is_somebody(name, near=start >= here):
                return name
        return ""

    def _is_somebody(self, name: str, *, near: bool) -> bool:
        """Whether a name is a person's: one that no dictionary has is, in the same sentence."""
        found = (part_of(word, tag) for word, tag in tagged(name))
        return name in self.scores.sides.known or Part.NAME in found or (near and not is_ordinary(name))

    def _doer(self, floor: int, start: int) -> str:
        """Whom words name that lead up to what was done."""
        sides = self.scores.sides
        led = shape(DOER).match(self.text, floor, start)
        stop = led.end("who") if led else start
        of = self.text.rfind("的", floor, stop) + 1
        begin = of if of and not self.text.startswith(("时候", "比赛"), of) else floor
        name = sides.opening(begin, stop)
        if not len(name):
            return ""
        more = AND.match(self.text, name.end - (self.text[name.end - 1] in "和与"))
        also = sides.opening(more.end(), stop) if more else name
        return self.text[name.start : also.end]
