"""Who has what a number counts, told by 有 and its like: 会议将有|30位专家, 场地内还设有|8个展馆."""

from checker.extraction.nominals import NOUNS, spelt
from checker.extraction.parsing import Words
from checker.lexicon.clauses import words as known
from checker.lexicon.speech import Part
from checker.spans import Span

LOOSE = frozenset((Part.ADVERB, Part.PARTICLE, Part.NOMINAL, Part.TIME))
INSIDE = frozenset(("内", "里", "中", "上", "中共"))
DETERMINERS = frozenset(("本届", "这次", "本次", "此次", "该届"))
LEAST, LONG = 2, 12


def holder(words: Words, clause: Span, at: int) -> str:
    """The noun phrase alone before such a verb right before a number; empty where something else is said."""
    found = words.between(clause.start, at)
    while found and found[-1].part is Part.ADVERB:
        found = found[:-1]
    if not found or found[-1].text not in known("holds"):
        return ""
    found = found[:-1]
    while found and (found[-1].part in LOOSE or found[-1].text in INSIDE):
        found = found[:-1]
    if found and found[0].text in DETERMINERS:
        found = found[1:]
    name = spelt(found)
    return name if LEAST <= len(name) <= LONG and all(word.part in NOUNS for word in found) else ""
