"""Two states of one article: what was reported last time is mended, is not mended, or is newly broken.

A finding is the same one wherever its words have moved: it is sought by its words and what stands around them. Only
where a text is not at hand (a report of an article that has changed since) its fingerprint must do, which tells equal
words of one article apart by their order alone.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from checker.corrections.placing import COMMON, around, edges, likeness, placed
from checker.findings import Finding
from checker.report import DocumentReport
from checker.spans import LINE_END, Span, find_all

GROWTH = 40
"""How much longer than the old words the new ones may be."""
LINE_ENDS = "\n\r\u2028\u2029"
BY_CLAIM = "ledger/"
"""Rules whose findings are told by the claim that they are about, not by the words they stand on."""


class Status(StrEnum):
    """What became of a finding."""

    MENDED = "mended"
    STILL = "still"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Change:
    """A finding then and now; one of the two is None where it was mended or is new.

    ``touched`` says that its words were changed: they were mended, or changed and are wrong still, or the fault came
    with the change. It is None where that cannot be told, because a text is not at hand. ``now`` are the words that
    stand in the place of mended ones, where that can be told.
    """

    status: Status
    old: Finding | None
    new: Finding | None
    touched: bool | None = None
    now: str | None = None

    @property
    def finding(self) -> Finding:
        """As it is now, else as it was."""
        found = self.new or self.old
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two states of one article. Changes stand in the order of the text: the old ones', then the new findings."""

    old: DocumentReport
    new: DocumentReport
    changes: tuple[Change, ...] = ()

    def of(self, status: Status) -> list[Change]:
        """The changes of one status."""
        return [one for one in self.changes if one.status is status]


def compare(old: DocumentReport, new: DocumentReport) -> Comparison:
    """What became of the findings of ``old`` in ``new``."""
    return Comparison(old, new, tuple(_Pairs(old, new).changes()))


class _Pairs:
    """Findings joined to each other, the surest first, none to two.

    ``joined`` are the old ones' places in the list with the new ones', ``standing`` those whose words still stand.
    """

    def __init__(self, old: DocumentReport, new: DocumentReport) -> None:
        self.old, self.new = old, new
        self.readable = bool(old.text and new.text)
        self.joined: dict[int, int] = {}
        self.standing: set[int] = set()
        if self.readable:
            self._by_place()
            self._by(lambda one: (one.rule, one.fingerprint) if one.rule.startswith(BY_CLAIM) else None)
            self._by_surroundings()
        else:
            self._by(lambda one: (one.rule, one.fingerprint))
            self._by(lambda one: (one.rule, one.place.quote))

    def changes(self) -> Iterator[Change]:
        """Every finding with what became of it."""
        for index, finding in enumerate(self.old.findings):
            if index in self.joined:
                match = self.new.findings[self.joined[index]]
                touched = match.place.quote != finding.place.quote if self.readable else None
                yield Change(Status.STILL, finding, match, touched)
            else:
                gone = index not in self.standing if self.readable else None
                now = became(self.old.text, finding.place.span, self.new.text) if gone else None
                yield Change(Status.MENDED, finding, None, gone, now)
        for _, finding in self._left():
            touched = line(self.new.text, finding.place.span) not in self._lines if self.readable else None
            yield Change(Status.NEW, None, finding, touched)

    def _by_place(self) -> None:
        """Join findings of one rule where the words of the old one stand now."""
        loose = [(index, one.place.span) for index, one in self._loose() if one.place.quote]
        stands = placed(self.old.text, [span for _, span in loose], self.new.text)
        there: dict[tuple[str, Span], list[int]] = defaultdict(list)
        for index, one in self._left():
            there[one.rule, one.place.span].append(index)
        for index, was in loose:
            if was in stands:
                self.standing.add(index)
                key = self.old.findings[index].rule, stands[was]
                if there[key]:
                    self.joined[index] = there[key].pop(0)

    def _by(self, key: Callable[[Finding], tuple[str, str] | None]) -> None:
        """Join what is left and has the same ``key``, in the order of the text."""
        left = defaultdict(list)
        for index, one in self._left():
            left[key(one)].append(index)
        for index, one in self._loose():
            if key(one) is not None and left[key(one)]:
                self.joined[index] = left[key(one)].pop(0)

    def _by_surroundings(self) -> None:
        """Join findings of one rule that stand on other words among the same ones: changed, and wrong still."""
        near: dict[tuple[str, str, str], list[int]] = defaultdict(list)
        for index, one in self._left():
            for key in edges(one.rule, around(self.new.text, one.place.span)):
                near[key].append(index)
        offers = []
        for index, one in self._loose():
            sides = around(self.old.text, one.place.span)
            for other in {found for key in edges(one.rule, sides) for found in near[key][:COMMON]}:
                like = likeness(sides, around(self.new.text, self.new.findings[other].place.span))
                if index not in self.standing and 2 * like >= len("".join(sides)):
                    offers.append((-like, index, other))
        taken = set[int]()
        for _, index, other in sorted(offers):
            if index not in self.joined and other not in taken:
                self.joined[index] = other
                taken.add(other)

    def _loose(self) -> list[tuple[int, Finding]]:
        return [(index, one) for index, one in enumerate(self.old.findings) if index not in self.joined]

    def _left(self) -> list[tuple[int, Finding]]:
        taken = set(self.joined.values())
        return [(index, one) for index, one in enumerate(self.new.findings) if index not in taken]

    @cached_property
    def _lines(self) -> frozenset[str]:
        return frozenset(LINE_END.split(self.old.text))


def became(old: str, span: Span, new: str) -> str | None:
    """The words that stand in ``new`` between what stood around ``span`` in ``old``; None where that is not certain."""
    before, after = around(old, span)
    if not before or not after:
        return None
    found = set[str]()
    for one in find_all(new, before):
        stop = new.find(after, one.end, one.end + len(span) + GROWTH + len(after))
        if stop >= 0 and not LINE_END.search(new, one.end, stop):
            found.add(new[one.end : stop])
    return found.pop() if len(found) == 1 and span.of(old) not in found else None


def line(text: str, span: Span) -> str:
    """The line on which ``span`` starts."""
    start = max(text.rfind(mark, 0, span.start) for mark in LINE_ENDS) + 1
    end = LINE_END.search(text, span.start)
    return text[start : end.start() if end else len(text)]
