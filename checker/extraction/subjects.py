"""Who speaks in a section: places that stand as the subject of a clause and are not what the section is about."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.document import Document, Sentence
from checker.extraction.topics import Topic
from checker.gazetteer import Gazetteer, Mention, Place, is_subject
from checker.spans import Span


@dataclass(frozen=True, slots=True)
class ForeignSubject:
    """A clause about ``place`` in the section of another place of the same family.

    ``mention`` is its name, ``sentence`` the sentence that it opens or stands in.
    """

    topic: Topic
    place: Place
    mention: Span
    sentence: Sentence


def foreign_subjects(document: Document, topics: Sequence[Topic], gazetteer: Gazetteer) -> Iterator[ForeignSubject]:
    """Every subject that does not belong in its section, in the order of the text.

    Only siblings count: the city above a district, the towns in it and places elsewhere appear everywhere. A sentence
    that names the section's own place too speaks of both (与…共建, 比…高) and is left alone.
    """
    scope = frozenset(topic.place for topic in topics)
    starts = [sentence.span.start for sentence in document.sentences]
    for topic in topics:
        body = Span(topic.section.heading.span.end, topic.section.span.end)
        named: dict[int, list[Mention]] = {}
        for mention in gazetteer.mentions(document.text, body, scope=scope):
            named.setdefault(bisect_right(starts, mention.span.start) - 1, []).append(mention)
        for index, mentions in named.items():
            if any(topic.place in mention.places for mention in mentions):
                continue
            for mention in mentions:
                place = _sibling(topic.place, mention)
                if place and is_subject(document.text, mention):
                    yield ForeignSubject(topic, place, mention.span, document.sentences[index])


def _sibling(own: Place, mention: Mention) -> Place | None:
    family = [place for place in mention.places if place.parent == own.parent and place.level is own.level]
    return family[0] if family and own not in mention.places else None
