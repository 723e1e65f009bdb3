"""One place in two spellings inside one article: 昂赛乡 and 昂塞乡."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from checker.document import Document
from checker.gazetteer import Gazetteer
from checker.lexicon.alike import Likeness, word_alike
from checker.lexicon.people import surnames
from checker.lexicon.renamed import renamed
from checker.lexicon.towns import no_towns
from checker.lexicon.words import is_ordinary
from checker.patterns import led, pattern
from checker.spans import Span, find_all

TYPE = pattern(
    led(
        "街镇乡苏嘎社村县市区自旗大水隧公广古景湿机码口火高电湖河江山岛路寺塔",
        "街道|镇(?![压静痛守定宅长])|乡(?![村镇亲愁音土情贤间野思绅下])|苏木|嘎查|社区(?![居服工干民])"
        "|村(?![民庄落口头里集镇级规貌务支医史])|[县市](?![域场民价值级])|区(?![域间块段])|自治州|旗(?=[^\u4e00-\u9fff]|[县委政])"
        "|大桥|水库|隧道|公园|广场|古镇|古城|景区|湿地|机场|码头|口岸|火车站|高铁站|水电站|电站|大道|[湖河江山岛路寺塔](?![上下中口边边区水里面底畔岸流域])",
    )
)
DIVISION = "县市区自治州旗"
BEFORE = frozenset("的在从到往去至与和及向对于由为把将被经过自赴驻入进抵距离邻是有让区县市州旗盟镇乡")
LONGEST = 4
MOST_ALIKE = 6
SHORT, TOWNS = 2, ("镇", "乡", "街道", "苏木")
VILLAGES = ("村", "嘎查")
FEW = 3
"""An article that names more villages may well name two that are nearly alike."""

# What stands for another place on purpose: 上河村 and 下河村.
OPPOSITES = (
    "上中下",
    "东西南北中",
    "大小",
    "前中后",
    "左右",
    "新老旧",
    "内外",
    "高低",
    "一二三四五六七八九十",
    "头尾",
    "里外",
    "甲乙丙丁",
)


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name at ``span`` that the article, or the gazetteer, has as ``right`` too, first at ``first``.

    ``known``: the gazetteer has the right one and not this one.
    """

    span: Span
    right: str
    first: Span
    known: bool


Key = tuple[str, str]
"""A name and its type."""


