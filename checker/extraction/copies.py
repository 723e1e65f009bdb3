"""Words that stand twice in one article: whole paragraphs, and stretches inside longer ones.

Everything here is linear in the length of the text: a later copy is always related to the first one, so an article
pasted fifty times has fifty copies and not twelve hundred pairs.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from checker.document import Block, BlockKind, Document
from checker.extraction.folded import BREAK, Folded, narrowed
from checker.extraction.matches import NUMBER, Finder, Gap, Match, swappable
from checker.patterns import pattern
from checker.spans import Span

EDGE = 8
"""Before the first equal character and after the last, a clause may differ by a name of up to eight characters."""

TRIM = 14
"""A copy that begins or ends in the middle of a clause loses up to so many characters to begin or end with one."""

BEFORE = 40
"""Equal clauses before a swapped name are looked for so many characters back."""

CLAUSE_ENDS = frozenset(",。;:!?…“”‘’「」『』()《》" + BREAK)
OPENERS = frozenset("“‘「『(《")
# Matches wherever it is tried, so a text without a full stop is gone over once.
SENTENCE = pattern(r"[^。！？!?]+[。！？!?]*[”’」』）)]*")
CLOSERS = "”’」』）)"
SPEECH_STARTS = ("", "：", "“", "‘", "「", "『")
PIECE = 4096
DIGIT = pattern("[0-9]")


ABSTRACT = pattern(
    "[\\s【\\[（(]*(?:划重点|核心提示|内容提要|内容摘要|摘要|导读|提要|要点|看点|本文要点|本期要点|新闻速览|一览)[】\\])）：:\\s]*"
)
"""Heads of a list that says shortly, and often in the same words, what the article tells."""

MOST_POINTS, LONGEST_POINT = 6, 120


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
    text = narrowed(document.text)
    for block in _body(document):
        words = "".join(_folded(block.span.of(text)).split())
        first = seen.setdefault(words, block)
        if first is not block:
            yield Copy(first.span, block.span, first, block, _letters(words))


def _body(document: Document) -> list[Block]:
    """The paragraphs but for the points of an abstract, which the body says again by design."""
    blocks, left = [], 0
    for block in document.blocks:
        if ABSTRACT.fullmatch(document.text, block.span.start, block.span.end):
            left = MOST_POINTS
        elif left and len(block.span) <= LONGEST_POINT:
            left -= 1
        elif block.kind is BlockKind.PARAGRAPH:
            blocks.append(block)
            left = 0
    return blocks


QUOTES = frozenset("“”‘’「」『』")


def repeated_sentences(document: Document) -> Iterator[Copy]:
    """Sentences that stand twice in a row in one paragraph."""
    for block in document.of_kind(BlockKind.PARAGRAPH):
        for one, other in pairwise(SENTENCE.finditer(document.text, block.span.start, block.span.end)):
            before, words = one[0].strip().rstrip(CLOSERS), other[0].strip().rstrip(CLOSERS)
            if before.endswith(words) and before[: -len(words)][-1:] in SPEECH_STARTS:
                end = one.start() + one[0].index(before) + len(before)
                again = other.start() + other[0].index(words)
                yield Copy(Span(end - len(words), end), Span(again, again + len(words)), block, block, _letters(words))


def recurring_sentences(document: Document, least: int) -> Iterator[Copy]:
    """Plain sentences of ``least`` letters and more that stand again later in their paragraph, others between them."""
    for block in document.of_kind(BlockKind.PARAGRAPH):
        seen: dict[str, tuple[int, int]] = {}
        for at, one in enumerate(SENTENCE.finditer(document.text, block.span.start, block.span.end)):
            words = one[0].strip()
            start = one.start() + one[0].index(words)
            before, first = seen.setdefault(words, (at, start))
            plain = at - before > 1 and words.endswith("。") and QUOTES.isdisjoint(words)
            if plain and _letters(words) >= least:
                one_span, other = (Span(place, place + len(words)) for place in (first, start))
                yield Copy(one_span, other, block, block, _letters(words))


@dataclass(frozen=True)
class Likeness:
    """A document's paragraphs run together, and every equal run of characters in two of them."""

    folded: Folded
    matches: tuple[Match, ...]

    @classmethod
    def of(cls, document: Document) -> "Likeness":
        """Go over the document once."""
        folded = Folded.of(document.text, _body(document))
        return cls(folded, tuple(Finder(folded).matches()))


def copied_stretches(likeness: Likeness, shortest: int) -> Iterator[Copy]:
    """Stretches of at least ``shortest`` letters and digits that two paragraphs share, but for swapped words.

    Numbers that differ end a stretch: sentences made after one pattern, as communiqués are, are no copies. Copies of
    whole paragraphs are left to :func:`whole_copies`.
    """
    for match in likeness.matches:
        copy = _copy(likeness.folded, match)
        if copy is not None and copy.shared >= shortest:
            yield copy


