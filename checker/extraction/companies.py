"""The short names of companies in a text, and which of them 公司 means by itself."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from itertools import islice

from checker.extraction.bodies import NOT_IN_NAMES, lead
from checker.lexicon.clauses import any_of
from checker.lexicon.organisations import endings
from checker.lexicon.words import is_ordinary
from checker.patterns import one_of, pattern
from checker.spans import Span

CODE = "[（(](?:[0-9]{6}|[0-9]{4,5}[.][A-Z]|[A-Z]{1,5}[.][A-Z])"
PRICED = "(?:[（(][-+0-9., %]{5,40}[）)])?"
LISTED = pattern(f"(?P<name>[一-鿿A-Za-z*]{{2,8}}){PRICED}{CODE}", re.ASCII)
SHORTENED = pattern(
    '(?:公司|集团|股份|银行|企业|厂|合伙[）)])[（(](?:以?下?简?称|以下简称)[为：:]?[“‘"](?!本?公司|本?集团|目标公司|标的公司|上市公司)'
    '(?P<name>[一-鿿A-Za-z]{2,10})[”’"]'
)
"""Where a text says how it calls a company from then on: …有限公司（简称“晨岭”）."""

RELATED = pattern("(?:[子分母]|全资|控股|参股)公司$")
"""What a company is to another one: no name of its own."""

UNNAMED = pattern("(?<![一-鿿A-Za-z])公司")
WORD = pattern("[一-鿿A-Za-z*]")
SORT = pattern("企业|产业|行业|产品|领域|公司|项目|设备|平台|创新|成果|技术|市场|板块|制造|园|类|业")
FIRMS = ("公司", "集团", "股份")
OPENED = frozenset("\n。！？；;　 ")
MANY, CODES, BACK, LONG = 3, 40, 60, 4


class Companies:
    """The companies among the names of a text. ``times`` are the ends of the times told in it."""

    def __init__(self, text: str, title: Span, times: frozenset[int]) -> None:
        self.text = text
        self.title = title
        self.times = times
        self.found = list(listed(text))
        self.short = frozenset(name for _, name in self.found)
        self.defined = frozenset(match["name"] for match in SHORTENED.finditer(text))
        self.named: list[tuple[int, str]] = []
        self.starts: list[int] = []

    def among(self, bodies: Sequence[tuple[int, str]]) -> None:
        """Learn the full names of companies from those of all bodies."""
        self.named = [(at, name) for at, name in bodies if self.has(name) and not RELATED.search(name)]
        self.starts = [at for at, _ in self.named]

    def has(self, name: str) -> bool:
        """Whether a name is a company's."""
        return name in self.short or (name.endswith(FIRMS) and len(name) > LONG)

    def meant(self, at: int) -> str:
        """The company that 公司 means by itself: whom a sentence of its paragraph begins with, or the article's own."""
        floor = self.text.rfind("\n", 0, at) + 1
        index = bisect_left(self.starts, at)
        for start, name in reversed(self.named[max(0, index - BACK) : index]):
            if start < floor:
                break
            if start == 0 or self.text[start - 1] in OPENED or start - 1 in self.times:
                return name
        return self.main or self._only

    def only(self, floor: int, at: int) -> str:
        """The only company that was named between two places, by its longest name; empty where none or several were."""
        first, stop = bisect_left(self.starts, floor), bisect_left(self.starts, at)
        names = {name for _, name in self.named[first:stop]}
        longest = max(sorted(names), key=len, default="")
        return longest if all(name in longest for name in names) else ""

    @cached_property
    def main(self) -> str:
        """The company that the whole article is about: the title's, else one that it names again and again."""
        for at, name in self.named:
            if self.title.start <= at < self.title.end:
                return name
        short = Counter(name for _, name in self.named if name in self.short - self.defined)
        name, times = short.most_common(1)[0] if short else ("", 0)
        return name if times > 1 and 2 * times > short.total() else ""

    @cached_property
    def _only(self) -> str:
        """The one company that is named; empty where 公司 stands before it, and so means another one."""
        names = {name for _, name in self.named}
        before = UNNAMED.search(self.text, 0, self.named[0][0]) if self.named else None
        return names.pop() if len(names) == 1 and not before else ""


def listed(text: str) -> Iterator[tuple[int, str]]:
    """The short names of companies (晨岭股份（600000）, 晨岭股份发布公告), wherever they stand."""
    coded = dict.fromkeys((match["name"], _goes_on(text, match.start())) for match in LISTED.finditer(text))
    known = (_known(text, name, cut=cut) for name, cut in islice(coded, CODES))
    short = (match["name"] for match in islice(SHORTENED.finditer(text), CODES))
    names = dict.fromkeys(re.escape(name) for name in (*filter(None, known), *_firms(text), *short))
    if names:
        for match in pattern(one_of(names)).finditer(text):
            yield match.start(), match[0]


def _goes_on(text: str, start: int) -> bool:
    return start > 0 and WORD.match(text, start - 1) is not None


def _known(text: str, words: str, *, cut: bool) -> str:
    """The longest end of the words before a code that the text has once more: 海外药企|晨岭诺.

    Else all of them, unless they only go on with others (``cut``).
    """
    ends = (words[at:] for at in range(len(words) - 1))
    again = next((end for end in ends if text.count(end) > 1 and not set(end) & NOT_IN_NAMES), "")
    return again or ("" if cut else words)


def _firms(text: str) -> Iterator[str]:
    """Those told by what they deal in and by what only companies do, or named again and again: 盛岭钢铁|公告."""
    found = list(_short_firm().finditer(text))
    firms = dict.fromkeys(match["name"] for match in found if match["firm"] is not None)
    again = {name for name in islice(firms, CODES) if _recurs(text, name)}
    for match in found:
        name, stem = match["name"], match["stem"]
        told = match["does"] is not None or name in again
        if told and not lead().match(name) and not set(stem) & NOT_IN_NAMES and not is_ordinary(stem):
            yield name


def _recurs(text: str, name: str) -> bool:
    """Whether a text speaks of one firm again and again; no sort of firms: 高新电子|企业."""
    times, at = 0, text.find(name)
    while at >= 0:
        if SORT.match(text, at + len(name)):
            return False
        times += 1
        at = text.find(name, at + len(name))
    return times >= MANY


@cache
def _short_firm() -> re.Pattern[str]:
    firms, trades = one_of(endings("firm") | {"集团", "银行"}), one_of(endings("trade") - endings("firm"))
    return pattern(
        f"(?<![一-鿿A-Za-z])(?P<name>(?P<stem>[一-鿿A-Za-z*]{{2,4}}?)(?:(?P<firm>{firms})|{trades}))"
        f"(?=(?P<does>{any_of('corporate')}|[：:]|[（(]以下|[AH]股)?)"
    )
