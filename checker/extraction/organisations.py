"""One organisation in two spellings: 锦溪桥织造博物馆 … 绵溪桥织造博物馆.

Where a name begins cannot be told from its form; where it ends can. So names are laid side by side from their ends:
they are one name where all agrees but one character which is like the other, or the order of two, and enough agrees on
both sides of it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from checker.document import Document
from checker.extraction.respelt import RANKS, Respelt
from checker.gazetteer import Gazetteer
from checker.lexicon.alike import Alike, Likeness, alike
from checker.lexicon.organisations import endings
from checker.patterns import pattern
from checker.spans import Span

FARTHEST = 5
"""How many characters before its ending a name is compared."""

NO_NAMES = frozenset(
    "的了在是与也都就把被从向对将及我你他这那不没着过等其某或而但以因则先后个只去又已即让使给有于和到为由据至每各该本此所同自来入进出起"
    "省市县区州旗镇乡村级型类式化性制款期批届"
)
"""Characters that end what stands before a name."""

LONG_TAIL = 6
LONG_REST = 5
"""Where so much follows two characters they belong to the name whatever stands before them."""

MOST_VARIANTS = 6
Variants = dict[str, list[Span]]
"""By the character in question, the places of the names that hold it there, from that character to the end."""


@cache
def _starts() -> re.Pattern[str]:
    """Where an ending may begin: much faster than an alternation of all of them."""
    words = endings("form") | endings("firm")
    first, second = ("".join(sorted({word[place] for word in words if len(word) > place})) for place in (0, 1))
    return pattern(f"[{first}](?=[{second}])")


@cache
def _by_start() -> dict[str, tuple[str, ...]]:
    """The endings by their first two characters, the longest first."""
    found: dict[str, list[str]] = {}
    for word in sorted(endings("form") | endings("firm"), key=lambda word: (-len(word), word)):
        found.setdefault(word[:2], []).append(word)
    return {start: tuple(words) for start, words in found.items()}


def _endings(text: str) -> dict[str, list[int]]:
    """Where names end: every ending with the places where it begins, none inside another."""
    found: dict[str, list[int]] = {}
    known, free = _by_start(), 0
    for match in _starts().finditer(text):
        at = match.start()
        if at < free:
            continue
        for word in known.get(text[at : at + 2], ()):
            if text.startswith(word, at):
                found.setdefault(word, []).append(at)
                free = at + len(word)
                break
    return found


@cache
def _middles() -> frozenset[str]:
    return endings("trade") | endings("common")


def organisation_spellings(document: Document) -> Iterator[Respelt]:
    """Every place where the name of an organisation is spelt in a second, rarer way."""
    told = set[Span]()
    starts = [sentence.span.start for sentence in document.sentences]
    for (before, tail), variants in _variants(document.text).items():
        if 2 <= len(variants) <= (MOST_VARIANTS if before not in ("", "*") else 2):
            for wrong, right, likeness in _pairs(variants, sure=len(before.strip("*^")) + len(tail) > 2):
                if before == "*" and not _begins(document.text, variants[right], len(tail)):
                    continue
                if not apart(document.text, starts, variants[wrong], variants[right]):
                    yield from _spelt(document.text, (variants[wrong], variants[right]), likeness, told)
    yield from _turned(document, told)


def _turned(document: Document, told: set[Span]) -> Iterator[Respelt]:
    """Names with two neighbouring characters turned round: 顺捷运输有限公司, 捷顺运输有限公司."""
    text, starts = document.text, [sentence.span.start for sentence in document.sentences]
    found: dict[tuple[str, str, str], Variants] = {}
    for ending, places in _endings(text).items():
        for place in places if len(places) > 1 else ():
            for key, pair, span in _turnable(text, Span(place, place + len(ending))):
                found.setdefault(key, {}).setdefault(pair, []).append(span)
    for variants in found.values():
        if len(variants) == 2:
            wrong, right = sorted(variants, key=lambda pair: (len(variants[pair]), -variants[pair][0].start))
            if not apart(text, starts, variants[wrong], variants[right]):
                yield from _spelt(text, (variants[wrong], variants[right]), Alike(1, Likeness.ORDER), told)


def _turnable(text: str, ending: Span) -> Iterator[tuple[tuple[str, str, str], str, Span]]:
    """The neighbouring characters of a name that may be turned round, with what stands around them."""
    stem = _stem_end(text, ending.start)
    for at in range(stem - 2, max(-1, stem - 2 - FARTHEST), -1):
        pair, inside = text[at : at + 2], at > 0 and _in_a_name(text[at - 1])
        if not all(map(_in_a_name, pair)):
            return
        if pair[0] != pair[1] and not RANKS & set(pair):
            for key in _around(text, at, ending.end, inside=inside):
                yield key, pair, Span(at, ending.end)
        if not inside:
            return


def _around(text: str, at: int, end: int, *, inside: bool) -> Iterator[tuple[str, str, str]]:
    """What has to agree around two characters: the one before and all behind, or enough behind."""
    pair, rest = "".join(sorted(text[at : at + 2])), text[at + 2 : end]
    if inside:
        yield text[at - 1], pair, rest
    if len(rest) >= LONG_REST:
        yield "*", pair, rest


def _variants(text: str) -> dict[tuple[str, str], Variants]:
    """Names by what stands around the character in question: the one or two characters before it, and all after."""
    found: dict[tuple[str, str], Variants] = {}
    for ending, places in _endings(text).items():
        for place in places if len(places) > 1 else ():
            _keep(found, text, Span(place, place + len(ending)))
    return found


def _keep(found: dict[tuple[str, str], Variants], text: str, ending: Span) -> None:
    start, end = _stem_end(text, ending.start), ending.end
    trade = start < ending.start or ending.of(text) in endings("firm")
    for steps in range(FARTHEST + 1):
        at = start - 1 - steps
        if at < 0 or not _in_a_name(text[at]):
            break
        if text[at] not in RANKS:
            char, rest, span = text[at], text[at + 1 : end], Span(at, end)
            for before in _befores(text, at, steps, trade=trade):
                found.setdefault((before, rest), {}).setdefault(char, []).append(span)


def _stem_end(text: str, at: int) -> int:
    """Where the part of a name ends that tells it from others: 恒睿|科技有限公司, 青溪|人民医院."""
    for _ in range(3):
        word = next((size for size in (4, 3, 2) if at >= size and text[at - size : at] in _middles()), 0)
        at -= word
        if not word:
            break
    return at


def _befores(text: str, at: int, steps: int, *, trade: bool) -> Iterator[str]:
    """What has to agree before the character: less, the more agrees behind it."""
    one = text[at - 1 : at]
    if at and _in_a_name(one):
        if steps or trade:
            yield one
        elif at > 1:
            yield text[at - 2 : at] if _in_a_name(text[at - 2]) else f"^{one}"
    elif steps:
        yield ""
    if steps:
        yield "*"


def _in_a_name(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff" and char not in NO_NAMES


def _pairs(variants: Variants, *, sure: bool) -> Iterator[tuple[str, str, Alike]]:
    """Two spellings, the rarer first, where one looks like a slip: it stands once, or far more seldom."""
    chars = sorted(variants, key=lambda char: (len(variants[char]), -variants[char][0].start))
    for index, wrong in enumerate(chars):
        for right in chars[index + 1 :]:
            few, many = len(variants[wrong]), len(variants[right])
            likeness = alike(wrong, right) if few * 2 <= many or (sure and few == 1) else None
            if likeness and likeness.distance == 1:
                yield wrong, right, likeness


def _begins(text: str, places: list[Span], rest: int) -> bool:
    """Whether a name begins with the character in question: other words stand before it each time.

    Where enough follows (织造博物馆), the character belongs to the name whatever stands before it.
    """
    return rest >= LONG_TAIL or len({text[max(0, span.start - 1) : span.start] for span in places}) > 1


def apart(text: str, starts: list[int], mine: list[Span], theirs: list[Span]) -> bool:
    """Whether one sentence names both, or each holds the name of a place of its own."""
    here = {bisect_right(starts, span.start) for span in mine}
    if any(bisect_right(starts, span.start) in here for span in theirs):
        return True
    return _placed(text, mine[0]) and _placed(text, theirs[0])


def _placed(text: str, span: Span) -> bool:
    """Whether the character in question belongs to the name of a division: 湖南 and 河南 are both meant."""
    gazetteer = Gazetteer.load()
    windows = ((span.start - back, span.start - back + size) for size in (2, 3) for back in range(size))
    return any(start >= 0 and gazetteer.named(text[start:end]) for start, end in windows)


def _spelt(text: str, places: tuple[list[Span], list[Span]], likeness: Alike, told: set[Span]) -> Iterator[Respelt]:
    mine, theirs = places
    right = theirs[0]
    for span in mine:
        if span not in told:
            told.add(span)
            back = _shared(text, span.start, right.start)
            whole, usual = Span(span.start - back, span.end), Span(right.start - back, right.end)
            yield Respelt(whole, whole.of(text), usual, usual.of(text), len(theirs), likeness)


def _shared(text: str, here: int, there: int) -> int:
    """How many characters of a name stand alike before both places."""
    back = 0
    while back < FARTHEST and min(here, there) > back and text[here - back - 1] == text[there - back - 1]:
        if not _in_a_name(text[here - back - 1]):
            break
        back += 1
    return back
