"""Measures that go together and are of one good, which only the first of them names: 棉花面积…，单产…，产量…."""

from dataclasses import replace

from checker.extraction.bearings import Bearings
from checker.extraction.naming import Naming
from checker.lexicon.speech import Part, part_of, tagged
from checker.patterns import pattern
from checker.spans import Span

MEASURE = "(?:每公顷|每亩)?(?:单位|总|播种|种植|栽培|收获|收割|预计|平均)*(?:面积|单产|亩产|产量|总产)(?:每公顷|每亩)?"
BARE = pattern(MEASURE)
OF_GOOD = pattern(f"(?P<good>[一-鿿]{{1,8}}?)(?P<measure>{MEASURE})")


TOLD = pattern("[—–-]*(?P<good>[一-鿿]{2,6}?)(?:生产|产业|种植|栽培|收成)(?![者商])[^，。；0-9]{2,14}[。！]?")
"""A short sentence that says of what the next ones tell: 粮食|生产稳中有增。"""


def good_before(bearings: Bearings, at: int) -> str:
    """The good that the sentence before an offset tells of, where that opens the paragraph; empty where it does not."""
    floor = bearings.block(at).start
    before = bearings.sentence_before(at, floor) if at > floor else Span(at, at)
    return _told(before.of(bearings.text).strip()) if before.start <= floor + 1 else ""


def _told(sentence: str) -> str:
    found = TOLD.fullmatch(sentence)
    *_, last = tagged(found["good"]) if found else [("", "x")]
    return found["good"] if found and part_of(*last) in (Part.NOUN, Part.NAME) else ""


def good_of(said: Naming) -> str:
    """The good that an indicator names before such a measure; empty where it names none."""
    found = OF_GOOD.fullmatch(said.stem)
    if not found or BARE.fullmatch(said.stem):
        return ""
    *_, last = tagged(found["good"])
    return found["good"] if part_of(*last) in (Part.NOUN, Part.NAME, Part.NOMINAL) else ""


def of_good(said: Naming, good: str) -> Naming:
    """An indicator that is such a measure alone, with the good told before it."""
    if not good or not BARE.fullmatch(said.stem) or not said.metric.startswith(said.stem):
        return said
    return replace(said, metric=f"{good}{said.metric}", stem=f"{good}{said.stem}")
