"""Who has what a number counts, named behind it or before it: 有百年历史的|老店, 场地内还设有|8个展馆."""

from collections.abc import Sequence
from dataclasses import replace

from checker.extraction.bearings import Bearings
from checker.extraction.doers import INDICATOR
from checker.extraction.naming import RATE, Naming
from checker.extraction.nominals import INNER, NOUNS, OWNING, nominal, spelt
from checker.extraction.parsing import Word, Words
from checker.extraction.wordings import ENDED, MEASURES
from checker.lexicon.clauses import any_of
from checker.lexicon.clauses import words as known
from checker.lexicon.speech import Part
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.spans import Span

HAS = pattern(
    "(?:拥有|具有|设有|建有|占地|(?<![原现所共还已没])(?P<is>[只仅]?有))(?:着|了)?(?:约|近|超过|上|逾|多达)?$"
)
COVERS = pattern("占地[^有]{0,2}$")
PEOPLE = frozenset(("人", "名", "位"))
BEFORE = frozenset((Part.TIME, Part.ADVERB, Part.PRONOUN, Part.CONJUNCTION, Part.NUMBER, Part.MARK, Part.PARTICLE))
OF_THEM = pattern(f"{INDICATOR.pattern}|{ENDED.pattern}|{RATE.pattern}|(?:{any_of('aspect')})$")
"""What the things counted have, and not who has them: 有3个省份的|增速."""

LOOSE = frozenset((Part.ADVERB, Part.PARTICLE, Part.NOMINAL, Part.TIME))
INSIDE = frozenset(("内", "里", "中", "上", "中共"))
DETERMINERS = frozenset(("本届", "这次", "本次", "此次", "该届"))
LEAST, LONG, LONGEST, SHORT, REACH, VERB = 2, 12, 16, 6, 40, 2


def holder(words: Words, clause: Span, at: int) -> str:
    """Who has so much, where a noun phrase alone stands before a verb of having right before a number; else empty."""
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


def had(bearings: Bearings, one: Quantity, clause: Span) -> tuple[str, str]:
    """Who or what has so much, and of what; who is empty where the clause has begun with another.

    Both are empty where nobody is told to have it in a clause that 的 ends.
    """
    led = HAS.search(bearings.text, clause.start, one.span.start)
    if not led:
        return "", ""
    behind = bearings.words.between(one.span.end, min(clause.end, one.span.end + REACH))
    of = next((nth for nth, word in enumerate(behind) if word.part is Part.OF), -1)
    thing = behind[: max(of, 0)]
    stop = nominal(behind, of + 1, verbal=False)
    if of < 0 or stop == of + 1 or not all(word.part in INNER for word in thing):
        return "", ""
    does = stop < len(behind) and behind[stop].part is Part.VERB
    stop -= does and stop - 1 > of + 1 and behind[stop - 1].part is Part.NOMINAL
    owner, before = spelt(behind[of + 1 : stop]), bearings.words.between(clause.start, led.start())
    if OF_THEM.search(owner) or (
        led["is"] and one.unit_class is UnitClass.COUNT and not _meant(before, thing, does=does)
    ):
        return "", ""
    metric = _metric(one, spelt(thing), led[0])
    owner = owner if _opens(before) else ""
    return (owner if 1 < len(owner) <= LONGEST else "", metric) if metric else ("", "")


def _meant(before: Sequence[Word], thing: Sequence[Word], *, does: bool) -> bool:
    """Whether 有 is of one thing and does not say that there are some: 这家有3家门店的|面馆; no 有3个省份的|增速."""
    shown = any(word.text[:1] in known("determiner") for word in before[-2:])
    return shown if thing else shown or (does and bool(before))


def _metric(one: Quantity, thing: str, led: str) -> str:
    """What there is so much of; empty where the words behind 的 may be that: 有5000年的|历史."""
    if len(thing) > SHORT:
        return ""
    if one.unit_class is UnitClass.COUNT:
        counted = thing or ("人" if one.unit.name in PEOPLE else "")
        return f"{counted}数" if counted else ""
    if COVERS.search(led):
        return "占地面积" if one.unit_class is UnitClass.AREA else ""
    if one.unit_class is UnitClass.NONE and thing:
        return thing if INDICATOR.search(thing) else f"{thing}数"
    ended = not thing or ENDED.search(thing) or one.unit_class is UnitClass.DURATION
    return thing if ended else f"{thing}{MEASURES.get(one.unit_class, '')}"


def _opens(words: Sequence[Word]) -> bool:
    """Whether words before the verb name nobody: 这家|有…, 当年|只有…."""
    return all(word.part in BEFORE or word.text in OWNING for word in words)


def told_held(bearings: Bearings, one: Quantity, said: Naming, clause: Span, subject: str) -> tuple[str, Naming]:
    """Who has the things counted, where that is ``subject`` or the clause has none, and how many of them."""
    holds = one.unit_class is UnitClass.COUNT and said.counted
    held = holder(bearings.words, clause, one.span.start) if holds else ""
    if not held or (subject and held != subject):
        return "", said
    return held, replace(said, metric=f"{_short(said.metric)}{said.counted}{said.suffix or '数'}")


def _short(metric: str) -> str:
    """What a metric says by one verb of those that are counted: 遇难的|儿童数; empty where it says more."""
    doing, of, _ = metric.partition("的")
    return f"{doing}{of}" if of and len(doing) <= VERB else ""
