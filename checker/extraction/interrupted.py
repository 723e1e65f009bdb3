"""Indicators that a time parts from their number: 产值|2023年|达到3000亿元, 利润率居高不下，|2021年|为38%."""

from collections.abc import Sequence

from checker.extraction.bearings import Bearings
from checker.extraction.doers import INDICATOR, compounded
from checker.extraction.naming import RATE
from checker.extraction.nominals import INNER, nominal, spelt
from checker.extraction.parsing import DONE, Word
from checker.extraction.phrasing import trimmed
from checker.extraction.wordings import ENDED
from checker.lexicon.predicates import predicates, verbs
from checker.lexicon.speech import Part, part_of, tagged
from checker.patterns import pattern
from checker.spans import Span

LONGEST = 24
ASIDE = pattern("[按以照]|扣除|剔除|不[含算]|包括|其中|同比|环比|与|同|[比较]")
"""How something was reckoned or compared, between a topic and its number."""

LINKED = pattern("(?:就|也|已|又|还|才|仅|将|则|分别)?(?:为|是|达到?|升至|降至|增至|减至|约为?|突破|超过?|超)?")
"""What may stand between the time and the number, where the number is how much there was at that time."""


def named_before(bearings: Bearings, start: int, phrase: Span, clause: Span, *, topic: bool) -> str:
    """The indicator before the time that stands before a number, else the ``topic`` of its sentence."""
    name = interrupted(bearings, start, phrase.start) if phrase.start > start else ""
    return name or announced(bearings, clause, phrase.end) or (topical(bearings, clause) if topic else "")


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


def topical(bearings: Bearings, clause: Span) -> str:
    """The indicator that a clause before names and nothing else, asides between: 投资额，按可比价算，只|增加9%."""
    sentence = bearings.sentence(clause.start)
    while sentence.start < clause.start and bearings.text[clause.start - 1] == "，":
        clause = bearings.clause_before(clause.start, sentence.start)
        start = bearings.actors.past_times(clause.start, clause.end)
        words = bearings.words.between(start, clause.end)
        if words and not ASIDE.match(bearings.text, start, clause.end):
            name = trimmed(bearings.text[start : clause.end]) if _is_named(words) else ""
            return name if 1 < len(name) <= LONGEST and is_indicator(name) else ""
    return ""


def _is_named(words: Sequence[Word]) -> bool:
    """Whether words are one noun phrase, a relative clause before its 的 maybe."""
    of = next((nth for nth in range(len(words) - 1, 0, -1) if words[nth].part is Part.OF), -1)
    told = any(word.part in (Part.NUMBER, Part.MARK) or word.text in DONE for word in words)
    return not told and compounded(words, nominal(words, of + 1)) == len(words)


def is_indicator(name: str) -> bool:
    """Whether words are a noun phrase that names what can be measured: 产量; no 提高, no 计划完成."""
    last = [part_of(word, tag) for word, tag in tagged(name)][-1:]
    if last == [Part.VERB] or verbs().fullmatch(name) or predicates().fullmatch(name):
        return False
    return any(one.search(name) for one in (ENDED, RATE, INDICATOR))
