"""Rolls of names, each with its number of one thing: 新增病例中，甲市|3例、乙市|2例（丙区|1例）."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checker.extraction.bearings import Bearings
from checker.extraction.doers import INDICATOR
from checker.extraction.nominals import NOUNS
from checker.extraction.placed import REGION
from checker.extraction.whereabouts import REGIONS
from checker.extraction.wordings import COUNTS, ENDED, MEASURES
from checker.lexicon.clauses import words
from checker.lexicon.speech import Part, part_of, tagged
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import Act, cue
from checker.spans import Span

LABEL = pattern(
    "(?:(?:其中|分别(?:是|为)?|包括|即|以及|[和与及、，,；;：:（(\\s]))*(?P<name>[^、，,；;。：:（）()\\s]{2,14}?)(?:[（(][^（）()0-9]{1,12}[）)])?(?:各?有|为|是|共)?\\s*$"
)
"""The words between two numbers of a roll: marks, and the name of the next one."""

CLOSED = pattern("\\s*(?:[、，,；;。）)（(\n]|[和与及]|以及|$)")
"""Behind a number of a roll nothing is told of it."""

BETWEEN = pattern("(?:[，,；;。：:、）)\\s]|其中|分别(?:是|为)?|包括|有|即|[和与及])*")
"""What may stand between a number and the roll of those that it is made up of."""

OPENED = pattern("(?:^|[，。；：\n])(?P<what>[^，。；：\n]{2,24}?)(?:之|当)?[中里]，?(?:其中|分别[是为]?|[，：:])*$")
"""The words that a roll is opened by: 新增病例中，."""

LED = pattern("[、，,；;：:（(）)。\n　 和与及中为是括即]")
PARTED = pattern("[。\n]")
GRADED = pattern("(?:国家|[省市区县镇村])级")
FAR, LONGEST = 400, 40
SHORT = 6
UNSHARED = frozenset((UnitClass.COUNT, UnitClass.NONE, UnitClass.RATE, UnitClass.POINTS, UnitClass.DURATION))
SORTS = frozenset((*NOUNS, Part.ADJECTIVE, Part.VERB, Part.SIDE))
WORDED = frozenset((*NOUNS, Part.ADJECTIVE, Part.SIDE))


@dataclass(frozen=True, slots=True)
class Item:
    """Where a roll names whose a number is, and what it is of: what the ``head`` th number is of, or ``measure``.

    ``sort`` says that it names no one, but which of the things counted before the brackets.
    """

    name: Span
    head: int = -1
    measure: str = ""
    sort: bool = False


class Rolls:
    """Finds the rolls of an article. ``quantities`` are its numbers, in order."""

    def __init__(self, bearings: Bearings, quantities: Sequence[Quantity]) -> None:
        self.bearings, self.text, self.quantities = bearings, bearings.text, quantities
        self.starts = [one.span.start for one in quantities]
        self.opened = _brackets(self.text)
        self.items: dict[int, Item] = {}
        for index in range(len(quantities)):
            item = self._item(index)
            if item:
                self.items[index] = item

    def _item(self, index: int) -> Item | None:
        one = self.quantities[index]
        floor = self.quantities[index - 1].span.end if index else 0
        floor = max(floor, one.span.start - LONGEST)
        label = LABEL.search(self.text, floor, one.span.start)
        if not label or not CLOSED.match(self.text, one.span.end):
            return None
        name = Span(*label.span("name"))
        if cue(name.of(self.text)).act is not Act.LEVEL:
            return None
        if name.start > floor and not LED.match(self.text, name.start - 1):
            return None
        opener = self._bracket(name.start)
        item = self._within(index, name, opener) if opener >= 0 else self._listed(index, name)
        if not item or self._is_named(name, item):
            return item
        return replace(item, sort=True) if opener >= 0 and self._is_sort(name, one) else None

    def _within(self, index: int, name: Span, opener: int) -> Item | None:
        """A number in brackets right behind the one that it is a part of."""
        at = bisect_left(self.starts, opener) - 1
        if at < 0 or self.text[self.quantities[at].span.end : opener].strip():
            return None
        return Item(name, at) if self._alike(at, index) else None

    def _listed(self, index: int, name: Span) -> Item | None:
        """A number in a list, by what the list before it is of, or by the words or the number that open it."""
        before = index - 1
        while before >= 0 and self._bracket(self.starts[before]) >= 0:
            before -= 1
        after = self.quantities[before].span.end if before >= 0 else 0
        measure = self._opened(index, name.start, after)
        if measure:
            return Item(name, measure=measure)
        if before < 0 or name.start - after > FAR or not self._alike(before, index):
            return None
        between = self._outside(after, name.start)
        if not BETWEEN.fullmatch(between):
            return None
        last = self.items.get(before)
        if last:
            return None if "。" in between else Item(name, last.head, last.measure)
        return None if PARTED.search(between) and "其中" not in between else Item(name, before)

    def _opened(self, index: int, start: int, after: int) -> str:
        """What the list is of by the words that open it, behind the last number; empty where none do."""
        floor = max(0, self.bearings.sentence(start).start - 1, start - LONGEST)
        opened = OPENED.search(self.text, floor, start)
        if not opened or opened.start("what") < after:
            return ""
        what = self.bearings.past_times(*opened.span("what"), frozenset())
        return _measured(self.text[what : opened.end("what")], self.quantities[index])

    def _outside(self, start: int, end: int) -> str:
        """The words between two places, those in brackets left out."""
        return "".join(
            self.text[at] for at in range(start, end) if self._bracket(at) < 0 and self.text[at] not in "（("
        )

    def _bracket(self, at: int) -> int:
        """The bracket that is open at a place; negative where none is."""
        return self.opened.get(at, -1)

    def _alike(self, one: int, other: int) -> bool:
        mine, theirs = self.quantities[one].unit, self.quantities[other].unit
        counted = mine.unit_class is UnitClass.COUNT
        return mine.name == theirs.name if counted else mine.unit_class is theirs.unit_class

    def _is_named(self, name: Span, item: Item) -> bool:
        """Whether a label is the name of a place or somebody, or is like one and stands among such."""
        if self._names(name.start, name.end) or REGION.fullmatch(name.of(self.text)):
            return True
        last = next(reversed(self.items.values()), None)
        found = self.bearings.words.between(name.start, name.end)
        like = found[0].part is Part.NAME or found[-1].text.endswith(tuple(REGIONS))
        beside = last is not None and not last.sort and (last.head, last.measure) == (item.head, item.measure)
        near = self.text[name.start - 1] == "、" and len(name) <= SHORT
        plain = all(word.part in WORDED for word in found)
        if self._is_part(name, item):
            return plain
        return beside and (like or near) and plain

    def _is_part(self, name: Span, item: Item) -> bool:
        """Whether a label tells a part of an amount, and no measure of its own: 其中城区|100公顷."""
        label = name.of(self.text)
        counted = item.head < 0 or self.quantities[item.head].unit_class in UNSHARED
        led = "其中" in self.text[max(0, name.start - 4) : name.start] or self._is_next(item)
        return not counted and led and not (ENDED.search(label) or INDICATOR.search(label))

    def _is_next(self, item: Item) -> bool:
        """Whether the last number of the roll is of the same whole."""
        last = next(reversed(self.items.values()), None)
        return last is not None and last.head == item.head

    def _is_sort(self, name: Span, one: Quantity) -> bool:
        """Whether a label only tells which things are meant: 12家（民营|3家）."""
        label, counted = name.of(self.text), one.unit_class is UnitClass.COUNT
        led = self.bearings.words.between(name.start, name.end)
        plain = len(label) <= SHORT and all(word.part in SORTS for word in led)
        return counted and plain and not ENDED.search(label) and cue(label).act is Act.LEVEL and "比" not in label

    def _names(self, start: int, end: int) -> bool:
        """Whether words are names and nothing else: 甲省乙市; no 市级工厂."""
        placed = self.bearings.actors.places.closing(end)
        if GRADED.match(self.text, start, end) or not (placed or _has_name(self.text[start:end])):
            return False
        while end > start and len(name := self.bearings.actors.closing(end)) in range(1, end - start + 1):
            end -= len(name)
        return all(word.part is Part.NAME for word in self.bearings.words.between(start, end))


def _has_name(words: str) -> bool:
    """Whether words are more than common nouns: no 零售单体药店."""
    return any(part_of(word, tag) is not Part.NOUN for word, tag in tagged(words))


def _measured(what: str, one: Quantity) -> str:
    """What numbers are of by the words that open their list."""
    if one.unit_class is UnitClass.COUNT:
        unit = one.unit.name
        return f"{what}{'数' if unit in words('plain') else COUNTS.get(unit, f'{unit}数')}"
    if ENDED.search(what):
        return what
    tail = MEASURES.get(one.unit_class, "")
    return f"{what}{tail}" if tail else ""


def _brackets(text: str) -> dict[int, int]:
    """For each place in brackets, where they open; those of a line that close nowhere hold nothing."""
    found: dict[int, int] = {}
    for start, end in _pairs(text):
        found |= dict.fromkeys(range(start + 1, end), start)
    return found


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    opened = list[int]()
    for mark in MARKS.finditer(text):
        if mark[0] == "\n":
            opened.clear()
        elif mark[0] in "（(":
            opened.append(mark.start())
        elif opened:
            start = opened.pop()
            if not opened:
                yield start, mark.start()


MARKS = pattern("[（）()\n]")
