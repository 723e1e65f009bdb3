"""A level and the changes that are told with it, as far as they are printed."""

from dataclasses import dataclass, field

from checker.frozen import frozen
from checker.relations.cues import Act
from checker.relations.passage import Figure
from checker.spans import Span


@frozen()
class Growth:
    """A change as an amount, a part (or points, or times) with the words that tell it."""

    figure: Figure
    act: Act | None
    key: str
    words: Span
    whole: bool = False


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
