"""Things that somebody has do something: 推动|3家企业|上市, 带动|260户农户|增收."""

from checker.extraction.bearings import Bearings
from checker.extraction.nominals import is_agent, nominal, spelt
from checker.extraction.parsing import Word
from checker.lexicon.speech import Part
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass

PIVOT = pattern("(?P<deed>推动|助力|引导|带动|帮助|促进|指导|助推|扶持|支持|鼓励)了?(?:超过?|近|约|逾)?$")
LEADING = (Part.VERB, Part.PREPOSITION, Part.ADVERB)
ACTING = pattern("“?(?:[增提扩减转脱落][一-鿿]|上[市云链岸]|投产|达产|创业|就业)")
"""What nouns alone tell somebody to do."""

WORKS = pattern("(?:项目|工程|基地|平台)$")
LISTED = "、"
LONG = 16


def had_done(bearings: Bearings, one: Quantity, metric: str) -> str:
    """The indicator of how many things somebody has do something, with what they do."""
    clause = bearings.clause(one.span.start)
    pivot = PIVOT.search(bearings.text, clause.start, one.span.start) if one.unit_class is UnitClass.COUNT else None
    if not pivot or not metric.endswith("数"):
        return metric
    words = [word for word in bearings.words.between(one.span.end, clause.end) if word.text.strip()]
    stop = _things(words)
    does, things = words[stop:], spelt(words[:stop])
    named = things and things in metric and does and (does[0].part in LEADING or ACTING.match(spelt(does)))
    if not named or not _is_whole(does) or bearings.text[clause.end : clause.end + 1] == LISTED:
        return metric
    return f"{pivot['deed']}{spelt([word for word in does if word.text != '了'])}的{things}数"


def _things(words: list[Word]) -> int:
    """Where the name of the things ends: before what they do, behind the last body or person among nouns alone."""
    stop = nominal(words, 0, verbal=False)
    if stop < len(words):
        return stop - (stop > 1 and ACTING.match(words[stop - 1].text) is not None)
    last = next((nth for nth in range(stop, 0, -1) if words[nth - 1].part is Part.NOUN and is_agent(words[nth - 1])), 0)
    return last if ACTING.match(spelt(words[last:])) else 0


def _is_whole(does: list[Word]) -> bool:
    """Whether words are all that is done, and none of it a number or a clause of its own."""
    text = spelt(does)
    acts = any(word.part is Part.VERB for word in does) or ACTING.match(text) is not None
    parted = any(word.part in (Part.NUMBER, Part.OF) for word in does)
    made = any(WORKS.search(word.text) for word in does)
    return acts and not (parted or made) and 1 < len(text) <= LONG and text.count("“") == text.count("”")