def near_copies(likeness: Likeness, shortest: int, share: int) -> Iterator[Copy]:
    """Paragraphs that share ``share`` of a hundred letters of the longer one, in several runs perhaps.

    What differs holds no number: with other numbers it is another fact told in the same words.
    """
    text, bounds = likeness.folded.text, likeness.folded.bounds
    pairs: dict[tuple[int, int], list[Match]] = {}
    for match in likeness.matches:
        pairs.setdefault((match.one, match.other), []).append(match)
    for (one, other), matches in pairs.items():
        shared = sum(_shared(text, match) for match in matches)
        longer = max(bounds[index][1] - bounds[index][0] for index in (one, other))
        if shared < shortest or shared * 200 < share * longer:
            continue
        letters = max(_letters(text[slice(*bounds[index])]) for index in (one, other))
        gaps = list(_between(matches, bounds[one], bounds[other]))
        if shared * 100 >= share * letters and gaps and not any(map(_is_number, _words(text, gaps))):
            yield Copy(
                likeness.folded.source(*bounds[one]),
                likeness.folded.source(*bounds[other]),
                likeness.folded.blocks[one],
                likeness.folded.blocks[other],
                shared,
                tuple((likeness.folded.source(gap[0], gap[1]), likeness.folded.source(gap[2], gap[3])) for gap in gaps),
            )


def _shared(text: str, match: Match) -> int:
    return _letters(text[match.start2 : match.end2]) - sum(_letters(text[gap[2] : gap[3]]) for gap in match.gaps)


def _is_number(words: str) -> bool:
    return DIGIT.search(words) is not None or NUMBER.fullmatch(words) is not None


def _words(text: str, gaps: list[Gap]) -> Iterator[str]:
    for gap in gaps:
        yield from (text[gap[0] : gap[1]], text[gap[2] : gap[3]])


def _between(matches: list[Match], bounds: tuple[int, int], bounds2: tuple[int, int]) -> Iterator[Gap]:
    """What differs before, inside, between and behind the runs, those in the order of the text alone."""
    at, at2 = bounds[0], bounds2[0]
    for match in matches:
        if match.start < at or match.start2 < at2:  # it starts inside the run before it
            continue
        yield from ((at, match.start, at2, match.start2),) if match.start > at or match.start2 > at2 else ()
        yield from match.gaps
        at, at2 = match.end, match.end2
    if at < bounds[1] or at2 < bounds2[1]:
        yield at, bounds[1], at2, bounds2[1]


def _copy(folded: Folded, match: Match) -> Copy | None:
    """The match as spans of the source, grown over names at its edges or cut back to whole clauses."""
    bounds, bounds2 = folded.bounds[match.one], folded.bounds[match.other]
    if (match.start, match.end) == bounds and (match.start2, match.end2) == bounds2 and not match.gaps:
        return None
    gaps = list(match.gaps)
    start, start2 = _head(folded.text, match, gaps)
    end, end2 = _tail(folded.text, match, gaps)
    gaps = [gap for gap in gaps if gap[0] >= start and gap[1] <= end and gap[2] >= start2 and gap[3] <= end2]
    gaps = [gap for gap in gaps if folded.text[gap[0] : gap[1]] != folded.text[gap[2] : gap[3]]]
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


def _head(text: str, match: Match, gaps: list[Gap]) -> tuple[int, int]:
    """Where both begin: with their clauses if a name of up to EDGE characters is what differs, else a clause later."""
    start, start2 = match.start, match.start2
    while start < match.end and start2 < match.end2 and text[start] in CLAUSE_ENDS - OPENERS:
        start, start2 = start + 1, start2 + 1
    one, other = _back(text, start), _back(text, start2)
    if one is not None and other is not None and swappable(text[one:start], text[other:start2]):
        if one < start or other < start2:
            gaps.insert(0, (one, start, other, start2))
        return _clauses_before(text, one, other)
    limit = min([match.end, *(gap[0] for gap in gaps)])
    for at in range(start, min(start + TRIM, limit)):
        if text[at] in CLAUSE_ENDS:
            return at + 1, start2 + at + 1 - start
    return start, start2


def _clauses_before(text: str, one: int, other: int) -> tuple[int, int]:
    """Where the whole clauses begin that are equal before a name: 今年， in 今年，汉阴县…"""
    start, start2 = one, other
    while start > max(0, one - BEFORE) and text[start - 1] == text[start2 - 1] != BREAK:
        start, start2 = start - 1, start2 - 1
    while start < one and start and text[start - 1] not in CLAUSE_ENDS:
        start, start2 = start + 1, start2 + 1
    while start < one and text[start] in CLAUSE_ENDS - OPENERS:
        start, start2 = start + 1, start2 + 1
    return start, start2


def _tail(text: str, match: Match, gaps: list[Gap]) -> tuple[int, int]:
    end, end2 = match.end, match.end2
    if text[end - 1] in CLAUSE_ENDS - OPENERS:
        return end, end2
    one, other = _ahead(text, end), _ahead(text, end2)
    if one is not None and other is not None and swappable(text[end:one], text[end2:other]):
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


def length(words: str) -> int:
    """As an editor counts: with punctuation, without white space."""
    return len("".join(words.split()))
