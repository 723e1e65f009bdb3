"""A firm's short name that stands bare, spelt in a second way: 滇源公司 … 滇原的冷库.

That two or three characters are a firm's name is certain where 公司 stands behind them, quotation marks around them or
the rest of its full name; then the text knows it bare too. What differs from it in one character counts where words
that stand beside names hold it on both sides, and where it is no word and no place.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from checker.document import Document
from checker.extraction.bodies import NOT_IN_NAMES, is_general
from checker.extraction.organisations import apart
from checker.extraction.respelt import Respelt, one_apart
from checker.gazetteer import Gazetteer
from checker.lexicon.alike import Alike
from checker.lexicon.organisations import endings
from checker.lexicon.people import not_names
from checker.lexicon.vocabulary import ordinary
from checker.lexicon.words import is_ordinary
from checker.patterns import one_of, pattern
from checker.spans import Span, find_all, places_of

HAN = "\u4e00-\u9fff"
MARKED = pattern(
    f'(?:简称|下称|品牌|商标|公司|企业|集团)[为是：:]?[“"「](?P<called>[{HAN}]{{2,3}})[”"」]'
    f'|[“"「](?P<brand>[{HAN}]{{2,3}})[”"」](?:品牌|商标|牌|公司|集团)'
    f"|(?<![{HAN}])(?P<firm>[{HAN}]{{2,3}})(?:公司|集团)"
)
BEFORE = frozenset("在与和由向从对为被把将给到去跟及是让找进")
BEHIND = frozenset("的是在有将已也又还与和及去今从向董总负员不自先后正把收买卖做开建办扩招产出投签推拿靠给")
FORMS = ("公司", "集团", "品牌", "股份")
MOST = 40
"""A list of hundreds of firms is no text about a few."""


def bare_spellings(document: Document) -> Iterator[Respelt]:
    """Every place where a firm's bare name is spelt in a second, rarer way."""
    text = document.text
    names = dict.fromkeys(name for name in _marked(text) if _is_a_name(name))
    starts = [sentence.span.start for sentence in document.sentences]
    for name in islice(names, MOST):
        places = list(find_all(text, name))
        for wrong, (spans, likeness) in _variants(text, name).items() if len(places) > 1 else ():
            rare = len(spans) * 2 <= len(places) or len(spans) == 1
            if wrong not in names and rare and not apart(text, starts, spans, places):
                for span in spans:
                    yield Respelt(span, wrong, places[0], name, len(places), likeness)


def _marked(text: str) -> Iterator[str]:
    for match in MARKED.finditer(text):
        yield match["called"] or match["brand"] or match["firm"]
    for match in _full().finditer(text):
        name = _without_place(match["name"])
        if name:
            yield name


@cache
def _full() -> re.Pattern[str]:
    trades = one_of(endings("trade"))
    return pattern(f"(?<![{HAN}])(?P<name>[{HAN}]{{2,8}}?)(?:{trades})+(?:有限责任|股份有限|有限)公司")


def _without_place(words: str) -> str:
    """What tells a firm from others in the beginning of its full name: 滇源 of 云南滇源."""
    known = Gazetteer.load()
    size = next((size for size in range(len(words) - 2, 1, -1) if known.named(words[:size])), 0)
    return words[size:] if 2 <= len(words) - size <= 3 else ""


def _is_a_name(words: str) -> bool:
    """Whether two or three characters are no word, no place and nothing that only goes before 公司."""
    if set(words) & NOT_IN_NAMES or is_general(words) or Gazetteer.load().named(words):
        return False
    return not is_ordinary(words) and words not in ordinary() and words not in not_names()


def _variants(text: str, name: str) -> dict[str, tuple[list[Span], Alike]]:
    """What differs from a name in one character that is like its own, by how it is spelt."""
    found: dict[str, tuple[list[Span], Alike]] = {}
    for kept in range(len(name)):
        for at in places_of(name[kept], text):
            start = max(0, at - kept)
            words = text[start : start + len(name)]
            likeness = one_apart(name, words)
            if likeness and _is_a_name(words) and _stands(text, span := Span(start, start + len(name))):
                spans, _ = found.setdefault(words, ([], likeness))
                if span not in spans:
                    spans.append(span)
    return found


def _stands(text: str, span: Span) -> bool:
    """Whether a name may begin and end here."""
    before, behind = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    opens = not "\u4e00" <= before <= "\u9fff" or before in BEFORE
    ends = not "\u4e00" <= behind <= "\u9fff" or behind in BEHIND or text.startswith(FORMS, span.end)
    return opens and ends
