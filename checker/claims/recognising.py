"""Whether a finding is the one that was written down, in a waiver or in a baseline, and not another on equal words.

A fingerprint tells equal words of one article apart by their order alone: where the first of two is mended, the other
takes its place, and so does a new fault that prints the same. So what was found is written down too.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from checker.findings import Finding
from checker.patterns import pattern
from checker.spans import Span

if TYPE_CHECKING:
    from checker.claims.baseline import Entry

PLACES = pattern("第[0-9]{1,9}(?:[—-][0-9]{1,9})?段|[^（）()\\s：，]{1,80}[.]ya?ml:[0-9]{1,9}")
"""Where something stands, as messages tell it: it moves with every line that is put in before."""
LINE_ENDS = "\n\r\u2028\u2029"
AROUND = 20
"""How many characters on either side of a finding's words are written down with it."""


def gist(message: str) -> str:
    """What a message says, without the places in it.

    >>> gist("台账C1登记的“12条”（原在第4段），稿中已找不到（claims.yaml:9）")
    '台账C1登记的“12条”（原在），稿中已找不到（）'
    """
    return PLACES.sub("", message)


def surroundings(text: str, span: Span) -> tuple[str, str]:
    """The characters before and after ``span`` on its lines."""
    before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
    start = max(before.rfind(mark) for mark in LINE_ENDS) + 1
    ends = [at for at in map(after.find, LINE_ENDS) if at >= 0]
    return before[start:].strip(), after[: min(ends, default=len(after))].strip()


def recognise(findings: Sequence[Finding], entries: "Sequence[Entry]", text: str) -> dict[int, int]:
    """Which finding is which entry, by their places in the lists; none is two.

    It is the same one where rule and words are, and what is said about them or what stands around them. An entry
    without its surroundings is known by its fingerprint alone.
    """
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    prints: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, entry in enumerate(entries):
        if entry.before is None or entry.after is None:
            prints[entry.rule, entry.fingerprint].append(index)
        else:
            places[entry.rule, entry.quote].append(index)
    found: dict[int, int] = {}
    for index, one in enumerate(findings):
        if prints[one.rule, one.fingerprint]:
            found[index] = prints[one.rule, one.fingerprint].pop(0)
    for fits in (lambda said, stands: said and stands, lambda said, stands: said or stands):
        _pair(findings, entries, text, places, found, fits)
    return found


def _pair(
    findings: Sequence[Finding],
    entries: "Sequence[Entry]",
    text: str,
    places: dict[tuple[str, str], list[int]],
    found: dict[int, int],
    fits: Callable[[bool, bool], bool],
) -> None:
    for index, one in enumerate(findings):
        left = places.get((one.rule, one.place.quote))
        if not left or index in found:
            continue
        said, sides = gist(one.message), surroundings(text, one.place.span)
        for at in left:
            entry = entries[at]
            if fits(said == gist(entry.message), sides == (entry.before, entry.after)):
                found[index] = at
                left.remove(at)
                break
