"""What was counted, behind a number, and what is said of it: 12家|企业|获评…, 80%|的村庄|实现全覆盖."""

from collections.abc import Sequence
from dataclasses import dataclass

from checker.extraction.nominals import LINKS, NOUNS, is_agent, nominal, spelt
from checker.extraction.parsing import Word, Words
from checker.extraction.naming import RATE
from checker.extraction.wordings import ENDED
from checker.lexicon.classifiers import classifiers
from checker.lexicon.clauses import any_of
from checker.lexicon.clauses import words as plain
from checker.lexicon.predicates import predicates
from checker.lexicon.speech import Part
from checker.patterns import pattern

THING = 20
"""So many characters name what is counted, at the most."""

REACH, SAID = 60, 18
ASPECT = pattern(f"(?:{any_of('aspect')})$")
CLOSING = frozenset((Part.MARK, Part.CONJUNCTION))
BROKEN = frozenset((Part.OF, Part.ADVERB, Part.PREPOSITION, Part.PARTICLE, Part.NUMBER, Part.TIME))
WHOLE = NOUNS | {Part.VERB, Part.ADJECTIVE}
SHORT = 10
SAYS = pattern(any_of("says"))
DOING = frozenset((Part.VERB, Part.NOMINAL, Part.ADJECTIVE))
LIGHT = frozenset(("进行", "予以", "给予", "加以", "开展", "作出", "做出", "有所"))
"""Verbs that say nothing: 进行|评估."""

EQUATING = frozenset(("是", "为", "即", "如", "包括", "分别", "如下", "有", "包含", "可", "等", "之一", "也"))
TAKES_OBJECT = frozenset((Part.PREPOSITION, Part.PARTICLE, Part.NUMBER))
SAYING = frozenset((Part.VERB, Part.NOMINAL, Part.PREPOSITION, Part.ADJECTIVE))


@dataclass(frozen=True, slots=True)
class Counted:
    """``name`` is what was counted, ``said`` what is said of it, where the words go on with a predicate; ``end`` is
    where its name ends."""

    name: str
    end: int
    said: str = ""


def counted(
    words: Words, at: int, end: int, taken: int, *, alone: bool = False, unit: str = "", people: bool = False
) -> Counted:
    """What was counted behind a number that ends ``at``.

    Right before another number, which begins at ``taken``, words are that one's own unless a verb parts them or
    nothing else says what this one counts (``alone``). Behind a classifier (``unit``) stand things, not amounts;
    ``people`` are counted by what they are, not by what is said of them: 3名来自外地的|医生.
    """
    found = [word for word in words.between(at, min(end, at + REACH)) if word.text.strip() or word.start > at + 1]
    first = 1 if found and found[0].part is Part.OF else 0
    stop = nominal(found, first)
    if stop > first and unit and _does_so(found, first, stop, unit):
        stop = first
    if people:
        first, stop = _who(found, first, stop)
    if stop == first and first and _is_nominalised(found, first):
        stop = len(found) if found[-1].part is not Part.MARK else len(found) - 1
    if stop > first and ASPECT.search(found[stop - 1].text) and first:
        return Counted("", at)
    whole = _whole(found, first) if first else 0
    stop = max(stop, whole)
    also = next((nth for nth in range(stop, min(stop + 2, len(found))) if found[nth].text == "等"), 0)
    listed = nominal(found, also + 1) if also and stop > first else 0
    if listed > also + 1:
        first, stop = also + 1, listed
    ended, stop = stop, _cut(found, first, stop, unit=unit)
    if not first and unit == "":
        stop = next((nth for nth in range(1, stop) if found[nth].part is Part.OF and found[0].part in NOUNS), stop)
    if stop == first:
        return Counted("", at, _said(found, taken if taken < end else end + 1) if not first else "")
    last = found[stop - 1]
    if last.end >= taken < end and not alone and not first:
        return Counted("", at)
    name = words.text[found[first].start : last.end].strip("“”‘’ ") if _is_quoted(found[first:stop]) else spelt(found[first:stop])
    if len(name) > THING:
        of = next((nth for nth in range(first + 1, stop) if found[nth].part is Part.OF), first)
        name, last = spelt(found[first:of]), found[max(first, of - 1)]
    if not 0 < len(name) <= THING:
        return Counted("", at)
    return Counted(name, last.end, _said(found[stop:], taken if taken < end else end + 1, nouns=stop < ended))


def _is_quoted(words: Sequence[Word]) -> bool:
    return words[0].text in "“‘" and words[-1].text in "”’"


def _who(words: Sequence[Word], first: int, stop: int) -> tuple[int, int]:
    """The last noun phrase behind a 的, where people are told by what they do."""
    for nth in range(len(words) - 2, stop - 1, -1):
        if words[nth].part is Part.OF and (end := nominal(words, nth + 1)) > nth + 1 and is_agent(words[end - 1]):
            return nth + 1, end
    return first, stop


