"""Places in a contest dealt out to names: 甲、乙、丙分获第一、第二、第三名; 甲、乙分别夺得冠军和亚军.

As many places as names pair them. A plain list of names with more or fewer places is for a reader to look at, where
each place is for one alone: a second prize may have many winners, and so may a silver medal.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.patterns import pattern
from checker.relations.lists.enumeration import FIGURE, Stretch, surroundings
from checker.relations.lists.trimming import ADVERBS, trimmed, words_of
from checker.relations.passage import Passage
from checker.spans import Span

NUMBER = "[一二三四五六七八]"
PLACE = rf"第?{NUMBER}(?:名|位|等奖)?"
TITLE = "[冠亚季殿]军?|[金银铜][牌奖]?"
LINK = "(?:、|和|与|及|以及)?"
MARK = pattern(
    r"(?:分[获列居]|(?:分别|依次|分別)(?:荣?获得?|夺得?|摘得|摘取|摘下|拿下|斩获|捧得|赢得|取得|收获|位居|位列|名列|排名|排在|排|列|居))了?"
    rf"[\u4e00-\u9fff]{{0,8}}?(?P<places>(?:{PLACE}(?:{LINK}{PLACE})+)|(?:(?:{TITLE})(?:{LINK}(?:{TITLE}))+))"
    r"(?=[，,。；;！!？?）)]|$|的)"
)
PIECE = pattern(rf"{PLACE}|{TITLE}")
SHARED = pattern("奖|牌")
"""Of these there may be several of one sort."""

NAME = pattern(r"[\u4e00-\u9fff·]{1,10}|▒+▐")
OPENED = pattern("等|其中|[各每]|以|由|在")
APART = 2


@dataclass(frozen=True, slots=True)
class Dealt:
    """The names, the places, the words that deal them out, and whether there are as many of the one as of the other."""

    names: tuple[Span, ...]
    places: tuple[Span, ...]
    words: Span
    fits: bool


def honours(passage: Passage) -> Iterator[Dealt]:
    """Every list of places that a sentence deals out to names."""
    for mark in MARK.finditer(passage.text, passage.span.start, passage.span.end):
        places = tuple(Span(*one.span()) for one in PIECE.finditer(passage.text, *mark.span("places")))
        head, _ = surroundings(passage.text, passage.span, mark.start(), passage.tokens)
        own = head.clauses()[-1]
        adverbs = ADVERBS.search(own.words)
        own = own.part(0, adverbs.start()) if adverbs else own
        words = Span(mark.start(), mark.start("places"))
        names = trimmed(own, own.split(len(places)))
        if names and FIGURE not in own.words:
            yield Dealt(names, places, words, fits=True)
        elif not SHARED.search(mark["places"]) and (names := _others(own, len(places))):
            yield Dealt(names, places, words, fits=False)


def _others(own: Stretch, count: int) -> tuple[Span, ...]:
    """Short names of about one length, more or fewer than there are places."""
    names = trimmed(own, own.plain())
    words = [words_of(own, one) for one in names]
    if not words or len(words) == count or OPENED.search(own.words) or FIGURE in own.words:
        return ()
    return names if all(map(NAME.fullmatch, words)) and _even(words) else ()


def _even(words: Sequence[str]) -> bool:
    sizes = [len(one) for one in words]
    return max(sizes) - min(sizes) <= APART or len({one[-1] for one in words}) == 1


__all__ = ["Dealt", "honours"]
