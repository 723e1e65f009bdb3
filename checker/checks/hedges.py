"""stacked-hedges: a number hedged twice, so that nobody knows what is meant."""

import re
from collections.abc import Iterator

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Edit, Hit, Proposal
from checker.patterns import pattern
from checker.quantities import hedges
from checker.quantities.model import Hedge, Quantity, UnitClass
from checker.spans import Span

APART = pattern("(?:大约|大概|大致|差不多)[^，。；：、！？“”（）\n0-9]{1,6}$")
"""大约散步40分钟左右: the first hedge stands before the verb."""

# Every branch begins with a character and not with a look behind, so that the engine can skip to it.
ABOUT_WORDS = f"大约|大概|大致|约莫|差不多|约(?<![大{hedges.TAIL_OF['约']}]约)"
VERB = "(?:需要|剩下|达到|多出|增收|增加|[有要需在占剩为是合计用花达可得等走住来收能会应共还就只高低长宽重])"
GAP = "[^，,。；;：:、的和与及或有“”（）《》\\n0-9一二三四五六七八九十百千两]{1,4}"
ANYWHERE = pattern(
    f"(?:(?P<about>{ABOUT_WORDS})|(?P<least>至少|最少|起码|不少于|不低于)|"
    f"(?P<most>至多|最多|顶多)|(?P<near>将近|接近))(?:(?:{VERB}了?){{1,3}}|(?(least){GAP}|(?(most){GAP}|(?!))))$"
)
"""约需半年左右, 至少有三百户以上: the first hedge stands before a verb or two."""

HAVING = pattern(f"(?:{ABOUT_WORDS})[有需要为是]$")
"""约有近40场: the verb of a hedge, and the next hedge."""

BARE = pattern(
    f"(?:{ABOUT_WORDS}|超过|将近|接近|逾(?<!已逾))(?:[有是为占达])?"
    "(?:超过|超|近|上|逾|过|约)(?=半|[百千万](?![分元]))(?:半数?|[百千万])?"
)
"""约近百, 约超过半数: what has no unit is no quantity."""

HALF = pattern("(?:大约|约|将近|接近|近|超过|过|超)(?:一半|半数?)(?:左右|上下|以上|还多)")
MARKS = (
    "超过半",
    "近半",
    "过半",
    "约半",
    "超半",
    "一半",
    "近百",
    "近千",
    "近万",
    "上百",
    "上千",
    "上万",
    "逾百",
    "逾千",
    "逾万",
    "超百",
    "超千",
    "过百",
)
THRESHOLDS = frozenset(("岁", "周岁", "级", "分", "度", "类", "层"))
"""At least one 60岁以上老人 is not hedged twice: 以上 belongs to what is counted."""

TAILS = pattern("(?:(?<=以[上下内])(?:左右|上下)|(?:(?<=左右)|(?<=上下))以[上下])(?![两侧边手各])")
"""35℃以上左右: a second hedge right behind the first."""

REACH = 9
ABOUT = pattern("^(?:大?约为?|大概|大致|差不多)")
ESTIMATED = pattern(
    "(?:至少|最少|起码|不下于?|少说|不止|何止)[也有要得]*(?:一两|两三|三四|四五|五六|六七|七八|八九|十几|几|数|[0-9]+来)"
)
"""至少一两万, 不下几十: one estimate, told from below."""

TWO_DIGITS = pattern("[一二三四五六七八九]{2}")
EXCEED, ENDED = ("超出", "超过", "超"), pattern("[，。；！？、,;!?”）)\n]|$")
"""Verbs, where nothing is counted behind the number."""

BESIDE = frozenset({Hedge.NEAR, Hedge.OVER, Hedge.JUST_OVER, Hedge.ABOUT})
EXTREMES = {"最低": "最高", "最高": "最低", "最少": "最多", "最多": "最少", "最小": "最大", "最大": "最小"}
"""The ends of a spread, which say no 至少 and no 至多 when both are told."""

PAIR, PARTED = 30, pattern("[。！？\n]")
COMPARING = pattern("低于|高于|大于|小于|多于|少于|超越|高出")
"""低于5.5%左右的目标 compares with a number that is itself hedged."""


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every number with a hedge on both sides, or with two before it, with ways to mend it."""
    text, done = article.text, 0
    hedged = ((span, quantity) for quantity in article.quantities if (span := _hedged(text, quantity)))
    found = [(span, quantity) for span, quantity in hedged if not _is_said(article, quantity)]
    for span, quantity in found:
        yield _hit(text, quantity, span)
    taken = [span for span, _ in found]
    for span in _without_unit(text):
        if span.start >= done and not any(one.start < span.end and span.start < one.end for one in taken):
            done = span.end
            yield Hit(span, {"words": span.of(text)})


def _is_said(article: Article, quantity: Quantity) -> bool:
    """“大概三四秒。” in somebody's own words: people speak so, and what they said stays."""
    return ABOUT.match(quantity.literal) is not None and (
        TWO_DIGITS.search(quantity.literal) is not None and article.document.in_speech(quantity.span)
    )


