"""Compounds of a thing and its measure: 93号汽油|价格, 纺织业|平均利润率."""

from dataclasses import dataclass
from functools import lru_cache

from checker.extraction.doers import ASPECT, GENERIC, INDICATOR
from checker.extraction.naming import RATE
from checker.extraction.nominals import AGENT, NOUNS
from checker.extraction.whereabouts import NO_NAME
from checker.extraction.wordings import ENDED
from checker.lexicon.clauses import any_of
from checker.lexicon.clauses import words as known
from checker.lexicon.speech import Part, part_of, tagged
from checker.patterns import pattern

BRANCH = pattern(f"(?:{any_of('branch')})$")
UNMEASURED = pattern(f"(?:{any_of('unmeasured')})$|(?<!指|人|户|次|天|度|分|倍)数$")
"""Words that end like measures and are things."""

QUALIFYING = frozenset((Part.VERB, Part.NOMINAL, Part.ADVERB, Part.ADJECTIVE, Part.TIME, Part.PRONOUN, Part.NUMBER))
"""What stands between a thing and the noun of its measure, and limits the measure: 播种|面积."""

UNNAMING = frozenset((Part.PREPOSITION, Part.CONJUNCTION, Part.PRONOUN, Part.PARTICLE, Part.SIDE, Part.MARK))
WHOLES, ALSO = "各", "等"
SHARE = pattern("(?<=..)占(?![地有用])")
"""A share of a whole is no measure of a thing: 技能人才占就业人员比例."""

LEAST = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a compound and its part of speech."""

    text: str
    part: Part


@lru_cache(maxsize=1024)
def parts(compound: str) -> tuple[str, str]:
    """The thing and the measure of a compound; both empty where it is no such compound.

    >>> parts("93号汽油价格"), parts("营业收入")
    (('93号汽油', '价格'), ('', ''))
    """
    if not measures(compound) or "的" in compound or SHARE.search(compound):
        return "", ""
    words = _apart(_pieces(compound))
    cut = _cut(words)
    thing = "".join(word.text for word in words[:cut])
    measure = compound[len(thing) :]
    return (thing, measure) if len(measure) >= LEAST and _is_thing(thing, words[:cut]) else ("", "")


def measures(word: str) -> bool:
    """Whether a word ends in a measure."""
    return (ENDED.search(word) or RATE.search(word)) is not None and not UNMEASURED.search(word)


def _pieces(words: str) -> list[Piece]:
    return [Piece(word, part_of(word, tag)) for word, tag in tagged(words)]


def _apart(words: list[Piece]) -> list[Piece]:
    """The words with the last one taken apart, where the dictionary has thing and measure as one: 机票|价格."""
    last = words[-1].text
    ends = (one.search(last, min(len(last), LEAST)) for one in (ENDED, RATE, INDICATOR))
    found = next((one for one in ends if one and len(one[0]) >= LEAST), None)
    if not found:
        return words
    return [*words[:-1], *_pieces(last[: found.start()]), Piece(found[0], Part.NOUN)]


def _cut(words: list[Piece]) -> int:
    """How many words name the thing: up to the last that is somebody or a branch, else without what only qualifies."""
    last = len(words) - 1
    branch = next((nth for nth in range(last - 1, -1, -1) if _has_measures(words[nth], words[nth + 1])), -1)
    if branch >= 0:
        return branch + 1
    taken = next((nth for nth in range(1, last) if words[nth].text in known("mean")), last)
    cut = taken - (taken == last and (len(words[last].text) < LEAST or words[last].text in known("content")))
    while cut > 0 and words[cut - 1].text != ALSO and _qualifies(words[cut - 1]):
        cut -= 1
    return max(cut, 0)


def _has_measures(word: Piece, after: Piece) -> bool:
    """Whether a word is a branch of the economy or somebody: 中小企业|利润; no 工业|机器人|产量."""
    if word.part not in NOUNS or (len(word.text) <= LEAST and not _qualifies(after)):
        return False
    agent = word.text not in known("anybody") and AGENT.search(word.text)
    return bool(BRANCH.search(word.text) or agent)


def _qualifies(word: Piece) -> bool:
    """Whether a word only says in which respect, or is a measure itself: 播种|面积, 成本|费用率."""
    if UNMEASURED.search(word.text):
        return False
    measure = measures(word.text) or INDICATOR.search(word.text) or ASPECT.search(word.text)
    return word.part in QUALIFYING or measure not in (None, False)


def _is_thing(thing: str, words: list[Piece]) -> bool:
    """Whether words are the name of a thing or of a sort of things."""
    if len(thing) < LEAST or thing in known("accounts") | known("mean") or measures(thing):
        return False
    first, last = words[0], words[-1]
    led = first.part in UNNAMING and not first.text.startswith(WHOLES)
    acts = first.part is Part.VERB and not BRANCH.search(last.text) and not AGENT.search(last.text)
    if led or acts or (last.part not in NOUNS and last.text != ALSO):
        return False
    return not (NO_NAME.fullmatch(thing) or GENERIC.fullmatch(thing) or ASPECT.fullmatch(thing))
