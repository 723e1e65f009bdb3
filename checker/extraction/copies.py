"""Words that stand twice in one article: whole paragraphs, and stretches inside longer ones.

Everything here is linear in the length of the text: a later copy is always related to the first one, so an article
pasted fifty times has fifty copies and not twelve hundred pairs.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from checker.document import Block, BlockKind, Document
from checker.extraction.folded import BREAK, Folded
from checker.spans import Span

SEED, STRIDE = 10, 5
"""Words are looked up by every run of ten characters, entered at every fifth: a copied run of 14 is never missed."""

TRUSTED = 14
"""How long a run must be equal before a swapped word beside it is stepped over."""

GAP, RESUME = 6, 5
"""A swapped word has at most six characters a side, and five equal ones must follow it."""

EDGE = 8
"""Before the first equal character and after the last, a clause may differ by a name of up to eight characters."""

TRIM = 14
"""A copy that begins or ends in the middle of a clause loses up to so many characters to begin or end with one."""

CLAUSE_ENDS = frozenset(",。;:!?…“”‘’「」『』()《》" + BREAK)
OPENERS = frozenset("“‘「『(《")
# Matches wherever it is tried, so a text without a full stop is gone over once.
SENTENCE = re.compile(r"[^。！？!?]+[。！？!?]*[”’」』）)]*")
CLOSERS = "”’」』）)"
SPEECH_STARTS = ("", "：", "“", "‘", "「", "『")
WORD = re.compile(r"[^\W\d_]+")
# A name is not spelled with numerals: two numbers that differ are two facts, not a swapped word.
NUMERAL = re.compile("[〇零一二三四五六七八九十百千万亿两]")

PIECE = 4096

Gap = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Copy:
    """Two places with the same words but for ``differing``, pairs in the order of the text (one may be empty).

    ``one`` and ``other`` are the blocks they stand in. ``shared`` counts the letters and digits that both have;
    punctuation does not count.
    """

    first: Span
    second: Span
    one: Block
    other: Block
    shared: int
    differing: tuple[tuple[Span, Span], ...] = ()


def whole_copies(document: Document) -> Iterator[Copy]:
    """Paragraphs with the same words as an earlier one, whatever their width and spacing, with the first such."""
    seen: dict[str, Block] = {}
    for block in document.of_kind(BlockKind.PARAGRAPH):
        words = "".join(_folded(block.span.of(document.text)).split())
        first = seen.setdefault(words, block)
        if first is not block:
            yield Copy(first.span, block.span, first, block, _letters(words))


def repeated_sentences(document: Document) -> Iterator[Copy]:
    """Sentences that stand twice in a row in one paragraph."""
    for block in document.of_kind(BlockKind.PARAGRAPH):
        for one, other in pairwise(SENTENCE.finditer(document.text, block.span.start, block.span.end)):
            before, words = one[0].strip().rstrip(CLOSERS), other[0].strip().rstrip(CLOSERS)
            if before.endswith(words) and before[: -len(words)][-1:] in SPEECH_STARTS:
                end = one.start() + one[0].index(before) + len(before)
                again = other.start() + other[0].index(words)
                yield Copy(Span(end - len(words), end), Span(again, again + len(words)), block, block, _letters(words))


def copied_stretches(document: Document, shortest: int) -> Iterator[Copy]:
    """Stretches of at least ``shortest`` letters and digits that two paragraphs share, but for swapped words.

    Numbers that differ end a stretch: sentences made after one pattern, as communiqués are, are no copies. Copies of
    whole paragraphs are left to :func:`whole_copies`.
    """
    folded = Folded.of(document.text, document.of_kind(BlockKind.PARAGRAPH))
    for match in _Finder(folded).matches():
        copy = _copy(folded, match)
        if copy is not None and copy.shared >= shortest:
            yield copy


@dataclass(frozen=True, slots=True)
class _Match:
    """Two ranges of the folded text in the blocks ``one`` and ``other``, and the gaps between equal runs."""

    one: int
    other: int
    start: int
    end: int
    start2: int
    end2: int
    gaps: tuple[Gap, ...]


class _Finder:
    """Goes over the folded text once, looking every run of characters up among those before it."""

    def __init__(self, folded: Folded) -> None:
        self.folded = folded
        self.text = folded.text
        self.starts = [start for start, _ in folded.bounds]
        self.index: dict[int, int] = {}

    def matches(self) -> Iterator[_Match]:
        for number, (start, end) in enumerate(self.folded.bounds):
            yield from self._block(number, start, end)
            for at in range(start, end - SEED + 1, STRIDE):
                self.index.setdefault(hash(self.text[at : at + SEED]), at)

    def _block(self, number: int, start: int, end: int) -> Iterator[_Match]:
        text, index, at, floor = self.text, self.index, start, start
        while at + SEED <= end:
            seed = text[at : at + SEED]
            before = index.get(hash(seed))
            if before is None or not text.startswith(seed, before):
                at += 1
                continue
            match = self._extend(number, before, at, (floor, end))
            yield match
            floor = at = max(at + 1, match.end2 - SEED + 1)

    def _extend(self, number: int, before: int, at: int, limits: tuple[int, int]) -> _Match:
        """The longest match around a seed. ``limits`` are how far it may reach in the later block."""
        one = bisect_right(self.starts, before) - 1
        low, high = self.folded.bounds[one]
        text = self.text
        start, start2 = before, at
        while start > low and start2 > limits[0] and text[start - 1] == text[start2 - 1]:
            start, start2 = start - 1, start2 - 1
        end, end2 = self._run(before + SEED, at + SEED, high, limits[1])
        if end - start < TRUSTED:
            return _Match(one, number, start, end, start2, end2, ())
        gaps: list[Gap] = []
        while (step := self._step(end, end2, high, limits[1])) is not None:
            gaps.append(step)
            end, end2 = self._run(step[1], step[3], high, limits[1])
        while (step := self._step_back(start, start2, low, limits[0])) is not None:
            gaps.insert(0, step)
            start, start2 = step[0], step[2]
            while start > low and start2 > limits[0] and text[start - 1] == text[start2 - 1]:
                start, start2 = start - 1, start2 - 1
        return _Match(one, number, start, end, start2, end2, tuple(gaps))

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
                return (one, a, other, b) if _swappable(text[one:a], text[other:b]) else None
        return None

    def _step_back(self, one: int, other: int, low: int, low2: int) -> Gap | None:
        text = self.text
        for left, right in STEPS:
            a, b = one - left, other - right
            if a - RESUME >= low and b - RESUME >= low2 and text.startswith(text[a - RESUME : a], b - RESUME):
                return (a, one, b, other) if _swappable(text[a:one], text[b:other]) else None
        return None


STEPS = sorted(
    ((left, right) for left in range(GAP + 1) for right in range(GAP + 1) if left or right),
    key=lambda step: (step[0] + step[1], abs(step[0] - step[1])),
)


def _swappable(one: str, other: str) -> bool:
    """Whether two differing stretches can be one word put for another: letters, and no numbers."""
    return all((not part or WORD.fullmatch(part) is not None) and not NUMERAL.search(part) for part in (one, other))


def _copy(folded: Folded, match: _Match) -> Copy | None:
    """The match as spans of the source, grown over names at its edges or cut back to whole clauses."""
    bounds, bounds2 = folded.bounds[match.one], folded.bounds[match.other]
    if (match.start, match.end) == bounds and (match.start2, match.end2) == bounds2 and not match.gaps:
        return None
    gaps = list(match.gaps)
    start, start2 = _head(folded.text, match, gaps)
    end, end2 = _tail(folded.text, match, gaps)
    gaps = [gap for gap in gaps if gap[0] >= start and gap[1] <= end and gap[2] >= start2 and gap[3] <= end2]
    shared = _letters(folded.text[start2:end2]) - sum(_letters(folded.text[gap[2] : gap[3]]) for gap in gaps)
    if start >= end or start2 >= end2:
        return None
    return Copy(
        folded.source(start, end),
        folded.source(start2, end2),
        folded.blocks[match.one],
        folded.blocks[match.other],
        shared,
        tuple((folded.source(gap[0], gap[1]), folded.source(gap[2], gap[3])) for gap in gaps),
    )


def _head(text: str, match: _Match, gaps: list[Gap]) -> tuple[int, int]:
    """Where both begin: with their clauses if a name of up to EDGE characters is what differs, else a clause later."""
    start, start2 = match.start, match.start2
    while start < match.end and start2 < match.end2 and text[start] in CLAUSE_ENDS - OPENERS:
        start, start2 = start + 1, start2 + 1
    one, other = _back(text, start), _back(text, start2)
    if one is not None and other is not None and _swappable(text[one:start], text[other:start2]):
        if one < start or other < start2:
            gaps.insert(0, (one, start, other, start2))
        return one, other
    limit = min([match.end, *(gap[0] for gap in gaps)])
    for at in range(start, min(start + TRIM, limit)):
        if text[at] in CLAUSE_ENDS:
            return at + 1, start2 + at + 1 - start
    return start, start2


def _tail(text: str, match: _Match, gaps: list[Gap]) -> tuple[int, int]:
    end, end2 = match.end, match.end2
    if text[end - 1] in CLAUSE_ENDS - OPENERS:
        return end, end2
    one, other = _ahead(text, end), _ahead(text, end2)
    if one is not None and other is not None and _swappable(text[end:one], text[end2:other]):
        if one > end or other > end2:
            gaps.append((end, one, end2, other))
        return one, other
    limit = max([match.start, *(gap[1] for gap in gaps)])
    for at in range(end, max(end - TRIM, limit), -1):
        if text[at - 1] in CLAUSE_ENDS:
            return at, end2 - (end - at)
    return end, end2


def _back(text: str, at: int) -> int | None:
    """Where the clause begins that ``at`` stands in, if that is near."""
    for start in range(at, max(at - EDGE, 0) - 1, -1):
        if start == 0 or text[start - 1] in CLAUSE_ENDS:
            return start
    return None


def _ahead(text: str, at: int) -> int | None:
    for end in range(at, min(at + EDGE, len(text) - 1) + 1):
        if text[end] in CLAUSE_ENDS:
            return end
    return None


def _folded(words: str) -> str:
    """NFKC, in pieces: the normal form of one long run of combining marks takes quadratic time."""
    return "".join(unicodedata.normalize("NFKC", words[at : at + PIECE]) for at in range(0, len(words), PIECE))


def _letters(words: str) -> int:
    return sum(map(str.isalnum, words))