class Spellings:
    """Looks for them in one article."""

    def __init__(self, document: Document, gazetteer: Gazetteer, counties: Iterable[str]) -> None:
        self.document, self.text, self.gazetteer, self.counties = document, document.text, gazetteer, counties

    def found(self) -> Iterator[Spelling]:
        """Of two names that are written for each other, the one that is less likely right, wherever it stands."""
        names = self._names()
        shapes: dict[Key, list[Key]] = {}
        for name, sort in names:
            for at in range(len(name)):
                shapes.setdefault((f"{name[:at]}?{name[at + 1 :]}", sort), []).append((name, sort))
        for group in shapes.values():
            for one, other in combinations(group, 2) if len(group) <= MOST_ALIKE else ():
                near = _confusable(one[0], other[0])
                if (near == 1 or (near and self._is_one_known(one, other))) and not self._listed(
                    names[one], names[other]
                ):
                    yield from self._judged(names, one, other)
        for one, other in _exchanged(names):
            if not self._listed(names[one], names[other]):
                yield from self._judged(names, one, other)
        yield from self._turned()

    def _turned(self) -> Iterator[Spelling]:
        """The counties of the article with two neighbouring characters in each other's place."""
        for name in self.counties:
            for at in range(len(name) - 2):
                other = f"{name[:at]}{name[at + 1]}{name[at]}{name[at + 2 :]}"
                if other == name or other not in self.text or self._is_known(other):
                    continue
                first = next(find_all(self.text, name), None)
                if first is not None:
                    for span in find_all(self.text, other):
                        yield Spelling(span, name, first, known=True)

    def _names(self) -> dict[Key, list[Span]]:
        """Where each name stands, by name and type."""
        found: dict[Key, list[Span]] = {}
        for match in TYPE.finditer(self.text):
            name = self._before(match.start())
            ordinary = is_ordinary(name) and not self.gazetteer.named(name)
            if name and not ordinary and no_towns().isdisjoint(_ends(name + match[0])):
                found.setdefault((name, match[0]), []).append(Span(match.start() - len(name), match.end()))
        return found

    def _before(self, end: int) -> str:
        """The shortest name of two characters and more that ends here and that a boundary stands before."""
        for length in range(1, LONGEST + 1):
            start = end - length
            if start < 0 or not _is_han(self.text[start]):
                return ""
            if length > 1 and (not _is_han(self.text[start - 1 : start]) or self.text[start - 1] in BEFORE):
                return self.text[start:end]
        return ""

    def _judged(self, names: dict[Key, list[Span]], one: Key, other: Key) -> Iterator[Spelling]:
        """The gazetteer decides; where it knows neither, one that stands there once yields to one that does not.

        Where each stands once, the later one is doubted if the article names hardly any other places of their type.
        """
        known = [self._is_known("".join(key)) for key in (one, other)]
        if all(known) or (not any(known) and one[1] in DIVISION):
            return
        if any(known):
            right, wrong = (one, other) if known[0] else (other, one)
        else:
            right, wrong = sorted((one, other), key=lambda key: (-len(names[key]), names[key][0].start))
            alone = len(names[right]) == 1
            if len(names[wrong]) > 1 or (
                alone and not (self._is_of_few(names, one[1]) and not _of_families(one, other))
            ):
                return
        for span in names[wrong]:
            yield Spelling(span, "".join(right), names[right][0], any(known))

    @staticmethod
    def _is_of_few(names: Iterable[Key], sort: str) -> bool:
        return sort in VILLAGES and sum(other == sort for _, other in names) <= FEW

    def _is_one_known(self, one: Key, other: Key) -> bool:
        """Whether the gazetteer has just one of two longer names of towns: 紫荆关镇, and no 紫金关镇."""
        known = [self._is_known("".join(key)) for key in (one, other)]
        return len(one[0]) > SHORT and one[1] in TOWNS and known[0] is not known[1]

    def _is_known(self, name: str) -> bool:
        return name in self.gazetteer.full_names or name in renamed() or bool(self.gazetteer.towns_named(name))

    def _listed(self, one: list[Span], other: list[Span]) -> bool:
        """Whether both stand in one sentence: two places are meant there."""
        here, there = ({bisect_right(self._starts, span.start) for span in spans} for spans in (one, other))
        return not here.isdisjoint(there)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.document.sentences]


def _of_families(one: Key, other: Key) -> bool:
    """Whether two villages may be called for two families: 王家村 and 汪家村."""
    families = surnames()[0]
    return one[0][0] != other[0][0] and one[0][0] in families and other[0][0] in families


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def _ends(name: str) -> set[str]:
    return {name[-length:] for length in (2, 3, 4)}


def _exchanged(names: Iterable[Key]) -> Iterator[tuple[Key, Key]]:
    """Pairs of longer names with two neighbouring characters in each other's place: 满都拉图镇 and 满都图拉镇."""
    known = frozenset(names)
    for name, sort in sorted(known):
        for at in range(len(name) - 1) if len(name) > 2 else ():
            other = (f"{name[:at]}{name[at + 1]}{name[at]}{name[at + 2 :]}", sort)
            if other in known and other[0] > name:
                yield (name, sort), other


def _confusable(one: str, other: str) -> int:
    """How far apart two names are that differ in a character which tells no places apart; 0 where they are not alike.

    1: a stroke, a part or a homophone; 2: a sound that is often mixed up.
    """
    if len(one) != len(other) or sum(map(str.__ne__, one, other)) != 1:
        return 0
    pair = next((mine, theirs) for mine, theirs in zip(one, other, strict=True) if mine != theirs)
    likeness = word_alike(one, other)
    if not likeness or any(set(pair) <= set(row) for row in OPPOSITES):
        return 0
    return likeness.distance if likeness.distance == 1 or likeness.kind is Likeness.SOUND else 0
