"""Numbers of sport that no score tells: what an athlete reached, goals and matches, by how much time somebody leads."""

from collections.abc import Callable

from checker.extraction.bearings import Bearings
from checker.extraction.scores import Told
from checker.lexicon.sport import shape
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass

REACHED = pattern("[0-9]{0,2}的(?:[一-鿿]{0,2}?)(?P<what>总?成绩|佳绩)")
DID = "(?:(?P<lift>抓举|挺举)[^，。；0-9]{0,6}|(?:%(reach)s)了?(?:[^，。；0-9]{0,8}的)?)$"
GOALS = "(?:(?P<in>%(scored)s)|%(conceded)s)[了掉]?$"
OF_MATCHES = "(?:比赛|联赛)?[仅只共总就一]{0,2}(?:%(scored)s|%(conceded)s|不败|全胜|[0-9]{1,3}胜)"
GAP = pattern("(?P<how>领先|落后)[^，。；0-9]{0,14}$")
MEASURED = (UnitClass.LENGTH, UnitClass.DURATION, UnitClass.MASS)
POINTED = frozenset(("环", "分", "杆"))
RESULT, NEAR = "成绩", 14


class Results:
    """Reads such numbers; ``player`` and ``team`` say who is spoken of."""

    def __init__(self, bearings: Bearings, player: Callable[[Quantity, int], str], team: Callable[[int], str]) -> None:
        self.bearings, self.text = bearings, bearings.text
        self.player, self.team = player, team

    def told(self, one: Quantity) -> Told | None:
        """Whose such a number is, and what it is; None for all others."""
        if one.unit_class in MEASURED or one.unit.name in POINTED:
            return self._reached(one) or self._gap(one)
        return self._of_goals(one) if one.unit.name in ("球", "个球", "场") else None

    def _reached(self, one: Quantity) -> Told | None:
        """What an athlete reached: 以202.5环的|成绩夺冠, 跑出9秒98, 抓举|140公斤."""
        start, end = one.span.start, one.span.end
        said = REACHED.match(self.text, end)
        did = shape(DID).search(self.text, max(self.bearings.clause(start).start, start - NEAR), start)
        if not said and not did:
            return None
        lifted = did["lift"] if did else ""
        return Told(
            self.player(one, did.start() if did else start),
            f"{lifted or ''}{said['what'] if said and said['what'] != '佳绩' else RESULT}",
        )

    def _gap(self, one: Quantity) -> Told | None:
        """By how much time or how far somebody leads."""
        clause = self.bearings.clause(one.span.start)
        gap = GAP.search(self.text, clause.start, one.span.start)
        if not gap or one.unit_class is not UnitClass.DURATION:
            return None
        return Told(self.team(gap.start()), f"{gap['how']}时间")

    def _of_goals(self, one: Quantity) -> Told | None:
        """How many goals were scored or let in, and in how many matches: 10场仅失4球."""
        start, end = one.span.start, one.span.end
        if one.unit.name == "场":
            return Told(self.team(start), "比赛场数") if shape(OF_MATCHES).match(self.text, end) else None
        goals = shape(GOALS).search(self.text, max(self.bearings.clause(start).start, start - NEAR), start)
        return Told(self.team(start), "进球数" if goals["in"] else "失球数") if goals else None
