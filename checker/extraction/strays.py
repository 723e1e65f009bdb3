"""Stray paragraphs: an article about one county with a paragraph in which a sister county acts and its own does not."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from checker.document import Block, BlockKind, Document, Section
from checker.extraction.subjects import ForeignSubject, family_of
from checker.extraction.telling import is_told_of
from checker.extraction.topics import Topic
from checker.gazetteer import Gazetteer, Level, Mention, Place
from checker.patterns import pattern
from checker.spans import Span

TITLED = pattern("[\u4e00-\u9fff]{1,9}?(?:自治县|林区|新区|[县区市旗])(?![域间块段划场值价民委级长内])")
OFTEN = 3
"""In so many paragraphs, at least, the article's own county acts."""

TWICE = 2
"""So many sentences of the stray paragraph, at least, are about the sister."""

# What brings in another county rightly: a neighbour, a partner, a model, a comparison, a visit.
INVITED = pattern(
    "[邻毗]|相比|对比|比较|不同于|同样|也是|兄弟|友好|结对|对口|协作|合作|携手|联手|共建|共同|联合|考察|观摩|取经|学习|借鉴|参观|来自|前往|赶赴|援|"
    "例如|比如|譬如|为例|除了|此前|曾经|历史|隶属|划归|原属|发源|流经|途经|交界|接壤|两[地县区市]|各[地县区市]|周边|周围|其他|其它|全[省市州]"
)


def strays(document: Document, gazetteer: Gazetteer) -> Iterator[ForeignSubject]:
    """The subjects of stray paragraphs; a county that acts in more than one paragraph is no stray."""
    own = _own(document, gazetteer)
    family = family_of(own.parent, gazetteer) if own else None
    title = document.title
    if not own or not family or not title:
        return
    names = {own.name, own.short, *own.also}
    body = Span(title.span.end, document.blocks[-1].span.end)
    if all(match[0] in names for match in family.finditer(document.text, body.start, body.end)):
        return
    topic = Topic(Section(title, document.blocks[1:]), own.name, own, (own.short, *own.also), headed=True)
    told = _told(document, gazetteer, own, body)
    paragraphs = Counter(place for mentions in told.values() for place in {place for place, _ in mentions})
    if paragraphs[own] < OFTEN:
        return
    for index, mentions in told.items():
        others = {place for place, _ in mentions}
        if len(others) == 1 and own not in others and all(paragraphs[other] == 1 for other in others):
            yield from _stray(document, topic, document.blocks[index], [one for _, one in mentions])


def _own(document: Document, gazetteer: Gazetteer) -> Place | None:
    """The one county that the title names in full, if the name is one place's alone or the text names its parent."""
    title = document.title
    if not title:
        return None
    found = set()
    for match in TITLED.finditer(document.text, title.span.start, title.span.end):
        words = match[0]
        if document.text.count(words[-3:]) <= OFTEN:
            continue
        places = next(filter(None, (gazetteer.named(words[at:]) for at in range(len(words) - 1))), ())
        found |= {place for place in places if place.level is Level.COUNTY and place.name == words[-len(place.name) :]}
    if len(found) > 1:
        found = {one for one in found if (above := gazetteer.parent(one)) and above.short in document.text}
    return found.pop() if len(found) == 1 else None


def _told(document: Document, gazetteer: Gazetteer, own: Place, body: Span) -> dict[int, list[tuple[Place, Mention]]]:
    """By paragraph, the counties of the family that act in it."""
    starts = [block.span.start for block in document.blocks]
    told: dict[int, list[tuple[Place, Mention]]] = {}
    for mention in gazetteer.mentions(document.text, body, scope=frozenset((own,))):
        kin = [place for place in mention.places if place.parent == own.parent]
        index = bisect_right(starts, mention.span.start) - 1
        if kin and document.blocks[index].kind is BlockKind.PARAGRAPH and is_told_of(document.text, mention):
            told.setdefault(index, []).append((kin[0], mention))
    return told


def _stray(document: Document, topic: Topic, block: Block, mentions: list[Mention]) -> Iterator[ForeignSubject]:
    text, place = document.text, topic.place
    words = block.span.of(text)
    if INVITED.search(words) or (place and any(name in words for name in (place.name, place.short))):
        return
    starts = [sentence.span.start for sentence in document.sentences]
    found = [(one, document.sentences[bisect_right(starts, one.span.start) - 1]) for one in mentions]
    if len({sentence for _, sentence in found}) >= TWICE:
        for mention, sentence in found:
            yield ForeignSubject(topic, mention.places[0].name, mention.span, sentence)
