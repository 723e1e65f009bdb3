"""Indicators that a time parts from their number: 产值|2023年|达到3000亿元, 利润率居高不下，|2021年|为38%."""

from checker.extraction.bearings import Bearings
from checker.extraction.doers import INDICATOR, compounded
from checker.extraction.naming import RATE
from checker.extraction.nominals import INNER, nominal, spelt
from checker.extraction.phrasing import trimmed
from checker.extraction.wordings import ENDED
from checker.lexicon.predicates import predicates, verbs
from checker.lexicon.speech import Part, part_of, tagged
from checker.patterns import pattern
from checker.spans import Span

LONGEST = 24
LINKED = pattern("(?:就|也|已|又|还|才|仅|将|则|分别)?(?:为|是|达到?|升至|降至|增至|减至|约为?|突破|超过?|超)?")
"""What may stand between the time and the number, where the number is how much there was at that time."""


def interrupted(bearings: Bearings, start: int, end: int) -> str:
    """The indicator that stands from ``start`` on, before the time that ends at ``end``; empty where none does."""
    words = bearings.words.between(start, end)
    times = next((nth for nth in range(len(words), 0, -1) if words[nth - 1].part is not Part.TIME), 0)
    if not 0 < times < len(words):
        return ""
    name = trimmed(bearings.text[start : words[times].start])
    named = all(word.part in INNER for word in words[:times]) and len(words[:times]) > 1
    return name if 1 < len(name) <= LONGEST and (named or is_indicator(name)) else ""


def announced(bearings: Bearings, clause: Span, number: int) -> str:
    """The indicator that the clause before speaks of and gives no number for, where this one only says when."""
    text, start = bearings.text, clause.start
    behind = bearings.past_times(start, number, frozenset())
    if text[start - 1 : start] != "，" or behind == start or not LINKED.fullmatch(text, behind, number):
        return ""
    before = bearings.clause(start - 1)
    words = bearings.words.between(bearings.actors.past_times(before.start, before.end), before.end)
    stop = compounded(words, nominal(words))
    if not stop or any(word.part is Part.NUMBER for word in words):
        return ""
    name = trimmed(spelt(words[:stop]))
    return name if 1 < len(name) <= LONGEST and is_indicator(name) else ""


def is_indicator(name: str) -> bool:
    """Whether words are a noun phrase that names what can be measured: 产量; no 提高, no 计划完成."""
    last = [part_of(word, tag) for word, tag in tagged(name)][-1:]
    if last == [Part.VERB] or verbs().fullmatch(name) or predicates().fullmatch(name):
        return False
    return any(one.search(name) for one in (ENDED, RATE, INDICATOR))
