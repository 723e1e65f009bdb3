"""Where the name of what was counted ends, and what is said of it begins: 企业|产值为…, 工人|参加…, 产线|马力全开."""

from collections.abc import Sequence

from checker.extraction.nominals import LINKS, NOUNS, is_agent
from checker.extraction.parsing import Word
from checker.extraction.predicated import EQUATING
from checker.extraction.wordings import ENDED
from checker.lexicon.classifiers import classifiers
from checker.lexicon.clauses import words as known
from checker.lexicon.predicates import predicates
from checker.lexicon.speech import Part

TAKES_OBJECT = frozenset((Part.PREPOSITION, Part.PARTICLE, Part.NUMBER))
SORTS = ("大", "种", "类")
MANNER = frozenset(("动态", "同步", "整体", "集中", "全程"))
"""Right before a verb these say how it is done: 水体|动态|清零."""


def parted(words: Sequence[Word], first: int, stop: int, *, unit: str) -> int:
    """Where the noun phrase from ``first`` to ``stop`` really ends; ``unit`` is its classifier, empty without one."""
    stop = _without_amounts(words, first, stop) if unit else stop
    stop = _without_verbs(words, first, stop)
    how = stop - 1 > first and stop < len(words) and words[stop - 1].text in MANNER
    stop -= how and words[stop].part in (Part.VERB, Part.NOMINAL)
    fitting = [nth for nth in range(first, stop) if words[nth].part in NOUNS and fits(words[nth].text, unit)]
    thing = stop < len(words) and _is_thing(words, fitting[-1] + 1, stop) if fitting else False
    if fitting and not thing and not fits(words[stop - 1].text, unit) and not has_of(words[fitting[-1] : stop]):
        return fitting[-1] + 1
    for nth in range(first, stop - 1):
        acts = _acts(words, nth, stop) and not _misfits(words[nth].text, unit)
        if acts or (unit and _is_owner(words, first, nth, stop)):
            return nth + 1
    return stop


def _is_thing(words: Sequence[Word], first: int, stop: int) -> bool:
    """Whether a name goes on with a thing that something is said of: 7项制度|创新案例|发布."""
    inner, last = words[first:stop], words[stop - 1]
    made = len(inner) > 1 and last.part is Part.NOUN and inner[0].part is Part.NOMINAL
    return made and not (ENDED.search(last.text) or is_agent(last)) and words[stop].part in (Part.VERB, Part.MARK)


def fits(thing: str, unit: str) -> bool:
    """Whether a thing is counted with a classifier, by the longest of its endings that the table has."""
    return unit in next((found for at in range(len(thing) - 1) if (found := classifiers().get(thing[at:]))), ())


def _misfits(thing: str, unit: str) -> bool:
    """Whether a thing is counted with other classifiers only, so that what stands behind it is meant: 4条|城市|水体."""
    counted = next((found for at in range(len(thing) - 1) if (found := classifiers().get(thing[at:]))), ())
    return bool(unit and counted) and not (unit in counted or unit in known("plain") or unit in SORTS)


def does(words: Sequence[Word], first: int, stop: int, unit: str) -> bool:
    """Whether a verb behind a number is what was done, and makes no name with its object: 11城|掀起|旋风."""
    verb = words[first]
    if unit in known("plain") or unit in SORTS or verb.part is not Part.VERB or has_of(words[first:stop]):
        return False
    named = any(map(is_agent, words[first:stop])) or fits(words[stop - 1].text, unit)
    return not named and predicates().fullmatch(verb.text) is not None


def has_of(words: Sequence[Word]) -> bool:
    """Whether there is a 的 among words."""
    return any(word.part is Part.OF for word in words)


def _without_amounts(words: Sequence[Word], first: int, stop: int) -> int:
    """Where a name ends before the amount that is told of the thing: 行业|增加值|增长."""
    if stop == len(words) or words[stop].part is Part.NUMBER or not ENDED.search(words[stop - 1].text):
        return stop
    for nth in range(stop - 1, first, -1):
        if words[nth - 1].part in NOUNS and not ENDED.search(words[nth - 1].text):
            return nth
    return stop


def _without_verbs(words: Sequence[Word], first: int, stop: int) -> int:
    """Where a name ends before a word that may be a noun, and has an object here: 资产|投资于…"""
    after = words[stop] if stop < len(words) else None
    while after and stop - 1 > first and words[stop - 1].part is Part.NOMINAL and after.part in TAKES_OBJECT:
        if after.part is Part.NUMBER and ENDED.search(words[stop - 1].text):
            break
        stop, after = stop - 1, words[stop - 1]
    return stop


def _acts(words: Sequence[Word], nth: int, stop: int) -> bool:
    """Whether somebody does what the words behind him tell, or it is told how much his is: 企业|产值为…"""
    if words[nth].part is Part.NOMINAL or not is_agent(words[nth]):
        return False
    last, behind = words[stop - 1], words[nth + 1]
    if behind.part is Part.NOMINAL:
        return not is_agent(last) or has_of(words[nth:stop])
    return behind.part is Part.NOUN and not is_agent(last) and stop < len(words) and _goes_on(words[stop])


def _goes_on(word: Word) -> bool:
    return word.part is Part.VERB or LINKS.fullmatch(word.text) is not None or word.text in EQUATING


def _is_owner(words: Sequence[Word], first: int, nth: int, stop: int) -> bool:
    """Whether a name ends before 的, or before the verb of a clause that 的 ends: 省份|的规划, 城市|签署的协议."""
    behind = words[nth + 1]
    if behind.part is Part.OF:
        return words[nth].part is Part.NOUN and not any(word.part is Part.VERB for word in words[first:nth])
    does = behind.part is Part.VERB and words[first].part is not Part.VERB and has_of(words[nth:stop])
    return does and words[nth].part in (Part.NOUN, Part.NAME)
