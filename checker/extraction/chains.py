"""Whether somebody told of on the way is still whom a later clause of his sentence is about."""

from checker.extraction.doers import Actor
from checker.extraction.nominals import LINKING, NOUNS
from checker.extraction.parsing import Words
from checker.lexicon.speech import Part
from checker.patterns import pattern
from checker.spans import Span

FAR = 24
VISITED = pattern("[一-鿿]{0,4}(?:游客|旅客|观众|访客|客流量?)[一-鿿]{0,4}?[0-9.]+[万亿]?[余多]?(?:人次?|名|位)")
"""So many people came to a place: these are not what it does."""


def breaks_off(words: Words, clause: Span) -> bool:
    """Whether a clause is about so many things of its own that do something: 3家企业|获评…"""
    led = [
        word for word in words.between(clause.start, min(clause.end, clause.start + FAR)) if word.part not in LINKING
    ]
    counted = len(led) > 2 and led[0].part is Part.NUMBER and led[1].part in NOUNS
    return counted and next((word.part for word in led[1:] if word.part not in NOUNS), None) is Part.VERB


def is_visited(text: str, found: Actor) -> bool:
    """Whether a clause only tells how many came to a place that it begins with: 青江景区|游客40万人次."""
    return VISITED.match(text, found.end) is not None
