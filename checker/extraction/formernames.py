"""Names that counties and cities no longer have, where the text speaks of the present."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from checker.document import Document
from checker.gazetteer import Gazetteer, Level
from checker.lexicon.renamed import endings, renamed
from checker.patterns import pattern
from checker.spans import Span

TYPE = pattern("[县市区州旗盟]")
LONGEST = 11
FARTHEST = 600
OLD = frozenset("原老旧前")
# 江津市民, 大足县城, 江津市场: another word begins, or one that outlives the county.
NOT_THE_NAME = pattern(
    "[民场域级志籍城]|[区县](?=[内外域间块段位别])|值|价|容|面(?!积)|盈|占|间|块|段|位(?!于)|人(?![民大社口力才均工文])"
)
BEFORE_CITY = frozenset("在从到赴")
BEFORE = frozenset("在从到往去至与和及向对于由为把将被经过自赴驻入进抵距离邻是有让的、")
YEAR = pattern("(?:1[89]|20)[0-9]{2}(?=年|[-—～至])|[一二][九八〇零○][〇零○一二三四五六七八九]{2}(?=年)")
NUMERALS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
PAST = pattern(
    "原[为属名称]|[（(，。、；：]原(?![料因则来本材油创有件理型装野告子])|旧[称名时]|曾|时任|时为|时属|时称|古[称代时]|前身|撤|改[设名称为制]|设[市区立]|划[归入出]|并入|合并|升格|更名|历史|当年|当时|那年|彼时|那时|年代|世纪|民国|清[朝代末]|明[朝代]"
    "|抗战|抗日|解放[前后战]|新中国成立|知青|插队|出生|生于|祖籍|籍贯|县志|市志|老家|今[为属名]|（今|\\(今|现[为属名]|（现|\\(现|以前|过去|从前|昔|建[县市]|挂职|历任"
    "|判决|案号|身份证|户籍|档案|革命|老红军|烈士|遗址|出土|传说|史料|记载|回忆"
)


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name at ``span`` that is ``now`` another, since ``year``; 0 where the article itself has the right name."""

    span: Span
    now: str
    year: int


class FormerNames:
    """Looks for them in one article that appears on ``published``, where that is known."""

    def __init__(self, document: Document, published: date | None, gazetteer: Gazetteer) -> None:
        self.document, self.published, self.gazetteer = document, published, gazetteer
        self.text = document.text

    def found(self) -> tuple[FormerName, ...]:
        """Every one that nothing around it excuses, in order."""
        return tuple(filter(None, (self._judged(span) for span in self._spans())))

    def _spans(self) -> Iterator[Span]:
        """Where a name may end: in the type of a county, or of a city, that has such a name no more."""
        for found in TYPE.finditer(self.text):
            end = found.end()
            if self.text[end - 3 : end] in self._endings:
                yield from self._named(end)

    def _named(self, end: int) -> Iterator[Span]:
        for length in range(min(LONGEST, end), 2, -1):
            name = self.text[end - length : end]
            if name in self._names and self._stands(end - length, end):
                yield Span(end - length, end)
                return

    @cached_property
    def _endings(self) -> frozenset[str]:
        return endings() | {name[-3:] for name in self._sisters}

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset((*renamed(), *self._sisters))

    @cached_property
    def _sisters(self) -> dict[str, str]:
        """What the article calls by two types while it has one: 松岭县 beside 松岭区, with the right name."""
        stems: dict[str, set[str]] = {}
        for found in TYPE.finditer(self.text):
            stems.setdefault(found[0], set()).add(self.text[max(0, found.start() - 2) : found.start()])
        county, city, district = (stems.get(sort, set()) for sort in "县市区")
        pairs = [
            (stem, wrong, right)
            for stems_of_both, wrong, right in (
                (county & district, "县", "区"),
                (city & district, "市", "区"),
                (county & city, "县", "市"),
            )
            for stem in sorted(stems_of_both)
        ]
        return {stem + wrong: stem + right for stem, wrong, right in pairs if self._only(stem, wrong, right)}

    def _only(self, stem: str, wrong: str, right: str) -> bool:
        """Whether there is a county of the one name and nothing at all of the other; 松江市 is in Japan."""
        names = self.gazetteer.full_names
        if wrong == "市" and stem + wrong not in renamed():
            return False
        if stem + wrong in names or stem + right not in names or stem in self.gazetteer.ordinary:
            return False
        return any(place.level is Level.COUNTY for place in self.gazetteer.divisions(names[stem + right]))

    def _stands(self, start: int, end: int) -> bool:
        """Whether the name is whole: a boundary or a place before it, no other word made of its end."""
        if NOT_THE_NAME.match(self.text, end):
            return False
        before = self.text[start - 1 : start]
        if self.text.endswith("城市", 0, end):
            return before in BEFORE_CITY or self._is_below(start)
        if not "\u4e00" <= before <= "\u9fff" or before in BEFORE:
            return True
        return self._is_below(start)

    def _is_below(self, start: int) -> bool:
        """Whether the name of a division ends at ``start``."""
        lengths = range(2, min(LONGEST, start) + 1)
        return any(self.gazetteer.named(self.text[start - length : start]) for length in lengths)

    def _judged(self, span: Span) -> FormerName | None:
        name = span.of(self.text)
        known, sister = renamed().get(name), self._sisters.get(name, "")
        around = self._around(span)
        years = [_year(found[0]) for found in YEAR.finditer(self.text, around.start, around.end)]
        if self._is_past(around, span) or (known and any(year <= known.year for year in years)):
            return None
        if known and self._day(span) > known.year:
            return FormerName(span, known.now, known.year)
        return FormerName(span, sister, 0) if sister and not (known and self.published) else None

    def _is_past(self, around: Span, span: Span) -> bool:
        """Whether the words around a name, not those in it, speak of former days."""
        if self.text[span.start - 1 : span.start] in OLD:
            return True
        return any(PAST.search(self.text, *part) for part in ((around.start, span.start), (span.end, around.end)))

    def _day(self, span: Span) -> int:
        """The year that the sentence speaks of, else that of publication; 0 where neither is known."""
        sentence = self._sentence(span)
        years = [_year(found[0]) for found in YEAR.finditer(self.text, sentence.start, sentence.end)]
        return min(years) if years else self.published.year if self.published else 0

    def _sentence(self, span: Span) -> Span:
        sentences = self.document.sentences
        return _near(sentences[max(bisect_right(self._sentence_starts, span.start) - 1, 0)].span, span)

    def _around(self, span: Span) -> Span:
        """The paragraph of a name and the one before it: a story of the past says so once."""
        blocks = self.document.blocks
        index = bisect_right(self._block_starts, span.start) - 1
        return _near(blocks[max(index - 1, 0)].span.join(blocks[max(index, 0)].span), span)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [one.span.start for one in self.document.sentences]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.document.blocks]


def _near(whole: Span, span: Span) -> Span:
    """The part of a paragraph around a name that a reader has in mind."""
    return Span(max(whole.start, span.start - FARTHEST), min(max(whole.end, span.end), span.end + FARTHEST))


def _year(words: str) -> int:
    return int(words.translate(NUMERALS))
