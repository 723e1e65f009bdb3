"""Whether the next clause goes on about whom or what a clause speaks of."""

from collections.abc import Sequence

from checker.extraction.doers import Actor
from checker.extraction.parsing import Word, Words
from checker.lexicon.speech import Part

EQUATING = frozenset(("是", "为", "属", "属于", "系", "位于", "均为", "都是", "成为"))
LEADING = frozenset((Part.ADVERB, Part.TIME, Part.CONJUNCTION))


def lasts(words: Words, found: Actor, end: int, *, goes_on: bool) -> bool:
    """Whether whom a clause speaks of, which ends at ``end``, may be meant by the next one.

    A name is. A thing is where the next clause leaves its subject out (``goes_on``), where it has a name in quotation
    marks, and where its own clause says what it is (该灯塔为石塔，高30米) or how much of something it has.
    """
    if found.known:
        return True
    if found.described:
        return False
    behind = words.between(found.end, end)
    return goes_on or "“" in found.words or _is_equated(behind) or (not found.weak and _has_number(behind))


def _is_equated(words: Sequence[Word]) -> bool:
    """Whether words say what something is."""
    first = next((word for word in words if word.part not in LEADING), None)
    return first is not None and first.text in EQUATING and first is not words[-1]


def _has_number(words: Sequence[Word]) -> bool:
    return any(word.part is Part.NUMBER for word in words)