def _without_unit(text: str) -> Iterator[Span]:
    """约近百, 超过半数以上: where nothing is counted right behind, so that no quantity is read."""
    if any(mark in text for mark in MARKS):
        spans = (Span(*match.span()) for shape in (BARE, HALF) for match in shape.finditer(text))
        yield from sorted(spans, key=lambda one: (one.start, -one.end))


def _hedged(text: str, quantity: Quantity) -> Span | None:
    """The words from the first hedge to the last, where there are two."""
    if not quantity.hedges:
        return None
    head, tail = _ends(quantity)
    if head in EXTREMES and _in_pair(text, quantity, EXTREMES[head]):
        return None
    if ESTIMATED.match(quantity.literal) and not quantity.literal.endswith(("以上", "左右", "上下", "多")):
        return None
    if quantity.unit_class is UnitClass.DURATION and tail.endswith("内"):
        # 不到24小时内订空 is common speech; 最多3天以内 says it twice.
        said = quantity.hedges == (Hedge.AT_MOST, Hedge.AT_MOST) and quantity.literal.endswith(("以内", "之内"))
        return quantity.span if said else None
    if head and tail:
        return None if COMPARING.match(head) or _exceeds(text, quantity, head) else quantity.span
    start, end = quantity.span.start, quantity.span.end
    before = start < quantity.number.start
    if (before and text.startswith("不到", end)) or (tail and TAILS.match(text, end)):
        return Span(start, end + 2)
    if tail or quantity.hedges == (Hedge.MORE,) or ABOUT.match(quantity.literal):
        match = APART.search(text, max(0, start - REACH), start) or _before_verbs(text, quantity)
        if match:
            return Span(match.start(), end)
    if Hedge.VAGUE in quantity.hedges and quantity.literal.endswith(("左右", "上下")):
        return quantity.span
    return None if tail else _twice_before(text, quantity)


def _exceeds(text: str, quantity: Quantity, head: str) -> bool:
    """Whether the first hedge is the verb and the number says by how much: 实际支出超出一倍多."""
    alone = quantity.unit_class is UnitClass.MULTIPLE and ENDED.match(text, quantity.span.end) is not None
    return Hedge.MORE in quantity.hedges and (head == EXCEED[0] or (head in EXCEED and alone))


def _in_pair(text: str, quantity: Quantity, other: str) -> bool:
    """Whether the other end of a spread is told beside this one: 最低180余万，最高超过270万."""
    start, end = quantity.span.start, quantity.span.end
    return (
        PARTED.split(text[max(0, start - PAIR) : start])[-1].count(other)
        + (PARTED.split(text[end : end + PAIR])[0].count(other))
        > 0
    )


def _before_verbs(text: str, quantity: Quantity) -> re.Match[str] | None:
    """A hedge before the verb that says what the one behind the number says, or nearly."""
    match = ANYWHERE.search(text, max(0, quantity.span.start - REACH), quantity.span.start)
    last = quantity.hedges[-1]
    if match is None:
        return None
    if match["about"] or match["near"]:
        return match if last in (Hedge.ABOUT, Hedge.MORE) else None
    wanted = Hedge.AT_LEAST if match["least"] else Hedge.AT_MOST
    return match if last is wanted and quantity.unit.name not in THRESHOLDS else None


def _twice_before(text: str, quantity: Quantity) -> Span | None:
    """约近200人, 超过约200人: one of the two is 约 or a word like it."""
    start = quantity.span.start
    if quantity.hedges[0] not in BESIDE or start == quantity.number.start:
        return None
    having = HAVING.search(text, max(0, start - REACH), start)
    if having:
        return Span(having.start(), quantity.span.end)
    outer, left = hedges.before(text, start, max(0, start - REACH))
    if outer not in BESIDE or Hedge.ABOUT not in (outer, quantity.hedges[0]) or COMPARING.match(text, left):
        return None
    return Span(left, quantity.span.end)


def _ends(quantity: Quantity) -> tuple[str, str]:
    """The hedging words before and behind the number and its unit, as they stand in the text.

    余 and 多 stand between number and unit: 近30多亿.
    """
    if len(quantity.hedges) < 2:
        end = max(quantity.number.end, quantity.unit_span.end if quantity.unit_span else 0)
        return "", quantity.literal[end - quantity.span.start :]
    start = min(quantity.number.start, quantity.unit_span.start if quantity.unit_span else quantity.number.start)
    return quantity.literal[: start - quantity.span.start], quantity.literal[-1:]


def _hit(text: str, quantity: Quantity, span: Span) -> Hit:
    """Offers the text without the first hedge; which of the two is meant, only the writer knows."""
    head, _ = _ends(quantity)
    if span.start < quantity.span.start and not text[span.start : quantity.span.start].startswith(("大", "差")):
        words = text[span.start : quantity.span.start]
        head = next((words[:size] for size in range(len(words), 0, -1) if words[:size] in hedges.BEFORE_WORDS), "")
    proposals: tuple[Proposal, ...] = ()
    if head:
        rest = text[span.start + len(head) : span.end]
        proposals = (Proposal("drop", (Edit(Span(span.start, span.start + len(head)), ""),), {"rest": rest}),)
    return Hit(span, {"words": span.of(text)}, proposals=proposals)


KIND = Kind(check, frozenset({"words"}), fixes=frozenset({"drop"}))
