"""People that a text names again and again, where nothing beside a single name makes it certain."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from checker.lexicon.clauses import any_of
from checker.lexicon.people import not_names, surnames
from checker.lexicon.speech import tagged
from checker.lexicon.vocabulary import ordinary
from checker.lexicon.words import is_ordinary
from checker.patterns import one_of, pattern
from checker.spans import Span

OFTEN = {2: 3, 3: 2}
"""How often a name is told, by how many characters it has."""

MANY = 3
TITLED = pattern("\\s*(?P<name>[一-鿿]{2,3})[：:]")
ACCUSED = pattern("(?:被告人|嫌疑人)(?P<name>[一-鿿]{2,3}?)(?=[犯因、，伙以在])")
PASSED = "和与跟像同比较、“《·对给向把被让替为"
"""Who stands behind these is not whom the next clause speaks of."""

HE = pattern(f"[他她](?![们人国乡者杀]|[还也又]?(?:{any_of('says')}|[称说]|指出|强调|坦言|回忆))")


def familiar(text: str) -> Iterator[str]:
    """The names that the dictionary takes for people's, each told several times."""
    told = Counter(word for word, tag in tagged(text) if tag.startswith("nr"))
    single, _ = surnames()
    for name, times in told.items():
        plain = name in ordinary() or is_ordinary(name) or name in not_names()
        if times >= OFTEN.get(len(name), times + 1) and name[0] in single and not plain:
            yield name
    yield from _introduced(text)


def _introduced(text: str) -> Iterator[str]:
    """The names that a title begins with (林晓晨：…), and those of whom a court speaks (被告人|林晓晨)."""
    single, _ = surnames()
    titled = TITLED.match(text)
    names = [titled["name"]] if titled and text.count(titled["name"]) >= MANY else []
    for name in [*names, *(match["name"] for match in ACCUSED.finditer(text))]:
        if name[0] in single and not (name in ordinary() or is_ordinary(name) or name in not_names()):
            yield name


class People:
    """Where a text names people."""

    def __init__(self, text: str, names: Sequence[str]) -> None:
        self.text = text
        named = pattern(one_of(map(re.escape, names))) if names else None
        self.found = [Span(*match.span()) for match in named.finditer(text)] if named else []
        self.starts = [one.start for one in self.found]

    def meant(self, at: int, floor: int) -> tuple[str, int]:
        """Whom 他 at an offset means, named behind ``floor``, and where the word for him ends.

        Empty where nobody is, or only by what is his: 林晓的妻子织的，她….
        """
        he = HE.match(self.text, at)
        if not he:
            return "", at
        for one in reversed(self.found[bisect_left(self.starts, floor) : bisect_left(self.starts, at)]):
            if self.text[one.start - 1 : one.start] not in PASSED or one.start == floor:
                owned = self.text.startswith("的", one.end)
                return ("", at) if owned else (one.of(self.text), he.end())
        return "", at
