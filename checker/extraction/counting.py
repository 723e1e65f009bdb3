"""What was counted, behind a number, and what is said of it: 12家|企业|获评…, 80%|的村庄|实现全覆盖."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.extraction.naming import RATE
from checker.extraction.nominals import NOUNS, is_agent, nominal, spelt
from checker.extraction.parsing import Word, Words
from checker.extraction.parting import does, parted
from checker.extraction.predicated import LIGHT, predicate
from checker.lexicon.clauses import any_of
from checker.lexicon.predicates import predicates
from checker.lexicon.speech import Part
from checker.patterns import pattern

LONGEST = 20
"""So many characters name what is counted, at the most."""

ORIGIN = pattern("来自[^，。；的]{1,24}的(?=[一-鿿])")
"""Where those come from that a number counts, another number in it maybe: 340家|来自15个国家的|参展商."""

REACH, SHORT, MANY = 60, 10, 5
SOMEBODY = pattern("[家员者师生手人]$")
ASPECT = pattern(f"(?:{any_of('aspect')})$")
DEGREE = pattern(any_of("degree"))
NAMING = frozenset((Part.NOUN, Part.NAME))
CLOSING = frozenset((Part.MARK, Part.CONJUNCTION))
BROKEN = frozenset((Part.OF, Part.ADVERB, Part.PREPOSITION, Part.PARTICLE, Part.NUMBER, Part.TIME))
MADE = frozenset((Part.VERB, Part.ADVERB, Part.ADJECTIVE, Part.SIDE)) | NOUNS
INSERTED = 3
WHOLE = NOUNS | {Part.VERB, Part.ADJECTIVE}


@dataclass(frozen=True, slots=True)
class Counted:
    """``name`` is what was counted, ``said`` what is said of it by the words behind, ``end`` where its name ends."""

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
    origin = ORIGIN.match(words.text, at, end)
    if origin and unit:
        at, taken = origin.end(), max(taken, end)
    slight = DEGREE.match(words.text, at, end)
    at = slight.end() if slight else at
    found = [word for word in words.between(at, min(end, at + REACH)) if word.text.strip() or word.start > at + 1]
    first = int(bool(found) and found[0].part is Part.OF)
    listed = next((nth for nth, word in enumerate(found) if word.text == "、"), 0) if first and not unit else 0
    found = found[:listed] if listed else found
    if first and ASPECT.search(found[max(first, nominal(found, first)) - 1].text):
        return Counted("", at)
    near = [word for word in found if word.end <= taken] if taken < end else found
    begin, whole = _bounds(near if people else found, first, unit=unit, people=people)
    stop = parted(found, begin, whole, unit=unit) if whole > begin else begin
    if not first and not unit:
        stop = next((nth for nth in range(1, stop) if found[nth].part is Part.OF and found[0].part in NOUNS), stop)
    free = taken if taken < end else end + 1
    if stop == begin:
        return Counted("", at, "" if first else predicate(found, free))
    if found[stop - 1].end >= taken < end and not alone and not first:
        return Counted("", at)
    name, last = _named(found[begin:stop])
    return Counted(name, last, predicate(found[stop:], free, nouns=stop < whole)) if name else Counted("", at)


def is_thing(name: str) -> bool:
    """Whether a name is of what is counted one by one: it ends in a noun that tells more than in what respect."""
    words = Words(name, ()).words
    return bool(words) and words[-1].part in NAMING and not ASPECT.search(name)


def _bounds(found: Sequence[Word], first: int, *, unit: str, people: bool) -> tuple[int, int]:
    """From where to where the noun phrase behind a number goes, a 的 before it left out."""
    stop = nominal(found, first)
    if stop > first and unit and does(found, first, stop, unit):
        stop = first
    if unit and stop > first:
        stop = _grown(found, first, stop)
        stop = stop if people else _made(found, stop)
    if people:
        first, stop = _who(found, first, stop)
        stop = _sort(found, first, stop)
    if stop == first and first and _is_nominalised(found, first):
        stop = len(found) - (found[-1].part is Part.MARK)
    stop = max(stop, _whole(found, first)) if first else stop
    also = next((nth for nth in range(stop, min(stop + 2, len(found))) if found[nth].text == "等"), 0)
    listed = nominal(found, also + 1) if also and stop > first else 0
    return (also + 1, listed) if listed > also + 1 else (first, stop)


def _made(found: Sequence[Word], stop: int) -> int:
    """Where the name of a thing ends that a verb and a noun go on: 2次股份|回购方案; no 3家企业|获得订单."""
    if is_agent(found[stop - 1]) or stop + 1 >= len(found) or found[stop + 1].part is not Part.NOUN:
        return stop
    makes = found[stop].part is Part.VERB and not predicates().fullmatch(found[stop].text)
    last = nominal(found, stop + 1, verbal=False) if makes else stop
    ends = last == len(found) or found[last].part in CLOSING | {Part.VERB, Part.OF}
    return last if ends and last > stop and found[last - 1].part is Part.NOUN else stop


def _grown(found: Sequence[Word], first: int, stop: int) -> int:
    """Where the name of bodies ends that verbs stand in: 3家|一体化领跑企业; no 3家|企业获评."""
    end = next((nth for nth in range(stop, len(found)) if found[nth].part in CLOSING), len(found))
    inner = found[stop : end - 1]
    made = 0 < len(inner) <= INSERTED and all(word.part in MADE and not predicates().match(word.text) for word in inner)
    whole = made and found[end - 1].part is Part.NOUN and is_agent(found[end - 1])
    return end if whole and not any(map(is_agent, found[first:stop])) else stop


def _named(words: Sequence[Word]) -> tuple[str, int]:
    """The name that words are, and where it ends: one part of it where it is too long; empty where that still is."""
    name = spelt(words)
    if words[0].text in "“‘" and words[-1].text in "”’":
        name = name.strip("“”‘’ ")
    if len(name) > LONGEST:
        of = [nth for nth in range(1, len(words)) if words[nth].part is Part.OF] or [0]
        words = words[: of[0]] if words[0].part in NOUNS else words[of[-1] + 1 :]
        name = spelt(words)
    return (name, words[-1].end) if 0 < len(name) <= LONGEST else ("", 0)


def _who(words: Sequence[Word], first: int, stop: int) -> tuple[int, int]:
    """The last noun phrase behind a 的, where people are told by what they do."""
    for nth in range(len(words) - 2, stop - 1, -1):
        if words[nth].part is Part.OF and (end := nominal(words, nth + 1)) > nth + 1 and is_agent(words[end - 1]):
            return nth + 1, end
    return first, stop


def _sort(words: Sequence[Word], first: int, stop: int) -> int:
    """Where the word for people ends before what they do or what they are called: 两位|候选人|林晓, 30位|专家|分享."""
    for nth in range(first, min(max(stop, first + MANY), len(words) - 1)):
        word, after = words[nth], words[nth + 1]
        if nth >= stop and (word.part not in WHOLE or not SOMEBODY.search(word.text)):
            if word.part not in WHOLE:
                break
            continue
        if word.part is Part.NOUN and is_agent(word) and after.part in (Part.NAME, Part.VERB):
            return nth + 1
    return stop


def _is_nominalised(words: Sequence[Word], first: int) -> bool:
    """Whether a verb behind 的 ends the clause, and so is a noun: 10%的|回报, 65%的|罕见下跌."""
    rest = [word for word in words[first:] if word.part is not Part.MARK]
    return 0 < len(rest) <= 2 and rest[-1].part is Part.VERB and rest[0].part in (Part.VERB, Part.ADJECTIVE)


def _whole(words: Sequence[Word], first: int) -> int:
    """Where the words behind 的 end if they are one name up to a mark, verbs in it too: 的实际使用外资."""
    stop = next((nth for nth in range(first, len(words)) if words[nth].part in CLOSING), len(words))
    named = words[first:stop]
    if not named or named[-1].part not in WHOLE or len(spelt(named)) > SHORT:
        return 0
    acts = any(one.part in NOUNS and other.part is Part.VERB and _tells(one, other) for one, other in pairwise(named))
    return 0 if acts or any(_breaks(word) for word in named[:-1]) else stop


def _tells(noun: Word, verb: Word) -> bool:
    return is_agent(noun) or predicates().fullmatch(verb.text) is not None


def _breaks(word: Word) -> bool:
    return word.part in BROKEN or word.text in LIGHT or RATE.search(word.text) is not None
