"""Whether a finding is the one that was written down, in a waiver or in a baseline, and not another on equal words.

A fingerprint tells equal words of one article apart by their order alone: where the first of two is mended, the other
takes its place, and so does a new fault that prints the same. So what was found is written down too.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

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

    It is the same one where rule and words are, and what is said about them or what stands around them; both before
    one of the two. An entry without its surroundings is known by its fingerprint alone.
    """
    old = {at: one for at, one in enumerate(entries) if one.before is None or one.after is None}
    found = _joined(
        {at: (one.rule, one.fingerprint) for at, one in enumerate(findings)},
        {at: (one.rule, one.fingerprint) for at, one in old.items()},
    )
    mine = {at: _told(one, text) for at, one in enumerate(findings) if at not in found}
    theirs = {
        at: _Told(one.rule, one.quote, gist(one.message), (one.before, one.after))
        for at, one in enumerate(entries)
        if at not in old
    }
    for parts in ((0, 1, 2, 3), (0, 1, 2), (0, 1, 3)):
        met = frozenset(found.values())
        found |= _joined(
            {at: tuple(one[part] for part in parts) for at, one in mine.items() if at not in found},
            {at: tuple(one[part] for part in parts) for at, one in theirs.items() if at not in met},
        )
    return found


class _Told(NamedTuple):
    """By what a finding is known."""

    rule: str
    quote: str
    said: str
    sides: tuple[str | None, str | None]


def _told(finding: Finding, text: str) -> _Told:
    return _Told(finding.rule, finding.place.quote, gist(finding.message), surroundings(text, finding.place.span))


def _joined(mine: Mapping[int, tuple[object, ...]], theirs: Mapping[int, tuple[object, ...]]) -> dict[int, int]:
    """Those of both that have the same key, one to one, in their order."""
    left: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, key in reversed([*theirs.items()]):
        left[key].append(at)
    return {at: left[key].pop() for at, key in mine.items() if left.get(key)}
