"""What the words before a number do with what was counted: govern it, describe it, take it as a means."""

from collections.abc import Sequence
from functools import cached_property

from checker.extraction.parsing import Word, Words
from checker.lexicon.speech import Part
from checker.spans import Span

BESIDE = frozenset(("向", "为", "给", "与", "跟", "同", "由", "被", "从", "在", "以", "用", "于"))
"""What is done to, for or with what was counted is said of somebody else."""

HAVING = ("有", "使", "让", "实现")
"""Verbs behind which more is said of their object: 有|38个经济体|限制…"""

DOING = (Part.VERB, Part.NOMINAL)
REACH = 14


class Led:
    """The words before a number."""

    def __init__(self, words: Words, before: Span) -> None:
        self.all = words
        self.before = before

    @cached_property
    def words(self) -> Sequence[Word]:
        """One by one."""
        return self.all.between(self.before.start, self.before.end)

    def governs(self, head: str) -> bool:
        """Whether what was counted is the object of a verb before it, of which nothing more is said.

        ``head`` is what of these words names the indicator.
        """
        if self.words and self.words[-1].part is Part.NOMINAL:
            return bool(head)
        verb = next((word for word in reversed(self.words) if word.part in (Part.VERB, Part.PREPOSITION)), None)
        if verb is None or verb.part is Part.PREPOSITION:
            return verb is not None and verb.text in BESIDE
        return bool(head) and not verb.text.endswith(HAVING)

    def leads(self) -> bool:
        """Whether a verb or a preposition ends them, whose object what is counted is: 打通|3个路口21条支路."""
        return bool(self.words) and self.words[-1].part in (Part.VERB, Part.PREPOSITION)

    def describes(self) -> bool:
        """Whether they say how the things counted are: 市值最大的|300只股票."""
        return len(self.words) > 1 and self.words[-1].part is Part.OF and self.words[-2].part is not Part.NOUN

    def is_means(self) -> bool:
        """Whether something was done at so much: 以接近最高点的|4200点|报收."""
        at = next((nth for nth, word in enumerate(self.words) if word.text in "以按用"), len(self.words))
        return at < len(self.words) and not any(word.part is Part.VERB for word in self.words[at:-1])

    def ends_before(self, at: int, end: int, head: str) -> bool:
        """Whether what was done in a time that ends ``at`` is told behind it: 一年|节省费用…"""
        behind = self.all.between(at, min(end, at + REACH))
        done = behind[0].part if behind else None
        led = self.words[-1].part if self.words and head else None
        return done in (Part.VERB, Part.ADVERB) and led not in (*DOING, Part.PREPOSITION)
