"""What a verb still governs that stands before the first of several objects: 新增企业8家、|合作社5个."""

from collections.abc import Sequence
from dataclasses import replace

from checker.extraction.bearings import Bearings
from checker.extraction.fragments import NAMING
from checker.extraction.naming import Naming
from checker.extraction.nominals import AND, INNER, LINKS, spelt
from checker.extraction.parsing import Word
from checker.extraction.wordings import ENDED, PLANNED
from checker.lexicon.predicates import predicates
from checker.lexicon.speech import Part
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import Act
from checker.spans import Span

LISTED, BESIDE = "、", "，"
FIRST = 2
"""A verb with more words before it governs too little to be told again."""

CLASSIFIERS = frozenset("个家户所座项条")
EVENTS = ("起", "次")
OPENING = frozenset((Part.ADVERB, Part.TIME, Part.MARK))
HAVING = pattern("[共拥现]?有|达到?|实现|占|为|是|成为|超过?|突破")
SCOPED = pattern("(?:规模|限额)?以[上下]|[规限]上")
TOTAL = pattern("(?:突破|达到?|超过?|增至|升至)")
"""How many there are by then, behind a clause that told of new ones: 新增3家，企业|突破100家."""

OWN = pattern("其中|另|其他|其余|分别|合计|共计|总")
AMOUNTS = (
    UnitClass.COUNT,
    UnitClass.NONE,
    UnitClass.MASS,
    UnitClass.AREA,
    UnitClass.LENGTH,
    UnitClass.VOLUME,
    UnitClass.MONEY,
)


class Governed:
    """Remembers the verb whose objects are being told."""

    def __init__(self, bearings: Bearings) -> None:
        self.bearings, self.text = bearings, bearings.text
        self.verb = ""
        self.last: tuple[Quantity, Naming] | None = None
        self.doing, self.told = "", Span(0, 0)

    def named(self, one: Quantity, raw: Naming) -> Naming:
        """A number whose words are an object alone, with the verb that governs the object before it."""
        verb = self._verb(one, raw)
        before, self.last = self.last, (one, raw)
        if not before or not verb or not self._goes_on(one, raw, before):
            self.verb = self._governing(one, raw)
            return raw
        self.verb = verb
        return replace(raw, metric=f"{verb}{raw.metric}", stem=f"{verb}{raw.stem}")

    def counting(self, one: Quantity, raw: Naming) -> Naming:
        """Things counted behind their number, with the verb that governs those before: 建设9座桥、|5个码头."""
        alone = raw.counted != "" and raw.stem == raw.counted and not raw.doing
        goes_on = alone and self.doing != "" and self.text[self.told.end : one.span.start] == LISTED
        words = self._words(one, raw) if raw.counted and raw.own and not goes_on else ()
        does = all(map(_does, words))
        verb = spelt(words) if words and does and raw.stem == f"{spelt(words)}{raw.counted}" else ""
        self.doing = self.doing if goes_on else verb
        self.told = Span(one.span.start, max(raw.end, one.span.end))
        return replace(raw, metric=f"{self.doing}{raw.metric}", stem=f"{self.doing}{raw.stem}") if goes_on else raw

    def _verb(self, one: Quantity, raw: Naming) -> str:
        return self.verb if self.last and self._is_level(one, raw) else ""

    def _is_level(self, one: Quantity, raw: Naming) -> bool:
        plain = raw.own and raw.act is Act.LEVEL and not (raw.doing or raw.owner)
        plain = plain and not (raw.counted and raw.stem == raw.counted)
        return plain and one.unit_class in AMOUNTS and bool(raw.stem)

    def _governing(self, one: Quantity, raw: Naming) -> str:
        """The verb before a number's object, with whom it is told of; empty where none governs it."""
        if not self._is_level(one, raw):
            return ""
        words = self._words(one, raw)
        at = next((nth for nth, word in enumerate(words[:FIRST]) if predicates().fullmatch(word.text)), -1)
        if at < 0 or at + 1 >= len(words) or HAVING.fullmatch(words[at].text):
            return ""
        led = self.bearings.words.between(raw.start, words[at].start)
        sure = at > 0 or led or words[at + 1].part is Part.NAME or not NAMING.fullmatch(words[at].text)
        verb = spelt(words[: at + 1])
        return verb if sure and raw.stem.startswith(verb) and _is_object(words[at + 1 :], done=True) else ""

    def _words(self, one: Quantity, raw: Naming) -> Sequence[Word]:
        found = list(self.bearings.words.between(raw.start, one.span.start))
        while found and found[0].part in OPENING:
            found = found[1:]
        while found and (LINKS.fullmatch(found[-1].text) or found[-1].part in OPENING):
            found = found[:-1]
        return found

    def _goes_on(self, one: Quantity, raw: Naming, before: tuple[Quantity, Naming]) -> bool:
        last = before[0]
        mark = self.text[max(last.span.end, before[1].end) : raw.start]
        if mark not in (LISTED, BESIDE) or one.unit_class is not last.unit_class or one.unit.name in EVENTS:
            return False
        if mark == BESIDE and TOTAL.search(self.text[raw.start : one.span.start] + one.literal[:2]):
            return False
        words = self._words(one, raw)
        plain = one.unit.name == last.unit.name or {one.unit.name, last.unit.name} <= CLASSIFIERS
        if not plain or (mark == BESIDE and ENDED.search(spelt(words))):
            return False
        return bool(words) and not OWN.match(spelt(words)) and _is_object(words)


def _does(word: Word) -> bool:
    """Whether a word says what was done to the things counted: 规划|建设."""
    doing = word.part in (Part.VERB, Part.NOMINAL) or PLANNED.fullmatch(word.text) is not None
    return doing and not HAVING.fullmatch(word.text)


def _is_object(words: Sequence[Word], *, done: bool = False) -> bool:
    """Whether words are one noun phrase without a verb of its own.

    Behind a verb that governs it (``done``) it may end in what is a verb elsewhere: 办理|政协提案.
    """
    last = words[-1]
    deed = len(words) > 1 and (last.part is Part.NOUN or (done and last.part is Part.VERB))
    inner = words[:-1] if deed else words
    named = all(word.part in INNER or word.text in AND or SCOPED.fullmatch(word.text) for word in inner)
    acts = any(predicates().fullmatch(word.text) for word in inner if word.text not in AND)
    return named and (deed or last.part in INNER) and not acts
