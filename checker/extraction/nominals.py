"""Noun phrases and what is said of them: a shallow grammar over words."""

from collections.abc import Sequence

from checker.extraction.parsing import Word
from checker.lexicon.clauses import any_of
from checker.lexicon.organisations import endings
from checker.lexicon.people import titles
from checker.lexicon.speech import Part
from checker.patterns import one_of, pattern
from checker.relations.cues import LOWERED, RAISED

NOUNS = frozenset((Part.NOUN, Part.NAME, Part.NOMINAL))
INNER = NOUNS | {Part.ADJECTIVE}
OWNING = frozenset(
    ("其", "它", "他", "她", "他们", "她们", "我", "我们", "它们", "自己", "该", "此", "本", "这些", "那些", "各", "每")
)
AND = frozenset("和与及、或") | {"以及", "及其"}
PEOPLE = "(?<![器惊无迷感动喜诱真])人|^[省市县区州旗盟镇乡村]"
AGENT = pattern(f"(?:{any_of('agent', 'body')}|{one_of(endings('form') | set(titles()))}|{PEOPLE})$")
LINKING = frozenset((Part.ADVERB, Part.PARTICLE, Part.TIME, Part.MARK, Part.CONJUNCTION))
MOVED = f"[大净]?(?:{'|'.join((RAISED + LOWERED).split())})[到至为]?"
LINKS = pattern(f"[为是达至到约近超逾由从]|达到|高达|超过|突破|跌破|升破|{MOVED}")
QUOTES = frozenset("“”‘’《》「」")
THEIRS = frozenset(("其", "它", "他", "她", "他们", "她们", "它们"))
SHORT = 8
"""So many characters are the name of one thing, at the most."""

RELATIVE = 12
"""So many words may stand before the 的 of a relative clause."""


def nominal(words: Sequence[Word], at: int = 0, *, verbal: bool = True) -> int:
    """Behind the noun phrase that begins at a word; ``at`` where none does. ``verbal`` ones may begin with a verb."""
    size, head, here = len(words), at, at
    if verbal and here < size and words[here].part in (Part.VERB, Part.PREPOSITION, Part.ADVERB):
        here = _relative(words, here) or _compound(words, here)
        if not here:
            return at
    while here < size:
        word = words[here]
        if here == at and (
            word.text in OWNING or (word.text == "前" and here + 1 < size and is_agent(words[here + 1]))
        ):
            here += 1
        elif word.part in NOUNS:
            here += 1
            head = here
        elif word.text in QUOTES:
            here += 1
            head = here if head == here - 1 and here > at + 1 else head
        elif _goes_on(words, here, at, head):
            here += 1
        else:
            break
    return head


def _goes_on(words: Sequence[Word], here: int, at: int, head: int) -> bool:
    """Whether a word that is no noun stands inside a noun phrase."""
    word = words[here]
    after = words[here + 1] if here + 1 < len(words) else None
    if after is None:
        return False
    inner = after.part in INNER or after.text in QUOTES
    if word.part is Part.ADJECTIVE:
        return inner or after.part is Part.OF
    if word.part is Part.OF:
        return here > at and (inner or (after.part is Part.VERB and _noun_follows(words, here + 1)))
    if word.text in AND:
        named = after.part is Part.VERB and _noun_follows(words, here + 1) and word.text != "、"
        return head == here > at and (inner or named)
    if word.part is Part.SIDE:
        return head == here > at and after.part is Part.OF
    if word.part is not Part.VERB or not (head == here > at or words[here - 1].text in AND):
        return False
    beside = (words[here - 1].part is Part.NOMINAL or words[here - 1].text in AND) and after.part is Part.NOUN
    return beside or (after.part is Part.OF and _noun_follows(words, here + 1))


def _noun_follows(words: Sequence[Word], here: int) -> bool:
    return here + 1 < len(words) and words[here + 1].part in INNER


def _relative(words: Sequence[Word], at: int) -> int:
    """Behind the 的 that ends the relative clause which a verb begins; 0 where none does."""
    for here in range(at + 1, min(len(words) - 1, at + RELATIVE)):
        if words[here].part is Part.OF and (words[here + 1].part in INNER or words[here + 1].part is Part.TIME):
            return here + 1 + (words[here + 1].part is Part.TIME)
        if words[here].part is Part.MARK and words[here].text not in QUOTES and words[here].text != "、":
            return 0
    return 0


def _compound(words: Sequence[Word], at: int) -> int:
    """Behind a verb that makes one name with the noun behind it: 上市|公司; 0 where it does not."""
    after = words[at + 1] if at + 1 < len(words) else None
    made = words[at].part is Part.VERB and after is not None and after.part is Part.NOUN and len(words[at].text) > 1
    return at + 1 if made else 0


def is_agent(last: Word) -> bool:
    """Whether the last word of a noun phrase is somebody: a name, people, a body."""
    return last.part is Part.NAME or AGENT.search(last.text) is not None


def is_proper(words: Sequence[Word]) -> bool:
    """Whether a noun phrase is the name of one thing: 云岭|高铁, 龙头企业|盛泰光电, 歌剧《云岭》."""
    last = words[-1] if words else None
    if last and (last.text[-1:] == "》" or (last.part is Part.NAME and len(words) > 1 and is_agent(words[-2]))):
        return True
    short = len(words) > 1 and words[-1].end - words[0].start <= SHORT and not AND & {word.text for word in words}
    return short and words[0].part is Part.NAME and words[0].text[0] not in QUOTES and words[-1].part in NOUNS


def measured(words: Sequence[Word]) -> bool:
    """Whether words only lead from what is measured to its number: 平均|高达, 同比|增长."""
    return all(word.part in LINKING or word.part is Part.NUMBER or LINKS.fullmatch(word.text) for word in words)


def drops_subject(words: Sequence[Word]) -> bool:
    """Whether a clause goes on with a predicate, and leaves out of whom: |累计放流…, |对…进行评估, |共…."""
    first = next((word for word in words if word.part not in LINKING), None)
    if first is None or LINKS.fullmatch(first.text):
        return False
    if first.part is Part.NOMINAL and first is words[-1]:
        return True
    does = any(word.part is Part.VERB and not LINKS.fullmatch(word.text) for word in words)
    return first.part is Part.VERB or (first.part is Part.PREPOSITION and does) or first.text in THEIRS


def spelt(words: Sequence[Word]) -> str:
    """The words as printed."""
    return "".join(word.text for word in words)
