"""The names of bodies and works in a text: companies, schools, parks, projects, by what such names end in."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from checker.lexicon.clauses import QUARTER, any_of, words
from checker.lexicon.organisations import endings
from checker.lexicon.predicates import predicates, verbs
from checker.lexicon.speech import Part, part_of, tagged
from checker.lexicon.words import is_ordinary
from checker.patterns import one_of, pattern
from checker.quantities.model import Date, Period, Quantity, Token
from checker.spans import Span

NOT_IN_NAMES = frozenset("距占的了在是将被把向对从为由与和及或就都也已正等其这那每，。；：、！？")
COMPANY = pattern("(?<![一-鿿])[一-鿿]{2}公司")
FORM = pattern("(?:有限|股份|集团|责任|[总分]|保险|证券|担保|租赁)$")
GENERAL = pattern(
    "国内|国外|国际|海外|境外|全球|世界|知名|大型|中小型?|龙头|传统|主流|头部|其[他它]|[多各几某]家|本土|民营|国有|优质|领先|相关|有关|叠加"
    "|得益|有助|考虑|看好|部分|众多|许多|一些|不少|同类|同行|目标|合资|外资|第三方"
    "|各[个类]|[类些]|[某有这那]些|所有|任何|全部"
)
MONTH, SHORT, LONG_NAME = 3, 2, 7
DIGIT = pattern("[0-9０-９]")
NAMING = pattern(any_of("deverbal", "trade", "adverb"))
HAVING = pattern("有(?!色|限|机|线)|没有|是(?!否)|不(?!锈|动)")
DESCRIBING = frozenset((Part.ADJECTIVE, Part.ADVERB, Part.PRONOUN, Part.PREPOSITION, Part.SIDE, Part.NUMBER))
LONGEST = 18
"""The most characters that a name has."""


@cache
def lead() -> re.Pattern[str]:
    """What a clause may begin with before it names anybody."""
    return pattern(
        f"(?:(?!在[建职校岗线编册手院读研产园押逃学营网役售途])(?:{any_of('lead')})|{QUARTER}"
        f"|[\\s　“‘《【（(·—－，-]|[0-9０-９]{{1,4}}年"
        "|[0-9]{1,2}月(?:份|底|末|初|中旬)?|[0-9]{1,2}日|[0-9]{1,2}[.．、](?![0-9]))+"
    )


@cache
def verbal() -> re.Pattern[str]:
    """What neither names nor the names of indicators begin with."""
    return pattern(any_of("verbal"))


@cache
def _ends() -> re.Pattern[str]:
    return pattern(f"(?:{one_of(endings('form') | words('body'))})")


BANKS = frozenset("银商支分总央投农")
"""Before these 行 is a bank: no 部分行|业."""


def bodies(text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """The names of bodies and projects, each with its start: back from the ending to the first word of no name."""
    numbered = _numbered(text, tokens)
    told = Counter(match[0] for match in COMPANY.finditer(text))
    free = 0
    for match in _ends().finditer(text):
        if _ends().match(text, match.end()):
            continue
        start = match.start()
        while start > max(free, match.end() - LONGEST) and start - 1 not in numbered and _goes_on(text[start - 1]):
            start -= 1
        if start > free and start - 1 not in numbered and _goes_on(text[start - 1 : start] or "的"):
            continue
        free = match.end()
        start += _straddles(text, start)
        at = start + _cut(text[start : match.end()], len(match[0]))
        name, before = text[at : match.end()], text[at - 1 : at]
        if len(name) - len(match[0]) < SHORT or _is_general(name, before):
            continue
        if match[0] == "工程" and text.startswith(("技术", "师", "机械", "科学"), match.end()):
            continue
        if match[0] == "行" and name[-2] not in BANKS:
            continue
        if _is_described(name[: -len(match[0])]):
            continue
        if match[0] != "公司" or _is_firm(name[:-2], before, told[name] > 1):
            yield at, name


def _straddles(text: str, at: int) -> int:
    """1 where an offset lies inside a word that only leads up to a name: 或|者信托公司, 已|经青江集团."""
    return int(text[at - 1 : at + 1] in words("linking"))


def _cut(name: str, ending: int) -> int:
    """How many characters at the start of some words are no part of the name that they end with."""
    stop = len(name) - ending
    cut = max((one.end() for one in verbs().finditer(name, 0, stop)), default=0)
    cut = max(cut, _told(name, cut, stop))
    opened = lead().match(name, cut, stop)
    return max(opened.end() if opened else cut, _unclosed(name) + 1)


def _told(name: str, at: int, stop: int) -> int:
    """Where a name begins behind a person's and a verb: 李某历任|某事务所."""
    found, passed, before = 0, at, Part.NOUN
    for word, tag in tagged(name[at:stop]):
        part, passed = part_of(word, tag), passed + len(word)
        if part is Part.VERB and before is Part.NAME and not NAMING.fullmatch(word):
            found = passed
        before = part
    return found


def _is_general(name: str, before: str) -> bool:
    """Whether it is a sort of body or more than a name: 国内公司, 在建|工程, 签发首张某协会."""
    if GENERAL.match(name) or (before == "在" and name.startswith("建")):
        return True
    return len(name) > LONG_NAME and verbal().match(name) is not None


def is_general(words: str) -> bool:
    """Whether words only say what sort of bodies is meant: 龙头|公司."""
    return GENERAL.match(words) is not None


def _is_firm(stem: str, before: str, again: bool) -> bool:
    """Whether the words before 公司 make a name: what firms deal in, or a short name told ``again``; no 看好|公司."""
    if FORM.search(stem) or any(one.end() == len(stem) for one in _trade().finditer(stem)):
        return True
    if len(stem) != SHORT or is_ordinary(stem) or verbal().match(stem) or predicates().match(stem):
        return False
    return again and not "一" <= before <= "鿿"


def _is_described(stem: str) -> bool:
    """Whether the words before an ending only say how or what sort: 顶级|餐厅, 主要|工程, 有|医院."""
    return all(part_of(word, tag) in DESCRIBING for word, tag in tagged(stem)) or HAVING.match(stem) is not None


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


def months(text: str, tokens: Sequence[Token]) -> Iterator[Span]:
    """The names that begin like a month: 三月|科技."""
    for one in tokens:
        if isinstance(one, Date | Period) and is_named(text, one):
            found = _trade().match(text, one.span.end)
            yield Span(one.span.start, found.end() if found else one.span.end)


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
