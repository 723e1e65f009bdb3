"""What is left of a subject that was cut out of a sentence with more than a name in it: 信鸽|成为…, 那时|张力."""

from functools import lru_cache

from checker.extraction.nominals import NOUNS, is_agent
from checker.extraction.parsing import Word
from checker.lexicon.clauses import any_of
from checker.lexicon.clauses import words as known
from checker.lexicon.predicates import predicates
from checker.lexicon.speech import Part, part_of, tagged
from checker.patterns import pattern

NAMING = pattern(any_of("deverbal", "trade"))
HEAD = pattern(f"(?:{any_of('head', 'maker', 'branch')})$")
OPENING = frozenset((Part.ADVERB, Part.TIME, Part.CONJUNCTION, Part.CLASSIFIER, Part.PRONOUN))
CLOSING = frozenset((Part.ADVERB, Part.CONJUNCTION, Part.SIDE, Part.PARTICLE))
ALSO = "等"
SORTS = "个名家座条款套英寸"
LEAST = 2


def paired(words: str) -> str:
    """Words without marks that have lost their partner.

    >>> paired("落实”政策数"), paired("“放心”商家数")
    ('落实政策数', '“放心”商家数')
    """
    for opening, closing in ("“”", "《》"):
        if words.count(opening) != words.count(closing):
            words = words.replace(opening, "").replace(closing, "")
    return words


@lru_cache(maxsize=1024)
def tidied(phrase: str) -> str:
    """The noun phrase that some words begin with; empty where they begin with what somebody does.

    >>> tidied("信鸽成为两地名片"), tidied("那时张力"), tidied("完成验收")
    ('信鸽', '张力', '')
    """
    words = _words(phrase)
    first, stop = 0, len(words)
    while first < stop - 1 and _leads(words[first]) and words[first + 1].part is not Part.OF:
        first += 1
    if first and words[first].part in (Part.VERB, Part.PREPOSITION):
        return ""
    verb = next((nth for nth in range(first, stop) if _does(words, first, nth)), stop)
    if verb == first:
        return ""
    while verb > first + 1 and words[verb - 1].part in CLOSING and words[verb - 1].text != ALSO:
        verb -= 1
    kept = "".join(word.text for word in words[first:verb])
    return "" if len(kept) < LEAST and words[first].part is Part.SIDE else kept


def _words(phrase: str) -> list[Word]:
    found, at = list[Word](), 0
    for text, tag in tagged(phrase):
        found.append(Word(at, at + len(text), text, part_of(text, tag)))
        at += len(text)
    return found


def _leads(word: Word) -> bool:
    """Whether a word only leads up to a name: 那时|张力, 又|…; no 各地, 该厂, and no single character of a name."""
    if word.text in SORTS and word.part is Part.CLASSIFIER:
        return True
    shown = word.text[:1] in "各全" or (word.text[:1] in known("determiner") and not word.text.endswith("时"))
    return word.part in OPENING and len(word.text) >= LEAST and not shown


def _does(words: list[Word], first: int, nth: int) -> bool:
    """Whether a word is a verb of what somebody does, and no part of a name: 商务部|完成…; no 救助|机构."""
    word = words[nth]
    verbal = word.part is Part.VERB and len(word.text) >= LEAST and predicates().fullmatch(word.text) is not None
    if not verbal or NAMING.fullmatch(word.text):
        return False
    after = words[nth + 1] if nth + 1 < len(words) else None
    if nth == first:
        named = len(words[-1].text) < LEAST or HEAD.search(words[-1].text) is not None or is_agent(words[-1])
        return after is None or not named
    return after is not None and words[nth - 1].part in NOUNS
