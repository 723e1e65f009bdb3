"""Whose each half of a match's score is: 甲队91：106负于乙队 tells 91 of 甲队 and 106 of 乙队, whoever won."""

from dataclasses import dataclass

from checker.extraction.bearings import Bearings
from checker.extraction.sides import BESIDE, Sides
from checker.extraction.tallies import behind, is_mixed, is_played, stands
from checker.lexicon.sport import shape
from checker.patterns import pattern
from checker.quantities.model import Proportion
from checker.spans import Span

BEATEN = (
    "(?:[^，。；]{0,6}?(?:%(won)s){1,2}(?:了|过|给)?)(?P<who>(?:东|西|卫冕|头号|世界|上届|中国)?[^，。；！\n]{2,24})"
)
GOES_ON = pattern("[^，。；]{0,3}(?:、|和|与|及)[^，。；]{0,2}|[（(，,；]")
COLON = pattern("[0-9][：:][0-9]")
TIED = pattern("平")
TRUE = pattern("[一-鿿·]{2,12}")
BOTH = "%(side)s"
EITHER = "双方"
RESULT, FAR, MANY = "得分", 40, 8


@dataclass(frozen=True, slots=True)
class Told:
    """Whose a number of a match is, and what it is the number of."""

    subject: str
    metric: str


class Scores:
    """Reads the scores of an article: numbers that 比 or a colon parts, beside words for how a match ends."""

    def __init__(self, bearings: Bearings) -> None:
        self.bearings, self.text = bearings, bearings.text
        found = bearings.tallies
        self.sure = any(is_played(self.text, one) for one in found)
        self.sides = Sides(self.text)
        self.sides.known.update(bearings.people)
        self.told = dict[int, Told]()
        last: Proportion | None = None
        for one in found if self.sure else ():
            self._read(one, last)
            last = one

    def _read(self, one: Proportion, last: Proportion | None) -> None:
        start = one.span.start
        if is_mixed(self.text, one):
            return
        first, second = one.parts[0].span.start, one.parts[1].span.start
        joined = last and GOES_ON.fullmatch(self.text, last.span.end, start)
        if last and joined and last.parts[0].span.start in self.told:
            self.told[first] = self.told[last.parts[0].span.start]
            self.told[second] = self.told[last.parts[1].span.start]
            return
        side, other = self._pair(one)
        if not side and one.parts[0].value != one.parts[1].value:
            return
        if not side:
            side = other = EITHER
        if stands(self.text, one):
            self.told[first] = self.told[second] = Told(side, "比分")
            return
        self.told[first] = Told(side, RESULT)
        self.told[second] = Told(other, RESULT) if other else Told(side, f"对手{RESULT}")

    def _pair(self, one: Proportion) -> tuple[str, str]:
        """Who is named before a score, and who behind it or beside him; empty where nobody is."""
        clause, at = self.bearings.clause(one.span.start), one.span.start
        both = shape(BOTH).search(self.text, clause.start, at)
        if both and TIED.match(self.text, one.span.end):
            return both[0], both[0]
        side, other = self._named(clause.start, at)
        side, other = (side, other) if side else self.before(clause.start, at)
        other = other or self._beaten(behind(self.text, one.span.end))
        other = "" if other == side else other
        self.sides.known.update(name for name in (side, other) if name and TRUE.fullmatch(name))
        return side, other

    def side(self, at: int) -> str:
        """Which side the words before ``at`` speak of; empty where they speak of none."""
        start = self.begin(at)
        return self._named(start, at, first=True)[0] or self.before(start, at)[0]

    def begin(self, at: int) -> int:
        """Where the clause around an offset begins: the colon of a score ends none."""
        start = self.bearings.clause(at).start
        while COLON.fullmatch(self.text, start - 2, start + 1):
            start = self.bearings.clause(start - 1).start
        return start

    def before(self, start: int, at: int) -> tuple[str, str]:
        """Who plays by the words of the clauses before one that begins at ``start``."""
        floor = self.bearings.block(at).start
        for _ in range(MANY):
            if start <= floor:
                break
            end = start - 1
            start = max(self.begin(end - 1), floor) if end > floor else floor
            side, other = self._named(start, max(start, end), first=True)
            if self.sides.knows(side):
                return side, other
        found = self.bearings.subject(at)[0]
        return "" if found in ("", self.bearings.whole, self.bearings.theme.main) else found, ""

    def _named(self, start: int, end: int, *, first: bool = False) -> tuple[str, str]:
        """Who plays in a clause, and with whom: the last team named, or the ``first`` of a clause before."""
        teams = self.sides.named(start, end)
        opening = self.sides.opening(start, end)
        if not teams:
            of = self.text.rfind("的", start, end) + 1
            described = self.sides.opening(of, end) if of and not first else opening
            return (described if len(described) else opening).of(self.text), ""
        if first and self.sides.knows(opening.of(self.text)):
            return opening.of(self.text), ""
        last = teams[0 if first else -1]
        if not shape(BESIDE).search(self.text, max(start, last.start - 3), last.start):
            return last.of(self.text), ""
        lead = teams[-2] if len(teams) > 1 else opening if opening.end < last.start else Span(0, 0)
        return lead.of(self.text), last.of(self.text) if len(lead) else ""

    def _beaten(self, end: int) -> str:
        """Whom the words behind a score name as the other side."""
        match = shape(BEATEN).match(self.text, end, min(len(self.text), end + FAR))
        if not match:
            return ""
        teams = self.sides.named(match.start("who"), match.end())
        if teams:
            return teams[-1].of(self.text)
        of = match["who"].rfind("的") + 1
        return self.sides.opening(match.start("who") + of, match.end()).of(self.text)
