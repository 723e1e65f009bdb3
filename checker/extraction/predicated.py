"""What is said of a thing by the words behind it: |企业|获评冠军, |村庄|实现全覆盖."""

from collections.abc import Sequence

from checker.extraction.nominals import nominal, spelt
from checker.extraction.parsing import Word
from checker.lexicon.clauses import any_of
from checker.lexicon.speech import Part
from checker.patterns import pattern

LONGEST = 18
SAYS = pattern(any_of("says"))
LEADING = frozenset((Part.ADVERB, Part.TIME, Part.PARTICLE))
FIRST = frozenset((Part.VERB, Part.NOMINAL, Part.PREPOSITION, Part.ADJECTIVE))
DOING = frozenset((Part.VERB, Part.NOMINAL, Part.ADJECTIVE))
NOT = frozenset(("不", "没", "没有", "未", "无", "尚未", "从未", "不再"))
LIGHT = frozenset(("进行", "予以", "给予", "加以", "开展", "作出", "做出", "有所"))
"""Verbs that say nothing: 进行|评估."""

EQUATING = frozenset(("是", "为", "即", "如", "包括", "分别", "如下", "有", "包含", "可", "等", "之一", "也"))
TOWARDS = ("到", "至", "为", "从", "由", "向", "给")
"""Behind these stands another number, or whom something is done to: 下降到|47.6%."""

LISTED = "、"
ACTING = frozenset((Part.VERB, Part.ADVERB))
LEFT_OUT = frozenset(("了", "已", "已经", "均", "都", "也"))


def predicate(words: Sequence[Word], taken: int, *, nouns: bool = False) -> str:
    """What is said by words that go on up to a mark or to the next number, which begins at ``taken``.

    Empty where that is no whole predicate. It begins with a verb, or with a noun that something is said of where the
    words before it are a thing's name for sure (``nouns``).
    """
    at = 0
    while at < len(words) and words[at].part in LEADING and words[at].text not in NOT:
        at += 1
    owned = nouns and at < len(words) and words[at].part is Part.OF and _is_told(words[at + 1 :])
    said = [word for word in words[at + owned :] if word.text not in LIGHT]
    if not said or words[-1].end >= taken or not _begins(said, nouns=nouns) or not _ends(said):
        return ""
    of = next((nth for nth, word in enumerate(said) if word.part is Part.OF), 0)
    if of:
        said = [said[0], *said[2 : nominal(said, 2)]] if of == 1 else said[:of]
    if said[-1].part in (Part.VERB, Part.PREPOSITION) and said[-1].text.endswith(TOWARDS):
        return ""
    told = spelt([word for word in said if word.text not in LEFT_OUT])
    return told if any(word.part in DOING for word in said) and 1 < len(told) <= LONGEST else ""


def _is_told(words: Sequence[Word]) -> bool:
    """Whether something is said of what is theirs: 村|的饮水工程完工."""
    stop = nominal(words, 0, verbal=False)
    return 0 < stop < len(words) and words[0].part is not Part.NOMINAL and words[stop].part is Part.VERB


def _begins(said: Sequence[Word], *, nouns: bool) -> bool:
    first = said[0]
    if first.part is Part.OF or first.text in EQUATING or SAYS.match(first.text):
        return False
    return first.part in FIRST or first.text in NOT or (nouns and any(word.part is Part.VERB for word in said))


def _ends(said: Sequence[Word]) -> bool:
    """Whether it is whole: what it tells may be a list, but for its first word and its last."""
    marks = {nth for nth, word in enumerate(said) if word.part is Part.MARK}
    listed = all(1 < nth < len(said) - 1 and said[nth].text == LISTED and _is_more(said[nth + 1 :]) for nth in marks)
    return said[-1].part is not Part.SIDE and listed


def _is_more(words: Sequence[Word]) -> bool:
    """Whether words go on with a list: with what else is done, or with things that nothing is said of."""
    first = words[0]
    return first.part in ACTING or first.text in NOT or not any(word.part is Part.VERB for word in words)
