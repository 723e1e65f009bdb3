"""modality: the headline tells as done what the body only plans or expects, or promises more than it."""

import re
from collections.abc import Iterator

from checker.checks.completion import unfinished
from checker.checks.kind import Kind, Params
from checker.document import Block, BlockKind
from checker.extraction.article import Article
from checker.findings import Hit, Related
from checker.patterns import one_of, pattern
from checker.quantities.model import Quantity, UnitClass
from checker.spans import Span

REACHED = pattern("(?:突破|超过?|冲破|跨过|迈过|站上|站稳|跃上|破|达到?|实现|完成|增至|升至|逾|跨上)(?:了)?$")
OPEN = pattern(
    "将|拟|有望|力争|争取|预计|目标|计划|规划|(?<!去)年内|明年|后年|今后|未来|望|冲刺|冲击|瞄准|[？?]|后|前|待|剑指|确保|力求|要|能否|如何|为何|倒计时|或|可|提速|推进|加快|迎战|备战|在即|意见|方案|不|未"
)
DATED = pattern(
    "[0-9０-９]{1,2}(?:日|号(?![线楼院馆桥机泊井店厂厅口门航站隧公路码台车舱阵地]))"
    "|[0-9０-９]月[底初中起]|今[日天起晚]|明[日天起早]|下[周月]|本[周月]"
)
"""A headline that names the day announces: 11月28日开通运营."""

TODAY = pattern("今[日天]")
LATER = pattern("明[日天年]|后[天年]|下[一个]?[周月]|下半年|下旬|[年月]底|年[内末]|[1-9][0-9]?月")
"""What a headline of today tells as done cannot be to come on one of these days."""


PART = pattern("[\\s，,；;！!？?：:—]")
CLAUSE = pattern("[，,；;。！？：:\n]")
NAMED = 12
"""How many characters before its verb tell what the headline is about."""

FAR, OPENING = 60, 16
"""How far back a sentence is read, and how long the clause before may be that tells the time: 预计到2026年，…"""
PLAIN = (UnitClass.RATE, UnitClass.POINTS, UnitClass.DURATION, UnitClass.MULTIPLE)


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """A figure or an event of the headline that the body tells as to come, each time it tells it."""
    titles = article.document.of_kind(BlockKind.TITLE)
    for title in titles:
        yield from _figures(article, title, titles[-1].span.end)
        yield from _events(article, title, titles[-1].span.end)
        yield from unfinished(article, title)
    yield from _targets(article)


def _targets(article: Article) -> Iterator[Hit]:
    """5%以上 above, 5%左右 below."""
    from checker.relations.repeated import mentions, targets

    if "目标" not in article.text and "预期" not in article.text and "力争" not in article.text:
        return
    for title, body in targets.told_apart(list(mentions.mentioned(article.document, article.passages))):
        spans = title.quantity.span, body.quantity.span
        data = {"found": spans[0].of(article.text), "body": spans[1].of(article.text)}
        yield Hit(spans[0], data, (Related(spans[1], "body"),), variant="target")


def _figures(article: Article, title: Block, body: int) -> Iterator[Hit]:
    for one in article.quantities:
        if one.span.start >= title.span.end:
            return
        if one.span.start < title.span.start:
            continue
        lead = article.text[title.span.start : one.number.start]
        if one.unit_class in PLAIN or one.value < 2 or not REACHED.search(lead.rstrip("近约")):
            continue
        if _is_open(article.text, title.span, one.span):
            continue
        told = [other for other in article.quantities if other.span.start >= body and _alike(one, other)]
        if told and all(_is_planned(article, other.span) for other in told):
            data = {"found": one.span.of(article.text), "body": _words(article, told[0].span)}
            yield Hit(one.span, data, (Related(told[0].span, "body"),), variant="planned")


def _alike(one: Quantity, two: Quantity) -> bool:
    same = one.unit.base == two.unit.base or UnitClass.NONE in (one.unit_class, two.unit_class)
    return same and one.value * one.unit.factor == two.value * two.unit.factor


def _events(article: Article, title: Block, body: int) -> Iterator[Hit]:
    from checker.lexicon import modality

    text = article.text
    match = next(iter(list(modality.any_done().finditer(text, title.span.start, title.span.end))[-1:]), None)
    if match is None or not _is_predicate(text, title.span, match) or _is_open(text, title.span, Span(*match.span())):
        return
    verbs = pattern(one_of(modality.done()[match[0]]))
    told = [Span(*one.span()) for one in verbs.finditer(text, body)]
    subject = text[max(title.span.start, match.start() - NAMED) : match.start()]
    named = [one for one in told if _shares(subject, text[_sentence_start(article, one.start) : one.start])]
    told = named or told
    today = TODAY.search(text, title.span.start, match.start()) is not None
    if told and all(_is_planned(article, one) and (_is_later(article, one) or not today) for one in told):
        data = {"found": match[0], "body": _words(article, told[0])}
        yield Hit(Span(*match.span()), data, (Related(told[0], "body"),), variant="planned")


def _shares(subject: str, words: str) -> bool:
    """Whether three characters in a row of the headline's subject stand in the words: 天陇高速."""
    return any(subject[at : at + 3] in words for at in range(len(subject) - 2))


def _is_open(text: str, title: Span, span: Span) -> bool:
    """Whether its own part of the headline tells it as to come, announces it for a day, or asks."""
    start = max((match.end() for match in PART.finditer(text, title.start, span.start)), default=title.start)
    end = PART.search(text, span.end, title.end)
    stop = end.end() if end else title.end
    dated = DATED.search(text, start, stop)
    return OPEN.search(text, start, stop) is not None or (dated is not None and not TODAY.fullmatch(dated[0]))


def _is_predicate(text: str, title: Span, match: re.Match[str]) -> bool:
    """Whether the headline ends in the verb or goes on with another clause: 大桥通车, not 通车典礼."""
    rest = text[match.end() : title.end]
    return not rest.strip() or rest[0] in " \u3000，！!：:"


def _is_planned(article: Article, span: Span) -> bool:
    """Whether the words before it, in its sentence, tell it as to come."""
    from checker.lexicon import modality

    start = _sentence_start(article, span.start)
    *before, clause = CLAUSE.split(article.text[start : span.start])
    opening = before[-1].lstrip() if before and len(before[-1]) <= OPENING else ""
    planned = modality.planned()
    return planned.search(clause) is not None or planned.match(opening) is not None


def _is_later(article: Article, span: Span) -> bool:
    """Whether the words before it tell a day that is not this one."""
    return LATER.search(article.text, _sentence_start(article, span.start), span.start) is not None


def _sentence_start(article: Article, at: int) -> int:
    """Where the sentence begins; a line is the furthest it goes."""
    stops = (article.text.rfind(mark, max(0, at - FAR), at) for mark in "。！？；\n")
    return max(stops) + 1


def _words(article: Article, span: Span) -> str:
    """The clause of the body, as a headline would be held against it."""
    start = _sentence_start(article, span.start)
    lead = CLAUSE.split(article.text[start : span.start])[-1].lstrip()
    return f"{lead}{span.of(article.text)}"[-24:]


KIND = Kind(
    check,
    frozenset({"found", "body"}),
    variants=frozenset({"planned", "target", "unfinished"}),
    notes=frozenset({"body"}),
)
