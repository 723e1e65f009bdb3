"""Clauses of a sentence as figures see them: what each measures, and the marks between them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.patterns import pattern
from checker.quantities.model import Quantity
from checker.spans import Span

MARK = pattern("[、，；（）()]")
DIRECTION = pattern(
    "(?:增长|下降|上升|减少|增加|提高|降低|回落|上涨|下跌|提升|下滑|增幅|降幅|涨幅|跌幅|[升降增减涨跌](?=[0-9#了至到超近约]))(?![值量水雨排税负级压点])"
)
FILLER = pattern("同比|环比|达到|(?:达|为|约|了)(?=#)|(?:比|较|与)[^，#↕]{1,12}(?=↕)|[ 　]")
"""What one desk writes and another leaves out: 比上年增长, 同比增长 and 增长 say the same."""

DEPENDENT = pattern("(?:分别|实际|名义|年均)?(↕)[到至超近]?#|(占)(?!地)|(?:位?居|位?列|排名?)(?:在)?([全第前首])")
"""A clause that opens so has no subject of its own."""

SHOWN = 10
LAST_WORDS = pattern("[^、，；。：“”\n]*$")
FIRST_WORDS = pattern("[“]?[^、，；。：“”\n]*”?")
RANK = {"": 0, "、": 1, "，": 2, "；": 3}
"""How much a mark parts: GB/T 15834—2011, 4.4 to 4.6."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch between two marks. ``mark`` stands before it, empty for the first.

    ``skeleton`` is its wording with ``#unit`` for each quantity and one word for up and down; ``label`` is what stands
    before the last of them; ``units`` are the names of the units in order.
    """

    span: Span
    mark: str
    skeleton: str
    label: str
    units: tuple[str, ...]

    def measures_as(self, other: "Clause") -> bool:
        """Whether both give the same measure: 开工率#% and 项目开工率达#%, but not 开工率#% and 完工率#%."""
        mine, theirs = DEPENDENT.match(self.skeleton), DEPENDENT.match(other.skeleton)
        if not self.units or not other.units or mine or theirs:
            return bool(self.units and other.units and mine and theirs and mine.lastindex == theirs.lastindex)
        short, long = sorted((self.label, other.label), key=len)
        alike = self.skeleton == other.skeleton or (len(short) > 1 and len(self.units) == 1 and long.endswith(short))
        return alike and self.units == other.units

    @property
    def dependent(self) -> bool:
        """Whether its subject stands in the clause before: 增长3%, 占两成."""
        return DEPENDENT.match(self.skeleton) is not None

    @property
    def mark_span(self) -> Span:
        """Where the mark before it stands."""
        return Span(self.span.start - len(self.mark), self.span.start)


def clauses(text: str, sentence: Span, quantities: Sequence[Quantity], starts: Sequence[int]) -> list[Clause]:
    """The clauses of a sentence; brackets hold none. ``starts`` are where the quantities begin."""
    parts = list(_parts(text, sentence))
    first = bisect_left(starts, sentence.start)
    inside = quantities[first : bisect_left(starts, sentence.end)]
    found, at = [], 0
    for span, mark in parts:
        start = at
        while at < len(inside) and inside[at].span.start < span.end:
            at += 1
        found.append(_clause(text, span, mark, inside[start:at]))
    return found


def _parts(text: str, sentence: Span) -> Iterator[tuple[Span, str]]:
    start, mark, depth = sentence.start, "", 0
    for match in MARK.finditer(text, sentence.start, sentence.end):
        if match[0] in "（(":
            depth += 1
        elif match[0] in "）)":
            depth = max(0, depth - 1)
        elif not depth:
            yield Span(start, match.start()), mark
            start, mark = match.end(), match[0]
    yield Span(start, sentence.end), mark


def _clause(text: str, span: Span, mark: str, inside: Sequence[Quantity]) -> Clause:
    pieces, at = [], span.start
    for quantity in inside:
        if quantity.span.start >= at:
            pieces += [text[at : quantity.span.start], "#", quantity.unit.name]
            at = quantity.span.end
    pieces.append(text[at : span.end].rstrip("。！？"))
    skeleton = FILLER.sub("", DIRECTION.sub("↕", "".join(pieces)))
    label = skeleton.rpartition("#")[0]
    return Clause(span, mark, skeleton, label, tuple(quantity.unit.name for quantity in inside))


def holding(sentences: Sequence[Span], places: Sequence[int]) -> list[Span]:
    """The sentences, in order, in which one of ``places`` (in order too) stands."""
    starts = [one.start for one in sentences]
    indices = dict.fromkeys(bisect_right(starts, at) - 1 for at in places)
    return [sentences[index] for index in indices if index >= 0]


def before(text: str, at: int) -> str:
    """A few words up to ``at``, from the last mark on, to name a place by."""
    words = LAST_WORDS.search(text, max(0, at - SHOWN), at)
    return words[0] if words else ""


def after(text: str, at: int) -> str:
    """A few words from ``at`` on, up to the next mark."""
    words = FIRST_WORDS.match(text, at, at + SHOWN)
    return words[0] if words else ""
