"""The newsroom's own list of right names, as the checks see it: people in office, bodies, terms.

It holds right names only. What is wrong is found by its likeness to them, never by a list of mistakes.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Term:
    """The days from and to which something holds, both included; None where there is no bound."""

    start: date | None = None
    end: date | None = None

    def holds(self, day: date) -> bool:
        """Whether ``day`` lies within."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who holds, held or will hold an office. ``title`` is the office with its body: 青石镇镇长."""

    name: str
    title: str
    term: Term = Term()


@dataclass(frozen=True, slots=True)
class RightName:
    """A name as it is written right. ``kind`` is what the thing is (舞剧), ``successor`` what took a body's place.

    ``person`` marks a person's name, which differs from another person's by less than a thing's does.
    """

    name: str
    kind: str = ""
    term: Term = Term()
    successor: str = ""
    person: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """The whole list. Every spelling that is right is a ``RightName`` of its own."""

    right: tuple[RightName, ...] = ()
    holders: tuple[Holder, ...] = ()
