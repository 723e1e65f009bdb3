"""A level and the changes that are told with it, as far as they are printed."""

from dataclasses import dataclass, field

from checker.frozen import frozen
from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import Act
from checker.relations.passage import Figure
from checker.spans import Span

RECENT = 4
"""How many groups of a frame a change may still join."""

PER_CENT = pattern("[%％]|百分之")

FROM_THEN = ("year", "start")
SINCE = pattern("原|以前|过去|此前|从前|之前|先前|当初|当年|最初|起初|往年|[修改实搬开投升调整]|前$")
"""What may well be the level that a change began with, whatever that was called."""

SLOTS = {UnitClass.RATE: "rate", UnitClass.POINTS: "points", UnitClass.MULTIPLE: "multiple"}
"""Where a change is kept by its unit; an amount is a ``change``."""


@frozen()
class Growth:
    """A change as an amount, a part (or points, or times) with the words that tell it.

    ``bare`` is an amount told by nothing but that it is more, or less: 同比增长20%，增加20亿千瓦时.
    """

    figure: Figure
    act: Act | None
    key: str
    words: Span
    whole: bool = False
    bare: bool = False


@dataclass(slots=True)
class Group:
    """What is told of the change from one base.

    ``yearly`` is a base told as 上年的 with no day: both 比上年 and 比上年末 are reckoned from it.
    """

    key: str = ""
    base: Figure | None = None
    change: Growth | None = None
    rate: Growth | None = None
    points: Growth | None = None
    multiple: Growth | None = None
    yearly: bool = False

    def takes(self, growth: Growth, slot: str) -> bool:
        """Whether a change may be one from the same base: it is reckoned from that, or the words of one tell none."""
        if getattr(self, slot) is not None:
            return False
        if self._is_of_other_time(growth):
            return False
        if slot == "change" and self.rate and not self.base:
            return self.key == growth.key or (growth.bare and self.rate.act is growth.act)
        keys = {self.key, growth.key}
        return "" in keys or len(keys) == 1 or (self.yearly and keys == {"year", "start"})

    def _is_of_other_time(self, growth: Growth) -> bool:
        """Whether a change is over a level of its own: 由22元涨到26元，涨了近两成，比上周高出3毛."""
        told = next((one for one in (self.rate, self.change, self.points) if one is not None), None)
        plain = self.base is not None and not self.key and told is not None and not told.key
        return plain and bool(growth.key) and growth.key not in FROM_THEN and not SINCE.search(growth.key)


def is_restated(told: Growth | None, growth: Growth) -> bool:
    """Whether a per cent says again, in figures, by what part a level rose or fell: 多出一半，增长50%."""
    rates = [one for one in (told, growth) if one is not None and one.figure.is_rate]
    if told is None or len(rates) < 2 or told.act is not growth.act or growth.key not in ("", told.key):
        return False
    return not PER_CENT.search(told.figure.quantity.literal) and bool(PER_CENT.search(growth.figure.quantity.literal))


@dataclass(slots=True)
class Frame:
    """A level with its changes. ``lead`` are the words before its first number; ``joined`` are those that tie it.

    ``shared`` tells that a share stands among them: a rate after it may be the share's. ``over`` is which way the level
    lies from one that stands in brackets: 高于全国平均水平（11.4%）4.8个百分点.
    """

    first: Figure
    lead: Span
    current: Figure | None = None
    groups: list[Group] = field(default_factory=lambda: [Group()])
    joined: list[Span] = field(default_factory=list)
    shared: bool = False
    over: Act | None = None

    @property
    def level(self) -> Figure | None:
        """Any number of the frame that says how much there is (or was, or by how much that changed)."""
        last = self.groups[-1]
        return self.current or last.base or (last.change.figure if last.change else None)

    def grow(self, growth: Growth) -> None:
        """Take in a change: with the last group that still lacks one of its sort from its base, else as a new one."""
        slot = SLOTS.get(growth.figure.quantity.unit_class, "change")
        last = self.groups[-1]
        hooked = last if growth.whole and getattr(last, slot) is None else None
        group = hooked or next((one for one in self.groups[: -RECENT - 1 : -1] if one.takes(growth, slot)), None)
        if group is None:
            group = Group(growth.key)
            if is_restated(last.rate, growth):
                group.base = last.base
            self.groups.append(group)
        setattr(group, slot, growth)
        group.key = group.key or growth.key
        self.joined.append(growth.words)

    def reach(self, figure: Figure, word: Span, *, led: bool, verb: bool) -> bool:
        """Take in what the level became; False where that would be a second one that nothing leads to."""
        last = self.groups[-1]
        if led and (self.current is not None or last.base is None):
            return False
        if self.current is not None:
            if not verb or last.base or last.change or last.rate:
                return False
            last.base = self.current
        self.current = figure
        self.joined.append(word)
        return True
