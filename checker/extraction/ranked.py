"""Who holds which professional rank: 教授 and 副教授 beside a name, as of today."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.document import Document
from checker.extraction.past import Past
from checker.extraction.persons import Person
from checker.patterns import pattern
from checker.spans import Span, find_each

RANKS = ("主任医师", "研究员", "研究馆员", "教授", "编审", "主任药师", "主任技师", "主任护师")
"""Each with a deputy's of its own: 副教授. Those of two ladders go together (主任医师、副教授)."""

DEPUTY = "副"
BEFORE = pattern(
    "(?P<other>助理|客座|兼职|名誉|荣誉|讲[座席]|特[聘约]|访问|研究|长聘|准聘|教学|候任)?(?P<deputy>副)?"
    f"(?P<rank>{'|'.join(RANKS)})$"
)
BEHIND = pattern(f"副(?P<rank>{'|'.join(RANKS)})")
"""Behind a name a professor is called so out of courtesy: only the lower rank tells anything there."""

PROMOTED = pattern("评[上为聘]|破格|职称|评职|晋升|升[任为]|聘[为任]|当上|成为副?(?:主任医师|研究员|教授)")
EARLIER = pattern(
    "(?:^|[，。；：“])(?:早?在|到了?|自?从|自)?(?:(?:19|20)[0-9]{2}年|当年|那年|上世纪|[0-9一二三四五六七八九十几多]{1,3}年前)"
    "|当时|那时|后来"
)
"""Where the story turns to another time; no year that a number is compared with (是2020年的两倍)."""

LONGEST = 10
OPENERS, CLOSERS = frozenset("“「"), frozenset("”」")
WHOLE = 3
"""Shorter names are often two people's."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """``name`` holds ``rank``, or its deputy's, where ``span`` covers both."""

    name: str
    rank: str
    deputy: bool
    span: Span

    @property
    def title(self) -> str:
        """The rank as the text has it."""
        return DEPUTY * self.deputy + self.rank


def ranked(document: Document, persons: Sequence[Person]) -> Iterator[Ranked]:
    """Every rank that is told of somebody as of today; none where the article tells of promotions."""
    text = document.text
    names = {person.name for person in persons if len(person.name) >= WHOLE}
    if not names or not any(DEPUTY + rank in text for rank in RANKS) or PROMOTED.search(text):
        return
    past = Past(document)
    for name, places in find_each(text, names).items():
        for at in places:
            one = _beside(text, name, at)
            if one and not past.tells(one.span) and not _told_back(document, one.span):
                yield one


def _beside(text: str, name: str, at: int) -> Ranked | None:
    end = at + len(name)
    before = BEFORE.search(text, max(0, at - LONGEST), at)
    if before:
        rank, deputy = before["rank"], before["deputy"] is not None
        return None if before["other"] else Ranked(name, rank, deputy, Span(at - len(rank) - deputy, end))
    behind = BEHIND.match(text, end)
    return Ranked(name, behind["rank"], deputy=True, span=Span(at, behind.end())) if behind else None


def _told_back(document: Document, span: Span) -> bool:
    """Whether the paragraph has come to another time by then, or somebody speaks, who may think of one."""
    text = document.text
    start = text.rfind("\n", 0, span.start) + 1
    before = text[start : span.start]
    spoken = sum(char in OPENERS for char in before) > sum(char in CLOSERS for char in before)
    return spoken or EARLIER.search(before) is not None
