"""Which places a name at one spot of a text can be read as, if any."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from checker.gazetteer.model import Level, Place
from checker.gazetteer.table import Table
from checker.gazetteer.wording import compiled
from checker.spans import Span

# What makes the type at the end of a name the beginning of a word: 区域, 市场, 县级. 区位于 and 区分别 do not.
WORD_AFTER = {
    "区": "[域间块段划]|位(?![于居列])|分(?!别|管)|别(?![出开])",
    "市": "[场值价况容面盈占]|民(?![政宗族间用办革盟建营])|销售",
    "县": "[域级]",
    "州": "际",
    "镇": "[痛静定压]",
    "乡": "[村镇愁亲]",
}
# A short name before one of these is another name (合作区, 和平镇), unless a word of its own begins there (市民, 区域).
TYPE_AFTER = "[区市县州旗盟镇乡村屯寨省](?![民场域间级])|街道|社区"
# 江津市 and 大足县 are what 江津区 and 大足区 were.
FORMER_TYPE = "市(?![场民值价容面区内外])|县(?![域级城区内外])"
# 黄河南岸 is not in 河南, 太行山东麓 not in 山东; 北京时间 is told in every time zone of the country.
NO_PLACE_AFTER = "[岸麓侧坡缘端]|时间"
# 沿海城市 is not 海城市, 航运城市 not 运城市: such a name counts after a mark or after one of these.
BEFORE_CITY = frozenset("在到从与和对向给省的为是由于至赴及往来、")
LEFT_EDGES = frozenset("。！？!?；;，,：:“”‘’（()）《》—…·\n\r\t \u3000|｜【】[]①②③④⑤⑥⑦⑧⑨⑩")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that counts. ``typed`` when it ends in the type of the place: 江津区, not 江津.

    ``sure`` when it is typed or of a place in scope. ``chain`` begins where the names of the places above begin that
    stand directly before it.
    """

    span: Span
    places: tuple[Place, ...]
    typed: bool
    sure: bool
    chain: Span


class Names:
    """Every name by its first two characters, the longest first."""

    def __init__(self, table: Table, towns: Iterable[Place] = ()) -> None:
        self._table = table
        self._full = table.full_names
        self._short = {name: codes for name, codes in table.short_names.items() if len(name) > 1}
        self._towns: dict[str, tuple[Place, ...]] = {}
        for town in towns:
            self._towns[town.name] = (*self._towns.get(town.name, ()), town)
        self._places: dict[str, tuple[tuple[Place, ...], tuple[Place, ...]]] = {}
        self.heads: dict[str, list[str]] = {}
        for name in {**self._full, **self._short, **self._towns}:
            self.heads.setdefault(name[:2], []).append(name)
        for forms in self.heads.values():
            forms.sort(key=len, reverse=True)

    def with_towns(self, counties: Iterable[Place]) -> "Names":
        """These names and those of the towns of some counties."""
        towns = [town for county in counties for town in self._table.towns(county)]
        return Names(self._table, towns) if towns else self

    def places(self, name: str) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
        """The places with this full name, and those with this short name."""
        known = self._places.get(name)
        if known is None:
            full = (*self._table.divisions(self._full.get(name, ())), *self._towns.get(name, ()))
            known = self._places[name] = full, self._table.divisions(self._short.get(name, ()))
        return known


class Reader:
    """Reads the names of one text that end before ``end``, knowing which places it may speak of by short names."""

    def __init__(self, table: Table, names: Names, text: str, end: int, scope: AbstractSet[Place]) -> None:
        self.table, self.names = table, names
        self.text, self.end = text, end
        self.scope = frozenset(place.code for place in scope)

    def read(self, at: int, before: Candidate | None) -> tuple[Candidate | None, int]:
        """The name that begins at ``at``, and where the next may begin at the earliest.

        The longest name decides: 大兴安岭 is never 大兴. Only where its type turns out to begin another word does a
        shorter one get a chance: 大连市场 speaks of 大连.
        """
        for form in self.names.heads[self.text[at : at + 2]]:
            span = Span(at, at + len(form))
            if span.end > self.end or not self.text.startswith(form, at):
                continue
            full, short = self.names.places(form)
            word = WORD_AFTER.get(form[-1]) if full else None
            if word and compiled(word).match(self.text, span.end):
                continue
            candidate = self._candidate(span, full, short, before)
            return candidate, candidate.span.end if candidate else span.end
        return None, at

    def _candidate(
        self, span: Span, full: tuple[Place, ...], short: tuple[Place, ...], before: Candidate | None
    ) -> Candidate | None:
        above = before if before and before.span.end == span.start else None
        form = span.of(self.text)
        shorts = [place for place in short if self._may_be_short(place, above, span.end)]
        if shorts:
            span, shorts = self._after_short(span, shorts)
        places = (*full, *shorts)
        inside = self._inside(places, above)
        known = any(place.code in self.scope for place in places)
        if not places or not (inside or self._stands_free(span, form, bool(full), known)):
            return None
        chain = above.chain.join(span) if above and inside else span
        return Candidate(span, inside or self._nearest(places), bool(full), bool(full) or known, chain)

    def _nearest(self, places: tuple[Place, ...]) -> tuple[Place, ...]:
        """The namesakes in scope if there are any; a province is always near: 吉林 may be the province still."""
        known = [place for place in places if place.code in self.scope]
        return tuple(place for place in places if place in known or place.level is Level.PROVINCE) if known else places

    def _may_be_short(self, place: Place, above: Candidate | None, end: int) -> bool:
        """江津 alone says little: it takes the article's word for it, or 四川 before 成都, or 南山区 after 深圳."""
        if place.level is Level.PROVINCE or place.code in self.scope:
            return True
        return place.level is Level.PREFECTURE and (bool(self._inside((place,), above)) or self._is_above(place, end))

    def _is_above(self, place: Place, end: int) -> bool:
        """Whether the full name of a place inside follows right behind."""
        for form in self.names.heads.get(self.text[end : end + 2], ()):
            if self.text.startswith(form, end, self.end):
                return any(self.table.contains(place, lower) for lower in self.names.places(form)[0])
        return False

    def _after_short(self, span: Span, places: list[Place]) -> tuple[Span, list[Place]]:
        """What follows a short name may show that it is none, or make it longer (大足县 for what is 大足区 now)."""
        if compiled(NO_PLACE_AFTER).match(self.text, span.end):
            return span, []
        counties = [place for place in places if place.level is Level.COUNTY]
        if counties and span.end < self.end and compiled(FORMER_TYPE).match(self.text, span.end):
            return Span(span.start, span.end + 1), counties
        return span, [] if compiled(TYPE_AFTER).match(self.text, span.end) else places

    def _inside(self, places: Iterable[Place], above: Candidate | None) -> tuple[Place, ...]:
        uppers = above.places if above else ()
        return tuple(place for place in places if any(self.table.contains(upper, place) for upper in uppers))

    def _stands_free(self, span: Span, form: str, typed: bool, known: bool) -> bool:
        """Whether a name that may be part of ordinary words (合作, 城区, 和县) is meant as a name."""
        ordinary = form in self.table.ordinary
        edge = span.start == 0 or self.text[span.start - 1] in LEFT_EDGES
        if len(form) == 3 and form.endswith("城市"):
            return edge or self.text[span.start - 1] in BEFORE_CITY
        if ordinary or (len(form) == 2 and typed and not known):
            return edge and (known or not ordinary)
        return True
