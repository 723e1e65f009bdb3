"""Quotations that the text itself calls an earlier saying: 是她在会上讲的那句话："""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from checker.checks.quoted import Quoted
from checker.patterns import pattern

RECALLED = pattern(
    "(?:讲|说|撂下?|留下|放|写|喊|交代|叮嘱|许)(?:过|下)?的(?:那|这)(?:一)?句(?:老?话)?(?:是|就是)?[：:，,]?$"
)
"""What stands before a quotation that was told before."""

STOPS = "。！？\n"
SPEECH = pattern("[^。！？\n]*")
REACH = 40
LEAST, EQUAL = 0.5, 1.0
"""So much of two sayings is alike where they are versions of one."""

NAME = 3


def recalled(text: str, quoted: Sequence[Quoted]) -> Iterator[tuple[Quoted, Quoted]]:
    """Each saying that is told again in other words, with the words it was told in by the same person."""
    for index, one in enumerate(quoted):
        lead = text[max(text.rfind(mark, 0, one.span.start) for mark in STOPS) + 1 : one.span.start][-REACH:]
        if RECALLED.search(lead) is None or any(one.plain == other.plain for other in quoted if other is not one):
            continue
        told = [other for other in quoted[:index] if _is_by(text, other, lead) and _alike(one.plain, other.plain)]
        if len(told) == 1:
            yield one, told[0]


def _is_by(text: str, one: Quoted, lead: str) -> bool:
    """Whether the words beside a quotation name somebody whom ``lead`` names, by three characters."""
    behind = SPEECH.match(text, one.span.end)
    start = max(text.rfind(mark, 0, one.span.start) for mark in STOPS) + 1
    beside = text[start : one.span.start] + (behind[0] if behind else "")
    return any(lead[at : at + NAME] in beside and _is_han(lead[at : at + NAME]) for at in range(len(lead) - NAME + 1))


def _is_han(words: str) -> bool:
    return all("一" <= char <= "鿿" for char in words)


def _alike(one: str, other: str) -> bool:
    if one in other or other in one:
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return LEAST <= matcher.ratio() < EQUAL
