"""The names of bodies and works in a text: companies, schools, parks, projects, by what such names end in."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from checker.lexicon.clauses import QUARTER, any_of, words
from checker.lexicon.organisations import endings
from checker.lexicon.predicates import predicates, verbs
from checker.lexicon.words import is_ordinary
from checker.patterns import one_of, pattern
from checker.quantities.model import Date, Period, Quantity, Token

NOT_IN_NAMES = frozenset("占的了在是将被把向对从为由与和及或就都也已正等其这那每，。；：、！？")
CODE = "[（(](?:[0-9]{6}|[0-9]{4,5}[.][A-Z]|[A-Z]{1,5}[.][A-Z])"
LISTED = pattern(f"(?<![一-鿿A-Za-z*])(?P<name>[一-鿿A-Za-z*]{{2,8}}){CODE}", re.ASCII)
CODED = pattern(f"(?P<name>[一-鿿]{{8}}){CODE}", re.ASCII)
FORM = pattern("(?:有限|股份|集团|责任|[总分]|保险|证券|担保|租赁)$")
SORT = pattern("企业|产业|行业|产品|领域|公司|项目|设备|平台|创新|成果|技术|市场|板块|制造|园|类|业")
GENERAL = pattern(
    "国内|国外|海外|境外|全球|世界|知名|大型|中小型?|龙头|传统|主流|头部|其[他它]|[多各几某]家|本土|民营|国有|优质|领先|相关|有关|叠加|得益|有助|考虑|看好|部分|众多|许多|一些|不少|同类|同行|目标|合资|外资|第三方"
)
MONTH, SHORT, LONG_NAME, MANY = 3, 2, 7, 3
DIGIT = pattern("[0-9０-９]")
LONGEST = 18
"""The most characters that a name has."""


@cache
def lead() -> re.Pattern[str]:
    """What a clause may begin with before it names anybody."""
    return pattern(
        f"(?:(?!在[建职校岗线编册])(?:{any_of('lead')})|{QUARTER}|[\\s　“‘《【（(·—－，-]|[0-9０-９]{{1,4}}年|[0-9]{{1,2}}月(?:份|底|末|初|中旬)?"
        "|[0-9]{1,2}日)+"
    )


@cache
def verbal() -> re.Pattern[str]:
    """What neither names nor the names of indicators begin with."""
    return pattern(any_of("verbal"))


@cache
def _ends() -> re.Pattern[str]:
    return pattern(f"(?:{one_of(endings('form') | words('body'))})")


def bodies(text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """The names of bodies and projects, each with its start: back from the ending to the first word of no name."""
    numbered = _numbered(text, tokens)
    free = 0
    for match in _ends().finditer(text):
        if _ends().match(text, match.end()):
            continue
        start = match.start()
        while start > max(free, match.end() - LONGEST) and start - 1 not in numbered and _goes_on(text[start - 1]):
            start -= 1
        if start > free and start - 1 not in numbered and _goes_on(text[start - 1 : start] or "的"):
            continue
        name = text[start : match.end()]
        cut = max((one.end() for one in verbs().finditer(name, 0, len(name) - len(match[0]))), default=0)
        opened = lead().match(name, cut, len(name) - len(match[0]))
        cut = opened.end() if opened else cut
        cut = max(cut, _unclosed(name) + 1)
        free = match.end()
        if cut == 0 and name[0] in "建" and text[start - 1 : start] == "在":
            continue
        if len(name) - cut > LONG_NAME and verbal().match(name, cut):
            continue
        if GENERAL.match(name, cut):
            continue
        if match[0] == "公司" and not _is_firm(text, name[cut:-2], start + cut):
            continue
        if len(name) - cut - len(match[0]) >= 2:
            yield start + cut, name[cut:]


def _is_firm(text: str, stem: str, at: int) -> bool:
    """Whether the words before 公司 make a name: what firms deal in, or a short name by itself; no 我们看好|公司."""
    if FORM.search(stem) or any(one.end() == len(stem) for one in _trade().finditer(stem)):
        return True
    if len(stem) != SHORT or is_ordinary(stem) or verbal().match(stem) or predicates().match(stem):
        return False
    return text.count(f"{stem}公司") > 1 and not "一" <= text[at - 1 : at] <= "鿿"


def listed(text: str) -> Iterator[tuple[int, str]]:
    """The short names of companies (晨岭股份（600000）, 晨岭股份发布公告), wherever they stand."""
    coded = [_known(text, match["name"]) or match["name"] for match in LISTED.finditer(text)]
    coded += [name for match in CODED.finditer(text) if (name := _known(text, match["name"]))]
    names = dict.fromkeys(re.escape(name) for name in (*coded, *_firms(text)))
    if names:
        for match in pattern(one_of(names)).finditer(text):
            yield match.start(), match[0]


def _known(text: str, words: str) -> str:
    """The longest end of the words before a code that the text has once more: 海外药企|晨岭诺."""
    ends = (words[at:] for at in range(len(words) - 1))
    return next((end for end in ends if text.count(end) > 1 and not set(end) & NOT_IN_NAMES), "")


def _firms(text: str) -> Iterator[str]:
    """The short names of companies, by what they deal in and by what only companies do: 盛岭钢铁|公告, 《恒川股份|：…》."""
    for match in _short_firm().finditer(text):
        name, stem = match["name"], match["stem"]
        if not lead().match(name) and not set(stem) & NOT_IN_NAMES and not is_ordinary(stem):
            if match["does"] is not None or (match["firm"] is not None and _recurs(text, name)):
                yield name


def _recurs(text: str, name: str) -> bool:
    """Whether a text speaks of one firm again and again; no sort of firms: 高新电子|企业."""
    return text.count(name) >= MANY and not any(
        SORT.match(text, one.end()) for one in pattern(re.escape(name)).finditer(text)
    )


@cache
def _short_firm() -> re.Pattern[str]:
    firms, trades = one_of(endings("firm") | {"集团", "银行"}), one_of(endings("trade") - endings("firm"))
    return pattern(
        f"(?<![一-鿿A-Za-z])(?P<name>(?P<stem>[一-鿿A-Za-z*]{{2,4}}?)(?:(?P<firm>{firms})|{trades}))"
        f"(?=(?P<does>{any_of('corporate')}|[：:]|[（(]以下|[AH]股)?)"
    )


def _unclosed(name: str) -> int:
    """Where a bracket opens in a name that nothing closes; -1 where none does."""
    at = max(name.rfind("（"), name.rfind("("))
    return at if at >= 0 and not set("）)") & set(name[at:]) else -1


def is_named(text: str, one: Token) -> bool:
    """Whether a month is a name's beginning: 三月|科技."""
    words = one.span.of(text)
    return (
        len(words) <= MONTH
        and not DIGIT.search(words)
        and words[-1:] == "月"
        and _trade().match(text, one.span.end) is not None
    )


@cache
def _trade() -> re.Pattern[str]:
    return pattern(one_of(endings("firm") | endings("trade")))


def _numbered(text: str, tokens: Sequence[Token]) -> set[int]:
    """Every offset inside a number or a date."""
    spans = [one.span for one in tokens if isinstance(one, Quantity | Date | Period) and not is_named(text, one)]
    return {at for span in spans for at in range(span.start, span.end)}


def _goes_on(char: str) -> bool:
    han = "一" <= char <= "鿿" or char in "·（）()“”"
    return (han or (char.isascii() and char.isalnum())) and char not in NOT_IN_NAMES
