"""Names with a number in them that an article uses: 76人, 360, 《72家房客》; the number asserts nothing there."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from checker.lexicon.organisations import endings
from checker.lexicon.sport import shape
from checker.patterns import one_of, pattern
from checker.quantities.model import Quantity, UnitClass
from checker.spans import Span

FIGURE = pattern("[0-9]")
TEAM = pattern("(?<![0-9.])(?P<name>[0-9]{1,4}人?)队(?![员长伍友列医内中形服])")
PLAYER = "(?<![0-9.])(?P<name>[0-9]{2,4}人)(?:[主客]场)?以?[0-9]{1,3}(?:比|[:：∶-])[0-9]{1,3}(?:%(won)s)"
BEATEN = "(?<=[一-鿿])(?:%(won)s)(?P<name>[0-9]{2,4}人)(?=[，。；、\n])"
TITLE = pattern("《(?P<name>[^《》\n]{2,24})》|“(?P<quoted>[^“”，。；：！？、\n]{3,12})”")
COUNTING = pattern("(?:[支个名由的约近超达过余共有计每凡第仅只是为]|[0-9.]|总计|合计|其中|人数|增加|减少|召集|招募)$")
"""What leads up to a number that counts: 一支|76人队, 共|76人."""

BEGUN = "(?:(?<![0-9.一-鿿A-Za-z-])|(?<=[与和对及向]))(?!(?:19|20)[0-9]{2}(?![0-9]))"
SCORE = pattern("[0-9](?:比|[:：∶-])[0-9]")
LEAST, FAR = 3, 2


class Called:
    """The names with a number that a text declares: by what they are (76人队, 360公司), by marks, by how they play."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.teams = frozenset(self._teams())
        self.firms = frozenset(self._firms())
        self.titles = frozenset(self._titles())
        self.spans = list(self._spans())

    @property
    def bodies(self) -> Iterator[tuple[int, str]]:
        """Where firms stand that are called by a number, and works by their titles without marks."""
        for span in self.spans:
            name = span.of(self.text)
            marked = self.text[span.end : span.end + 1] in ("》", "”")
            if name not in self.teams and not marked:
                form = _form().match(self.text, span.end) if name in self.firms else None
                yield span.start, self.text[span.start : form.end() if form else span.end]

    def has(self, one: Quantity) -> bool:
        """Whether a number stands in one of these names."""
        return any(span.covers(one.number) for span in self.spans) and not self._is_count(one)

    def _is_count(self, one: Quantity) -> bool:
        """Whether a number that is spelt like a name has a unit of its own behind it: 360|元."""
        return one.numeral in self.firms and one.unit_class is not UnitClass.NONE

    def _teams(self) -> Iterator[str]:
        for match in TEAM.finditer(self.text):
            if not self._counts(match.start()):
                yield match["name"]
        for source in (PLAYER, BEATEN) if SCORE.search(self.text) else ():
            for match in shape(source).finditer(self.text):
                if not self._counts(match.start("name")):
                    yield match["name"]

    def _firms(self) -> Iterator[str]:
        for match in _firm().finditer(self.text):
            if not self._counts(match.start()):
                yield match["name"]

    def _titles(self) -> Iterator[str]:
        """Titles, and what stands in quotation marks more than once."""
        quoted = Counter[str]()
        for match in TITLE.finditer(self.text):
            name = match["name"] or match["quoted"]
            if FIGURE.search(name) and len(FIGURE.sub("", name)) > 1:
                quoted[name] += 2 if match["name"] else 1
        yield from (name for name, times in quoted.items() if times > 1)

    def _counts(self, at: int) -> bool:
        return COUNTING.search(self.text, max(0, at - FAR), at) is not None

    def _spans(self) -> Iterator[Span]:
        """Where these names stand."""
        names = {*self.teams, *self.firms, *self.titles}
        if not names:
            return
        for match in pattern(f"(?<![0-9.])(?:{one_of(map(re.escape, names))})").finditer(self.text):
            if match[0] in self.titles or not self._counts(match.start()):
                yield Span(*match.span())


@lru_cache(maxsize=2)
def called(text: str) -> Called:
    """The names of a text that hold a number."""
    return Called(text)


@cache
def _firm() -> re.Pattern[str]:
    """A firm that is called by a number: 360|公司, 58|集团."""
    return pattern(f"{BEGUN}(?P<name>[0-9]{{2,4}})(?:{_form().pattern})")


@cache
def _form() -> re.Pattern[str]:
    return pattern(one_of(endings("form") | endings("firm")))
