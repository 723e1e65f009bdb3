"""What several places did together, where further on each tells its own: 甲、乙、丙三地共破案184起…甲市公安局破案76起….

A round-up says in its lead what all its places come to, and then goes through them one by one. A place tells its own
in the first sentence that opens with its name, with the same units in the same order. A place may tell of another
time, so of what does not add up only a slip of the pen is told.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from checker.patterns import pattern
from checker.quantities.model import Quantity
from checker.relations.cues import Act
from checker.relations.naming import pairs
from checker.relations.passage import Figure, Passage
from checker.relations.sums.row import Sum, same_unit
from checker.spans import Span

ALL = pattern(
    "(?P<names>[\u4e00-\u9fff]{2,8}?(?:、[\u4e00-\u9fff]{2,8}?){1,9}(?:[、和及与][\u4e00-\u9fff]{2,8}?)?)"
    "(?P<count>[两二三四五六七八九十]|[2-9]|1[0-9])个?(?:地|省|市|县|区|州|旗|镇|乡|村|街道|社区|校|家|院|队|所)[\u4e00-\u9fff]{0,8}?[，,]?"
    "(?:一共|总共|共计?|合计|总计|累计|一起|联合)"
)
NUMBERS = {word: value for value, word in enumerate("零一二三四五六七八九十")} | {"两": 2}
SEPARATOR = pattern("[、和及与]")
LEVELS = (Act.LEVEL, Act.SUM)
AHEAD, FEWEST = 80, 2
"""How many sentences further on a place may be told of; so many numbers in one order are told of the same."""


def told(passages: Sequence[Passage], number: int) -> Iterator[Sum]:
    """Every number of a sentence that places share, with those that each of them tells of its own."""
    passage = passages[number]
    opened = ALL.search(passage.text, passage.span.start, passage.span.end) if passage.figures else None
    names = SEPARATOR.split(opened["names"]) if opened else []
    if opened is None or len(names) != _number(opened["count"]) or len(set(names)) < len(names):
        return
    wholes = _levels(passage, opened.end())
    places = [_opening(passages, number, name) for name in names]
    if not wholes or not all(places):
        return
    rows = [_matching(wholes, _levels(place)) for place in places if place]
    sure = len(wholes) >= FEWEST and all(all(row) for row in rows)
    for at, whole in enumerate(wholes):
        parts = [row[at] for row in rows]
        known = [one for one in parts if one]
        if len(known) == len(parts) and (sure or all(_named_alike(passages[number], whole, one) for one in known)):
            quantities: tuple[Quantity, ...] = tuple(one.quantity for one in known)
            yield Sum(whole.quantity, quantities, (Span(*opened.span()),), exhaustive=True, likely=True, slip=True)


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else NUMBERS[words]


def _levels(passage: Passage, start: int = 0) -> list[Figure]:
    """The figures from ``start`` on that tell how much there is, up to the first that tells anything else."""
    found: list[Figure] = []
    for one, cue in zip(passage.figures, passage.cues, strict=True):
        if one.quantity.span.start < start:
            continue
        if not one.is_amount or cue.act not in LEVELS or one.bracket:
            break
        found.append(one)
    return found


def _opening(passages: Sequence[Passage], number: int, name: str) -> Passage | None:
    """The first sentence further on that opens with a place's name and has a figure."""
    following = islice(passages, number + 1, number + 1 + AHEAD)
    return next((one for one in following if one.figures and one.text.startswith(name, _start(one))), None)


def _start(passage: Passage) -> int:
    words = passage.words(passage.span)
    return passage.span.start + len(words) - len(words.lstrip('\u3000 “"「\n'))


def _matching(wholes: Sequence[Figure], own: Sequence[Figure]) -> list[Figure | None]:
    """For each number of all, the place's own that is counted alike, in the same order."""
    found: list[Figure | None] = []
    at = 0
    for whole in wholes:
        index = next((one for one in range(at, len(own)) if same_unit(own[one].quantity, whole.quantity)), None)
        found.append(None if index is None else own[index])
        at = at if index is None else index + 1
    return found


def _named_alike(passage: Passage, whole: Figure, part: Figure) -> bool:
    """Whether both are told with a word in common."""
    words = pairs(f"{passage.words(whole.before)}|{passage.words(whole.after)}")
    return not words.isdisjoint(pairs(f"{passage.words(part.before)}|{passage.words(part.after)}"))
