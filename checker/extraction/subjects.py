"""Who speaks in a section: names that stand as the subject of a clause and are not what the section is about."""

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.document import BlockKind, Document, Sentence
from checker.extraction.telling import is_told_of
from checker.extraction.topics import Topic
from checker.gazetteer import Gazetteer, Mention, Place, mentions_of
from checker.patterns import pattern
from checker.spans import Span


@dataclass(frozen=True, slots=True)
class ForeignSubject:
    """A clause about ``name`` in the section of another of the same family.

    ``mention`` is the name as it stands there, ``sentence`` the sentence that it opens or stands in.
    """

    topic: Topic
    name: str
    mention: Span
    sentence: Sentence


Named = tuple[Mention, str]
"""A mention and the name of the family's member that it means; empty where it is none of the family."""


def foreign(document: Document, topics: Sequence[Topic], gazetteer: Gazetteer) -> tuple[ForeignSubject, ...]:
    """Every subject that does not belong in its section, in the order of the text.

    Without headings one name in one section is believed: where more stray, the text is about all of them together.
    """
    found = tuple(foreign_subjects(document, topics, gazetteer)) if topics else ()
    strays = {(one.topic.section.heading.number, one.name) for one in found if not one.topic.headed}
    return found if len(strays) <= 1 else ()


def foreign_subjects(document: Document, topics: Sequence[Topic], gazetteer: Gazetteer) -> Iterator[ForeignSubject]:
    """Every subject that may not belong in its section.

    Only the family counts: the city above a district, the towns in it and places elsewhere appear everywhere. A
    sentence that names the section's own place too speaks of both (与…共建, 比…高) and is left alone.
    """
    starts = [sentence.span.start for sentence in document.sentences]
    scope = frozenset(topic.place for topic in topics if topic.place)
    names = _Names(document.text, [topic for topic in topics if not topic.place], gazetteer.ordinary)
    families = {
        parent: family_of(parent, gazetteer) for parent in {topic.place.parent for topic in topics if topic.place}
    }
    for topic in topics:
        body = topic.body
        if topic.place and _is_alone(document.text, body, topic.place, families[topic.place.parent]):
            continue
        named: Iterator[Named] = (
            ((one, _sibling(topic, one)) for one in gazetteer.mentions(document.text, body, scope=scope))
            if topic.place
            else names.find(document.text, topic)
        )
        sentences: dict[int, list[Named]] = {}
        for mention, name in named:
            sentences.setdefault(bisect_right(starts, mention.span.start) - 1, []).append((mention, name))
        for index, mentions in sentences.items():
            if document.blocks[document.sentences[index].block].kind is BlockKind.CAPTION:
                continue
            yield from _foreign(document, topic, document.sentences[index], mentions)


def family_of(parent: str | None, gazetteer: Gazetteer) -> re.Pattern[str] | None:
    """Any name, long or short, of a place with this parent; None where the parent is the country."""
    above = gazetteer.place(parent) if parent else None
    below = gazetteer.children(above) if above else ()
    return _alternatives(name for place in below for name in (place.name, place.short, *place.also))


def _is_alone(text: str, body: Span, own: Place, family: re.Pattern[str] | None) -> bool:
    """Whether no name of the place's family but its own stands in a section: most sections end here."""
    names = {own.name, own.short, *own.also}
    return family is not None and all(match[0] in names for match in family.finditer(text, body.start, body.end))


def _foreign(
    document: Document, topic: Topic, sentence: Sentence, mentions: Sequence[Named]
) -> Iterator[ForeignSubject]:
    """The sisters that a sentence tells of, if its own place is not in it but as where the speaker is from."""
    own = [
        mention.span.end
        for mention, name in mentions
        if name == topic.name and not _is_label(document.text, mention.span)
    ]
    for mention, name in mentions:
        if name in ("", topic.name) or not is_told_of(document.text, mention):
            continue
        if mention.span.of(document.text) != name and _is_quoted(document, mention.span):
            continue
        if GUESTS.search(document.text, max(topic.body.start, mention.span.start - GUESTS_LED), mention.span.start):
            continue
        if not own or _is_said_by(document.text, max(own), mention):
            yield ForeignSubject(topic, name, mention.span, sentence)


def _is_label(text: str, span: Span) -> bool:
    """Whether brackets make a heading of a name at the head of its paragraph: 【石桥镇】."""
    return text[span.start - 1 : span.start] in OPENING and text[span.end : span.end + 1] in CLOSING


def _is_quoted(document: Document, span: Span) -> bool:
    """Whether somebody speaks: who talks of the neighbours calls them by their short names."""
    last = bisect_right(document.quotations, span.start, key=lambda one: one.span.start) - 1
    return last >= 0 and document.quotations[last].span.covers(span)


def _is_said_by(text: str, speaker: int, mention: Mention) -> bool:
    """Whether the mention opens what somebody says who is introduced before: 合川某厂负责人表示，大足区…"""
    start = mention.chain.start
    return speaker <= start and SAID.search(text, max(speaker, start - SAID_MOST), start) is not None


SAID = pattern("(?:说|表示|介绍|认为|坦言|指出|透露|告诉记者|称)(?:道|到)?[，：,:][“‘]?(?:[^，。；：“”\n]{1,6}，)?$")
SAID_MOST = 16
GUESTS = pattern(
    "(?:不[光止仅只](?:是|有)?[^。！？]{0,6}(?:本[地县市区乡镇村]|当地)|外[地县省市乡]|周边|邻近|邻[县市区村]|四面八方|四邻|远道|慕名"
    "|隔壁|附近)[^\n]{0,24}$"
)
"""Words that announce people from elsewhere: 来买苗的不光是本县人."""

GUESTS_LED = 40
OPENING, CLOSING = ("【", "［", "[", "〖"), ("】", "］", "]", "〗")


def _sibling(topic: Topic, mention: Mention) -> str:
    own = topic.place
    if own in mention.places:
        return topic.name
    family = [place for place in mention.places if own and place.parent == own.parent]
    return family[0].name if family else ""


def _alternatives(names: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted(set(names), key=lambda name: (-len(name), name))
    return pattern("|".join(map(re.escape, longest_first))) if longest_first else None


class _Names:
    """The names of sections that are about no place of the gazetteer, with the short forms of each."""

    def __init__(self, text: str, topics: Sequence[Topic], ordinary: Container[str]) -> None:
        self.full = {topic.name: topic.name for topic in topics}
        self.short = {short: topic.name for topic in topics for short in topic.also if short not in self.full}
        self.pattern = _alternatives([*self.full, *self.short])
        self.found = {topic.name: list(self._mentions(text, topic)) for topic in topics}
        self.known = {
            words
            for topic in topics
            for mention in self.found[topic.name]
            if self.short.get(words := mention.span.of(text)) == topic.name
            and words not in ordinary
            and is_told_of(text, mention)
        }

    def _mentions(self, text: str, topic: Topic) -> Iterator[Mention]:
        yield from mentions_of(text, topic.body, self.pattern) if self.pattern else ()

    def find(self, text: str, topic: Topic) -> Iterator[Named]:
        """Every name in a section; short forms only of its own and of those that are told of so in theirs."""
        for mention in self.found[topic.name]:
            words = mention.span.of(text)
            name = self.full.get(words) or self.short[words]
            yield mention, name if words in self.full or words in self.known or name == topic.name else ""
