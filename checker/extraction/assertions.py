"""What an article asserts without a number: superlatives, ranks in words, offices, quotations, captions, bylines."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.document import BlockKind
from checker.extraction.authors import authors
from checker.extraction.foremost import foremost
from checker.extraction.phrasing import trimmed
from checker.extraction.wordings import ENDED, GENERIC
from checker.lexicon.people import surnames
from checker.lexicon.predicates import verbs
from checker.patterns import pattern
from checker.spans import Span

if TYPE_CHECKING:
    from checker.extraction.statements import Reading, Statement

SUPERLATIVE = pattern(
    "(?:在)?(?P<scope>(?:地球|全球|世界|亚洲|欧洲|非洲|东盟|全国|国内|我国|中国|全省|全市|全区|全县|川渝|中西部|西部|[东西南北中华]{2}地区|[长珠]三角)(?:同纬度)?(?:地区)?)?"
    "(?P<word>最(?:大|高|长|宽|早|多|深|快|强|先进|古老|完整|完善|好)(?=的|[一-鿿]{2})|率先(?!映入)|首批|首次|首个|首家|首创(?![性精者人])|首座|首条|首例|唯一|独家)"
)
VAGUE_RANK = pattern(
    "(?:位?居|位?列|排名?|名列|跻身|稳居|保持)?(?P<scope>全[国省市县区球]|世界|国内)(?P<word>前列|领先|榜首|首位|之首)"
)
ORDERS = {"首批": "批次", "首创": "首创地位"}
"""What it is the first of its kind in, where no time tells it."""

JOINED = pattern("(?P<what>(?:入[选围]|列入|纳入|跻身|获[批评])[一-鿿]{0,6})$")
NUMBERED = pattern("^(?:[0-9]+|[一二三四五六七八九十百两]+)[余多]?[个家所座项名条]")
SOURCE = pattern("(?:(?:信息|稿件|文章|新闻|本文|图文)?(?:来源|转自|出处)[：:][ 　]*)")
WHAT, NAME, NOUN = 16, 40, 8
LEADER = pattern(
    "(?:(?P<alone>(?<![一-鿿])|(?<=[在由对向随同与和]))|)(?P<name>[一-鿿]{3})(?P<title>总书记|国家主席|国务院总理|国务院副总理|副总理|总理|委员长)"
)
LEADERS = ("总书记", "国家主席", "总理", "省委书记", "市委书记", "区委书记", "县委书记", "省长", "市长", "区长", "县长")


def assertions(reading: "Reading") -> "Iterator[Statement]":
    """Every such statement."""
    yield from _superlatives(reading)
    yield from _ranks(reading)
    yield from _offices(reading)
    yield from _quotations(reading)
    yield from _labels(reading)


def _superlatives(reading: "Reading") -> "Iterator[Statement]":
    text = reading.text
    for match in SUPERLATIVE.finditer(text):
        at = match.start("word")
        clause, kind = reading.bearings.clause(at), match["word"]
        if clause.start > match.start() or (kind[0] == "最" and not match["scope"]):
            continue
        rest = _what(text, match.end(), clause.end)
        subject, edge = reading.bearings.subject(match.start())
        before = text[max(edge, clause.start) : match.start()]
        led = trimmed(before) if kind == "首次" else ""
        rest = f"{led}{rest}" if ENDED.search(led) else rest
        metric = f"{rest}的先后" if kind[0] in "首率" else f"{kind}的{rest}" if rest else kind
        if kind in ORDERS:
            joined = JOINED.search(before)
            wide = match["scope"] or "" if kind == "首创" else ""
            metric = f"{joined['what'] if joined else ''}{NUMBERED.sub('', rest)}的{wide}{ORDERS[kind]}"
        quote = Span(match.start(), min(clause.end, match.end() + WHAT + 2))
        subject, metric = foremost(reading.bearings, match.start(), subject, metric, match["scope"] or "")
        yield reading.state(
            "superlative", quote, subject, metric, Span(at, match.end()), comparison="among",
            among=match["scope"] or "未写明",
        )  # fmt: skip


def _what(text: str, at: int, end: int) -> str:
    """What is the first or the most of its kind, up to the end of its name in quotation marks."""
    at += len(text[at:end]) - len(text[at:end].lstrip("的"))
    closed = text.find("”", at, min(end, at + NAME)) if text.startswith("“", at) else -1
    words = text[at : min(end, max(at + WHAT, closed))]
    if closed < 0 and words.count("“") > words.count("”"):
        words = text[at : min(end, max(text.find("”", at, end), at + WHAT) + NOUN)]
    return words.lstrip("“")


def _ranks(reading: "Reading") -> "Iterator[Statement]":
    for match in VAGUE_RANK.finditer(reading.text):
        subject, edge = reading.bearings.subject(match.start())
        clause = reading.bearings.clause(match.start())
        start = max(edge, clause.start)
        stem = reading.text[start : match.start()].strip("均也仍继续稳的，、")
        stem = f"{reading.numbers.level_before(match.start())}{stem}" if GENERIC.fullmatch(stem) else stem
        yield reading.state(
            "rank", Span(min(start, match.start()), match.end()), subject, f"{stem}位次", Span(*match.span()),
            comparison="among", among=match["scope"],
        )  # fmt: skip


def _offices(reading: "Reading") -> "Iterator[Statement]":
    """Who holds which title: as the text gives it to somebody, to a speaker, to a leader of the country."""
    text, told = reading.text, list[Span]()
    for one in reading.article.offices:
        words = one.span.of(text)
        if one.title not in words:
            continue
        start = one.span.start - len(one.body)
        at = text.find(one.title, one.span.start, one.span.end)
        value = Span(start if at == one.span.start else at, at + len(one.title))
        told.append(one.span)
        yield _office(reading, Span(min(start, value.start), one.span.end), one.person.name, value)
    for saying in reading.sayings.found:
        if saying.name and not any(one.overlaps(saying.who) for one in told):
            told.append(saying.who)
            yield _office(reading, saying.who, saying.name, Span(saying.who.start, saying.who.end - len(saying.name)))
    for match in LEADER.finditer(text):
        name = match["name"]
        sure = match["alone"] is not None or text.count(match[0]) > 1
        if sure and not verbs().search(name) and name[0] in surnames()[0] | {"习"}:
            yield _office(reading, Span(*match.span()), name, Span(*match.span("title")))


def _office(reading: "Reading", quote: Span, name: str, value: Span) -> "Statement":
    high = value.of(reading.text).endswith(LEADERS)
    sensitivity = "leader" if high else "normal"
    return reading.state("title", quote, name, "职务", value, dated=False, told=False, sensitivity=sensitivity)


def _quotations(reading: "Reading") -> "Iterator[Statement]":
    for one in reading.sayings.direct:
        end = reading.text.find("\n", one.span.start, one.span.end)
        quote = Span(one.span.start, end if end >= 0 else one.span.end).of(reading.text).rstrip()
        span = Span(one.span.start, one.span.start + len(quote))
        value = Span(span.start + 1, span.end - (quote[-1] in "”」』’"))
        subject = one.speaker or reading.bearings.subject(one.span.start)[0]
        yield reading.state("quote", span, subject, "原话", value, dated=False)


def _labels(reading: "Reading") -> "Iterator[Statement]":
    for block in reading.article.document.of_kind(BlockKind.CAPTION, BlockKind.BYLINE):
        words = block.span.of(reading.text)
        caption = block.kind is BlockKind.CAPTION
        source = SOURCE.match(words)
        signed = authors(words[source.end() if source else 0 :])
        subject = block.name.of(reading.text) if caption and block.name else signed
        if caption and block.name is None:
            continue
        value = block.name if caption else None
        quote = Span(block.span.start, block.name.end) if caption and block.name else block.span
        kind, metric = ("caption", "图注所属") if caption else ("byline", "来源" if source else "署名")
        yield reading.state(kind, quote, subject, metric, value, dated=False, told=False)
