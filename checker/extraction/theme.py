"""What an article is about as a whole, and what each part of a digest is about."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.document import Block, BlockKind
from checker.extraction.actors import Actors
from checker.extraction.doers import Actor
from checker.extraction.homeland import HOME, homeland
from checker.extraction.nominals import nominal, spelt
from checker.extraction.persons import Slot
from checker.extraction.whereabouts import is_region
from checker.lexicon.clauses import any_of
from checker.lexicon.speech import Part
from checker.patterns import pattern
from checker.spans import Span

if TYPE_CHECKING:
    from checker.extraction.article import Article

BRACKETED = pattern("^(?:[（(【\\[][^）)】\\]]{1,12}[）)】\\]]|原标题[：:])\\s*")
TELLS = pattern(f"(?:{any_of('says')}|说|称|通报|坦言|强调|提到|提出)(?:道|到)?$")
"""Who says something speaks of others as a rule: 陈明介绍，该厂…."""

OPINES = ("认为", "分析", "指出", "预测", "判断", "研判")
"""Who has an opinion has it of others: 盛安证券认为，…."""

DECLARES = ("宣布", "公告", "披露")
"""What somebody says so is of himself: 青湖银行宣布，将…."""

FIRM = "公司"
NUMBERED = pattern("[（(]?(?:第?[一二三四五六七八九十]{1,3}|[0-9]{1,2})[）)、.．章节 ]")
"""How the headings of one text are counted."""

OFTEN, LEAST, PARTS, SHORT = 3, 3, 3, 12
"""So many characters of a title name it."""

OPENING = 30
"""Whom so many sentences at the start speak of most, the article is about."""


class Theme:
    """Finds whom or what an article and its parts are about. ``people`` are those whom it names."""

    def __init__(self, article: "Article", actors: Actors, people: Sequence[str]) -> None:
        self.article, self.actors = article, actors
        self.document, self.text = article.document, article.text
        self.people = frozenset(people)
        self.sentences = self.document.sentences
        title = self.document.title
        self.title_span = title.span if title else Span(0, 0)

    def is_telling(self, found: Actor, clause: Span) -> bool:
        """Whether a clause only tells who says something: somebody by name, or a body that is no firm."""
        if found.end > clause.end or not TELLS.search(self.text, found.end, clause.end):
            return False
        if self.text.endswith(DECLARES, found.end, clause.end):
            return found.name in self.people
        if self.text.endswith(OPINES, found.end, clause.end):
            return True
        body = found.known and not (found.is_place or found.anaphoric or self.actors.companies.has(found.name))
        return found.name in self.people or body

    @cached_property
    def headings(self) -> Sequence[Block]:
        """The headings of its parts, in order."""
        return [one for one in self.document.blocks if one.kind is BlockKind.HEADING]

    @cached_property
    def is_digest(self) -> bool:
        """Whether its parts are items of news apart from one another: few name whom the first sentences begin with."""
        starts = [one.span.start for one in self.headings]
        numbered = any(NUMBERED.match(self.text, at) for at in starts)
        titled = self._leading and self._leading in self.title_span.of(self.text)
        if len(starts) < PARTS or self.article.topics or numbered or titled:
            return False
        items = [self.text[at:end] for at, end in pairwise([*starts, len(self.text)])]
        return 2 * sum(self._leading in item for item in items) < len(items) if self._leading else True

    def part(self, at: int) -> str:
        """Whom the item of a digest around an offset is about: whom its heading names, else its only paragraph."""
        index = bisect_right(self.headings, at, key=lambda one: one.span.start) - 1
        if index < 0:
            return ""
        heading = self.headings[index].span
        end = self.headings[index + 1].span.start if index + 1 < len(self.headings) else len(self.text)
        found = self.actors.opening(heading.start, heading.end, sure=True)
        name = found.name if found else self._only(heading.end, end)
        return name or (HOME if self._leading == HOME else "")

    def _only(self, start: int, end: int) -> str:
        """Whom the first sentence of the only paragraph between two places speaks of."""
        first = bisect_right(self.sentences, start, key=lambda one: one.span.start)
        inside = self.sentences[first : bisect_right(self.sentences, end - 1, key=lambda one: one.span.start)]
        if not inside or inside[0].block != inside[-1].block:
            return ""
        span = inside[0].span
        found = self.actors.opening(span.start, span.end, sure=True)
        return found.name if found and not self.is_telling(found, self._first_clause(span)) else ""

    def _first_clause(self, sentence: Span) -> Span:
        end = min(
            (at for mark in "，：；" if (at := self.text.find(mark, sentence.start, sentence.end)) >= 0),
            default=sentence.end,
        )
        return Span(sentence.start, end)

    @cached_property
    def _leading(self) -> str:
        """Whom several of the article's first sentences begin with; empty where nobody is."""
        spans = [one.span for one in self.sentences[:OPENING]]
        found = [(self.actors.opening(one.start, one.end), one) for one in spans]
        named = Counter(one.name for one, at in found if one and self._is_sure(one, at))
        name, times = named.most_common(1)[0] if named and not self.article.topics else ("", 0)
        return name if times > 1 and 4 * times >= named.total() else ""

    @property
    def _unnamed(self) -> str:
        """公司, where a text is about one that it never names."""
        alone = not self.actors.companies.named and self.text.count(FIRM) >= OFTEN
        return FIRM if alone and self._leading_anaphor else ""

    @cached_property
    def _leading_anaphor(self) -> bool:
        """Whether sentences begin with 公司 again and again."""
        spans = [one.span for one in self.sentences[:OPENING]]
        found = (self.actors.opening(one.start, one.end) for one in spans)
        return sum(one is not None and one.words == FIRM for one in found) >= OFTEN - 1

    @cached_property
    def _first(self) -> str:
        """The region that its first sentence speaks of, where no later one begins with anybody else."""
        found = (self.actors.opening(one.span.start, one.span.end, sure=True) for one in self.sentences[:OPENING])
        names = {one.name for one in found if one}
        return next(iter(names)) if len(names) == 1 and is_region(*names) else ""

    def _is_sure(self, found: Actor, sentence: Span) -> bool:
        """Whether a sentence that begins with somebody is about him; no 该厂 that stands for nobody who is named."""
        return found.known and not found.is_unmet and not self.is_telling(found, self._first_clause(sentence))

    @cached_property
    def whole(self) -> str:
        """Whom the article is about: whom its sentences begin with, else whom its title does; empty where nobody is."""
        if self.is_digest:
            return ""
        if self._leading or self.article.topics:
            return self._leading
        titled = self.actors.opening(self.title_span.start, self.title_span.end, sure=True)
        return (
            titled.name if titled else self.actors.companies.main or self._unnamed or homeland(self.text) or self._first
        )

    @cached_property
    def titled(self) -> str:
        """Whom or what the title speaks of."""
        found = self.actors.opening(self.title_span.start, self.title_span.end)
        return found.name if found and len(found.name) > LEAST else ""

    @cached_property
    def main(self) -> str:
        """What the article speaks of most by a name; else what it is called, in short."""
        makers = {one.name for one in self.article.persons if one.slot is Slot.BYLINE}
        names = (word.text for word in self.actors.words.words if word.part is Part.NAME and len(word.text) > 1)
        named = Counter(name for name in names if name not in makers)
        name, times = named.most_common(1)[0] if named else ("", 0)
        return name.strip("“”《》") if times >= OFTEN else self.title

    @property
    def title(self) -> str:
        """What the article is called, in short: the first noun phrase of its title."""
        title = self.document.title
        return self.noun_phrase(title.span) if title else "本文"

    def label(self, section: str) -> str:
        """What a part is called, in short: its heading's first noun phrase, where that is cut off."""
        whole = next((one.span for one in self.headings if one.span.of(self.text).startswith(section)), None)
        return section if whole is None or len(whole) <= len(section) else self.noun_phrase(whole)

    def noun_phrase(self, span: Span) -> str:
        """The first noun phrase of a title or heading; else how it begins."""
        words = [word for word in self.actors.words.between(span.start, span.end) if word.text.strip()]
        for first in range(len(words)):
            stop = nominal(words, first, verbal=False)
            if stop > first and len(name := spelt(words[first:stop]).strip("“”《》")) > 1:
                return name
        return BRACKETED.sub("", span.of(self.text)).strip()[:SHORT]
