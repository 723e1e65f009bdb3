"""Equal runs of characters in two paragraphs, a swapped word stepped over: found in one pass."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from checker.extraction.folded import Folded
from checker.patterns import pattern

SEED, STRIDE = 10, 5
"""Words are looked up by every run of ten characters, entered at every fifth: a copied run of 14 is never missed."""

TRUSTED = 14
"""How long a run must be equal before a swapped word beside it is stepped over."""

GAP, RESUME = 8, 5
"""A swapped word has at most eight characters a side, and five equal ones must follow it."""

WORD = pattern(r"[^\W\d_]+")
NUMBER = pattern("第?[〇零一二三四五六七八九十百千万亿两多余几]+[个家项人亿万元年月日条户件名次批届倍成场座]*")

Gap = tuple[int, int, int, int]
"""Where the first of two differing words begins and ends, and where the second does."""

STEPS = sorted(
    ((left, right) for left in range(GAP + 1) for right in range(GAP + 1) if left or right),
    key=lambda step: (step[0] + step[1], abs(step[0] - step[1])),
)


@dataclass(frozen=True, slots=True)
class Match:
    """Two ranges of the folded text in the blocks ``one`` and ``other``, and the gaps between equal runs."""

    one: int
    other: int
    start: int
    end: int
    start2: int
    end2: int
    gaps: tuple[Gap, ...]


class Finder:
    """Goes over the folded text once, looking every run of characters up among those before it."""

    def __init__(self, folded: Folded) -> None:
        self.folded = folded
        self.text = folded.text
        self.starts = [start for start, _ in folded.bounds]
        self.index: dict[int, int] = {}

    def matches(self) -> Iterator[Match]:
        for number, (start, end) in enumerate(self.folded.bounds):
            yield from self._block(number, start, end)
            text, enter = self.text, self.index.setdefault
            for at in range(start, end - SEED + 1, STRIDE):
                enter(hash(text[at : at + SEED]), at)

    def _block(self, number: int, start: int, end: int) -> Iterator[Match]:
        text, index, floor = self.text, self.index, start
        # Nearly every run is new: those that may not be are picked out first, in the tightest loop there is.
        for at in [at for at in range(start, end - SEED + 1) if hash(text[at : at + SEED]) in index]:
            seed = text[at : at + SEED]
            before = index[hash(seed)]
            if at < floor or not text.startswith(seed, before):
                continue
            match = self._extend(number, before, at, (floor, end))
            yield match
            floor = max(at + 1, match.end2 - SEED + 1)

    def _extend(self, number: int, before: int, at: int, limits: tuple[int, int]) -> Match:
        """The longest match around a seed. ``limits`` are how far it may reach in the later block."""
        one = bisect_right(self.starts, before) - 1
        low, high = self.folded.bounds[one]
        text = self.text
        start, start2 = before, at
        while start > low and start2 > limits[0] and text[start - 1] == text[start2 - 1]:
            start, start2 = start - 1, start2 - 1
        end, end2 = self._run(before + SEED, at + SEED, high, limits[1])
        if end - start < TRUSTED:
            return Match(one, number, start, end, start2, end2, ())
        gaps: list[Gap] = []
        while (step := self._step(end, end2, high, limits[1])) is not None:
            gaps.append(step)
            end, end2 = self._run(step[1], step[3], high, limits[1])
        while (step := self._step_back(start, start2, low, limits[0])) is not None:
            gaps.insert(0, step)
            start, start2 = step[0], step[2]
            while start > low and start2 > limits[0] and text[start - 1] == text[start2 - 1]:
                start, start2 = start - 1, start2 - 1
        return Match(one, number, start, end, start2, end2, tuple(gaps))

    def _run(self, one: int, other: int, high: int, high2: int) -> tuple[int, int]:
        text = self.text
        while one < high and other < high2 and text[one] == text[other]:
            one, other = one + 1, other + 1
        return one, other

    def _step(self, one: int, other: int, high: int, high2: int) -> Gap | None:
        """The smallest swap of words after which both go on alike."""
        text = self.text
        for left, right in STEPS:
            a, b = one + left, other + right
            if a + RESUME <= high and b + RESUME <= high2 and text.startswith(text[a : a + RESUME], b):
                return (one, a, other, b) if swappable(text[one:a], text[other:b]) else None
        return None

    def _step_back(self, one: int, other: int, low: int, low2: int) -> Gap | None:
        text = self.text
        for left, right in STEPS:
            a, b = one - left, other - right
            if a - RESUME >= low and b - RESUME >= low2 and text.startswith(text[a - RESUME : a], b - RESUME):
                return (a, one, b, other) if swappable(text[a:one], text[b:other]) else None
        return None


def swappable(one: str, other: str) -> bool:
    """Whether two differing stretches can be one word put for another.

    Two numbers that differ are two facts and not a swapped word; 三门 and 九江 are names all the same.
    """
    return all(not part or (WORD.fullmatch(part) is not None and not NUMBER.fullmatch(part)) for part in (one, other))
