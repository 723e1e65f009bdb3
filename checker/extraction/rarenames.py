"""A name that no list knows, spelt in a second way: 江海雅苑 … 江海雅院, 锦泓集团 … 锦鸿集团.

Estates, firms, brands and terms of a trade have no ending to be known by. But a character that makes no word with its
neighbours belongs to a name, and four characters that stand in an article twice, with only one such character
exchanged for one that looks or sounds like it, or with two turned round, are one name.
"""

import re
from collections.abc import Iterator
from functools import cache

from checker.document import Document
from checker.extraction.organisations import NO_NAMES, apart
from checker.extraction.respelt import LONGEST, MOST_OF_ONE_KEY, RANKS, Respelt
from checker.lexicon.alike import Alike, Likeness, alike
from checker.lexicon.vocabulary import ordinary
from checker.lexicon.words import is_ordinary
from checker.patterns import pattern
from checker.spans import Span, find_all

SIZE = 4

FUNCTION = (
    NO_NAMES
    | RANKS
    | frozenset(
        "元年月日时分秒位名家项件条次天人并可都还很更最比被所能会要做作他她它哪什么些吗吧呢啊再已经曾共均称说讲道问答后间"
        "之达逾超跌涨升降增减约近占"
    )
)
"""Characters that join words far more often than they stand in names."""

TOLD_APART = pattern("名[字称](?:很|挺|十分|也|都)?(?:相近|相似|相像|像|音近|同音|只差)|一字之差|两人名字|名称不同")
"""A text that says itself that names are alike means both."""

Runs = dict[str, int]
"""Four characters of a name, each with where it first stands."""


def rare_spellings(document: Document) -> Iterator[Respelt]:
    """Every place where a rare name is spelt in a second way; of two that stand once, the later."""
    text = document.text
    if len(text) > LONGEST or TOLD_APART.search(text):
        return
    starts = [sentence.span.start for sentence in document.sentences]
    told = set[int]()
    for one, other, differing, likeness in _slips(text):
        if _is_whole_without(text, one, other, differing):
            continue
        wrong, right = sorted((one, other), key=lambda run: (text.count(run), -text.find(run)))
        mine, theirs = list(find_all(text, wrong)), list(find_all(text, right))
        if not apart(text, starts, _tails(mine, differing), _tails(theirs, differing)):
            for span in mine:
                if span.start + differing not in told:
                    told.add(span.start + differing)
                    here, there = _whole(text, span, theirs[0])
                    yield Respelt(here, here.of(text), there, there.of(text), len(theirs), likeness)


def _is_whole_without(text: str, one: str, other: str, differing: int) -> bool:
    """Whether what both share is a name by itself, as it stands elsewhere: 康明富|教的, 康明富|数钱, 康明富|说."""
    if 0 < differing < SIZE - 1:
        return False
    shared = one[1:] if differing == 0 else one[:-1]
    return text.count(shared) > text.count(one) + text.count(other)


def _tails(places: list[Span], differing: int) -> list[Span]:
    return [Span(span.start + differing, span.end) for span in places]


def _whole(text: str, here: Span, there: Span) -> tuple[Span, Span]:
    """Both spellings as far as they agree around the four characters."""
    before = after = 0
    while before < SIZE and _agree(text, here.start - before - 1, there.start - before - 1):
        before += 1
    while after < SIZE and _agree(text, here.end + after, there.end + after):
        after += 1
    one, other = (Span(span.start - before, span.end + after) for span in (here, there))
    return one, other


def _agree(text: str, here: int, there: int) -> bool:
    char = text[here : here + 1] if here >= 0 else ""
    return "\u4e00" <= char <= "\u9fff" and char not in FUNCTION and text[there : there + 1] == char


def _slips(text: str) -> Iterator[tuple[str, str, int, Alike]]:
    """Two runs that differ in loose characters only, where they begin to differ, and how like they are there."""
    runs: Runs = {}
    for match in _hans().finditer(text):
        start, han = match.start(), match.group()
        for at in range(len(han) - SIZE + 1):
            runs.setdefault(han[at : at + SIZE], start + at)
    yield from _exchanged(text, runs)
    yield from _turned(text, runs)


def _exchanged(text: str, runs: Runs) -> Iterator[tuple[str, str, int, Alike]]:
    seen: dict[tuple[str, str], list[str]] = {}
    for run in runs:
        for place in range(SIZE):
            fellows = seen.setdefault((run[:place], run[place + 1 :]), [])
            for other in fellows:
                likeness = alike(other[place], run[place])
                if likeness and likeness.distance == 1 and _both_loose(text, runs, (other, run), place, place + 1):
                    yield other, run, place, likeness
            if len(fellows) < MOST_OF_ONE_KEY:
                fellows.append(run)


def _turned(text: str, runs: Runs) -> Iterator[tuple[str, str, int, Alike]]:
    for run in runs:
        for place in range(SIZE - 1):
            other = f"{run[:place]}{run[place + 1]}{run[place]}{run[place + 2 :]}"
            if other > run and other in runs and _both_loose(text, runs, (run, other), place, place + 2):
                yield run, other, place, Alike(1, Likeness.ORDER)


def _both_loose(text: str, runs: Runs, pair: tuple[str, str], start: int, end: int) -> bool:
    """Whether the characters of both runs from ``start`` to ``end`` belong to a name and to no word."""
    rest = pair[0][end:] if start == 0 else pair[0][:start] if end == SIZE else ""
    beside = rest[:2] if start == 0 else rest[-2:]
    if beside in ordinary() or is_ordinary(rest):
        return False  # 任|总统|之, 任|总统|文: what differs stands outside the word that both share
    return not any(in_a_word(text, runs[run] + at) for run in pair for at in range(start, end))


def in_a_word(text: str, at: int) -> bool:
    """Whether a character makes an ordinary word with its neighbours."""
    return any(
        text[first : first + size] in ordinary() or is_ordinary(text[first : first + size])
        for size in (2, 3, 4)
        for first in range(max(0, at - size + 1), at + 1)
    )


@cache
def _hans() -> re.Pattern[str]:
    return pattern(f"(?:(?![{''.join(sorted(FUNCTION))}])[\u4e00-\u9fff]){{{SIZE},}}")
