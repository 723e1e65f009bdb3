"""Words and what part of speech each of them is, by a general dictionary.

The dictionary and the segmentation are jieba's, in the build of ``rjieba``, which is imported on first use: only
drafting needs it. What it says of the closed classes of the language (prepositions, conjunctions, adverbs, particles)
is unreliable: these stand in a table of their own.
"""

from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from checker.lexicon.clauses import words

if TYPE_CHECKING:
    from collections.abc import Iterator


class Part(StrEnum):
    """A part of speech. A NOMINAL is a verb that is used as a noun too (投资, 建设)."""

    NOUN = "noun"
    NAME = "name"
    NOMINAL = "nominal"
    VERB = "verb"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    OF = "of"
    PARTICLE = "particle"
    NUMBER = "number"
    CLASSIFIER = "classifier"
    TIME = "time"
    SIDE = "side"
    PRONOUN = "pronoun"
    MARK = "mark"


TABLE = Path(__file__).parent / "data" / "speech.tsv"

TAGS = {
    "v": Part.VERB,
    "i": Part.VERB,
    "vn": Part.NOMINAL,
    "a": Part.ADJECTIVE,
    "b": Part.ADJECTIVE,
    "z": Part.ADJECTIVE,
    "d": Part.ADVERB,
    "ad": Part.ADVERB,
    "p": Part.PREPOSITION,
    "c": Part.CONJUNCTION,
    "u": Part.PARTICLE,
    "y": Part.PARTICLE,
    "e": Part.PARTICLE,
    "m": Part.NUMBER,
    "q": Part.CLASSIFIER,
    "t": Part.TIME,
    "r": Part.PRONOUN,
    "x": Part.MARK,
    "nr": Part.NAME,
    "ns": Part.NAME,
    "nt": Part.NAME,
}
"""By the tag, or by its first letter; any other is a noun."""

SET, PAIR = ("i", "l"), 2
"""Set phrases are what their last word is: 珍贵|文物, 圆满|完成."""


@cache
def _closed() -> dict[str, Part]:
    rows = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    return {word: Part(part) for part, listed in reversed(rows) for word in listed.split()}


def is_closed(word: str) -> bool:
    """Whether a word is of a closed class, so that what stands beside it does not change its part."""
    return word in _closed()


def part_of(word: str, tag: str) -> Part:
    """What part of speech a word is that the dictionary gives a tag."""
    if tag == "x" or tag == "eng":
        return Part.NOUN if word[:1].isalnum() else Part.MARK
    known = _closed().get(word)
    if known is None and tag in SET and len(word) > PAIR:
        last = list(tagged(word[-PAIR:]))
        return part_of(*last[0]) if len(last) == 1 else Part.VERB
    part = known or TAGS.get(tag) or TAGS.get(tag[:1], Part.NOUN)
    return Part.NOMINAL if part is Part.VERB and not known and word[-PAIR:] in words("amount") else part


def is_word(text: str) -> bool:
    """Whether the dictionary has some characters for one word: 篮板."""
    return len(list(tagged(text, unknown=False))) == 1


def tagged(text: str, *, unknown: bool = True) -> "Iterator[tuple[str, str]]":
    """The words of a text in order, each with its tag in the dictionary; together they are the text.

    ``unknown`` lets characters make words that the dictionary does not have.
    """
    from rjieba import tag

    yield from tag(text, unknown)