def _is_nominalised(words: Sequence[Word], first: int) -> bool:
    """Whether a verb behind 的 ends the clause, and so is a noun: 10%的|回报, 65%的|罕见下跌."""
    rest = [word for word in words[first:] if word.part is not Part.MARK]
    return 0 < len(rest) <= 2 and rest[-1].part is Part.VERB and rest[0].part in (Part.VERB, Part.ADJECTIVE)


def _cut(words: Sequence[Word], first: int, stop: int, *, unit: str) -> int:
    """Where a noun phrase ends whose last words are said of it: 企业|产值为…, 工人|参加…, 资产|投资于…."""
    after = words[stop] if stop < len(words) else None
    if unit and after and after.part is not Part.NUMBER and ENDED.search(words[stop - 1].text):
        shorter = next((nth for nth in range(stop - 1, first, -1) if words[nth - 1].part in NOUNS and not ENDED.search(words[nth - 1].text)), 0)
        stop = shorter or stop
    while (
        stop - 1 > first
        and words[stop - 1].part is Part.NOMINAL
        and after
        and after.part in TAKES_OBJECT
        and not (after.part is Part.NUMBER and ENDED.search(words[stop - 1].text))
    ):
        stop, after = stop - 1, words[stop - 1]
    fitting = [nth for nth in range(first, stop) if words[nth].part in NOUNS and fits(words[nth].text, unit)]
    if fitting and not fits(words[stop - 1].text, unit) and not _has_of(words[fitting[-1] : stop]):
        return fitting[-1] + 1
    linked = after is not None and (LINKS.fullmatch(after.text) is not None or after.text in EQUATING)
    for nth in range(first, stop - 1):
        behind = words[nth + 1]
        if words[nth].part is not Part.NOMINAL and is_agent(words[nth]) and (
            (behind.part is Part.NOMINAL and (not is_agent(words[stop - 1]) or _has_of(words[nth:stop])))
            or (behind.part is Part.NOUN and not is_agent(words[stop - 1]) and (linked or _is_verb(after)))
        ):
            return nth + 1
        if unit and behind.part is Part.OF and words[nth].part is Part.NOUN and not _does(words[first:nth]):
            return nth + 1
        if unit and words[nth].part in (Part.NOUN, Part.NAME) and behind.part is Part.VERB and _has_of(words[nth:stop]):
            return nth + 1
    return stop


def _whole(words: Sequence[Word], first: int) -> int:
    """Where the words behind 的 end if they are one name up to a mark, verbs in it too: 的实际使用外资."""
    stop = next((nth for nth in range(first, len(words)) if words[nth].part in CLOSING), len(words))
    named = words[first:stop]
    fits = not any(RATE.search(word.text) for word in named[:-1]) and 0 < len(named) and sum(len(word.text) for word in named) <= SHORT and named[-1].part in WHOLE
    does = any(word.part in BROKEN or word.text in LIGHT or predicates().fullmatch(word.text) for word in named[:-1])
    return stop if fits and not does else 0


def _does(words: Sequence[Word]) -> bool:
    return any(word.part is Part.VERB for word in words)


def fits(thing: str, unit: str) -> bool:
    """Whether a thing is counted with a classifier, by the longest of its endings that the table has."""
    known = next((found for at in range(len(thing) - 1) if (found := classifiers().get(thing[at:]))), ())
    return unit in known


def _is_verb(word: Word | None) -> bool:
    return word is not None and word.part is Part.VERB


def _does_so(words: Sequence[Word], first: int, stop: int, unit: str) -> bool:
    """Whether a verb behind a number is what was done, and makes no name with its object: 11城|掀起|旋风."""
    verb, last = words[first], words[stop - 1]
    if unit in plain("plain") or unit in ("大", "种", "类"):
        return False
    does = verb.part is Part.VERB and predicates().fullmatch(verb.text) is not None and not _has_of(words[first:stop])
    return does and not any(map(is_agent, words[first:stop])) and not fits(last.text, unit)


def _has_of(words: Sequence[Word]) -> bool:
    return any(word.part is Part.OF for word in words)


def _said(words: Sequence[Word], taken: int, *, nouns: bool = False) -> str:
    """What is said of a thing by the words behind it; empty where that is no whole predicate."""
    at = 0
    while at < len(words) and words[at].part in (Part.ADVERB, Part.TIME, Part.PARTICLE):
        at += 1
    said = [word for word in words[at:] if word.text not in LIGHT]
    if said and said[0].part is Part.OF:
        return ""
    noun = nouns and any(word.part is Part.VERB for word in said)
    if not said or (said[0].part not in SAYING and not noun) or said[0].text in EQUATING:
        return ""
    if words[-1].end >= taken or any(word.part is Part.MARK for word in said):
        return ""
    if said[-1].part is Part.SIDE or SAYS.match(said[0].text):
        return ""
    of = next((nth for nth, word in enumerate(said) if word.part is Part.OF), 0)
    said = said[:of] if of else said
    if not any(word.part in DOING for word in said):
        return ""
    told = spelt([word for word in said if word.text not in ("了", "已", "已经", "均", "都", "也")])
    return told if 1 < len(told) <= SAID else ""
